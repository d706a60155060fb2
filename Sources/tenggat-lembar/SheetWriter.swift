internal import CXlsxWriter
internal import Spreadsheets

/// Puts one sheet into a workbook.
enum SheetWriter {
  private typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>

  /// Puts a sheet into a workbook.
  ///
  /// - Returns: The first fault; `LXW_NO_ERROR` where there is none.
  static func write(
    _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>, _ styles: inout FormatShelf
  ) -> lxw_error {
    let named = workbook_validate_sheet_name(book, sheet.name)
    guard named == LXW_NO_ERROR else { return named }
    guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    for (column, width) in sheet.widths.enumerated() {
      let style = sheet.columnStyles.indices.contains(column) ? sheet.columnStyles[column] : nil
      worksheet_set_column(
        worksheet, lxw_col_t(column), lxw_col_t(column), Double(width),
        style.flatMap { styles.format($0) })
    }
    layOut(sheet, worksheet)
    for (number, row) in sheet.rows.enumerated() {
      let fault = write(row, at: lxw_row_t(number), to: worksheet, &styles)
      guard fault == LXW_NO_ERROR else { return fault }
    }
    return ChoiceWriter.write(sheet.choices, to: worksheet)
  }

  /// How the sheet is printed, what stays in sight, and what is filtered.
  private static func layOut(_ sheet: Sheet, _ worksheet: Worksheet) {
    worksheet_set_landscape(worksheet)
    // Source: ECMA-376 part 1, 18.3.1.63 (paperSize): 9 is A4; 14 is folio, 8 1/2 by 13 inches.
    worksheet_set_paper(worksheet, sheet.paper == .a4 ? 9 : 14)
    let (side, end) = Sheet.Paper.margins
    worksheet_set_margins(worksheet, side, side, end, end)
    worksheet_fit_to_pages(worksheet, 1, UInt16(clamping: sheet.pageCount ?? 0))
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

  private static func write(
    _ row: Sheet.Row, at number: lxw_row_t, to worksheet: Worksheet, _ styles: inout FormatShelf
  ) -> lxw_error {
    if let height = row.height { worksheet_set_row(worksheet, number, Double(height), nil) }
    var column = 0
    for cell in row.cells {
      let format = styles.format(cell.style)
      if cell.span > 1 {
        let merged = worksheet_merge_range(
          worksheet, number, lxw_col_t(column), number, lxw_col_t(column + cell.span - 1), "",
          format)
        guard merged == LXW_NO_ERROR else { return merged }
      }
      let fault = write(cell.value, number, lxw_col_t(column), to: worksheet, format)
      guard fault == LXW_NO_ERROR else { return fault }
      column += cell.span
    }
    return LXW_NO_ERROR
  }

  private static func write(
    _ value: SheetCell.Value, _ row: lxw_row_t, _ column: lxw_col_t, to worksheet: Worksheet,
    _ format: UnsafeMutablePointer<lxw_format>?
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
      worksheet_write_number(worksheet, row, column, Double(dayNumber(day)), format)
    case .instant(let seconds):
      worksheet_write_number(
        worksheet, row, column, Double(seconds) / 86_400 + Double(firstDay), format)
    }
  }

  /// A day, in days since 1970-01-01, as a spreadsheet counts it.
  static func dayNumber(_ day: Int) -> Int { day + firstDay }

  /// 1970-01-01 as a spreadsheet counts days (ECMA-376 part 1, 18.17.4.1, the 1900 date system).
  private static let firstDay = 25_569
}
