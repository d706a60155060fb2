internal import Answers
internal import Exchange
internal import Wording

/// A part of a page with its tables.
struct OverviewPart {
  /// A table, with what it is where the part has several.
  struct Block {
    /// The title; `nil` where that of the part says it.
    let title: String?
    /// The table.
    let grid: Grid
  }

  /// The name in the address of the part.
  let name: String
  /// What a link to it says.
  let link: String
  /// The title.
  let title: String
  /// The tables.
  let blocks: [Block]
  /// What is said below them.
  let notes: [String]

  /// The part.
  var html: HTMLText {
    """
    <section id="\(name)">
    <h2>\(title)</h2>
    \(HTMLText.lines(blocks.map(table)))
    \(HTMLText.lines(notes.map { "<p class=\"catatan\">\($0)</p>" }))
    </section>
    """
  }

  private func table(_ block: Block) -> HTMLText {
    let title: HTMLText = block.title.map { "<h3>\($0)</h3>\n" } ?? ""
    let headings = HTMLText.joined(
      block.grid.headings.enumerated().map { place, heading -> HTMLText in
        // Over its numbers, which stand at the right.
        let kind: HTMLText =
          block.grid.rows.contains { $0[place].isNumber } ? " class=\"angka\"" : ""
        return "<th scope=\"col\"\(kind)>\(heading.text)</th>"
      })
    return """
      \(title)<table>
      <thead><tr>\(headings)</tr></thead>
      <tbody>
      \(HTMLText.lines(block.grid.rows.map { row($0, block.grid.headings) }))
      </tbody>
      </table>
      """
  }

  private func row(_ row: [Cell], _ headings: [Grid.Heading]) -> HTMLText {
    let cells = zip(row, headings).map { cell, heading -> HTMLText in
      let style = Words.style(of: cell)
      let classes = [style == .plain ? nil : style.rawValue, cell.isNumber ? "angka" : nil]
      let names = classes.compactMap(\.self).joined(separator: " ")
      let kind: HTMLText = names.isEmpty ? "" : " class=\"\(names)\""
      // On a narrow screen each value stands behind its heading.
      return "<td data-judul=\"\(heading.text)\"\(kind)>\(Words.longText(of: cell))</td>"
    }
    return "<tr>\(HTMLText.joined(cells))</tr>"
  }
}

extension Cell {
  /// Whether it is a number, which is read from its end.
  fileprivate var isNumber: Bool {
    switch self {
    case .count, .part, .ratio, .value, .attainable, .quarters: true
    default: false
    }
  }
}
