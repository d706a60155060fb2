internal import Hashing

/// A secret that a page puts into its forms and only who saw the page can send back, so that the page of
/// another site cannot send a form in a visitor's name.
struct FormToken: Hashable, Sendable {
  /// The field in which it is sent back.
  static let field = "tanda"

  /// The secret, 256 random bits in hexadecimal.
  let text: String

  /// Draws a secret.
  init() {
    // The system's generator is the kernel's, which is fit for secrets.
    var generator = SystemRandomNumberGenerator()
    text = (0..<4).map { _ in
      let word = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - word.count) + word
    }.joined()
  }

  /// Whether what was sent back is the secret; how long that takes tells nothing of it.
  func matches(_ sent: String) -> Bool { ConstantTime.areEqual(Array(text.utf8), Array(sent.utf8)) }
}
