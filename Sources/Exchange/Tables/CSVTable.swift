public import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles

/// A table of an answer as comma-separated values for other programs (RFC 4180), with CRLF.
///
/// The first row has the keys of the columns. Days are `2026-03-31`, percentages and indices have a point and
/// two decimals (`87.50`), a value that is not there is empty. Texts pass a ``FormulaGuard``.
public struct CSVTable: Sendable {
  /// What stands between fields.
  public enum Separator: String, CaseIterable, Sendable {
    /// What RFC 4180 has.
    case comma = ","
    /// What an Indonesian spreadsheet expects.
    case semicolon = ";"
    /// A tab.
    case tab = "tab"

    /// The character.
    public var scalar: Unicode.Scalar {
      switch self {
      case .comma: ","
      case .semicolon: ";"
      case .tab: "\t"
      }
    }
  }

  /// The bytes before a text that tell a spreadsheet that it is UTF-8.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let grid: Grid
  private let separator: Separator
  private let hasMark: Bool
  private let isForOthers: Bool

  /// Lays out a table.
  ///
  /// - Parameters:
  ///   - grid: The table.
  ///   - separator: What stands between fields.
  ///   - hasMark: Whether a byte order mark stands in front, without which some spreadsheets take the text
  ///     for another encoding.
  ///   - isForOthers: Whether lines end with CR and LF, as RFC 4180 has it; else with LF alone, as programs
  ///     expect that compare lines.
  public init(
    _ grid: Grid, separator: Separator = .comma, byteOrderMark hasMark: Bool = false,
    forOthers isForOthers: Bool = true
  ) {
    self.grid = grid
    self.separator = separator
    self.hasMark = hasMark
    self.isForOthers = isForOthers
  }

  /// The bytes of the file.
  public var bytes: [UInt8] { head + body }

  /// The byte order mark, and the row with the keys of the columns.
  public var head: [UInt8] {
    var writer = writer
    writer.row(grid.headings.map(\.key))
    return (hasMark ? CSVTable.byteOrderMark : []) + writer.bytes
  }

  /// The rows below the head.
  public var body: [UInt8] {
    let shield = FormulaGuard(separator: separator.scalar)
    var writer = writer
    for row in grid.rows {
      writer.row(row.map { CSVTable.text(of: TableValue($0), shield) })
    }
    return writer.bytes
  }

  private var writer: CSVWriter {
    CSVWriter(separator: UInt8(ascii: separator.scalar), forOthers: isForOthers)
  }

  /// A value as it is written.
  private static func text(of value: TableValue, _ shield: FormulaGuard) -> String {
    switch value {
    case .none: ""
    case .text(let text): shield.guarded(text)
    case .day(let day): day.description
    case .instant(let instant): instant.description
    case .whole(let number): "\(number)"
    case .percent(let ratio): ratio.percent() ?? ""
    case .decimal(let ratio): ratio.decimal() ?? ""
    }
  }
}
