internal import CXlsxWriter
internal import Spreadsheets

/// Puts the rows of a sheet into a workbook, from top to bottom.
struct SheetWriter {
  typealias Format = UnsafeMutablePointer<lxw_format>?

  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  /// Where the next row, and the next cell in its row, goes.
  private var nextRow: lxw_row_t = 0
  private var column: lxw_col_t = 0

  /// Begins a sheet.
  ///
  /// - Parameters:
  ///   - sheet: The sheet, without rows.
  ///   - styles: How its columns look.
  ///   - pageCount: How many pages it is printed on, as far as that matters.
  ///   - book: The workbook.
  /// - Throws: What the library has against it.
  init(
    _ sheet: Sheet, _ styles: [Format], pageCount: Int?, in book: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookFile.Failure) {
    try WorkbookFile.check(workbook_validate_sheet_name(book, sheet.name))
    guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
      throw .noMemory
    }
    self.worksheet = worksheet
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(
        worksheet, lxw_col_t(column), lxw_col_t(column), Double(width),
        styles.indices.contains(column) ? styles[column] : nil)
    }
    layOut(sheet, pageCount)
  }

  /// How the sheet is printed, what stays in sight, and what is filtered.
  private func layOut(_ sheet: Sheet, _ pageCount: Int?) {
    worksheet_set_landscape(worksheet)
    // Source: ECMA-376 part 1, 18.3.1.63 (paperSize): 9 is A4; 14 is folio, 8 1/2 by 13 inches.
    worksheet_set_paper(worksheet, sheet.paper == .a4 ? 9 : 14)
    let (side, end) = Sheet.Paper.margins
    worksheet_set_margins(worksheet, side, side, end, end)
    worksheet_fit_to_pages(worksheet, 1, UInt16(clamping: pageCount ?? 0))
    worksheet_set_footer(worksheet, "&L&8&A&R&8Halaman &P dari &N")
    guard let heading = sheet.headingRow else { return }
    let row = lxw_row_t(heading)
    worksheet_repeat_rows(worksheet, row, row)
    worksheet_freeze_panes(worksheet, row + 1, lxw_col_t(sheet.fixedColumns))
    if sheet.lastTableRow > heading, !sheet.widths.isEmpty {
      worksheet_autofilter(
        worksheet, row, 0, lxw_row_t(sheet.lastTableRow), lxw_col_t(sheet.widths.count - 1))
    }
  }

  /// Adds what may be chosen in a column.
  ///
  /// - Throws: What the library has against it.
  func add(_ choices: SheetChoices) throws(WorkbookFile.Failure) {
    try WorkbookFile.check(ChoiceWriter.write(choices, to: worksheet))
  }

  /// Begins the next row.
  mutating func beginRow(height: Int?) {
    if let height { worksheet_set_row(worksheet, nextRow, Double(height), nil) }
    nextRow += 1
    column = 0
  }

  /// Adds a cell to the row that was begun.
  ///
  /// - Throws: What the library has against it.
  mutating func add(
    _ value: SheetCell.Value, _ format: Format, span: Int
  ) throws(WorkbookFile.Failure) {
    let row = nextRow - 1
    if span > 1 {
      try WorkbookFile.check(
        worksheet_merge_range(
          worksheet, row, column, row, column + lxw_col_t(span - 1), "", format))
    }
    try WorkbookFile.check(write(value, row, format))
    column += lxw_col_t(span)
  }

  private func write(
    _ value: SheetCell.Value, _ row: lxw_row_t, _ format: Format
  ) -> lxw_error {
    switch value {
    case .none: worksheet_write_blank(worksheet, row, column, format)
    // A string, never a formula or a link, whatever it begins with.
    case .text(let text): worksheet_write_string(worksheet, row, column, text, format)
    case .whole(let number):
      worksheet_write_number(worksheet, row, column, Double(number), format)
    case .quotient(let part, let whole):
      worksheet_write_number(worksheet, row, column, Double(part) / Double(whole), format)
    case .day(let day):
      worksheet_write_number(
        worksheet, row, column, Double(SheetWriter.dayNumber(day)), format)
    case .instant(let seconds):
      worksheet_write_number(
        worksheet, row, column, Double(seconds) / 86_400 + Double(SheetWriter.firstDay), format)
    }
  }

  /// A day, in days since 1970-01-01, as a spreadsheet counts it.
  static func dayNumber(_ day: Int) -> Int { day + firstDay }

  /// 1970-01-01 as a spreadsheet counts days (ECMA-376 part 1, 18.17.4.1, the 1900 date system).
  private static let firstDay = 25_569
}
