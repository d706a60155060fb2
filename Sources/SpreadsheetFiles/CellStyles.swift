internal import Spreadsheets

/// How numbers are shown, by the style of a cell (ECMA-376 part 1, 18.8).
final class CellStyles: XMLPartHandler {
  private var patterns: [Int: NumberShape] = [:]
  private var shapes: [NumberShape] = []
  /// Whether the styles of cells are being read; those of named styles have the same elements.
  private var isInCellStyles = false

  /// The shape of a cell's number; a plain number where the style is not there.
  subscript(style: Int) -> NumberShape { shapes.indices.contains(style) ? shapes[style] : .plain }

  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) throws(SheetRefusal) {
    switch name {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let code = attributes.text("formatCode"),
        patterns.count < ReadingLimits.styles
      else { throw SheetRefusal(.badXML, detail: "numFmt") }
      patterns[number] = NumberShape(pattern: code)
    case "cellXfs": isInCellStyles = true
    case "xf" where isInCellStyles:
      guard shapes.count < ReadingLimits.styles else { throw SheetRefusal(.tooLarge) }
      let number = attributes.number("numFmtId") ?? 0
      shapes.append(patterns[number] ?? NumberShape(builtIn: number) ?? .plain)
    default: break
    }
  }

  func end(_ name: XMLPartName) { if name == "cellXfs" { isInCellStyles = false } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
