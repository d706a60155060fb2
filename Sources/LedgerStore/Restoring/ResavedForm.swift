import CivilCalendar
import DurableFiles

/// How another program saved a ledger, as far as the file shows it.
public struct ResavedForm: Hashable, Sendable {
  /// Something that this program never writes into a ledger.
  public enum Sign: Hashable, Sendable {
    /// A byte order mark in front.
    case byteOrderMark
    /// Text in UTF-16.
    case utf16
    /// Text in Windows-1252.
    case windows1252
    /// Line ends with a CR.
    case carriageReturns
    /// Lines without anything.
    case blankLines
    /// Another byte than the comma between the fields.
    case separator(UInt8)
    /// Whole lines in quotes, as if a row were one field.
    case quotedLines
    /// Quotes or empty fields in the line of the column names.
    case headerCells
    /// Dates of another form, as the first one stands there.
    case dates(String)
  }

  /// What shows it, in the order of reading; empty where nothing does.
  public let signs: [Sign]
  /// The byte between the fields.
  let separator: UInt8
  /// Which of the lines are no rows: what stands before the first row, the header with it.
  let leadingLines: Int

  /// Whether the file as a whole went through another program, so that what is wrong with its rows is one
  /// damage: its columns are told apart in another way, or what an editor adds stands beside dates of another
  /// form, or most rows have such dates.
  let isWhole: Bool

  /// Looks at the lines of a ledger.
  init(_ text: ResavedText) {
    var signs = text.signs
    if text.hasBlankLines { signs.append(.blankLines) }
    let heading = text.lines.prefix(ResavedForm.longestHeading).enumerated().lazy.compactMap {
      (index, line) in ResavedForm.header(in: line.bytes).map { (index, $0) }
    }.first
    separator = heading?.1.separator ?? UInt8(ascii: ",")
    // Without a line of column names the first line is where they stood.
    leadingLines = heading.map { $0.0 + 1 } ?? min(1, text.lines.count)
    var isWhole = false
    if let header = heading?.1 {
      if header.separator != UInt8(ascii: ",") { signs.append(.separator(header.separator)) }
      if header.isOneCell { signs.append(.quotedLines) }
      if !header.isExact, !header.isOneCell, header.separator == UInt8(ascii: ",") {
        signs.append(.headerCells)
      }
      isWhole = !header.isExact
    }
    let dates = ResavedForm.dates(in: text.lines.dropFirst(leadingLines), separator)
    if let example = dates.example { signs.append(.dates(example)) }
    self.signs = signs
    let isEdited = !text.signs.isEmpty && dates.foreign > 0
    let isMostly = dates.foreign > 1 && 2 * dates.foreign >= dates.rows
    self.isWhole = isWhole || text.signs.contains(.utf16) || isEdited || isMostly
  }

  /// Lines among which the column names are looked for: a line `sep=;` and blank cells may precede them.
  private static let longestHeading = 3

  private struct Header {
    let separator: UInt8
    /// Whether the whole line is one cell.
    var isOneCell = false
    /// Whether it is what this program writes.
    var isExact = false
  }

  /// The column names, in whatever way they are told apart; `nil` for any other line.
  private static func header(in line: ArraySlice<UInt8>) -> Header? {
    if line.elementsEqual(LedgerColumn.header) {
      return Header(separator: UInt8(ascii: ","), isExact: true)
    }
    let names = LedgerColumn.allCases.map { Array($0.name.utf8) }
    for separator in separators {
      let cells = SpreadsheetLine.withoutEmptyEnd(
        SpreadsheetLine.cells(of: line, separator: separator))
      if cells == names { return Header(separator: separator) }
      if cells.count == 1, cells[0] == LedgerColumn.header {
        return Header(separator: separator, isOneCell: true)
      }
    }
    return nil
  }

  /// What stands between fields in files of spreadsheets.
  static let separators = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// How many rows state a day, how many of them in another form than ours, and the first of those.
  private static func dates(
    in lines: ArraySlice<ResavedText.Line>, _ separator: UInt8
  ) -> (rows: Int, foreign: Int, example: String?) {
    var (rows, foreign) = (0, 0)
    var example: String?
    for line in lines {
      let cells = SpreadsheetLine.cells(of: line.bytes, separator: separator)
      guard cells.indices.contains(LedgerColumn.date.rawValue) else { continue }
      let cell = cells[LedgerColumn.date.rawValue]
      guard !cell.isEmpty else { continue }
      rows += 1
      guard CivilDate(iso: cell[...]) == nil else { continue }
      let text = String(decoding: cell, as: UTF8.self)
      guard !DateReading.readings(of: text).isEmpty else { continue }
      foreign += 1
      example = example ?? text
    }
    return (rows, foreign, example)
  }
}

extension ResavedForm.Sign {
  /// What a person sees of it.
  public var words: String {
    switch self {
    case .byteOrderMark: "tanda BOM di awal"
    case .utf16: "teks UTF-16"
    case .windows1252: "teks Windows-1252"
    case .carriageReturns: "akhir baris CR (CRLF)"
    case .blankLines: "baris kosong"
    case .separator(UInt8(ascii: ";")): "pemisah titik koma"
    case .separator(UInt8(ascii: "\t")): "pemisah tab"
    case .separator(let byte): "pemisah `\(Character(Unicode.Scalar(byte)))`"
    case .quotedLines: "setiap baris menjadi satu sel"
    case .headerCells: "kutip atau sel kosong pada judul kolom"
    case .dates(let example): "tanggal berbentuk \(example.prefix(24))"
    }
  }
}
