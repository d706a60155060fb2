internal import ComplianceModel
internal import Spreadsheets

/// Where the cells of a table lie, as they are named to the user.
struct TablePlaces {
  /// The file as the user named it; for a sheet with its name, `rekap.xlsx[Dokumen]`.
  let file: String
  /// The sheet, in which a column has letters; `nil` for a table in a file of its own.
  let sheet: String?

  /// A table in a file of its own.
  init(file: String) {
    self.file = file
    sheet = nil
  }

  /// A sheet of a workbook.
  init(sheet: String, of file: String) {
    self.file = "\(file)[\(sheet)]"
    self.sheet = sheet
  }

  /// A place by its line and column, both from 1.
  func place(line: Int, column: Int) -> SourcePlace {
    SourcePlace(
      file: file, line: line, column: column,
      cell: sheet != nil ? "\(SheetContent.letters(ofColumn: column))\(line)" : nil)
  }
}
