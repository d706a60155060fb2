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
    return try YAMLTree(parsing: bytes)
  }
}
