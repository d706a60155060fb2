public import ComplianceModel
import DurableFiles
import Hashing

/// What a damaged ledger gives back: the bytes that its rows had, each proved by the chain.
///
/// A spreadsheet shows dates, numbers and quotes in its own way, in few ways a field. Of those the one is taken
/// whose hash, behind the `rantai` of the row before, is the row's own `rantai`; a row of which no reading has that
/// hash is in doubt, and is never taken for what was recorded.
public struct LedgerRestoration: Sendable {
  /// A field that says something else than a ledger can, or may be read in several ways.
  public struct Doubt: Hashable, Sendable {
    /// The name of the column.
    public let column: String
    /// What stands there.
    public let text: String
  }

  /// Why a row is not proved.
  public enum Lack: Hashable, Sendable {
    /// No reading has the hash; empty where no field looks wrong, so that what one says was changed.
    case unproved([Doubt])
    /// The line has not the fields of a row.
    case fields(Int)
    /// The row before it is not there, or its `rantai` is not, so that nothing can prove it.
    case predecessorLost
    /// The file has no line for the row.
    case missing
    /// The line has the number of another row, or none: it is not part of the ledger.
    case surplus
  }

  /// A row that should be there, or a line that should not.
  public struct Row: Sendable {
    /// `urutan`; 0 for a line that is no row of the ledger.
    public let number: Int
    /// The line of the file, from 1; 0 where the file has none.
    public let line: Int
    /// The row without its line end: as it was, where it is proved, else as it is most likely read.
    let bytes: [UInt8]
    /// Why it is not proved; `nil` where it is.
    public let lack: Lack?

    /// The row as text: as it was, where it is proved, else as it is most likely read.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Whose ledger it is.
  public let kecamatan: RegionCode
  /// The year of the file.
  public let year: Int
  /// How another program saved the file.
  public let form: ResavedForm
  /// The rows by number, and the lines that are none where they stand.
  public private(set) var rows: [Row] = []
  /// How many hashes were computed.
  public var triedRows: Int { search.tried }

  private var search = RowSearch()
  private var readings: CellReadings

  /// Looks for the rows of a damaged ledger.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - kecamatan: The kecamatan that its folder names.
  ///   - year: The year that its name states.
  public init(_ bytes: [UInt8], kecamatan: RegionCode, year: Int) {
    self.kecamatan = kecamatan
    self.year = year
    let text = ResavedText(bytes)
    form = ResavedForm(text)
    readings = CellReadings(kecamatan: kecamatan)
    let form = form
    let lines = text.lines.dropFirst(form.leadingLines).compactMap { RestoredLine($0, form) }
    prove(RestoredLine.inOrder(lines))
  }

  /// The name of the ledger in its workspace.
  public var name: String { LedgerStore.file(of: kecamatan, year: year) }

  /// How many rows follow each other from the first on, each proved.
  public var provedRows: Int {
    var count = 0
    for row in rows where row.number == count + 1 && row.lack == nil { count += 1 }
    return count
  }

  /// The rows and lines that are not proved.
  public var unproved: [Row] { rows.filter { $0.lack != nil } }

  /// Whether every row came back, and no line is left over.
  public var isComplete: Bool { unproved.isEmpty }

