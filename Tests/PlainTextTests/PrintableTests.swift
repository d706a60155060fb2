import PlainText
import Testing

@Suite struct `Printable text` {
  @Test(arguments: [
    ("Hatungun", "Hatungun"), ("é 🌾 ❤\u{FE0F} e\u{301}", "é 🌾 ❤\u{FE0F} e\u{301}"),
    ("a\u{1B}[0m", #"a\u{1b}[0m"#), ("a\nb\r\tc", #"a\u{a}b\u{d}\u{9}c"#),
    ("\u{9B}\u{7F}\u{0}", #"\u{9b}\u{7f}\u{0}"#),
    ("\u{202A}\u{202E}\u{2066}\u{2069}", #"\u{202a}\u{202e}\u{2066}\u{2069}"#),
    ("\u{200B}\u{200D}\u{FEFF}\u{AD}", #"\u{200b}\u{200d}\u{feff}\u{ad}"#),
    ("\u{34F}\u{115F}\u{3164}\u{E0041}", #"\u{34f}\u{115f}\u{3164}\u{e0041}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
  ])
  func `shows what is not seen by its number`(text: String, shown: String) {
    #expect(text.printable == shown)
    #expect(shown.printable == shown)
  }

  @Test func `in one line has none of it`() {
    #expect(" a\u{1B}[0m\r\nb\u{202E}\tc\u{115F} ".singleLine == "a[0m b c")
    #expect("a\r\nb\u{2028}c\u{7}\n\n".printableLines == "a\nb\nc\n")
  }
}
