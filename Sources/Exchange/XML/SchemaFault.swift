/// A place where a document is not well-formed, or is not what its schema says.
public struct SchemaFault: Hashable, Sendable {
  /// The line, from 1; 0 where libxml2 does not tell it.
  ///
  /// A fault of the schema's past line 65 534 may name the line after: libxml2 then knows the lines
  /// of text only.
  public let line: Int
  /// The column, from 1; `nil` for a fault of the schema's, which concerns a whole element.
  public let column: Int?
  /// What is wrong, in one sentence without a full stop.
  public let message: String

  /// Creates a fault.
  public init(line: Int, column: Int?, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}
