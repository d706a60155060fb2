internal import Answers
internal import PlainText
internal import Spreadsheets
internal import Wording

/// A sheet as it grows from top to bottom.
struct SheetLayout {
  private(set) var sheet: Sheet

  /// The number of columns.
  private var columnCount: Int { sheet.widths.count }

  /// An empty sheet.
  init(_ name: String, on paper: Sheet.Paper, widths: [Int]) {
    sheet = Sheet(name: name, paper: paper, widths: widths)
  }

  /// A style of a line of text.
  static func line(
    bold isBold: Bool = false, size: Int? = nil, tone: CellStyle.Tone = .plain,
    _ alignment: CellStyle.Alignment = .usual
  ) -> CellStyle {
    var style = CellStyle()
    style.isBold = isBold
    style.size = size
    style.tone = tone
    style.alignment = alignment
    return style
  }

  /// Adds a line over all columns, or an empty one.
  mutating func add(_ text: String = "", _ style: CellStyle = CellStyle()) {
    guard !text.isEmpty else {
      sheet.rows.append(Sheet.Row([]))
      return
    }
    sheet.rows.append(Sheet.Row([SheetCell(.text(text.sheetText), style, span: columnCount)]))
  }

  /// Adds a text in some columns at the right end.
  mutating func addAtRight(_ text: String, columns: Int, _ style: CellStyle) {
    let before = columnCount - columns
    sheet.rows.append(
      Sheet.Row(
        (before > 0 ? [SheetCell(.none, span: before)] : [])
          + [SheetCell(.text(text.sheetText), style, span: columns)]))
  }

  /// Adds a table.
  ///
  /// - Parameters:
  ///   - grid: The table.
  ///   - isForPrograms: Whether it has codes, as programs read them, below the headings; else words.
  ///   - isMain: Whether its headings stay in sight and filter it.
  ///   - fixed: How many columns stay in sight.
  mutating func add(
    _ grid: Grid, forPrograms isForPrograms: Bool = false, main isMain: Bool = true, fixed: Int = 0
  ) {
    var heading = CellStyle()
    heading.tone = .heading
    heading.isBordered = true
    heading.isWrapped = true
    if isMain {
      sheet.headingRow = sheet.rows.count
      sheet.fixedColumns = fixed
    }
    addRow(grid.headings.map { SheetCell(.text($0.text.sheetText), heading) })
    for row in grid.rows {
      addRow(row.map { SheetLayout.cell($0, forPrograms: isForPrograms) })
    }
    if isMain { sheet.lastTableRow = sheet.rows.count - 1 }
  }

  /// The points of one line of a cell.
  private static let lineHeight = 13

  /// Adds a row that is as high as its texts need: not every program makes a row higher by itself.
  private mutating func addRow(_ cells: [SheetCell]) {
    let lines = zip(cells, sheet.widths).map { cell, width in
      guard cell.style.isWrapped, case .text(let text) = cell.value else { return 1 }
      // Letters are narrower than the digits that widths are counted in.
      return text.lineCount(in: width + width / 8)
    }
    let most = min(lines.max() ?? 1, SheetLayout.mostLines)
    sheet.rows.append(
      Sheet.Row(cells, height: most > 1 ? most * SheetLayout.lineHeight + 2 : nil))
  }

  /// The most lines of a row; a spreadsheet has rows of 409 points at the most.
  private static let mostLines = 30

  private static func cell(_ cell: Cell, forPrograms isForPrograms: Bool) -> SheetCell {
    let (value, format) = (isForPrograms ? TableValue(cell) : TableValue(shown: cell)).cell
    var style = CellStyle()
    style.format = format
    if !isForPrograms {
      style.tone = Words.style(of: cell).tone
      style.isBordered = true
      style.isWrapped = true
    }
    guard case .text(let text) = value else { return SheetCell(value, style) }
    return SheetCell(.text(text.sheetText), style)
  }
}

extension String {
  /// How many lines it takes where so many characters have room in one, broken between words.
  fileprivate func lineCount(in width: Int) -> Int {
    // Never more characters than bytes.
    guard utf8.count > width else { return 1 }
    var (lines, room) = (1, width)
    for word in split(separator: " ") {
      let length = word.count
      if length > room, room < width {
        lines += 1
        room = width
      }
      // A word that no line has room for is broken itself.
      lines += max(0, length - 1) / max(width, 1)
      room -= length % max(width, 1) + 1
    }
    return lines
  }

  /// The text as far as a cell keeps it, without what drives a terminal: a spreadsheet's file cannot hold
  /// control characters.
  fileprivate var sheetText: String {
    let text = printable
    // Characters of a spreadsheet are units of UTF-16, of which no text has more than bytes.
    guard text.utf8.count > SheetCell.longestText, text.utf16.count > SheetCell.longestText
    else { return text }
    var kept = ""
    var room = SheetCell.longestText - 1
    for character in text {
      room -= character.utf16.count
      guard room >= 0 else { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
