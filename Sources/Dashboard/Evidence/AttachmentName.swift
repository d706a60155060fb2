internal import PlainText

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
    // RFC 8187, `attr-char`.
    let encoded = plain.percentEncoded(but: "!#$&+-.^_`|~")
    return
      "\(isShown ? "inline" : "attachment"); filename=\"\(ascii)\"; filename*=UTF-8''\(encoded)"
  }

  /// What may stand between quotes without an escape that browsers read differently.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar != "%"
      && scalar.value != 0x7F
  }
}
