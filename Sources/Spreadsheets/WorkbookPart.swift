/// A part of a workbook, as its lines tell one after another.
public enum WorkbookPart: Hashable, Sendable {
  /// The workbook begins: its title, and when it is made, in seconds since 1970-01-01T00:00:00Z.
  case opening(title: String, created: Int)
  /// A style, which is known by its number from here on: the first one has 0.
  case style(CellStyle)
  /// A sheet begins, which has no rows yet: the numbers of the styles of its columns, and how many pages it is
  /// printed on, as far as that matters (``Sheet/pageCount``).
  case sheet(Sheet, columnStyles: [Int], pageCount: Int?)
  /// What may be chosen in a column of the sheet.
  case choices(SheetChoices)
  /// A row of the sheet begins: its height in points, `nil` for the usual one.
  case row(height: Int?)
  /// The next cell of the row, the number of its style, and how many columns it takes, itself included.
  case cell(SheetCell.Value, style: Int, span: Int)
  /// The workbook is whole.
  case end
}
