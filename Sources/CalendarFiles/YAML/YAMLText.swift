package import ComplianceModel
internal import DurableFiles

/// The text of a file that people write, parsed.
public struct YAMLText: Sendable {
  /// The file as it is named to the user.
  public let file: String
  /// The parsed form, or what is wrong with the file as a whole.
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

  /// The text of a file that is there and cannot be used: whoever reads it gets this fault.
  package init(_ fault: CalendarSentence, file: String) {
    self.file = file
    tree = .failure(YAMLTrouble(sentence: fault, line: 0, column: 0))
  }

  /// What is wrong with the file as a whole; `nil` where its values can be read.
  package var fault: Finding? {
    guard case .failure(let trouble) = tree else { return nil }
    return Finding(
      trouble.sentence, at: SourcePlace(file: file, line: trouble.line, column: trouble.column))
  }

  private static func parse(_ bytes: [UInt8]) throws(YAMLTrouble) -> YAMLTree {
    guard bytes.count <= Limits.settings else {
      throw YAMLTrouble(sentence: .tooLarge(Limits.settings), line: 0, column: 0)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
      throw YAMLTrouble(sentence: .notUTF8, line: line, column: 1)
    }
    // Most files are plain ASCII, where the parser itself tells such characters.
    if !bytes.allSatisfy({ $0 < 0x80 }), let trouble = hiddenCharacter(in: text) { throw trouble }
    return try YAMLTree(parsing: bytes)
  }

  /// The first character that the parser passes over or takes for a line end, and that no editor shows: the
  /// lines that people see would not be those that are read.
  private static func hiddenCharacter(in text: String) -> YAMLTrouble? {
    var (line, column) = (1, 1)
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar.value {
      // At the beginning it is a byte order mark.
      case 0xFEFF where index == 0: continue
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        return YAMLTrouble(sentence: .controlCharacter, line: line, column: column)
      case 0x0A: (line, column) = (line + 1, 1)
      default: column += 1
      }
    }
    return nil
  }
}
