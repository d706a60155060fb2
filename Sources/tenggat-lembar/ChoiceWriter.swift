internal import CXlsxWriter
internal import Spreadsheets

/// Puts what may be chosen in the columns of a sheet into it.
enum ChoiceWriter {
  /// Puts a list or bounds into a sheet.
  ///
  /// - Returns: The fault; `LXW_NO_ERROR` where there is none.
  static func write(
    _ choice: SheetChoices, to worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    // The library reads the texts while it is called, and keeps copies.
    withMutableCopy(of: choice.source.formula) { formula in
      withMutableCopy(of: choice.title) { title in
        withMutableCopy(of: choice.message) { message in
          var rule = lxw_data_validation()
          rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
          // What is written otherwise is asked about, not refused: a name may be written in many ways.
          rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
          rule.input_title = title
          rule.input_message = message
          rule.error_title = title
          rule.error_message = message
          switch choice.source {
          case .list:
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            rule.value_formula = formula
          case .days(let first, let last):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            rule.minimum_number = Double(SheetWriter.dayNumber(first))
            rule.maximum_number = Double(SheetWriter.dayNumber(last))
          }
          return worksheet_data_validation_range(
            worksheet, lxw_row_t(choice.firstRow), lxw_col_t(choice.column),
            lxw_row_t(choice.lastRow), lxw_col_t(choice.column), &rule)
        }
      }
    }
  }

  private static func withMutableCopy(
    of text: String, _ body: (UnsafeMutablePointer<CChar>?) -> lxw_error
  ) -> lxw_error {
    var bytes = Array(text.utf8CString)
    return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}

extension SheetChoices.Source {
  /// The cells of a list as a formula names them: `=Daftar!$A$2:$A$9`.
  fileprivate var formula: String {
    guard case .list(let sheet, let column, let rows) = self else { return "" }
    let letters = SheetContent.letters(ofColumn: column + 1)
    return "='\(sheet)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
  }
}
