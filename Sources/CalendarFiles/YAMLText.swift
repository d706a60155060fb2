/// The text of a file that people write, parsed.
///
/// To parse YAML takes longer than all the rest of a short command, so that a parsed text can be kept
/// and read again: ``kept`` holds the text itself beside its parsed form, and serves only for exactly
/// that text. There is nothing to invalidate.
public struct YAMLText: Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The parsed form, or what is wrong with the syntax.
  let tree: Result<YAMLTree, YAMLTrouble>

  /// Whether the parsed form was read again, so that there is nothing new to keep.
  public let wasKept: Bool

  private let bytes: [UInt8]

  private static let mark = Array("tenggat-yaml-1\n".utf8)

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, UTF-8.
  ///   - file: The file as it is named to the user.
  ///   - kept: What ``kept`` gave for an earlier text of the file; used where the text is the same.
  public init(_ bytes: [UInt8], file: String, kept: [UInt8]? = nil) {
    self.bytes = bytes
    self.file = file
    if let kept, let tree = YAMLText.tree(in: kept, for: bytes) {
      self.tree = .success(tree)
      wasKept = true
      return
    }
    wasKept = false
    do throws(YAMLTrouble) {
      tree = .success(try YAMLText.parse(bytes))
    } catch {
      tree = .failure(error)
    }
  }

  /// The bytes to keep for the next time; `nil` for a text that is not YAML, or repeats a key.
  public var kept: [UInt8]? {
    guard case .success(let tree) = tree, tree.repeats.isEmpty else { return nil }
    var kept = YAMLText.mark
    withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { kept += $0 }
    return kept + bytes + tree.kept
  }

  private static func tree(in kept: [UInt8], for bytes: [UInt8]) -> YAMLTree? {
    let textStart = mark.count + 4
    let treeStart = textStart + bytes.count
    guard kept.count > treeStart, kept.starts(with: mark),
      kept[mark.count..<textStart].elementsEqual(
        withUnsafeBytes(of: UInt32(bytes.count).littleEndian, Array.init)),
      kept[textStart..<treeStart] == bytes[...]
    else { return nil }
    return YAMLTree(kept: kept[treeStart...])
  }

  private static func parse(_ bytes: [UInt8]) throws(YAMLTrouble) -> YAMLTree {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
      throw YAMLTrouble(sentence: .notUTF8, line: line, column: 1)
    }
    guard nestingIsBounded(bytes) else {
      throw YAMLTrouble(sentence: .nestedTooDeep, line: 1, column: 1)
    }
    if let (line, column) = firstAnchor(in: bytes) {
      throw YAMLTrouble(sentence: .anchor, line: line, column: column)
    }
    return try YAMLTree(parsing: text)
  }

  /// Whether a parser that recurses can read the text: no calendar nests more than a few levels.
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

  /// Where an anchor (`&name`) first stands: at the start of a value, or after a tag.
  ///
  /// Aliases of aliases, written out, fill any memory, and no calendar needs one.
  private static func firstAnchor(in bytes: [UInt8]) -> (line: Int, column: Int)? {
    var line = 1
    var lineStart = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      } else if byte == UInt8(ascii: "&"), index + 1 < bytes.count,
        !" \t\r\n&".utf8.contains(bytes[index + 1]), opensValue(bytes[lineStart..<index])
      {
        return (line, index - lineStart + 1)
      }
    }
    return nil
  }

  /// Whether a value begins after this beginning of a line.
  private static func opensValue(_ beginning: ArraySlice<UInt8>) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { " \t\r".utf8.contains(byte) }
    guard let last = beginning.lastIndex(where: { !isBlank($0) }) else { return true }
    let isApart = last < beginning.endIndex - 1
    switch beginning[last] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): return true
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): return isApart
    default:
      let word = beginning[...last].split { isBlank($0) || "[{,".utf8.contains($0) }.last
      return isApart && word?.first == UInt8(ascii: "!")
    }
  }
}
