extension ArraySlice<UInt8> {
  /// The bytes without blanks before and after them: the space of ASCII, and of UTF-8 those that keep
  /// words together (U+00A0) or are narrow, as spreadsheets and web pages leave them.
  public var trimmed: ArraySlice<UInt8> {
    let start = drop { $0 == 0x20 }
    let plain = start.lastIndex { $0 != 0x20 }.map { start[...$0] } ?? start[..<start.startIndex]
    guard let first = plain.first, let last = plain.last, first > 0x7F || last > 0x7F else {
      return plain
    }
    return plain.trimmedOfAnyBlank
  }

  private var trimmedOfAnyBlank: ArraySlice<UInt8> {
    guard let text = String(validating: self, as: UTF8.self) else { return self }
    let scalars = text.unicodeScalars
    func width(_ blanks: some Sequence<Unicode.Scalar>) -> Int {
      blanks.prefix { $0 == " " || $0.properties.isWhitespace && !$0.isASCII }.reduce(0) {
        $0 + UTF8.width($1)
      }
    }
    let front = width(scalars)
    return front == count
      ? self[..<startIndex] : dropFirst(front).dropLast(width(scalars.reversed()))
  }
}
