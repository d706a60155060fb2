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
    let isRightAligned: Bool
    let narrowing: Narrowing

    init(_ title: String, right: Bool = false, _ narrowing: Narrowing = .kept) {
      self.title = title
      isRightAligned = right
      self.narrowing = narrowing
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []
  private static let narrowest = 6

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; it has a cell for each column.
  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// The table as lines, each opened by the indentation.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; `nil` where there is none and nothing is cut.
  ///   - isColored: Whether styles are shown.
  ///   - indent: Blanks in front of each line.
  /// - Returns: The lines, the titles first.
  func lines(width: Int?, isColored: Bool, indent: Int = 2) -> [String] {
    let titles = columns.map { Cell($0.title, .faint) }
    let all = [titles] + rows
    var widths = columns.indices.map { column in
      all.map { $0[column].width }.max() ?? 0
    }
    var gap = 2
    if let width, indent + widths.reduce(gap * (columns.count - 1), +) > width {
      gap = 1
      let narrowest = columns.indices.map { column in
        columns[column].narrowing == .wrapped
          ? all.flatMap { $0[column].text.split(separator: " ") }.map(\.terminalWidth).max() ?? 0
          : Table.narrowest
      }
      shrink(&widths, to: width - indent - gap * (columns.count - 1), narrowest)
    }
    return all.flatMap { broken($0, widths) }.map { row in
      line(row, widths, gap: gap, isColored: isColored, indent: indent)
    }
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

  /// Takes width from the widest column that can give some up until the table fits, then from any.
  ///
  /// - Parameters:
  ///   - widths: The widths of the columns.
  ///   - available: What they may take together.
  ///   - narrowest: What each keeps: text that is wrapped its longest word, other text a beginning.
  private func shrink(_ widths: inout [Int], to available: Int, _ narrowest: [Int]) {
    let giving = columns.indices.filter { columns[$0].narrowing != .kept }
    for candidates in [giving, Array(columns.indices)] {
      while widths.reduce(0, +) > available,
        let widest = candidates.filter({ widths[$0] > narrowest[$0] })
          .max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
  }
}
