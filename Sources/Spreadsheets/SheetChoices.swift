/// What may be chosen in the cells of one column of a sheet, which a person fills in.
public struct SheetChoices: Hashable, Sendable {
  /// What there is to choose from.
  public enum Source: Hashable, Sendable {
    /// The cells of a column, from 0, of a sheet of the same workbook, as a list.
    case list(sheet: String, column: Int, rows: ClosedRange<Int>)
    /// The days between two, in days since 1970-01-01.
    case days(Int, Int)
  }

  /// The most characters of ``title`` that a spreadsheet keeps.
  public static let longestTitle = 32
  /// The most characters of ``message`` that a spreadsheet keeps.
  public static let longestMessage = 255

  /// The column, from 0.
  public var column: Int
  /// The first and the last row, from 0.
  public var firstRow, lastRow: Int
  /// What there is to choose from.
  public var source: Source
  /// What is said of the cell while it is filled in.
  public var title, message: String

  /// Creates choices.
  ///
  /// - Parameters:
  ///   - column: The column, from 0.
  ///   - rows: The first and the last row, from 0.
  ///   - source: What there is to choose from.
  ///   - title: What the column is, in at most ``longestTitle`` characters.
  ///   - message: What is said of it, in at most ``longestMessage`` characters.
  public init(
    column: Int, rows: ClosedRange<Int>, _ source: Source, title: String, message: String
  ) {
    self.column = column
    firstRow = rows.lowerBound
    lastRow = rows.upperBound
    self.source = source
    self.title = title
    self.message = message
  }

  /// The fields of a record: a column, rows, what the source is with three values, and what is said.
  var fields: [String] {
    let values =
      switch source {
      case .list(let sheet, let column, let rows):
        ["daftar", sheet, "\(column)", "\(rows.lowerBound) \(rows.upperBound)"]
      case .days(let first, let last): ["hari", "", "0", "\(first) \(last)"]
      }
    return ["\(column)", "\(firstRow) \(lastRow)"] + values + [title, message]
  }

  /// Reads ``fields``; `nil` for anything else.
  init?(fields: [String]) {
    guard fields.count == 8, let column = Int(fields[0]), column >= 0,
      let rows = SheetChoices.range(fields[1]), rows.lowerBound >= 0,
      let place = Int(fields[4]), place >= 0, let bounds = SheetChoices.range(fields[5])
    else { return nil }
    let source: Source
    switch fields[2] {
    case "daftar" where bounds.lowerBound >= 0:
      source = .list(sheet: fields[3], column: place, rows: bounds)
    case "hari": source = .days(bounds.lowerBound, bounds.upperBound)
    default: return nil
    }
    self.init(column: column, rows: rows, source, title: fields[6], message: fields[7])
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: " ").compactMap { Int($0) }
    guard parts.count == 2, parts[0] <= parts[1] else { return nil }
    return parts[0]...parts[1]
  }
}
