internal import Wording

/// Styles in a terminal (ECMA-48 SGR).
extension Style {
  private var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .bad: "31"
    case .soon: "33"
    case .good: "32"
    }
  }

  /// The text with the codes of the style around it.
  func applied(to text: String, isColored: Bool) -> String {
    guard isColored, let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
