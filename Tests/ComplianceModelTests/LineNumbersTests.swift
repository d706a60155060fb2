import ComplianceModel
import TestSupport
import Testing

struct LineNumbersTests {
  @Test(arguments: [
    ([4], "4"), ([4, 5], "4, 5"), ([4, 5, 6], "4-6"), ([4, 7, 9, 10, 11, 12], "4, 7, 9-12"),
    ([12, 4, 11, 4, 7, 10, 9], "4, 7, 9-12"), ([], ""),
  ])
  func `lines that follow each other are a stretch`(_ lines: [Int], _ text: String) {
    #expect(LineNumbers.text(lines) == text)
  }

  @Test func `of very many the first are named, and all counted`() {
    let text = LineNumbers.text((1...24).map { $0 * 2 })
    #expect(text.hasSuffix(", 46, 48"))
    #expect(LineNumbers.text((1...25).map { $0 * 2 }) == text + " dan seterusnya, 25 baris")
  }

  /// Each line is named once, and no other: read back from the text.
  @Test func `the text names exactly the lines`() {
    var numbers = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let lines = Set((0..<12).map { _ in Int.random(in: 1...40, using: &numbers) })
      let named = LineNumbers.text(lines).split(separator: ", ").flatMap { part -> [Int] in
        let ends = part.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 ? Array(ends[0]...ends[1]) : ends
      }
      #expect(named == lines.sorted())
    }
  }
}
