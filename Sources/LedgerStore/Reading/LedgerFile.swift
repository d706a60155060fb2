public import CivilCalendar
public import ComplianceModel
import DurableFiles

/// One file of the ledger as it was read: its rows, and everything that is wrong with it.
///
/// The bytes are read once and kept; texts are made from them when somebody asks for a row.
public struct LedgerFile: Sendable {
  /// The kecamatan whose ledger it is.
  public let kecamatan: RegionCode
  /// The year in which its rows were recorded.
  public let year: Int
  /// The path in the workspace, as it is named to the user.
  public let name: String
  /// The file.
  public private(set) var bytes: [UInt8]
  /// The rows that could be read, in order.
  public internal(set) var events: [LedgerEvent] = []
  /// Everything that is wrong or odd, in the order of the lines.
  private(set) var found: [RowFinding] = []
  /// The last line where it has no line end.
  public private(set) var tornTail: TornTail?
  /// The first row whose shape, number or chain is wrong, from 1; 0 for the header.
  ///
  /// It is `nil` where the whole file holds together.
  public private(set) var firstBrokenRow: Int?
  /// How another program saved the file, where that is what is wrong with all of it; ``findings`` then say
  /// that alone.
  public private(set) var resaved: ResavedForm?

  /// Whether a later version of the program wrote it, so that nothing of it is read.
  public private(set) var isOfLaterForm = false

  /// Where each row lies, without its line end.
  private(set) var rows: [Range<Int>] = []
  private let seed: [UInt8]

  /// Reads a ledger.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - kecamatan: The kecamatan that the file's folder names.
  ///   - year: The year that the file's name states.
  ///   - codes: Where the codes of `laporan` are interned.
  public init(
    _ bytes: [UInt8], kecamatan: RegionCode, year: Int, codes: inout CodeTable
  ) {
    self.kecamatan = kecamatan
    self.year = year
    self.bytes = bytes
    name = LedgerStore.file(of: kecamatan, year: year)
    seed = Chain.seed(kecamatan, year)
    var scanner = RowScanner(bytes, name: name, kecamatan: kecamatan, year: year)
    if AppendedTable.isOfLaterForm(bytes, header: LedgerColumn.header) {
      isOfLaterForm = true
      breakAt(0)
      note(&scanner, LedgerSentences.laterForm, line: 1)
      found = scanner.found
      return
    }
    read(from: 0, &scanner, &codes)
    guard firstBrokenRow != nil else { return }
    let form = ResavedForm(ResavedText(bytes))
    guard form.isWhole else { return }
    resaved = form
    found = [
      RowFinding(
        LedgerSentences.resaved(form), at: SourcePlace(file: name, line: 1, column: 1))
    ]
  }

  /// The ledger that its file holds now.
  ///
  /// Where the file still begins with every byte of the rows that were proved before, only what follows
  /// them is read and proved, from the last `rantai` on: what was found in the rows before follows from
  /// their bytes alone. In any other case, and where something was broken before, the whole file is read.
  ///
  /// The bytes themselves are compared, not the size, the times or the inode of a file, which an editor can
  /// leave as they were: no more is taken on trust than when the whole file is proved again.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is now.
  ///   - codes: The table that this ledger was read with, whatever was added to it since.
  /// - Returns: What reading the bytes alone would give.
  public func updated(to bytes: [UInt8], codes: inout CodeTable) -> LedgerFile {
    let proved = tornTail?.offset ?? self.bytes.count
    guard firstBrokenRow == nil, proved > 0, bytes.sharesPrefix(with: self.bytes, of: proved) else {
      return LedgerFile(bytes, kecamatan: kecamatan, year: year, codes: &codes)
    }
    guard bytes.count > proved || tornTail != nil else { return self }
    var file = self
    file.bytes = bytes
    if tornTail != nil {
      file.tornTail = nil
      file.found.removeLast()
    }
    var scanner = RowScanner(bytes, name: name, kecamatan: kecamatan, year: year)
    scanner.resume(after: rows)
    file.read(from: proved, &scanner, &codes)
    return file
  }

