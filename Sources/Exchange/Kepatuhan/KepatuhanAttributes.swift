/// An element whose attributes are read as what they mean, wherever they come from: a tree, or a document
/// that passes by.
///
/// Everything that is missing or means nothing is a ``FaultyDocument`` on the element's line.
protocol KepatuhanAttributes {
  /// The line of its start tag, from 1.
  var line: Int { get }
  /// The value of an attribute without a namespace; `nil` where there is no such attribute.
  func attribute(_ name: String) throws(XMLFailure) -> String?
}

extension KepatuhanAttributes {
  /// The value of an attribute that must be there.
  func value(_ name: String) throws -> String { try value(name) { $0 } }

  /// The value of an attribute that must be there and mean something.
  func value<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = try optional(name, read) else { throw fault(Messages.missing(name)) }
    return value
  }

  /// The value of an attribute that may be missing.
  func optional(_ name: String) throws -> String? { try attribute(name) }

  /// The value of an attribute that may be missing, but must mean something where it is there.
  func optional<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
    guard let text = try attribute(name) else { return nil }
    guard let value = read(text) else { throw fault(Messages.unusable(name, text)) }
    return value
  }

  /// The count in an attribute that must be there.
  func integer(_ name: String) throws -> Int { try value(name, KepatuhanElement.count) }

  /// What is wrong with the element.
  func fault(_ message: String) -> FaultyDocument {
    FaultyDocument(line: line, message)
  }
}
