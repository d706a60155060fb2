import DurableFiles

/// The lines of a file that another program may have saved, in UTF-8, whatever they were in.
struct ResavedText {
  /// A line of the file.
  struct Line {
    /// Its number in the file, from 1.
    let number: Int
    /// Its bytes in UTF-8, without the line end.
    let bytes: ArraySlice<UInt8>
  }

  /// The lines that hold something, in the order of the file.
  private(set) var lines: [Line] = []
  /// What shows that another program saved the file.
  private(set) var signs: [ResavedForm.Sign] = []
  /// Whether a line holds nothing.
  private(set) var hasBlankLines = false

  init(_ bytes: [UInt8]) {
    var text = bytes[...]
    if CSVReader.isUTF16(bytes) {
      signs.append(.utf16)
      text = ResavedText.utf8(fromUTF16: bytes)[...]
    } else if text.starts(with: CSVReader.byteOrderMark) {
      signs.append(.byteOrderMark)
      text = text.dropFirst(CSVReader.byteOrderMark.count)
    }
    split(text)
  }

  private mutating func split(_ text: ArraySlice<UInt8>) {
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    // Excel for the Mac once ended lines with CR alone.
    let hasLineFeed = text.contains(lf)
    let lineEnd = hasLineFeed || !text.contains(cr) ? lf : cr
    if lineEnd == cr { signs.append(.carriageReturns) }
    var parts = text.split(separator: lineEnd, omittingEmptySubsequences: false)
    // Behind the last line end there is no line.
    if parts.last?.isEmpty == true { parts.removeLast() }
    for (index, part) in parts.enumerated() {
      var line = part
      if lineEnd == lf, line.last == cr {
        line = line.dropLast()
        if !signs.contains(.carriageReturns) { signs.append(.carriageReturns) }
      }
      guard !line.isEmpty else {
        hasBlankLines = true
        continue
      }
      if String(validating: line, as: UTF8.self) == nil {
        line = Windows1252.utf8(from: line)[...]
        if !signs.contains(.windows1252) { signs.append(.windows1252) }
      }
      lines.append(Line(number: index + 1, bytes: line))
    }
  }

  private static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8] {
    let isBigEndian = bytes.first == 0xFE
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let text = units.first == 0xFEFF ? units[1...] : units[...]
    return Array(String(decoding: text, as: UTF16.self).utf8)
  }
}