  /// How many whole lines the file has below its header.
  public var rowCount: Int { rows.count }

  /// The place that fixes all rows of the file.
  public var mark: LedgerMark { mark(ofRow: rowCount) ?? emptyMark }

  /// The place that an empty ledger has.
  public static func emptyMark(_ kecamatan: RegionCode, _ year: Int) -> LedgerMark {
    let seed = String(decoding: Chain.seed(kecamatan, year), as: UTF8.self)
    return LedgerMark(kecamatan: kecamatan, year: year, rows: 0, chain: seed)
  }

  /// The place after a row.
  ///
  /// - Parameter number: The row, from 1; 0 for the place before the first one.
  /// - Returns: The place; `nil` where there is no such row.
  public func mark(ofRow number: Int) -> LedgerMark? {
    if number == 0 { return emptyMark }
    guard rows.indices.contains(number - 1) else { return nil }
    let chain = String(decoding: bytes[statedChain(of: rows[number - 1])], as: UTF8.self)
    return LedgerMark(kecamatan: kecamatan, year: year, rows: number, chain: chain)
  }

  /// The place after the last row that was recorded up to a day.
  public func lastRow(recordedThrough day: CivilDate) -> LedgerMark {
    let number = events.last { $0.recorded <= day }?.row.number ?? 0
    return mark(ofRow: number) ?? emptyMark
  }

  /// The length in bytes of the part before the first broken row: what may be trusted.
  public var soundLength: Int {
    guard let firstBrokenRow else { return tornTail?.offset ?? bytes.count }
    return firstBrokenRow == 0 ? 0 : rows[firstBrokenRow - 1].lowerBound
  }

  /// The event of a row; `nil` where there is no such row or it could not be read.
  public func event(_ number: Int) -> LedgerEvent? {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].row.number < number { low = middle + 1 } else { high = middle }
    }
    guard low < events.count, events[low].row.number == number else { return nil }
    return events[low]
  }

  /// Shows the note of every submission, without making texts.
  ///
  /// - Parameter body: Gets the row and its `catatan` in UTF-8.
  public func forEachSubmission(_ body: (LedgerEvent, UnsafeBufferPointer<UInt8>) -> Void) {
    var scanner = RowScanner(bytes, name: name, kecamatan: kecamatan, year: year)
    for event in events where event.kind == .submitted {
      guard scanner.split(rows[event.row.number - 1]) else { continue }
      scanner.content(.note).withUnsafeBufferPointer { body(event, $0) }
    }
  }

  /// A row with its texts; `nil` where there is no such row or it could not be read.
  public func row(_ number: Int) -> LedgerRow? {
    guard let event = event(number) else { return nil }
    var scanner = RowScanner(bytes, name: name, kecamatan: kecamatan, year: year)
    return scanner.split(rows[number - 1]) ? scanner.row(event) : nil
  }

  /// The SHA-256 that a row names of its evidence; empty where it names none, `nil` where there is no such row or it
  /// could not be read.
  public func evidence(ofRow number: Int) -> String? {
    guard rows.indices.contains(number - 1) else { return nil }
    let plain = bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(
        of: CSVReader.Field.self, capacity: LedgerColumn.allCases.count
      ) { fields -> String? in
        guard PlainRow.split(rows[number - 1], of: bytes, into: fields) else { return nil }
        let range = fields[LedgerColumn.sha256.rawValue].range
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
    }
    return plain ?? row(number)?.entry.sha256
  }

  /// The `rantai` that the next row is chained to.
  var lastChain: ArraySlice<UInt8> { rows.last.map { bytes[statedChain(of: $0)] } ?? seed[...] }

  private var emptyMark: LedgerMark {
    LedgerMark(
      kecamatan: kecamatan, year: year, rows: 0, chain: String(decoding: seed, as: UTF8.self))
  }

  /// What stands after the last comma of a row, also of one that cannot be read otherwise.
  private func statedChain(of row: Range<Int>) -> Range<Int> {
    let comma = bytes[row].lastIndex(of: UInt8(ascii: ","))
    return comma.map { $0 + 1..<row.upperBound } ?? row.upperBound..<row.upperBound
  }

  /// The bytes that a row has at the least, as a rule, by which room is made for those of a file.
  private static let usualRow = 160
}

