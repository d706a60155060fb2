internal import CXlsxWriter
internal import Spreadsheets

/// The formats of a workbook, each made once.
struct FormatShelf {
  private let book: UnsafeMutablePointer<lxw_workbook>
  /// A list, and no dictionary: to look through some dozen takes less than to hash one.
  private var formats: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>)] = []

  /// Formats of a book, which owns them.
  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// The format of a style; `nil` where there is no memory for it, and the cell is not set off.
  mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats.first(where: { $0.style == style }) { return known.format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, Double(style.size ?? 10))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if style.isBold || style.tone == .heading { format_set_bold(format) }
    if style.isBordered { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.isWrapped { format_set_text_wrap(format) }
    switch style.alignment {
    case .usual: break
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if let pattern = FormatShelf.pattern(style.format) { format_set_num_format(format, pattern) }
    if let (letters, ground) = FormatShelf.colors(style.tone) {
      format_set_font_color(format, letters)
      format_set_bg_color(format, ground)
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    }
    formats.append((style, format))
    return format
  }

  /// How numbers are shown; a spreadsheet puts in the marks and the names of the months of its language,
  /// and days are Indonesian in any.
  private static func pattern(_ format: CellStyle.Format) -> String? {
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
  private static func colors(_ tone: CellStyle.Tone) -> (letters: UInt32, ground: UInt32)? {
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
