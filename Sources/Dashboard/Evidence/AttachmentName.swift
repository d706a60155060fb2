/// The name of a file for `Content-Disposition` (RFC 6266): as a token that every browser reads, and as
/// it is in UTF-8 (RFC 8187).
enum AttachmentName {
  /// The value of the header.
  ///
  /// - Parameters:
  ///   - name: The name, whatever is in it.
  ///   - isShown: Whether the file is shown rather than saved.
  /// - Returns: The value.
  static func header(_ name: String, shown isShown: Bool) -> String {
    let plain = StoredName.text(name)
    let ascii = String(
      plain.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    let encoded = plain.utf8.map { byte in
      isAttributeByte(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    return
      "\(isShown ? "inline" : "attachment"); filename=\"\(ascii)\"; filename*=UTF-8''\(encoded)"
  }

  /// What may stand between quotes without an escape that browsers read differently.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar != "%"
      && scalar.value != 0x7F
  }

  /// RFC 8187, `attr-char`.
  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "!#$&+-.^_`|~".utf8.contains(byte)
    }
  }
}
