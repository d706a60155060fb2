/// A document that cannot be used: not well-formed, not valid, or with a value that no office has.
public struct FaultyDocument: Error, Hashable, Sendable {
  /// What is wrong and on which line, in the order of the file; at least one.
  public let faults: [SchemaFault]

  /// Creates the error.
  public init(faults: [SchemaFault]) { self.faults = faults }

  /// One fault of a whole element or line.
  init(line: Int, _ message: String) {
    self.init(faults: [SchemaFault(line: line, column: nil, message: message)])
  }
}
