/// What a fuzzer feeds bytes to, and what must hold for all bytes.
///
/// The suite calls the same functions with the committed corpus and with mutations, so that an input
/// that once broke something stays a test.
public enum FuzzEntry {
  /// A property that bytes have broken.
  public struct Broken: Error, CustomStringConvertible {
    /// What does not hold.
    public let description: String

    /// Creates the error.
    public init(description: String) { self.description = description }
  }

  /// Throws unless something holds.
  static func hold(_ condition: Bool, _ what: @autoclosure () -> String) throws(Broken) {
    guard condition else { throw Broken(description: what()) }
  }
}
