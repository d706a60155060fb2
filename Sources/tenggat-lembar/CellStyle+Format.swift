internal import CXlsxWriter
internal import Spreadsheets

extension CellStyle {
  /// The style as a format of a workbook, which owns it; `nil` where there is no memory for it, and the cells are
  /// not set off.
  func format(in book: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<lxw_format>? {
    guard let made = workbook_add_format(book) else { return nil }
    format_set_font_name(made, "Arial")
    format_set_font_size(made, Double(size ?? 10))
    format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if isBold || tone == .heading { format_set_bold(made) }
    if isBordered { format_set_border(made, UInt8(LXW_BORDER_THIN.rawValue)) }
    if isWrapped { format_set_text_wrap(made) }
    switch alignment {
    case .usual: break
    case .center: format_set_align(made, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(made, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if let pattern = Self.pattern(format) { format_set_num_format(made, pattern) }
    if let (letters, ground) = Self.colors(tone) {
      format_set_font_color(made, letters)
      format_set_bg_color(made, ground)
      format_set_pattern(made, UInt8(LXW_PATTERN_SOLID.rawValue))
    }
    return made
  }

  /// How numbers are shown; a spreadsheet puts in the marks and the names of the months of its language,
  /// and days are Indonesian in any.
  private static func pattern(_ format: Format) -> String? {
    switch format {
    case .general: nil
    case .whole: "#,##0"
    case .decimal: "#,##0.00"
    case .percent: "0.00%"
    case .day: "[$-421]d mmm yyyy"
    case .instant: "[$-421]d mmm yyyy hh:mm"
    case .text: "@"
    }
  }

  /// The colours of letters and ground, which also tell apart on black-and-white paper; each has a
  /// contrast of more than 4.5 to 1.
  private static func colors(_ tone: Tone) -> (letters: UInt32, ground: UInt32)? {
    switch tone {
    case .plain: nil
    case .good: (0x14532D, 0xDCFCE7)
    case .soon: (0x713F12, 0xFEF3C7)
    case .bad: (0x7F1D1D, 0xFECACA)
    case .faint: (0x4B5563, 0xF9FAFB)
    case .heading: (0x111827, 0xD1D5DB)
    }
  }
}
