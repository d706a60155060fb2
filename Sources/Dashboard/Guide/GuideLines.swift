internal import PlainText
internal import Workspace

/// Makes what templates show of the pages of the guide.
struct GuideLines {
  private let guide: Guide
  private let paths: PagePath

  init(_ guide: Guide, _ paths: PagePath) {
    self.guide = guide
    self.paths = paths
  }

  /// The parts of a page, without its title.
  func blocks(of page: GuidePage) throws -> [GuideBlock] {
    var blocks: [GuideBlock] = []
    for block in page.blocks {
      switch block {
      case .heading(level: 1, _): continue
      case .heading(let level, let text):
        blocks.append(
          GuideBlock(
            GuideBlock.Heading(
              anchor: MarkdownText.anchor(of: text), line: try line(text, on: page),
              isInner: level > 2)))
      case .paragraph(let text): blocks.append(GuideBlock(try line(text, on: page)))
      case .item(_, let mark, let text):
        let item = try line(text, on: page)
        let isNumbered = mark != "-"
        if var list = blocks.last?.list, list.isNumbered == isNumbered {
          list.items.append(item)
          blocks[blocks.count - 1] = GuideBlock(list)
        } else {
          blocks.append(GuideBlock(GuideBlock.List(isNumbered: isNumbered, items: [item])))
        }
      case .table(let rows): blocks.append(GuideBlock(try table(rows, on: page)))
      case .code(let lines): blocks.append(GuideBlock(code: lines.joined(separator: "\n")))
      }
    }
    return blocks
  }

  private func table(_ rows: [[String]], on page: GuidePage) throws -> GuideBlock.Table {
    let titles = rows.first ?? []
    return GuideBlock.Table(
      titles: try titles.map { try line($0, on: page) },
      rows: try rows.dropFirst().compactMap { row in
        let cells = try zip(titles, row).map { title, text in
          GuideBlock.Table.Cell(
            heading: GuideLine.words(title), line: try line(text, on: page))
        }
        return cells.first.map { GuideBlock.Table.Row(first: $0, others: Array(cells.dropFirst())) }
      })
  }

  /// A line on a page, with the addresses of what it leads to.
  func line(_ text: String, on page: GuidePage) throws -> GuideLine {
    GuideLine(
      runs: try MarkdownText.runs(text).map { run in
        var words = run.words
        var (address, picture): (String?, String?) = (nil, nil)
        switch run.kind {
        case .text, .code: break
        case .link(let place):
          // Of other schemes none leads to a page.
          address = ["https://", "http://"].contains(where: place.hasPrefix) ? place : nil
        case .image(let file): picture = GuidePicture.address(file, paths)
        case .page(let name, let heading):
          let linked = name.isEmpty ? page : try guide.page(named: name)
          let title = linked.map { GuideLine.words($0.title) } ?? name
          words = name.isEmpty ? heading ?? title : heading.map { "\(title): \($0)" } ?? title
          address = linked.map { GuidePlace($0.name, heading).address(paths) }
        }
        return GuideLine.Run(
          words: words, isCode: run.kind == .code, isStrong: run.isStrong,
          isStressed: run.isStressed, address: address, picture: picture)
      })
  }
}

extension GuideLine {
  /// The words of a line alone, for a title.
  static func words(_ text: String) -> String { MarkdownText.runs(text).map(\.words).joined() }
}
