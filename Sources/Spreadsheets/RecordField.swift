/// A field of a record in the lines that go to and come from the program for spreadsheets: tabs separate
/// fields; a tab, a line break and a backslash in a text are written with a backslash.
enum RecordField {
  private static let backslash = UInt8(ascii: "\\")

  /// A text as it stands in a record.
  static func written(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte of a text stands there as two.
  private static func isWritten(_ byte: UInt8) -> Bool {
    byte == backslash || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  /// Puts a text as it stands in a record behind some bytes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    // A text seldom has one of them.
    guard text.utf8.contains(where: isWritten) else {
      bytes += text.utf8
      return
    }
    for byte in text.utf8 {
      switch byte {
      case backslash: bytes += "\\\\".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// The text of a field.
  static func text(of field: ArraySlice<UInt8>) -> String {
    guard field.contains(backslash) else { return String(decoding: field, as: UTF8.self) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in field {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        default: text.append(byte)
        }
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The fields of a record; at least one.
  static func fields(of line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(text)
  }
}
