import CivilCalendar
public import ComplianceModel
import DurableFiles

/// The rows of a file that is or was a ledger, each looked at by itself: what is left of a damaged one,
/// a copy, or one that another program saved.
///
/// A row is proved by the `rantai` that the row before it states, so that damage in one place leaves the
/// rows behind it proved. A byte order mark and CRLF, which editors add, are taken off first, and what a
/// spreadsheet made of the rows is undone as far as the chain proves it (``LedgerRestoration``).
public struct LedgerCopy: Sendable {
  /// A row of the file.
  public struct Row: Sendable {
    /// Its line in the file, from 1.
    public let line: Int
    /// What it says; `nil` where it cannot be read.
    public let event: LedgerEvent?
    /// The row with its texts; `nil` where it cannot be read.
    public let content: LedgerRow?
    /// What breaks a rule of a row.
    public let faults: [Finding]
    /// Whether its `rantai` seals it and the row before it.
    public let isProved: Bool
  }

  /// The kecamatan whose ledger it is; `nil` where no row tells.
  public private(set) var kecamatan: RegionCode?
  /// The year of recording; 0 where no row tells.
  public private(set) var year = 0
  /// The rows, in the order of the file.
  public private(set) var rows: [Row] = []
  /// Whether a byte order mark, CRLF or what a spreadsheet did was taken off.
  public let wasResaved: Bool
  /// Whether the last line has no line end, and is left out.
  public let hasTornTail: Bool

  /// Reads a file; `nil` where its first line is not the header of a ledger.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The file as it is named to the user.
  ///   - codes: Where the codes of `laporan` are interned.
  public init?(_ bytes: [UInt8], name: String, codes: inout CodeTable) {
    if let restored = LedgerCopy.restored(bytes) {
      wasResaved = true
      hasTornTail = false
      let text = restored.rows.map(\.bytes)
      var start = 0
      let ranges = text.map { row in
        defer { start += row.count + 1 }
        return start..<(start + row.count)
      }
      read(
        Array(text.joined(separator: [UInt8(ascii: "\n")])), ranges, name,
        lines: restored.rows.map(\.line), &codes)
      return
    }
    let mark = CSVReader.byteOrderMark
    let lines = LedgerCopy.withoutReturns(
      bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...])
    wasResaved = lines.count != bytes.count
    hasTornTail = lines.last.map { $0 != UInt8(ascii: "\n") } ?? false
    var ranges = LedgerCopy.lines(of: lines)
    guard let header = ranges.first, lines[header].elementsEqual(LedgerColumn.header) else {
      return nil
    }
    ranges.removeFirst()
    // The header is line 1.
    read(lines, ranges, name, lines: ranges.indices.map { $0 + 2 }, &codes)
  }

  /// What a file gives back that a spreadsheet saved; `nil` for one that went through none, or of which no row
  /// tells whose ledger it is.
  private static func restored(_ bytes: [UInt8]) -> LedgerRestoration? {
    let text = ResavedText(bytes)
    let form = ResavedForm(text)
    guard form.isWhole else { return nil }
    for line in text.lines.dropFirst(form.leadingLines) {
      guard let cells = RestoredLine(line, form)?.splits.first,
        let unit = RegionCode(cells[LedgerColumn.unit.rawValue]),
        let instant = ClockReading(cells[LedgerColumn.recordedAt.rawValue])
      else { continue }
      return LedgerRestoration(bytes, kecamatan: unit.kecamatan, year: instant.date.year)
    }
    return nil
  }

  /// The bytes without the carriage return before each line feed.
  private static func withoutReturns(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == UInt8(ascii: "\n"), plain.last == UInt8(ascii: "\r") { plain.removeLast() }
      plain.append(byte)
    }
    return plain
  }

  /// The whole lines, without their line ends.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }

  private mutating func read(
    _ bytes: [UInt8], _ ranges: [Range<Int>], _ name: String, lines: [Int],
    _ codes: inout CodeTable
  ) {
    readOrigin(bytes, ranges)
    guard let owner = kecamatan else {
      // Where no row tells whose ledger it is, none can be read.
      rows = lines.map {
        Row(line: $0, event: nil, content: nil, faults: [], isProved: false)
      }
      return
    }
    var scanner = RowScanner(bytes, name: name, kecamatan: owner, year: year)
    var previous = Chain.seed(owner, year)[...]
    for (index, range) in ranges.enumerated() where !range.isEmpty {
      let line = lines[index]
      scanner.found = []
      let number = scanner.split(range) ? Int(scanner.text(.number)) : nil
      scanner.found = []
      let row = scanner.scan(
        range, number: number ?? 0, line: line, after: .given(previous), codes: &codes)
      let faults = scanner.faults
      let event = number == nil ? nil : row.event
      rows.append(
        Row(
          line: line, event: event, content: event.flatMap(scanner.row),
          faults: faults.filter { $0.code != LedgerProblem.brokenChain.rawValue },
          isProved: !row.isBroken))
      let text = bytes[range]
      previous = text.lastIndex(of: UInt8(ascii: ",")).map { text[($0 + 1)...] } ?? []
    }
  }

  /// Finds whose ledger it is, by the first row that tells.
  private mutating func readOrigin(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
    var fields: [CSVReader.Field] = []
    var reader = CSVReader(bytes)
    for range in ranges {
      reader.move(to: range, line: 1)
      guard (try? reader.next(&fields)) != nil, fields.count == LedgerColumn.allCases.count,
        let unit = RegionCode(bytes: reader.content(fields[LedgerColumn.unit.rawValue])),
        let instant = ClockReading(
          bytes: reader.content(fields[LedgerColumn.recordedAt.rawValue]))
      else { continue }
      kecamatan = unit.kecamatan
      year = instant.date.year
      return
    }
  }
}
