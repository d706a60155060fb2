import TestSupport
import Testing

@testable import Exchange

/// The lines of an iCalendar stream.
@Suite struct `lines of a calendar` {
  private func lines(_ name: String, _ value: String) -> [[UInt8]] {
    var writer = ICSWriter()
    writer.text(name, value)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    // A line feed belongs to the carriage return before it, and is one character with it.
    return text.split(separator: "\r\n").map { Array($0.utf8) }
  }

  @Test(arguments: [
    ("a,b;c\\d\ne", "a\\,b\\;c\\\\d\\ne"), ("a\u{7}b\u{1B}[31m\r\n\u{85}", "ab[31m\\n"),
    ("\t😀\u{202E}", "\t😀\u{202E}"), ("", ""), (":\"'", ":\"'"),
  ])
  func `have text that is escaped as RFC 5545 asks`(_ text: String, _ escaped: String) {
    #expect(ICSWriter.escaped(text) == escaped)
  }

  @Test func `are broken after 75 bytes, and not before`() {
    let name = "SUMMARY"
    let room = ICSWriter.longestLine - name.count - 1
    #expect(lines(name, String(repeating: "a", count: room)).map(\.count) == [75])
    #expect(lines(name, String(repeating: "a", count: room + 1)).map(\.count) == [75, 2])
    #expect(lines(name, String(repeating: "a", count: room + 75)).map(\.count) == [75, 75, 2])
  }

  @Test func `are UTF-8 each, and come together again`() {
    let letters: [Character] = ["a", "é", "—", "😀", "e\u{0301}", " "]
    var random = SplitMix64(seed: 5545)
    for _ in 1...2_000 {
      let value = String(
        (0..<Int.random(in: 0...200, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
      let lines = lines("X", value)
      for line in lines {
        #expect(line.count <= ICSWriter.longestLine)
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      let joined = lines.first.map { $0 + lines.dropFirst().flatMap { $0.dropFirst() } }
      #expect(joined == Array("X:\(value)".utf8))
    }
  }
}
