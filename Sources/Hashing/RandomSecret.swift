/// Secrets that nobody can guess.
public enum RandomSecret {
  /// Draws 256 random bits, in 64 lower-case hexadecimal digits.
  public static func hexadecimal() -> String {
    // The system's generator is the kernel's, which is fit for secrets.
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let word = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - word.count) + word
    }.joined()
  }
}