extension LedgerFile {
  /// Reads the lines from one that begins at an offset: the header at 0, else the row after ``rows``.
  private mutating func read(
    from offset: Int, _ scanner: inout RowScanner, _ codes: inout CodeTable
  ) {
    var start = offset
    let all = bytes
    all.withUnsafeBufferPointer { all in
      var line = offset == 0 ? 1 : rows.count + 2
      var sawCarriageReturn = false
      var previous =
        rows.last.map { PreviousChain.inPlace(statedChain(of: $0)) } ?? .given(seed[...])
      let expected = (all.count - offset) / LedgerFile.usualRow
      rows.reserveCapacity(rows.count + expected)
      events.reserveCapacity(events.count + expected)
      while let end = PlainRow.end(of: all, from: start) {
        var range = start..<end
        if end > start, all[end - 1] == UInt8(ascii: "\r") {
          if !sawCarriageReturn {
            note(&scanner, LedgerSentences.carriageReturns, line: line)
            breakAt(line - 1)
          }
          sawCarriageReturn = true
          range = start..<(end - 1)
        }
        if line == 1 {
          readHeader(range, &scanner)
        } else if range.isEmpty {
          rows.append(range)
          note(&scanner, LedgerSentences.blankLine, line: line)
          breakAt(rows.count)
        } else {
          rows.append(range)
          let number = rows.count
          let row = scanner.scan(
            range, of: all, number: number, line: line, after: previous, codes: &codes)
          if row.isBroken { breakAt(number) }
          if let event = row.event {
            if event.voids != nil, let fault = voidFault(of: event) {
              scanner.report(fault, at: row.noteOffset)
            }
            events.append(event)
          }
          previous = .inPlace(row.chain ?? statedChain(of: range))
        }
        start = end + 1
        line += 1
      }
    }
    if start < bytes.count || bytes.isEmpty {
      let line = rows.count + (start == 0 ? 1 : 2)
      let tail = TornTail(offset: start, count: bytes.count - start, line: line)
      tornTail = tail
      let sentence =
        bytes.isEmpty
        ? LedgerSentences.emptyFile
        : LedgerSentences.tornTail(bytes: tail.count, offset: tail.offset)
      note(&scanner, sentence, line: line, .remark)
    }
    found += scanner.found
  }

  private mutating func readHeader(_ range: Range<Int>, _ scanner: inout RowScanner) {
    guard !bytes[range].elementsEqual(LedgerColumn.header) else { return }
    let hasMark = bytes[range].starts(with: CSVReader.byteOrderMark)
    let sentence = hasMark ? LedgerSentences.byteOrderMark : LedgerSentences.header
    note(&scanner, sentence, line: 1)
    breakAt(0)
  }

  private mutating func breakAt(_ row: Int) {
    if firstBrokenRow == nil { firstBrokenRow = row }
  }

  private func note(
    _ scanner: inout RowScanner, _ sentence: LedgerSentences.Sentence, line: Int,
    _ severity: Finding.Severity = .fault
  ) {
    scanner.found.append(
      RowFinding(sentence, severity, at: SourcePlace(file: name, line: line, column: 1)))
  }

  /// What is wrong with the row that a `batal` of this file names; rows of other files are not
  /// known here.
  func voidFault(of event: LedgerEvent) -> LedgerSentences.Sentence? {
    guard let target = event.voids, target.year == year else { return nil }
    guard target < event.row, target.number <= rows.count else {
      return LedgerSentences.noSuchRow(target)
    }
    // A row that is there and could not be read has its own finding.
    guard let voided = self.event(target.number) else { return nil }
    return LedgerSentences.fault(of: event, voiding: voided)
  }
}
