import Exchange
import TestSupport
import Testing

/// Texts that a spreadsheet would run.
@Suite struct `the guard against formulas` {
  private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+62 811", "'+62 811"), ("-", "'-"), ("@a", "'@a"), ("\t=1", "'\t'=1"),
    ("\r\n=1", "'\r'\n'=1"), ("'kutip", "''kutip"), ("''", "'''"), ("  =1", "'  =1"),
    ("a = b", "a = b"), ("Rp1.000,-", "Rp1.000,-"), ("a;=1", "a;'=1"), ("a; @b", "a;' @b"),
    ("", ""), ("1-2", "1-2"), ("a;'b", "a;''b"),
  ])
  func `puts a mark where a cell would be run, and takes it away again`(
    _ text: String, _ guarded: String
  ) {
    let shield = FormulaGuard(separator: ",")
    #expect(shield.guarded(text) == guarded)
    #expect(shield.original(guarded) == text)
  }

  @Test func `looks behind the separators that are not the table's own`() {
    #expect(FormulaGuard(separator: ";").guarded("a,=1") == "a,'=1")
    #expect(FormulaGuard(separator: ";").guarded("a;=1") == "a;=1")
    #expect(FormulaGuard(separator: "\t").guarded("a,=1;-2") == "a,'=1;'-2")
  }

  @Test(arguments: separators) func `gives every text back`(_ separator: Unicode.Scalar) {
    let shield = FormulaGuard(separator: separator)
    let letters: [Unicode.Scalar] = [
      "=", "+", "-", "@", "\t", "\r", "\n", "'", " ", ",", ";", "\"", "a", "1", "é", "\u{0301}",
      "😀",
    ]
    var random = SplitMix64(seed: 20_261_129)
    for _ in 1...20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.append(letters.randomElement(using: &random) ?? "a")
      }
      let guarded = shield.guarded(String(text))
      #expect(Array(shield.original(guarded).unicodeScalars) == Array(text))
      let first = guarded.unicodeScalars.first { $0 != " " }
      #expect(!["=", "+", "-", "@", "\t", "\r", "\n"].contains(first))
      // Whoever splits at another separator begins no cell with a formula either.
      let cells = guarded.unicodeScalars.split {
        ["\n", "\r"].contains($0) || Self.separators.contains($0) && $0 != separator
      }
      for cell in cells {
        #expect(!["=", "+", "-", "@"].contains(cell.first { $0 != " " }))
      }
    }
  }
}
