internal import FoundationEssentials

/// A value of JSON that can be changed and written again.
indirect enum JSONText: Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case list([JSONText])
  case object([Field])

  /// A name in an object with its value.
  struct Field: Hashable {
    let name: String
    let value: JSONText
  }

  /// Reads a value; the names of an object come in the order of their letters.
  ///
  /// - Throws: An error of the decoder where the text is no JSON.
  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSONText.self, from: Data(text.utf8))
  }

  /// The value with every string in it changed; the names in objects stay.
  func mapStrings<Failure>(
    _ change: (String) throws(Failure) -> String
  ) throws(Failure) -> JSONText {
    switch self {
    case .string(let text): return .string(try change(text))
    case .list(let values):
      var changed: [JSONText] = []
      for value in values { changed.append(try value.mapStrings(change)) }
      return .list(changed)
    case .object(let fields):
      var changed: [Field] = []
      for field in fields {
        changed.append(Field(name: field.name, value: try field.value.mapStrings(change)))
      }
      return .object(changed)
    default: return self
    }
  }
}

extension JSONText: Decodable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          Field(name: $0.stringValue, value: try object.decode(JSONText.self, forKey: $0))
        })
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [JSONText] = []
      while !list.isAtEnd { values.append(try list.decode(JSONText.self)) }
      self = .list(values)
    } else {
      self = try JSONText(single: decoder.singleValueContainer())
    }
  }

  private init(single value: any SingleValueDecodingContainer) throws {
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? value.decode(Int64.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .string(try value.decode(String.self))
    }
  }
}

extension JSONText: CustomStringConvertible {
  /// The value as JSON (RFC 8259), without a break or blank between its parts.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): JSONText.quoted(text)
    case .list(let values): "[\(values.map(\.description).joined(separator: ","))]"
    case .object(let fields):
      "{\(fields.map { "\(JSONText.quoted($0.name)):\($0.value)" }.joined(separator: ","))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
