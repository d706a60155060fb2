extension MarkdownText {
  /// A stretch of a line that is of one kind.
  public struct Run: Equatable, Sendable {
    /// What it is.
    public enum Kind: Equatable, Sendable {
      case text
      case code
      /// Words that lead to a place: `https://contoh.invalid`, `halaman.md`.
      case link(String)
      /// The picture in a file, with the words for who does not see it.
      case image(String)
      /// A page of the same guide, or a heading on one: empty is the page itself, `nil` no heading.
      case page(String, heading: String?)
    }

    /// What it is.
    public let kind: Kind
    /// The words; empty for a page, which has none of its own.
    public let words: String
    /// Whether it is stressed strongly.
    public let isStrong: Bool
    /// Whether it is stressed.
    public let isStressed: Bool

    /// Creates a stretch.
    public init(
      _ kind: Kind, _ words: String, isStrong: Bool = false, isStressed: Bool = false
    ) {
      self.kind = kind
      self.words = words
      self.isStrong = isStrong
      self.isStressed = isStressed
    }
  }

  /// The stretches of a line: code, stress, links, pictures, and the text between.
  ///
  /// - Parameter line: Text in Markdown.
  /// - Returns: The stretches; stress that is not ended goes on to the end.
  public static func runs(_ line: String) -> [Run] {
    var runs: [Run] = []
    var text = ""
    var (isStrong, isStressed) = (false, false)
    func end() {
      if !text.isEmpty {
        runs.append(Run(.text, text, isStrong: isStrong, isStressed: isStressed))
      }
      text = ""
    }
    var rest = line[...]
    var last: Character?
    while let character = rest.first {
      if character == "`", let close = rest.dropFirst().firstIndex(of: "`") {
        end()
        let words = rest[rest.index(after: rest.startIndex)..<close]
        runs.append(Run(.code, String(words), isStrong: isStrong, isStressed: isStressed))
        last = words.last
        rest = rest[close...].dropFirst()
      } else if let (kind, words, after) = link(rest) ?? address(rest) {
        end()
        runs.append(Run(kind, words, isStrong: isStrong, isStressed: isStressed))
        last = "]"
        rest = after
      } else if rest.hasPrefix("**") {
        end()
        isStrong.toggle()
        rest = rest.dropFirst(2)
      } else if character == "*", isStress(rest, after: last) {
        end()
        isStressed.toggle()
        rest = rest.dropFirst()
      } else {
        text.append(character)
        last = character
        rest = rest.dropFirst()
      }
    }
    end()
    return runs
  }

  /// The name by which a heading is led to: `Surat dan tanda terima` is `Surat-dan-tanda-terima`.
  public static func anchor(of heading: String) -> String {
    runs(heading).map(\.words).joined()
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// Whether an asterisk opens or ends stress, and is none for its own sake, as in `5 * 3`.
  private static func isStress(_ rest: Substring, after last: Character?) -> Bool {
    let opens = rest.dropFirst().first.map { !$0.isWhitespace } ?? false
    let ends = last.map { !$0.isWhitespace } ?? false
    return opens || ends
  }

  /// `[words](place)` and `![words](place)` at the front of a text.
  private static func link(_ text: Substring) -> (Run.Kind, String, Substring)? {
    let isImage = text.hasPrefix("![")
    let opening = isImage ? text.dropFirst(2) : text.dropFirst()
    guard isImage || text.first == "[", let end = opening.firstIndex(of: "]"),
      opening[end...].dropFirst().first == "(",
      let close = opening[end...].firstIndex(of: ")")
    else { return nil }
    let words = runs(String(opening[..<end])).map(\.words).joined()
    let place = String(opening[end...].dropFirst(2).prefix { $0 != ")" })
    return (isImage ? .image(place) : .link(place), words, opening[close...].dropFirst())
  }

  /// `<doc:Page#Part>` and `<https://…>` at the front of a text.
  private static func address(_ text: Substring) -> (Run.Kind, String, Substring)? {
    guard text.first == "<", let end = text.firstIndex(of: ">") else { return nil }
    let inner = text[..<end].dropFirst()
    let rest = text[end...].dropFirst()
    if inner.hasPrefix("https://") || inner.hasPrefix("http://") {
      return (.link(String(inner)), String(inner), rest)
    }
    guard inner.hasPrefix("doc:") else { return nil }
    let parts = inner.dropFirst(4).split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let heading = parts.count > 1 ? String(parts[1]).replacing("-", with: " ") : nil
    return (.page(String(parts.first ?? ""), heading: heading), "", rest)
  }
}
