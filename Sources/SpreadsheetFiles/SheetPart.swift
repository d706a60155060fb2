internal import Spreadsheets

/// The cells of a sheet, row by row as lines of text (ECMA-376 part 1, 18.3.1).
///
/// Merged areas stand behind the cells in the file, and are known from a first reading. The cells below the
/// first of an area have its content, in rows that have content of their own.
final class SheetPart: XMLPartHandler {
  /// What the cells of a workbook refer to.
  struct Surroundings {
    let texts: SharedTexts
    let styles: CellStyles
    let countsFrom1904: Bool
  }

  private let surroundings: Surroundings
  /// The areas that are filled.
  private let merged: [Int: [MergedArea]]
  private let lines: SheetLines
  /// For a column the last row of the area that it is in, and what stands in that.
  private var open: [Int: (lastRow: Int, text: [UInt8])] = [:]

  private var row = 0
  private var column = 0
  /// What stands in the cells of the row that have content.
  private var cells: [(column: Int, text: [UInt8])] = []
  private var cell = Cell()

  /// The cell that is being read.
  private struct Cell {
    enum Kind {
      case number, shared, text, flag, error, day
    }

    var kind = Kind.number
    var style = 0
    var hasFormula = false
    var hasValue = false
    /// Whether the parser is in the value.
    var isInValue = false
    var buffer = CellTextBuffer()
  }

  /// Prepares to read a sheet.
  ///
  /// - Parameters:
  ///   - surroundings: What its cells refer to.
  ///   - merged: The areas that are filled, by their first rows.
  ///   - lines: Takes the rows.
  init(_ surroundings: Surroundings, merged: [Int: [MergedArea]], into lines: SheetLines) {
    self.surroundings = surroundings
    self.merged = merged
    self.lines = lines
  }

  // MARK: - Elements

  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) throws(SheetRefusal) {
    switch name {
    case "row":
      let next = attributes["r"] == nil ? row + 1 : attributes.number("r") ?? 0
      guard next > row, next <= ReadingLimits.rows else {
        throw SheetRefusal(.badXML, detail: "urutan baris")
      }
      (row, column) = (next, 0)
      cells.removeAll(keepingCapacity: true)
    case "c": try startCell(attributes)
    case "v":
      cell.isInValue = true
      cell.hasValue = true
    case "f": cell.hasFormula = true
    case "is": cell.hasValue = true
    default: cell.buffer.start(name)
    }
  }

  func end(_ name: XMLPartName) throws(SheetRefusal) {
    switch name {
    case "v": cell.isInValue = false
    case "c": try endCell()
    case "row": try endRow()
    default: cell.buffer.end(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) {
    if cell.isInValue {
      try cell.buffer.addValue(bytes)
    } else {
      try cell.buffer.add(bytes)
    }
  }

  private func startCell(_ attributes: XMLPartAttributes) throws(SheetRefusal) {
    if let bytes = attributes["r"] {
      guard let place = CellReference(bytes), place.row == row, place.column > column else {
        throw SheetRefusal(.badXML, detail: "urutan sel")
      }
      column = place.column
    } else {
      column += 1
      guard column <= ReadingLimits.columns else {
        throw SheetRefusal(.badXML, detail: "urutan sel")
      }
    }
    cell.kind = SheetPart.kind(attributes["t"])
    cell.style = attributes.number("s") ?? 0
    cell.hasFormula = false
    cell.hasValue = false
    cell.isInValue = false
    cell.buffer.clear()
  }

  /// Source: ECMA-376 part 1, 18.18.11, ST_CellType.
  private static func kind(_ type: UnsafeBufferPointer<UInt8>?) -> Cell.Kind {
    guard let type else { return .number }
    return switch String(decoding: type, as: UTF8.self) {
    case "s": .shared
    case "str", "inlineStr": .text
    case "b": .flag
    case "e": .error
    case "d": .day
    default: .number
    }
  }

  private func endCell() throws(SheetRefusal) {
    let text = try content()
    if !text.isEmpty { cells.append((column, text)) }
  }

  /// What a person sees in the cell, as far as a table can hold it.
  private func content() throws(SheetRefusal) -> [UInt8] {
    guard cell.hasValue else { return cell.hasFormula ? Array(SheetContent.uncomputed.utf8) : [] }
    switch cell.kind {
    case .text, .error: return cell.buffer.shown
    case .flag: return Array((cell.buffer.bytes == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)
    // A day that is written out: `2026-03-31T00:00:00`.
    case .day: return Array(cell.buffer.shown.prefix { $0 != UInt8(ascii: "T") })
    case .shared:
      let text = String(decoding: cell.buffer.bytes, as: UTF8.self)
      guard let number = Int(text), let shared = surroundings.texts[number] else {
        throw SheetRefusal(.badXML, detail: "teks bersama \(text.prefix(20))")
      }
      return Array(shared)
    case .number:
      // A program that writes formulas and does not compute leaves the value empty.
      guard !cell.buffer.bytes.isEmpty else {
        return cell.hasFormula ? Array(SheetContent.uncomputed.utf8) : []
      }
      return Array(
        ShownNumber.text(
          // What is no number stays as it is, on one line as all else.
          String(decoding: cell.buffer.shown, as: UTF8.self), surroundings.styles[cell.style],
          countsFrom1904: surroundings.countsFrom1904
        ).utf8)
    }
  }

  // MARK: - Rows

  private func endRow() throws(SheetRefusal) {
    let isFilled = !cells.isEmpty
    if isFilled { fill() }
    guard isFilled else { return }
    if let areas = merged[row] {
      let texts = Dictionary(cells.map { ($0.column, $0.text) }) { first, _ in first }
      for area in areas {
        if let text = texts[area.first.column] { open[area.first.column] = (area.lastRow, text) }
      }
    }
    try lines.add(row: row, cells)
  }

  /// Puts into blank cells what the area shows that they are in.
  private func fill() {
    guard !open.isEmpty else { return }
    open = open.filter { $0.value.lastRow >= row }
    let own = Set(cells.map(\.column))
    let more = open.filter { !own.contains($0.key) }
    guard !more.isEmpty else { return }
    cells += more.map { ($0.key, $0.value.text) }
    cells.sort { $0.column < $1.column }
  }
}
