extension StringProtocol {
  /// Whether nothing but blanks and line breaks is in the text.
  public var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without the blanks and line breaks before and after it.
  public var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
