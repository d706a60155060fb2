/// The body of a mail in ASCII lines of at most 76 characters.
///
/// Source: RFC 2045 6.7, with lines that end in LF, as programs on standard input expect them.
enum QuotedPrintable {
  /// The longest line, with the `=` that continues it.
  private static let lineLength = 76

  /// Encodes lines that each end in LF.
  static func encode(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(encodeLine)
      .joined(separator: "\n")
  }

  private static func encodeLine(_ line: Substring) -> String {
    var output = ""
    var column = 0
    var rest = line.unicodeScalars[...]
    while let scalar = rest.first {
      var token = self.token(scalar, isLast: rest.count == 1)
      if column + token.utf8.count > lineLength - 1 {
        output += "=\n"
        column = 0
      }
      if column == 0, isTakenForAnotherThing(rest) { token = escaped(scalar) }
      output += token
      column += token.utf8.count
      rest.removeFirst()
    }
    return output
  }

  /// A character as it is written; blanks at the end of a line are lost on the way unless escaped.
  private static func token(_ scalar: Unicode.Scalar, isLast: Bool) -> String {
    switch scalar {
    case "=": escaped(scalar)
    case " " where isLast: escaped(scalar)
    case " "..."~": String(scalar)
    default: escaped(scalar)
    }
  }

  /// Whether a line that begins so ends the message or the mail before it for some program: a dot of
  /// SMTP, a `From ` of a mailbox.
  private static func isTakenForAnotherThing(_ line: Substring.UnicodeScalarView) -> Bool {
    line.first == "." || line.starts(with: "From ".unicodeScalars)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    (UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter).map { byte in
      "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
