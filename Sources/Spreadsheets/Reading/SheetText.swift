/// The content of a workbook as the bytes that come from the program that reads files of spreadsheets.
///
/// A line is one record, its fields are separated by tabs; behind a record `isi` stand as many bytes as it
/// says, and a line feed. The last record says that all was read, or why not, so that what is cut off is
/// known for it.
public enum SheetText {
  /// One record.
  public enum Record: Sendable {
    /// The first one: how days are counted.
    case opening(countsFrom1904: Bool)
    /// A sheet begins.
    case sheet(name: String)
    /// More of the sheet's text.
    case text([UInt8])
    /// The last one: all was read.
    case end
    /// The last one: why the file is not read.
    case refusal(SheetRefusal)

    /// The record as bytes.
    public var bytes: [UInt8] {
      switch self {
      case .opening(let is1904): SheetText.line(SheetText.opening, is1904 ? "1904" : "1900")
      case .sheet(let name): SheetText.line("lembar", name)
      case .text(let text): SheetText.line("isi", "\(text.count)") + text + [SheetText.lineFeed]
      case .end: SheetText.line("selesai")
      case .refusal(let refusal):
        SheetText.line(
          "tolak", refusal.kind.rawValue, refusal.part, "\(refusal.line)", refusal.detail)
      }
    }
  }

  private static let opening = "tenggat-lembar-isi 1"
  private static let lineFeed = UInt8(ascii: "\n")

  private static func line(_ fields: String...) -> [UInt8] {
    Array(fields.map(RecordField.written).joined(separator: "\t").utf8) + [lineFeed]
  }

  /// What such bytes say.
  ///
  /// - Returns: The content or the refusal; `nil` for anything else, and for bytes that are cut off.
  public static func content(of bytes: [UInt8]) -> Result<SheetContent, SheetRefusal>? {
    var content = SheetContent(sheets: [], countsFrom1904: false)
    var rest = bytes[...]
    var isOpen = false
    while let end = rest.firstIndex(of: lineFeed) {
      let fields = RecordField.fields(of: rest[..<end])
      rest = rest[(end + 1)...]
      switch (fields[0], fields.count) {
      case (opening, 2) where !isOpen && ["1900", "1904"].contains(fields[1]):
        content.countsFrom1904 = fields[1] == "1904"
        isOpen = true
      case ("tolak", 5):
        guard rest.isEmpty, let kind = SheetRefusal.Kind(rawValue: fields[1]),
          let line = Int(fields[3])
        else { return nil }
        return .failure(SheetRefusal(kind, part: fields[2], line: line, detail: fields[4]))
      case ("lembar", 2) where isOpen:
        content.sheets.append(SheetContent.Sheet(name: fields[1], text: []))
      case ("isi", 2):
        guard let count = Int(fields[1]), count >= 0, count < rest.count,
          let last = content.sheets.indices.last
        else { return nil }
        content.sheets[last].text += rest.prefix(count)
        rest = rest.dropFirst(count + 1)
      case ("selesai", 1): return isOpen && rest.isEmpty ? .success(content) : nil
      default: return nil
      }
    }
    return nil
  }
}
