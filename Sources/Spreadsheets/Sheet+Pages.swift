extension Sheet {
  /// How many pages the sheet is printed on, one page wide, so that what stands below its table, the place for the
  /// signature, is not torn; `nil` where nothing stands there and the pages may end anywhere.
  ///
  /// What would reach a little into one page more is made smaller instead. Estimated from the heights of the rows, which
  /// programs differ in by a few points.
  public var pageCount: Int? {
    guard let headingRow, rows.indices.contains(headingRow), rows.count > lastTableRow + 1 else {
      return nil
    }
    let height = height(of: rows[...])
    // Columns that are too wide for the paper are made smaller, which makes room for more rows.
    let first = paper.room.height * max(1, width / paper.room.width)
    guard height > first else { return 1 }
    // The headings stand again on each page that follows.
    let following = max(first - self.height(of: rows[headingRow...headingRow]), first / 2)
    let full = 1 + Int((height - first) / following)
    let rest = height - first - Double(full - 1) * following
    let foot = self.height(of: rows[(lastTableRow + 1)...]) + Sheet.slack * Sheet.usualHeight
    return rest < foot ? full : full + 1
  }

  /// The rows below the table that have to come with some rows of it.
  private static let slack = 3.0

  /// The points of a row whose height nobody set (ECMA-376 part 1, 18.3.1.81, as Excel has it for Calibri 11).
  private static let usualHeight = 15.0

  private func height(of rows: ArraySlice<Row>) -> Double {
    rows.reduce(0) { $0 + ($1.height.map(Double.init) ?? Sheet.usualHeight) }
  }

  /// The points of all columns: a character has 7 pixels of 96 an inch, a column 5 beside them (ECMA-376 part 1,
  /// 18.3.1.13, for Calibri 11).
  private var width: Double { widths.reduce(0) { $0 + Double($1 * 7 + 5) * 0.75 } }
}

extension Sheet.Paper {
  /// The margins at the sides and above and below, in inches.
  public static let margins = (side: 0.5, end: 0.6)

  /// The points that are printed on, the paper lying on its long side; F4 as folio, 8 1/2 by 13 inches.
  var room: (width: Double, height: Double) {
    let inches = self == .a4 ? (11.69, 8.27) : (13.0, 8.5)
    return (
      (inches.0 - 2 * Sheet.Paper.margins.side) * 72, (inches.1 - 2 * Sheet.Paper.margins.end) * 72
    )
  }
}
