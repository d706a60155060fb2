import CivilCalendar
import ComplianceModel
import DurableFiles
import Hashing

/// A line of a damaged ledger, in the ways in which it can be told apart.
struct RestoredLine {
  /// Its number in the file.
  let number: Int
  /// Its bytes in UTF-8.
  let text: [UInt8]
  /// What may be the row with its `rantai` as it was: the line itself, or a row that was taken for few cells.
  let wholeRows: [[UInt8]]
  /// The texts of its fields, in each way in which it has as many as a row; the likeliest first.
  let splits: [[String]]
  /// How many cells it has.
  let cellCount: Int
  /// `urutan` as it states it.
  let stated: Int?
  /// Its `rantai`; `nil` where that is none.
  let chain: [UInt8]?

  /// Rows that are taken for lost at most between two that are there.
  static let longestGap = 10_000
  /// Readings of a row without its `rantai` that are held against the row behind it.
  static let lostChainLimit = 32

  /// Splits a line; `nil` for one that holds nothing.
  init?(_ line: ResavedText.Line, _ form: ResavedForm) {
    let split = SpreadsheetLine.cells(of: line.bytes, separator: form.separator)
    let cells = SpreadsheetLine.withoutEmptyEnd(split)
    guard !cells.isEmpty else { return nil }
    number = line.number
    text = Array(line.bytes)
    cellCount = cells.count
    var wholeRows = [text]
    for separator in ResavedForm.separators {
      let parts = SpreadsheetLine.withoutEmptyEnd(
        SpreadsheetLine.cells(of: line.bytes, separator: separator))
      let joined = Array(parts.joined(separator: [separator]))
      if !wholeRows.contains(joined) { wholeRows.append(joined) }
    }
    self.wholeRows = wholeRows
    splits = RestoredLine.splits(of: cells, form.separator).map { cells in
      cells.map { String(decoding: $0, as: UTF8.self) }
    }
    // A row that became one cell has its number in front and its rantai behind all the same.
    let ends = [cells.map { $0[...] }] + wholeRows.map { $0.split(separator: UInt8(ascii: ",")) }
    stated = ends.lazy.compactMap(\.first).compactMap(RestoredLine.number).first
    chain = ends.lazy.compactMap(\.last).compactMap(RestoredLine.chain).first
  }

  private static func number(_ cell: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: cell, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func chain(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
    let lowered = cell.map { (0x41...0x46).contains($0) ? $0 + 0x20 : $0 }
    return Hexadecimal.isSHA256(lowered[...]) ? lowered : nil
  }

  /// The cells as fourteen fields; more cells come of separators in a text whose quotes were dropped.
  private static func splits(of cells: [[UInt8]], _ separator: UInt8) -> [[[UInt8]]] {
    let surplus = cells.count - LedgerColumn.allCases.count
    guard surplus >= 0 else { return [] }
    guard surplus > 0 else { return [cells] }
    return [LedgerColumn.note, .recorder, .file, .value].map { column in
      let range = column.rawValue...(column.rawValue + surplus)
      let joined = Array(cells[range].joined(separator: [separator]))
      return cells[..<range.lowerBound] + [joined] + cells[(range.upperBound + 1)...]
    }
  }

  /// Lines in the order of their numbers where a spreadsheet sorted them, else as they are.
  static func inOrder(_ lines: [RestoredLine]) -> [RestoredLine] {
    let numbers = lines.compactMap(\.stated)
    guard numbers.count == lines.count, Set(numbers) == Set(1...max(1, lines.count)) else {
      return lines
    }
    return lines.sorted { ($0.stated ?? 0) < ($1.stated ?? 0) }
  }

  /// The `rantai` at the end of a row.
  static func chain(ofRow row: [UInt8]) -> ArraySlice<UInt8> { row.suffix(Chain.length) }

  /// Whether a text has the form that a ledger has in a column.
  static func hasForm(_ text: String, of column: LedgerColumn) -> Bool {
    switch column {
    case .recordedAt: ClockReading(text) != nil
    case .kind: LedgerEvent.Kind(rawValue: text) != nil
    case .unit: RegionCode(text) != nil
    case .period: text.isEmpty || Period(text) != nil
    case .date, .received: text.isEmpty || CivilDate(iso: Array(text.utf8)[...]) != nil
    case .value:
      text.utf8.allSatisfy { (0x2E...0x39).contains($0) }
    case .sha256, .chain: text.isEmpty || Hexadecimal.isSHA256(Array(text.utf8)[...])
    case .number, .recorder, .subject, .file, .note: true
    }
  }
}

extension LedgerColumn {
  /// The columns that a `rantai` seals.
  static let sealed = allCases.dropLast()
}
