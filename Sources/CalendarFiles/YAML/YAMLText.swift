/// The text of a file that people write, parsed.
public struct YAMLText: Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The parsed form, or what is wrong with the syntax.
  let tree: Result<YAMLTree, YAMLTrouble>

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, UTF-8.
  ///   - file: The file as it is named to the user.
  public init(_ bytes: [UInt8], file: String) {
    self.file = file
    do throws(YAMLTrouble) {
      tree = .success(try YAMLText.parse(bytes))
    } catch {
      tree = .failure(error)
    }
  }

  private static func parse(_ bytes: [UInt8]) throws(YAMLTrouble) -> YAMLTree {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
      throw YAMLTrouble(sentence: .notUTF8, line: line, column: 1)
    }
    guard nestingIsBounded(bytes) else {
      throw YAMLTrouble(sentence: .nestedTooDeep, line: 1, column: 1)
    }
    return try YAMLTree(parsing: bytes)
  }

  /// Whether nesting on one line is bounded, which is seen without parsing.
  private static func nestingIsBounded(_ bytes: [UInt8]) -> Bool {
    var open = 0
    var dashes = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
      case UInt8(ascii: "-"), UInt8(ascii: "?"): dashes += 1
      case UInt8(ascii: " "): break
      default: dashes = 0
      }
      if open > 64 || dashes > 256 { return false }
    }
    return true
  }
}
