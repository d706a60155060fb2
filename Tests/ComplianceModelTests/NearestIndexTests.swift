import ComplianceModel
import TestSupport
import Testing

struct NearestIndexTests {
  @Test func `an index gives what a walk through all words gives`() {
    var random = SplitMix64(seed: 99)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          "abcdé ".randomElement(using: &random) ?? "a"
        })
    }
    let candidates = (0..<300).map { _ in word() }
    let index = NearestIndex(candidates)
    for _ in 0..<500 {
      let wanted = word()
      #expect(index.word(nearestTo: wanted) == nearestMatch(to: wanted, among: candidates))
    }
  }

  @Test func `of equally near words the one in front is meant`() {
    #expect(NearestIndex(["baca", "bata"]).word(nearestTo: "bada") == "baca")
    #expect(NearestIndex(["batas", "bata"]).word(nearestTo: "batax") == "batas")
  }

  @Test(arguments: [(80, true), (81, false)])
  func `a page of text is no misspelt name`(_ length: Int, _ isCompared: Bool) {
    let word = String(repeating: "a", count: length)
    #expect((nearestMatch(to: word, among: [word + ""]) != nil) == isCompared)
    #expect((NearestIndex([word]).word(nearestTo: word) != nil) == isCompared)
  }

  @Test(arguments: ["0", "7", "-3", "2026", "999999999999999999"])
  func `digits are a number`(_ text: String) { #expect(Int(plain: text) == Int(text)) }

  @Test(arguments: [
    "", "-", "012", "00", "-0", "-01", "+1", "1_000", "1e3", "0x1F", " 1", "1 ", "1.0", "٣", "--1",
    "9999999999999999999", "1\u{0}",
  ])
  func `anything else is none`(_ text: String) { #expect(Int(plain: text) == nil) }

  @Test func `a sentence that quotes a page is cut, and its beginning and end stay`() {
    let finding = Finding(
      WrittenProblem.any, at: SourcePlace(file: "x"),
      "awal " + String(repeating: "é", count: 5_000) + " akhir", fix: "perbaiki")
    #expect(finding.what.hasPrefix("awal é") && finding.what.hasSuffix("é akhir"))
    #expect(finding.what.count < 1_000)
  }

  @Test func `of many findings the first are kept and the rest are counted`() {
    var made = 0
    func finding() -> Finding {
      made += 1
      return Finding(WrittenProblem.any, at: SourcePlace(file: "x"), "salah", fix: "perbaiki")
    }
    var list = FindingList(atMost: 3)
    for _ in 0..<10 { list.append(finding()) }
    #expect(list.findings.count == 3 && list.surplus == 7 && made == 3)
  }

  private enum WrittenProblem: String, ProblemCode { case any = "uji.apa-saja" }
}
