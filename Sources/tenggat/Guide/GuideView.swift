internal import ComplianceModel
internal import PlainText
internal import Wording

/// Blocks of the guide as a terminal shows them.
struct GuideView {
  let blocks: [MarkdownText.Block]

  /// The columns of lines that are read: longer ones are hard to follow, and where output goes to no terminal
  /// somebody looks at it in one later.
  private static let longest = 100
  private static let usual = 80

  func print(to console: inout Console) {
    let width = min(console.width ?? GuideView.usual, GuideView.longest)
    for (number, block) in blocks.enumerated() {
      if number > 0, !follows(blocks[number - 1], block) { console.line() }
      print(block, width, to: &console)
    }
  }

  /// Whether a block stands right below another.
  private func follows(_ before: MarkdownText.Block, _ block: MarkdownText.Block) -> Bool {
    if case .item = before, case .item = block { true } else { false }
  }

  private func print(_ block: MarkdownText.Block, _ width: Int, to console: inout Console) {
    switch block {
    case .heading(let level, let text):
      let text = MarkdownText.plain(text)
      console.line(level == 1 ? text.uppercased() : text, .strong)
    case .paragraph(let text):
      for line in MarkdownText.plain(text).filled(to: width) { console.line(line) }
    case .item(let depth, let mark, let text):
      let inset = String(repeating: " ", count: 2 * depth)
      let blanks = String(repeating: " ", count: mark.count + 1)
      let lines = MarkdownText.plain(text).filled(to: width - inset.count - blanks.count)
      for (number, line) in lines.enumerated() {
        console.line(inset + (number == 0 ? "\(mark) " : blanks) + line)
      }
    case .table(let rows):
      print(rows, width, to: &console)
    case .code(let lines):
      for line in lines { console.raw("    \(line.printable)\n") }
    }
  }

  private func print(_ rows: [[String]], _ width: Int, to console: inout Console) {
    guard let titles = rows.first else { return }
    var table = Table(titles.map { Table.Column(MarkdownText.plain($0), .wrapped) })
    for row in rows.dropFirst() {
      // A row has a cell for each title.
      table.add(
        titles.indices.map { Table.Cell(MarkdownText.plain($0 < row.count ? row[$0] : "")) })
    }
    for line in table.lines(width: width, isColored: console.isColored, indent: 2) {
      console.raw(line + "\n")
    }
  }
}

extension String {
  /// The text in lines of at most a width, broken at blanks; a word that is wider has a line of its own.
  fileprivate func filled(to width: Int) -> [String] {
    let longest = split(separator: " ").map(\.terminalWidth).max() ?? 0
    return wrapped(to: max(width, longest))
  }
}
