import DurableFiles

/// A line of a table as a spreadsheet program writes one, split without holding it to any rule.
///
/// A row of a ledger has no line break in it, so that each line is split by itself.
enum SpreadsheetLine {
  /// The cells of a line.
  ///
  /// A cell in quotes ends at a quote before a separator or the end; where there is none, the quotes belong
  /// to the text.
  ///
  /// - Parameters:
  ///   - line: The line without its line end.
  ///   - separator: The byte between cells.
  /// - Returns: The contents of the cells, at least one.
  static func cells(of line: ArraySlice<UInt8>, separator: UInt8) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var index = line.startIndex
    while true {
      if let quoted = quotedCell(in: line, from: index, separator: separator) {
        cells.append(quoted.content)
        guard quoted.end < line.endIndex else { return cells }
        index = quoted.end + 1
        continue
      }
      guard let end = line[index...].firstIndex(of: separator) else {
        cells.append(Array(line[index...]))
        return cells
      }
      cells.append(Array(line[index..<end]))
      index = end + 1
    }
  }

  private static func quotedCell(
    in line: ArraySlice<UInt8>, from start: Int, separator: UInt8
  ) -> (content: [UInt8], end: Int)? {
    let quote = UInt8(ascii: "\"")
    guard start < line.endIndex, line[start] == quote else { return nil }
    var content: [UInt8] = []
    var index = start + 1
    while index < line.endIndex {
      if line[index] == quote {
        let next = index + 1
        if next == line.endIndex || line[next] == separator { return (content, next) }
        guard line[next] == quote else { return nil }
        index = next
      }
      content.append(line[index])
      index += 1
    }
    return nil
  }

  /// The cells without the empty ones that a spreadsheet adds at the end of a line.
  static func withoutEmptyEnd(_ cells: [[UInt8]]) -> [[UInt8]] {
    guard let last = cells.lastIndex(where: { !$0.isEmpty }) else { return [] }
    return Array(cells[...last])
  }
}
