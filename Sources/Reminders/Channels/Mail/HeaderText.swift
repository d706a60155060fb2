internal import PlainText

/// Words in the header of a mail.
///
/// Source: RFC 5322 2.2.3 and 3.2.4, RFC 2047.
enum HeaderText {
  /// The most characters of a header's text that stay on one line.
  private static let roomOnLine = 60

  /// The bytes that an encoded word holds: 64 characters with what is around them, so that `Subject: `
  /// still fits before it into the 76 that a line may have.
  private static let bytesOfWord = 39

  /// A subject: as it is where that is short ASCII, else in encoded words, folded.
  static func unstructured(_ text: String) -> String {
    let text = text.singleLine
    return isPlain(text) ? text : encoded(text)
  }

  /// A person's name before an address, in quotes or in encoded words.
  static func phrase(_ name: String) -> String {
    let name = name.singleLine
    guard isPlain(name) else { return encoded(name) }
    let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }

  /// Whether a text can stand as it is and is not taken for an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= roomOnLine && !text.contains("=?")
      && text.unicodeScalars.allSatisfy { (" "..."~").contains($0) }
  }

  /// A text in encoded words, a line each; each holds whole characters.
  private static func encoded(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if (words.last?.count ?? 0) + bytes.count > bytesOfWord { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Base64.encode($0))?=" }.joined(separator: "\n ")
  }
}
