/// The bytes of a text by lines and columns, as the parser counts them.
struct WrittenLines {
  /// The bytes.
  let bytes: [UInt8]
  /// Where each line lies, with its end; a last line without one is among them.
  let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let length = WrittenLines.lineEnd(in: bytes, at: position)
      position += max(length, 1)
      guard length > 0 else { continue }
      lines.append(start..<position)
      start = position
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
  }

  /// How many bytes end a line here; 0 where none does.
  ///
  /// Source: YAML 1.1, productions b-line-feed through b-paragraph-separator.
  private static func lineEnd(in bytes: [UInt8], at position: Int) -> Int {
    let rest = bytes[position...].prefix(3)
    if rest.starts(with: [0x0D, 0x0A]) { return 2 }
    if rest.first == 0x0A || rest.first == 0x0D { return 1 }
    if rest.starts(with: [0xC2, 0x85]) { return 2 }
    return rest.elementsEqual([0xE2, 0x80, 0xA8]) || rest.elementsEqual([0xE2, 0x80, 0xA9]) ? 3 : 0
  }

  /// What ends the first line; a line feed where nothing does.
  var lineEnd: [UInt8] {
    guard let first = lines.first else { return [0x0A] }
    let end = bytes[first].suffix { $0 == 0x0A || $0 == 0x0D }
    return end.isEmpty ? [0x0A] : Array(end)
  }

  /// Where a character lies, by line and column from 1; columns are counted in Unicode scalars.
  func offset(line: Int, column: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return column == 1 ? bytes.count : nil }
    var offset = lines[line - 1].lowerBound
    for _ in 1..<max(column, 1) {
      guard offset < lines[line - 1].upperBound else { return nil }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The bytes in front of the first character of a line that is no blank, and that character; `nil` for
  /// a line of blanks alone.
  func opening(ofLine index: Int) -> (indent: Int, byte: UInt8)? {
    let line = bytes[lines[index]]
    guard let place = line.firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      return nil
    }
    return (place - line.startIndex, line[place])
  }
}

extension ArraySlice<UInt8> {
  /// The longest end of which every byte is so.
  fileprivate func suffix(while isSo: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isSo(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
