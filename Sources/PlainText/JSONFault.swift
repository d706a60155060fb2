/// A text that is not JSON.
public struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case notUTF8
    /// The text ends within a value.
    case unexpectedEnd
    /// A character that may not stand there.
    case unexpectedCharacter
    /// An escape that means no character.
    case badEscape
    /// A number that no number of the machine comes near.
    case numberTooLarge
    /// Lists and objects are nested deeper than ``JSONValue/deepestNesting``.
    case tooDeep
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: the bytes before it.
  public let offset: Int

  /// Creates a fault.
  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}
