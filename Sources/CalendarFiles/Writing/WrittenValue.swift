/// What a part of a YAML text says, however it is written.
public indirect enum WrittenValue: Sendable {
  /// A scalar.
  case text(String)
  /// A list.
  case list([WrittenValue])
  /// A mapping; the order of its keys means nothing.
  case mapping([Pair])

  /// A key and what it says.
  public struct Pair: Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: WrittenValue

    /// Creates a pair.
    public init(_ key: String, _ value: WrittenValue) {
      self.key = key
      self.value = value
    }
  }

  /// A mapping of scalars; those that are `nil` are left out.
  public static func mapping(texts: KeyValuePairs<String, String?>) -> WrittenValue {
    .mapping(texts.compactMap { key, text in text.map { Pair(key, .text($0)) } })
  }

  init(_ node: Node) {
    if let pairs = node.pairs {
      self = .mapping(pairs.map { Pair($0.key.string ?? "", WrittenValue($0.value)) })
    } else {
      self = node.items.map { .list($0.map(WrittenValue.init)) } ?? .text(node.string ?? "")
    }
  }

  /// The text of a scalar; `nil` for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The items of a list; `nil` for anything else.
  public var items: [WrittenValue]? { if case .list(let items) = self { items } else { nil } }

  /// The pairs of a mapping; `nil` for anything else.
  public var pairs: [Pair]? { if case .mapping(let pairs) = self { pairs } else { nil } }

  /// The value of a key of a mapping.
  public subscript(key: String) -> WrittenValue? { pairs?.first { $0.key == key }?.value }
}

extension WrittenValue: Equatable {
  /// Whether both say the same, in whatever order the keys stand.
  public static func == (left: WrittenValue, right: WrittenValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    default: false
    }
  }
}

extension [WrittenValue.Pair] {
  fileprivate subscript(key: String) -> WrittenValue? { first { $0.key == key }?.value }
}

// MARK: - Writing

extension WrittenValue {
  /// A text as YAML takes it everywhere for this very text, also within braces.
  static func scalar(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "-")
    }
    return isPlain && !text.hasPrefix("-") && !text.isEmpty
      ? text : "'\(text.replacing("'", with: "''"))'"
  }

  /// The value in one line, lists and mappings in brackets and braces.
  var inOneLine: String {
    switch self {
    case .text(let text): WrittenValue.scalar(text)
    case .list(let items): "[\(items.map(\.inOneLine).joined(separator: ", "))]"
    case .mapping(let pairs) where pairs.isEmpty: "{}"
    case .mapping(let pairs):
      "{ \(pairs.map { "\($0.key): \($0.value.inOneLine)" }.joined(separator: ", ")) }"
    }
  }

  /// The lines of the value as an item of a list, without line ends.
  ///
  /// - Parameter indent: Blanks in front of the dash.
  /// - Returns: The lines.
  func itemLines(indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    guard let pairs, !pairs.isEmpty else { return ["\(blanks)- \(inOneLine)"] }
    return pairs.enumerated().map { index, pair in
      "\(blanks)\(index == 0 ? "-" : " ") \(pair.key): \(pair.value.inOneLine)"
    }
  }
}

extension WrittenValue.Pair {
  /// The lines of the pair in a mapping, without line ends.
  ///
  /// - Parameter indent: Blanks in front of the key.
  /// - Returns: The lines.
  func lines(indent: Int) -> [String] {
    let head = String(repeating: " ", count: indent) + key + ":"
    switch value {
    case .list(let items) where items.contains { $0.text == nil }:
      return [head] + items.flatMap { $0.itemLines(indent: indent + 2) }
    case .mapping(let pairs) where !pairs.isEmpty:
      return [head] + pairs.flatMap { $0.lines(indent: indent + 2) }
    default:
      return ["\(head) \(value.inOneLine)"]
    }
  }
}
