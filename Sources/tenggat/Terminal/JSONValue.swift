internal import Foundation

/// A JSON text being built, with `null` where a key has no value.
enum JSONValue: Encodable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([String: JSONValue])

  private struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .string(let text): try encode(text, to: encoder)
    case .integer(let number): try encode(number, to: encoder)
    case .boolean(let flag): try encode(flag, to: encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .array(let values): try encode(values, to: encoder)
    case .object(let members):
      var container = encoder.container(keyedBy: Member.self)
      for (key, value) in members {
        try container.encode(value, forKey: Member(stringValue: key))
      }
    }
  }

  /// An object with one more key; any other value as it is.
  func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[key] = value
    return .object(members)
  }

  private func encode(_ value: some Encodable, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// The text, with keys in alphabetical order so that the same values give the same bytes.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    return JSONValue.escaped(text) + "\n"
  }
}

extension JSONValue {
  /// A JSON text in which characters that drive a terminal are written as `\\uXXXX`, which every
  /// reader takes for the same; the line feeds between its parts stay.
  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.drivesTerminal && $0 != "\n" }) else {
      return text
    }
    var safe = ""
    for scalar in text.unicodeScalars {
      guard scalar.drivesTerminal, scalar != "\n" else {
        safe.unicodeScalars.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return safe
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }

  /// The text that describes a value; `null` where there is none.
  init(_ value: (some CustomStringConvertible)?) {
    self = value.map { .string($0.description) } ?? .null
  }

  /// A number; `null` where there is none.
  init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
}
