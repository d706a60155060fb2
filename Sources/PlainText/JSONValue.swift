/// A value of JSON (RFC 8259).
///
/// A program builds it from literals and writes it; ``init(parsing:)`` reads it.
///
/// ```swift
/// let value: JSONValue = ["kode": .string("LPPD"), "hari": 3, "tanggal": .null]
/// print(value)  // {"hari":3,"kode":"LPPD","tanggal":null}
/// ```
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with a fraction or an exponent, or one outside the integers of 64 bits.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// An object with one more key; any other value as it is.
  public func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[key] = value
    return .object(members)
  }

  /// The value with every string in it changed; the keys of objects stay.
  public func mapStrings<Failure>(
    _ change: (String) throws(Failure) -> String
  ) throws(Failure) -> JSONValue {
    switch self {
    case .string(let text): return .string(try change(text))
    case .array(let values):
      var changed: [JSONValue] = []
      for value in values { changed.append(try value.mapStrings(change)) }
      return .array(changed)
    case .object(let members):
      var changed: [String: JSONValue] = [:]
      for (key, value) in members.inOrder { changed[key] = try value.mapStrings(change) }
      return .object(changed)
    case .null, .boolean, .integer, .number: return self
    }
  }
}

extension [String: JSONValue] {
  /// The members in the order of their keys' bytes, so that the same values give the same text.
  public var inOrder: [(key: String, value: JSONValue)] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Creates an object; of a key that is given twice the last value counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }

  /// Creates the text that describes a value; `null` where there is none.
  public init(_ value: (some CustomStringConvertible)?) {
    self = value.map { .string($0.description) } ?? .null
  }

  /// Creates a number; `null` where there is none.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
}
