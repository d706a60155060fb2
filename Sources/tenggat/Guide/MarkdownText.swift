internal import PlainText

/// The Markdown of the guide, as blocks: just what its pages use.
///
/// Headings, paragraphs, lists with lists in them, tables, fenced code and images are known; comments of HTML and
/// directives of DocC (`@Metadata`) are left out, since they are for other programs.
struct MarkdownText {
  /// A part of a page.
  enum Block: Equatable {
    /// A heading; 1 for the title of the page.
    case heading(level: Int, String)
    case paragraph(String)
    /// An item of a list, with what stands in front of it, in as many lists as the depth says, from 0.
    case item(depth: Int, mark: String, String)
    /// The first row is that of the titles.
    case table([[String]])
    case code([String])
  }

  private(set) var blocks: [Block] = []
  /// The lines of text that belong to the block that is being read.
  private var open: Block?

  /// Reads a text.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      let bare = line.drop { $0 == " " }
      if bare.isEmpty {
        close()
      } else if bare.hasPrefix("```") {
        close()
        let inset = line.count - bare.count
        let code = lines.prefix { !$0.drop { $0 == " " }.hasPrefix("```") }
        lines = lines.dropFirst(code.count + 1)
        blocks.append(
          .code(code.map { String($0.dropFirst(min(inset, $0.prefix { $0 == " " }.count))) }))
      } else if bare.hasPrefix("<!--") {
        close()
        var last = line
        while !last.contains("-->"), let next = lines.popFirst() { last = next }
      } else if bare.hasPrefix("@"), bare.hasSuffix("{") {
        close()
        while let next = lines.popFirst(), next.drop(while: { $0 == " " }) != "}" {}
      } else {
        read(bare, inset: line.count - bare.count)
      }
    }
    close()
  }

  private mutating func read(_ line: Substring, inset: Int) {
    if let heading = MarkdownText.heading(line) {
      close()
      blocks.append(heading)
    } else if line.hasPrefix("|") {
      readRow(line)
    } else if let (mark, text) = MarkdownText.item(line) {
      close()
      open = .item(depth: inset / 2, mark: mark, text)
    } else {
      switch open {
      case .paragraph(let before): open = .paragraph("\(before) \(line)")
      case .item(let depth, let mark, let before) where inset > 0:
        open = .item(depth: depth, mark: mark, "\(before) \(line)")
      default:
        close()
        open = .paragraph(String(line))
      }
    }
  }

  private mutating func readRow(_ line: Substring) {
    // The line below the titles has nothing but dashes.
    let isRule = line.allSatisfy { "|-: ".contains($0) }
    if case .table(let rows) = open {
      if !isRule { open = .table(rows + [MarkdownText.cells(line)]) }
    } else {
      close()
      open = .table([MarkdownText.cells(line)])
    }
  }

  private mutating func close() {
    if let open { blocks.append(open) }
    open = nil
  }

  private static func heading(_ line: Substring) -> Block? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return .heading(level: level, String(line.dropFirst(level + 1)))
  }

  private static func item(_ line: Substring) -> (mark: String, text: String)? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") { return ("-", String(line.dropFirst(2))) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return ("\(digits).", String(line.dropFirst(digits.count + 2)))
  }

  /// The cells of a row; `\|` is a stroke within one.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character == "\\", !isEscaped {
        isEscaped = true
        continue
      } else {
        if isEscaped, character != "|" { cells[cells.count - 1].append("\\") }
        cells[cells.count - 1].append(character)
      }
      isEscaped = false
    }
    // Strokes open and end a row.
    return cells.dropFirst().dropLast().map(\.trimmingBlanks)
  }

  // MARK: - Within a line

  /// A text without the marks of Markdown: code and stress as they are, links by what they lead to.
  static func plain(_ text: String) -> String {
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        plain += rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[end...].dropFirst()
      } else if let (shown, end) = link(rest) ?? address(rest) {
        plain += shown
        rest = end
      } else if rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else if character == "*", isStress(rest, after: plain) {
        rest = rest.dropFirst()
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    return plain
  }

  /// Whether an asterisk opens or ends stress, and is none for its own sake, as in `5 * 3`.
  private static func isStress(_ rest: Substring, after plain: String) -> Bool {
    let opens = rest.dropFirst().first.map { !$0.isWhitespace } ?? false
    let ends = plain.last.map { !$0.isWhitespace } ?? false
    return opens || ends
  }

  /// `[words](place)` and `![words](place)` at the front of a text.
  private static func link(_ text: Substring) -> (String, Substring)? {
    let isImage = text.hasPrefix("![")
    let opening = isImage ? text.dropFirst(2) : text.dropFirst()
    guard isImage || text.first == "[", let end = opening.firstIndex(of: "]"),
      opening[end...].dropFirst().first == "(",
      let last = opening[end...].firstIndex(of: ")")
    else { return nil }
    let words = plain(String(opening[..<end]))
    let place = opening[end...].dropFirst(2).prefix { $0 != ")" }
    let rest = opening[last...].dropFirst()
    if isImage { return ("[gambar: \(words)]", rest) }
    return (place.contains("://") ? "\(words) (\(place))" : words, rest)
  }

  /// `<doc:Page#Part>` and `<https://…>` at the front of a text.
  private static func address(_ text: Substring) -> (String, Substring)? {
    guard text.first == "<", let end = text.firstIndex(of: ">") else { return nil }
    let inner = text[..<end].dropFirst()
    let rest = text[end...].dropFirst()
    if inner.hasPrefix("https://") || inner.hasPrefix("http://") { return (String(inner), rest) }
    guard inner.hasPrefix("doc:") else { return nil }
    let parts = inner.dropFirst(4).split(separator: "#", omittingEmptySubsequences: false)
    let page = parts.first.map(String.init) ?? ""
    let part = parts.count > 1 ? "bagian \"\(parts[1].replacing("-", with: " "))\"" : nil
    let named = page.isEmpty ? nil : "'tenggat panduan \(page)'"
    return ([named, part].compactMap(\.self).joined(separator: ", "), rest)
  }
}
