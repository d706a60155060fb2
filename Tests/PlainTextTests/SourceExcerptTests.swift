import PlainText
import Testing

/// A line at fault, with a caret below the place.
@Suite struct SourceExcerptTests {
  private func lines(
    _ text: String, _ line: Int, _ column: Int, width: Int = SourceExcerpt.usualWidth
  ) -> [String]? {
    SourceExcerpt(of: Array(text.utf8), line: line, column: column, width: width)?.lines
  }

  @Test func `the caret stands below the place`() {
    #expect(lines("a: 1\nb: x\n", 2, 4) == ["2 | b: x", "  |    ^"])
    #expect(lines("a: 1\nb: x", 2, 1) == ["2 | b: x", "  | ^"])
    let tenth = String(repeating: "x\n", count: 9) + "tiga"
    #expect(lines(tenth, 10, 2) == ["10 | tiga", "   |  ^"])
  }

  @Test func `behind the last character is a place, and further is none`() {
    #expect(lines("ab\n", 1, 3) == ["1 | ab", "  |   ^"])
    #expect(lines("ab\n", 1, 4) == ["1 | ab"])
    #expect(lines("ab\n", 1, 0) == ["1 | ab"])
  }

  @Test func `a line that is not there is not shown`() {
    #expect(lines("ab\n", 2, 1) == nil)
    #expect(lines("ab\n", 0, 1) == nil)
    #expect(lines("", 1, 1) == nil)
    #expect(lines("ab\n\nc", 2, 1) == ["2 |", "  | ^"])
  }

  @Test func `what drives a terminal is shown by its number, and a tab is one blank`() {
    #expect(lines("a\u{1b}[2Jb", 1, 6) == ["1 | a\\u{1b}[2Jb", "  |           ^"])
    #expect(lines("\ta\u{202e}b", 1, 4) == ["1 |  a\\u{202e}b", "  |           ^"])
    #expect(lines("a\r\nb", 1, 2) == ["1 | a", "  |  ^"])
  }

  @Test func `a wide character takes two columns, and a mark above none`() {
    #expect(lines("日本x", 1, 3) == ["1 | 日本x", "  |     ^"])
    #expect(
      lines("e\u{301}x", 1, 3)?.last == "  |  ^" || lines("e\u{301}x", 1, 3)?.last == "  |   ^")
  }

  @Test func `a byte order mark has no column`() {
    #expect(lines("\u{FEFF}kode,nama\n", 1, 1) == ["1 | kode,nama", "  | ^"])
  }

  @Test(arguments: [1, 2, 30, 50, 77, 99, 100, 101])
  func `a long line is cut around the place`(_ column: Int) throws {
    let text = String((0..<100).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    let cut = try #require(lines(text, 1, column, width: 40))
    let shown = cut[0].dropFirst(4)
    #expect(shown.terminalWidth <= 40)
    let below = cut[1].dropFirst(4)
    let caret = try #require(below.firstIndex(of: "^"))
    let place = below.distance(from: below.startIndex, to: caret)
    let under = Array(shown)
    if column <= 100 {
      #expect(under[place] == Array(text)[column - 1])
    } else {
      #expect(place == under.count)
    }
    #expect(shown.hasPrefix("…") == (column > 26))
  }

  @Test func `bytes that are no text, and a line without end, are shown as far as they can be`()
    throws
  {
    let excerpt = try #require(SourceExcerpt(of: [0x61, 0xFF, 0x62], line: 1, column: 3))
    #expect(excerpt.lines == ["1 | a\u{FFFD}b", "  |   ^"])
    let endless = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let far = try #require(SourceExcerpt(of: endless, line: 1, column: 2_000_000))
    #expect(far.lines.allSatisfy { $0.utf8.count < 200 })
  }
}