  /// The ledger with the rows from the first on that are proved.
  public var bytes: [UInt8] {
    var bytes = LedgerColumn.header + [UInt8(ascii: "\n")]
    for row in rows.lazy.filter({ $0.lack == nil }).prefix(provedRows) {
      bytes += row.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// A row with its texts, proved or not; `nil` where it cannot be read.
  public func content(of row: Row) -> LedgerRow? {
    var codes = CodeTable()
    var scanner = RowScanner(row.bytes, name: name, kecamatan: kecamatan, year: year)
    let scanned = scanner.scan(
      row.bytes.indices, number: row.number, line: row.line, after: .given([]), codes: &codes)
    return scanned.event.flatMap(scanner.row)
  }

  // MARK: - Proving

  private mutating func prove(_ lines: [RestoredLine]) {
    var previous: ArraySlice<UInt8>? = Chain.seed(kecamatan, year)[...]
    var number = 1
    for (index, line) in lines.enumerated() {
      if let before = previous, let proof = proof(of: line, number, after: before) {
        rows.append(Row(number: number, line: line.number, bytes: proof, lack: nil))
        previous = RestoredLine.chain(ofRow: proof)
        number += 1
        continue
      }
      if let stated = line.stated {
        if stated < number {
          rows.append(Row(number: 0, line: line.number, bytes: line.text, lack: .surplus))
          continue
        }
        let next = lines.indices.contains(index + 1) ? lines[index + 1].stated : stated + 1
        if stated > number, stated - number <= RestoredLine.longestGap, next == stated + 1 {
          for lost in number..<stated {
            rows.append(Row(number: lost, line: 0, bytes: [], lack: .missing))
          }
          number = stated
          previous = nil
        }
      } else if line.chain == nil {
        rows.append(Row(number: 0, line: line.number, bytes: line.text, lack: .surplus))
        continue
      }
      // Where the row's own rantai is lost, the row behind it may prove both.
      if let before = previous, line.chain == nil, lines.indices.contains(index + 1),
        let proof = proof(of: line, number, after: before, with: lines[index + 1])
      {
        rows.append(Row(number: number, line: line.number, bytes: proof, lack: nil))
        previous = RestoredLine.chain(ofRow: proof)
      } else {
        let lack = lack(of: line, number, isChained: previous != nil)
        let best = bestReading(of: line, number)
        rows.append(Row(number: number, line: line.number, bytes: best, lack: lack))
        previous = line.chain.map { $0[...] }
      }
      number += 1
    }
  }

  /// The row as it was, with its `rantai`; `nil` where no reading is proved.
  private mutating func proof(
    of line: RestoredLine, _ number: Int, after previous: ArraySlice<UInt8>
  ) -> [UInt8]? {
    let head = Array("\(number),".utf8)
    for whole in line.wholeRows where whole.starts(with: head) {
      guard let comma = whole.lastIndex(of: UInt8(ascii: ",")),
        Chain.holds(whole[(comma + 1)...], after: previous, row: whole[..<comma])
      else { continue }
      return whole
    }
    guard let chain = line.chain else { return nil }
    for cells in line.splits {
      let fields = fields(of: cells, number)
      guard
        let found = search.first(
          of: fields, where: { Chain.holds(chain[...], after: previous, row: $0[...]) })
      else { continue }
      learn(fields, found.picks)
      return found.row + [UInt8(ascii: ",")] + chain
    }
    return nil
  }

  /// The row as it was, where its own `rantai` is lost and the row behind it is sealed with it.
  private mutating func proof(
    of line: RestoredLine, _ number: Int, after previous: ArraySlice<UInt8>,
    with next: RestoredLine
  ) -> [UInt8]? {
    for cells in line.splits {
      let fields = fields(of: cells, number)
      var candidates: [[UInt8]] = []
      _ = search.first(of: fields, limit: RestoredLine.lostChainLimit) { row in
        candidates.append(row)
        return false
      }
      for row in candidates {
        let chain = Chain.link(after: previous, row: row[...])
        if proof(of: next, number + 1, after: chain[...]) != nil {
          return row + [UInt8(ascii: ",")] + chain
        }
      }
    }
    return nil
  }

  private func fields(of cells: [String], _ number: Int) -> [[CellReading]] {
    LedgerColumn.sealed.map { column in
      readings.readings(
        of: cells[column.rawValue], in: column, ofRow: number,
        file: cells[LedgerColumn.file.rawValue])
    }
  }

  private mutating func learn(_ fields: [[CellReading]], _ picks: [Int]) {
    readings.learn(
      zip(LedgerColumn.sealed, zip(fields, picks)).map { ($0, $1.0[$1.1]) })
  }

  // MARK: - What is not proved

  private func lack(of line: RestoredLine, _ number: Int, isChained: Bool) -> Lack {
    guard isChained else { return .predecessorLost }
    guard let cells = line.splits.first else { return .fields(line.cellCount) }
    let fields = fields(of: cells, number)
    var doubts = zip(LedgerColumn.sealed, fields).filter { column, readings in
      readings.count > 1 || !RestoredLine.hasForm(readings[0].text, of: column)
    }.map { Doubt(column: $0.0.name, text: cells[$0.0.rawValue]) }
    if line.chain == nil {
      doubts.append(
        Doubt(column: LedgerColumn.chain.name, text: cells[LedgerColumn.chain.rawValue]))
    }
    return .unproved(doubts)
  }

  /// The row as it is most likely read, for a person to look at and to record again.
  private func bestReading(of line: RestoredLine, _ number: Int) -> [UInt8] {
    guard let cells = line.splits.first else { return line.text }
    var writer = CSVWriter()
    for readings in fields(of: cells, number) { writer.field(readings[0].text) }
    writer.field(bytes: line.chain ?? Array(cells[LedgerColumn.chain.rawValue].utf8))
    return writer.bytes
  }
}
