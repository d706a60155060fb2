internal import Spreadsheets

/// The texts that cells of a workbook share by their numbers (ECMA-376 part 1, 18.4).
final class SharedTexts: XMLPartHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var buffer = CellTextBuffer()

  /// The bytes of a text; `nil` where there is none of that number.
  subscript(number: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(number) else { return nil }
    return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) {
    if name == "si" { buffer.clear() }
    buffer.start(name)
  }

  func end(_ name: XMLPartName) throws(SheetRefusal) {
    buffer.end(name)
    guard name == "si" else { return }
    bytes += buffer.shown
    ends.append(bytes.count)
    guard bytes.count + 8 * ends.count <= ReadingLimits.sharedText else {
      throw SheetRefusal(.tooLarge)
    }
  }

  func text(_ more: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) { try buffer.add(more) }
}
