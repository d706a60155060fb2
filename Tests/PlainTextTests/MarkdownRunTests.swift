import PlainText
import Testing

/// The stretches of a line of Markdown, and the parts of a page.
struct MarkdownRunTests {
  typealias Run = MarkdownText.Run

  @Test(arguments: [
    ("kata", [Run(.text, "kata")]),
    ("", []),
    ("a `b*c*` d", [Run(.text, "a "), Run(.code, "b*c*"), Run(.text, " d")]),
    ("a ` b", [Run(.text, "a ` b")]),
    ("**a** b", [Run(.text, "a", isStrong: true), Run(.text, " b")]),
    ("*a* b", [Run(.text, "a", isStressed: true), Run(.text, " b")]),
    ("**`a`**", [Run(.code, "a", isStrong: true)]),
    ("5 * 3", [Run(.text, "5 * 3")]),
    ("[a `b`](c.md).", [Run(.link("c.md"), "a b"), Run(.text, ".")]),
    ("[a] (b)", [Run(.text, "[a] (b)")]),
    ("![a](b.png)", [Run(.image("b.png"), "a")]),
    ("<https://a.invalid>", [Run(.link("https://a.invalid"), "https://a.invalid")]),
    ("<doc:A>, b", [Run(.page("A", heading: nil), ""), Run(.text, ", b")]),
    ("<doc:A#B-c>", [Run(.page("A", heading: "B c"), "")]),
    ("<doc:#B>", [Run(.page("", heading: "B"), "")]),
    ("a < b > c", [Run(.text, "a < b > c")]),
  ])
  func `a line is parted by its marks`(_ line: String, _ runs: [Run]) {
    #expect(MarkdownText.runs(line) == runs)
  }

  @Test(arguments: [
    ("Yang masuk", "Yang-masuk"),
    ("Apa yang lewat, dan apa yang segera", "Apa-yang-lewat-dan-apa-yang-segera"),
    ("Rekomendasi ADD (`RekADD`)", "Rekomendasi-ADD-RekADD"),
    ("kalender.kunci-ganda", "kalender-kunci-ganda"),
  ])
  func `a heading is led to by its words`(_ heading: String, _ anchor: String) {
    #expect(MarkdownText.anchor(of: heading) == anchor)
  }
}
