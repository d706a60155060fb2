internal import Spreadsheets

/// The rows of a sheet as comma-separated values, a line each, handed on piece by piece.
final class SheetLines {
  private let take: ([UInt8]) -> Void
  private var bytes: [UInt8] = []
  private var line = 1
  private var isEmpty = true
  /// The bytes that may still be handed on.
  private(set) var room: Int

  private static let piece = 1 << 16

  /// Prepares to take rows.
  ///
  /// - Parameters:
  ///   - room: The bytes that may be handed on.
  ///   - take: Gets the pieces.
  init(room: Int, _ take: @escaping ([UInt8]) -> Void) {
    self.room = room
    self.take = take
  }

  /// Adds a row, with the empty lines of the rows in front that have none.
  func add(row: Int, _ cells: [(column: Int, text: [UInt8])]) throws(SheetRefusal) {
    isEmpty = false
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: row - line))
    line = row
    var column = 1
    for cell in cells {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: cell.column - column))
      column = cell.column
      append(cell.text)
    }
    room -= bytes.count - before
    guard room >= 0 else { throw SheetRefusal(.tooLarge) }
    if bytes.count >= SheetLines.piece { flush() }
  }

  /// Hands on what is left.
  func end() {
    if !isEmpty { bytes.append(UInt8(ascii: "\n")) }
    flush()
  }

  private func flush() {
    guard !bytes.isEmpty else { return }
    take(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private func append(_ text: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard text.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") }) else {
      bytes += text
      return
    }
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
