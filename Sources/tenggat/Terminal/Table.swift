internal import PlainText
internal import Wording

/// Rows of text in columns that line up, cut to the width of a terminal.
struct Table {
  /// A piece of text with its style.
  struct Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    let text: String
    let style: Style
    fileprivate let width: Int

    init(_ text: String, _ style: Style = .plain) {
      self.text = text.printable
      self.style = style
      width = self.text.terminalWidth
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  /// One column.
  struct Column {
    /// What becomes of text where the table is too wide for the terminal.
    enum Narrowing {
      /// The column keeps its width as long as others can give some up.
      case kept
      /// Text is cut.
      case cut
      /// Text goes on in the next line.
      case wrapped
    }

    let title: String
    /// The title where there is little room.
    let shortTitle: String
    let isRightAligned: Bool
    let narrowing: Narrowing

    init(
      _ title: String, short: String? = nil, right: Bool = false, _ narrowing: Narrowing = .kept
    ) {
      self.title = title
      shortTitle = short ?? title
      isRightAligned = right
      self.narrowing = narrowing
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private static let narrowest = 6
  /// Below so many columns, as on a phone, what does not fit is not squeezed.
  private static let squeezable = 80

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; it has a cell for each column.
  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// The table as lines, each opened by the indentation.
  ///
  /// Where it is too wide it gets short titles, then narrow columns; a table that would have to cut a
  /// column that is kept, or that is shown on a phone, becomes a block of lines a row.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; `nil` where there is none and nothing is cut.
  ///   - isColored: Whether styles are shown.
  ///   - indent: Blanks in front of each line.
  /// - Returns: The lines, the titles first.
  func lines(width: Int?, isColored: Bool, indent: Int = 2) -> [String] {
    guard let width else { return lined(\.title, gap: 2, nil, isColored, indent) }
    for titles: (Column) -> String in [\.title, \.shortTitle] {
      if total(of: widths(titles), gap: 2) + indent <= width {
        return lined(titles, gap: 2, nil, isColored, indent)
      }
    }
    var widths = widths(\.shortTitle)
    guard width >= Table.squeezable, shrink(&widths, to: width - indent, gap: 1) else {
      return stacked(width: width, isColored: isColored, indent: indent)
    }
    return lined(\.shortTitle, gap: 1, widths, isColored, indent)
  }

  private func lined(
    _ titles: (Column) -> String, gap: Int, _ squeezed: [Int]?, _ isColored: Bool,
    _ indent: Int
  ) -> [String] {
    let widths = squeezed ?? widths(titles)
    let all = [columns.map { Cell(titles($0), .faint) }] + rows
    return all.flatMap { broken($0, widths) }.map { row in
      line(row, widths, gap: gap, isColored: isColored, indent: indent)
    }
  }

  /// What each column takes where nothing is cut.
  private func widths(_ titles: (Column) -> String) -> [Int] {
    columns.indices.map { column in
      rows.map { $0[column].width }.max().map {
        max($0, titles(columns[column]).terminalWidth)
      } ?? titles(columns[column]).terminalWidth
    }
  }

  private func total(of widths: [Int], gap: Int) -> Int {
    widths.reduce(gap * (columns.count - 1), +)
  }

  /// A block for each row: a line for each of its cells, behind the title; no word is broken.
  private func stacked(width: Int, isColored: Bool, indent: Int) -> [String] {
    let titleWidth = columns.map(\.title.terminalWidth).max() ?? 0
    let inset = String(repeating: " ", count: indent + titleWidth + 2)
    var lines: [String] = []
    for (place, row) in rows.enumerated() {
      if place > 0 { lines.append("") }
      for (column, cell) in zip(columns, row) where !cell.text.allSatisfy({ $0 == " " }) {
        let longest = cell.text.split(separator: " ").map(\.terminalWidth).max() ?? 0
        let pieces = cell.text.wrapped(to: max(width - inset.count, longest))
        let missing = String(repeating: " ", count: titleWidth - column.title.terminalWidth + 2)
        let title = Style.faint.applied(to: column.title, isColored: isColored)
        for (number, piece) in pieces.enumerated() {
          let front =
            number == 0 ? String(repeating: " ", count: indent) + title + missing : inset
          lines.append(front + cell.style.applied(to: piece, isColored: isColored))
        }
      }
    }
    return lines
  }

  /// A row as the rows that it takes: cells that are wider than their column are cut, or go on below.
  private func broken(_ row: [Cell], _ widths: [Int]) -> [[Cell]] {
    guard zip(row, widths).contains(where: { $0.width > $1 }) else { return [row] }
    let pieces = columns.indices.map { column in
      let cell = row[column]
      guard cell.width > widths[column] else { return [cell] }
      guard columns[column].narrowing == .wrapped else {
        return [Cell(cell.text.fitted(to: widths[column]), cell.style)]
      }
      return cell.text.wrapped(to: widths[column]).map { Cell($0, cell.style) }
    }
    let height = pieces.map(\.count).max() ?? 0
    return (0..<height).map { line in
      pieces.map { line < $0.count ? $0[line] : "" }
    }
  }

  private func line(
    _ row: [Cell], _ widths: [Int], gap: Int, isColored: Bool, indent: Int
  ) -> String {
    var line = String(repeating: " ", count: indent)
    // Blanks are written when something follows them, so that no line ends in them.
    var blanks = 0
    for (column, cell) in row.enumerated() {
      let missing = widths[column] - cell.width
      let (before, after) = columns[column].isRightAligned ? (missing, 0) : (0, missing)
      if !cell.text.isEmpty {
        line += String(repeating: " ", count: blanks + before)
        line += cell.style.applied(to: cell.text, isColored: isColored)
        blanks = after + gap
      } else {
        blanks += missing + gap
      }
    }
    return line
  }

  /// Takes width from the widest column that can give some up until the table fits.
  ///
  /// A column that is wrapped keeps its longest word, one that is cut a beginning.
  ///
  /// - Parameters:
  ///   - widths: The widths of the columns.
  ///   - available: What they may take together with the gaps.
  ///   - gap: The blanks between two columns.
  /// - Returns: Whether it fits now.
  private func shrink(_ widths: inout [Int], to available: Int, gap: Int) -> Bool {
    let narrowest = columns.indices.map { column in
      columns[column].narrowing == .wrapped
        ? rows.flatMap { $0[column].text.split(separator: " ") }.map(\.terminalWidth).max() ?? 0
        : Table.narrowest
    }
    let giving = columns.indices.filter { columns[$0].narrowing != .kept }
    while total(of: widths, gap: gap) > available {
      guard
        let widest = giving.filter({ widths[$0] > narrowest[$0] })
          .max(by: { widths[$0] < widths[$1] })
      else { return false }
      widths[widest] -= 1
    }
    return true
  }
}
