/// One sheet of a workbook.
public struct Sheet: Hashable, Sendable {
  /// The paper that a sheet is printed on.
  public enum Paper: String, CaseIterable, Sendable {
    /// 210 by 297 mm (ISO 216).
    case a4
    /// Folio as Indonesian offices use it, 215 by 330 mm.
    case f4
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// The cells from the first column on.
    public var cells: [SheetCell]
    /// The height in points; `nil` for the usual one.
    public var height: Int?

    /// Creates a row.
    public init(_ cells: [SheetCell], height: Int? = nil) {
      self.cells = cells
      self.height = height
    }
  }

  /// The name on its tab: at most 31 characters, none of `[]:*?/\`.
  public var name: String
  /// The paper, which lies on its long side.
  public var paper: Paper
  /// The widths of the columns in characters.
  public var widths: [Int]
  /// The rows.
  public var rows: [Row] = []
  /// The row with the headings, which stays in sight with those above it, is repeated on each printed page, and
  /// has the buttons of a filter; `nil` for a sheet without.
  public var headingRow: Int?
  /// The last row of the table below the headings.
  public var lastTableRow = 0
  /// How many columns stay in sight.
  public var fixedColumns = 0
  /// How the cells of whole columns look that nobody has written into yet; from the first column on.
  public var columnStyles: [CellStyle] = []
  /// What may be chosen in columns below the headings.
  public var choices: [SheetChoices] = []

  /// Creates an empty sheet.
  public init(name: String, paper: Paper, widths: [Int]) {
    self.name = name
    self.paper = paper
    self.widths = widths
  }

  /// The most characters of a name.
  public static let longestName = 31
}
