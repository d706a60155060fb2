/// The Markdown of the guide, as blocks: just what its pages use.
///
/// Headings, paragraphs, lists with lists in them, tables, fenced code and images are known; comments of HTML and
/// directives of DocC (`@Metadata`) are left out, since they are for other programs.
public struct MarkdownText: Sendable {
  /// A part of a page; its texts are in the Markdown of a line, which ``runs(_:)`` reads.
  public enum Block: Equatable, Sendable {
    /// A heading; 1 for the title of the page.
    case heading(level: Int, String)
    case paragraph(String)
    /// An item of a list, with what stands in front of it, in as many lists as the depth says, from 0.
    case item(depth: Int, mark: String, String)
    /// The first row is that of the titles.
    case table([[String]])
    case code([String])
  }

  /// The parts, in their order.
  public private(set) var blocks: [Block] = []
  /// The lines of text that belong to the block that is being read.
  private var open: Block?

  /// Reads a text.
  public init(_ text: String) {
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
}
