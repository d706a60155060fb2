internal import Hashing

/// A secret that a page puts into its forms and only who saw the page can send back, so that the page of
/// another site cannot send a form in a visitor's name.
struct FormToken: Hashable, Sendable {
  /// The field in which it is sent back.
  static let field = "tanda"

  /// The secret, 256 random bits in hexadecimal.
  let text: String

  /// Draws a secret.
  init() { text = RandomSecret.hexadecimal() }

  /// Whether what was sent back is the secret; how long that takes tells nothing of it.
  func matches(_ sent: String) -> Bool { ConstantTime.areEqual(Array(text.utf8), Array(sent.utf8)) }
}
