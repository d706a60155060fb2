internal import Spreadsheets

/// The text of a cell as it is gathered: runs of letters behind each other, without what is only read aloud.
struct CellTextBuffer {
  private(set) var bytes: [UInt8] = []
  /// How deep the parser is in phonetic runs, whose text no cell shows.
  private var phoneticDepth = 0
  private var isOpen = false

  /// Begins a cell.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// An element within a text begins (ECMA-376 part 1, 18.4: `t` in runs, `rPh` to be read aloud).
  mutating func start(_ name: XMLPartName) {
    if name == "rPh" { phoneticDepth += 1 }
    if name == "t" { isOpen = true }
  }

  /// An element within a text ends.
  mutating func end(_ name: XMLPartName) {
    if name == "rPh" { phoneticDepth -= 1 }
    if name == "t" { isOpen = false }
  }

  /// More of a run's text.
  mutating func add(_ more: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) {
    guard isOpen, phoneticDepth == 0 else { return }
    try addValue(more)
  }

  /// More of a value that has no runs.
  mutating func addValue(_ more: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) {
    guard bytes.count + more.count <= ReadingLimits.cell else {
      throw SheetRefusal(.tooLarge, detail: "isi sel terlalu panjang")
    }
    bytes += more
  }

  /// The text as a cell shows it, on one line: escaped characters as they are meant, line breaks as
  /// `SheetContent/Sheet/lineBreak`, none at the ends.
  var shown: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (byte, length) = CellTextBuffer.character(bytes[index...])
      index += length
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        text.append(byte)
        continue
      }
      if text.last != SheetContent.Sheet.lineBreak { text.append(SheetContent.Sheet.lineBreak) }
    }
    let start = text.firstIndex { $0 != SheetContent.Sheet.lineBreak } ?? text.count
    let end = text.lastIndex { $0 != SheetContent.Sheet.lineBreak }.map { $0 + 1 } ?? start
    return Array(text[start..<end])
  }

  /// The byte that a text begins with, and how many bytes it takes.
  ///
  /// Source: ECMA-376 part 1, 22.9.2.19, ST_Xstring: `_x000D_` is the character of that number. Of these only
  /// ASCII is undone; programs escape control characters and the underscore itself.
  private static func character(_ text: ArraySlice<UInt8>) -> (byte: UInt8, length: Int) {
    let head = text.prefix(7)
    guard head.count == 7, head.first == UInt8(ascii: "_"), head.last == UInt8(ascii: "_"),
      head[head.startIndex + 1] == UInt8(ascii: "x"),
      let number = UInt8(String(decoding: head.dropFirst(2).dropLast(), as: UTF8.self), radix: 16),
      number < 0x80
    else { return (text[text.startIndex], 1) }
    return (number, 7)
  }
}
