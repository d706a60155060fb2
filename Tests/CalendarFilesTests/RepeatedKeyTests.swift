import ComplianceModel
import TestSupport
import Testing

@testable import CalendarFiles

/// A key that is written twice is told at its place, and the rest of the file is read.
@Suite struct `Repeated keys` {
  /// What is wrong with the file of an office.
  private func findings(_ text: String) -> [String] {
    OfficeFile.read(YAMLText(Array(text.utf8), file: "kantor.yaml")).findings.map {
      "\($0.place.line): \($0.what)"
    }
  }

  private func tree(_ text: String) throws -> YAMLTree { try YAMLTree(parsing: Array(text.utf8)) }

  @Test func `the other faults of the file are told too`() {
    #expect(
      findings(
        """
        zona: WITTA
        kalender: [nasional]
        kalender: [tapin]
        warna: biru
        minggu_kerja:
          - { hari: 5, sejak: 2019-01-01, hari: 6 }
          - { hari: lima, sejak: 2019-01-32 }

        """) == [
          "1: 'WITTA' bukan salah satu pilihan",
          "3: kunci 'kalender' ditulis dua kali",
          "4: kunci 'warna' tidak dikenal",
          "6: kunci 'hari' ditulis dua kali",
          "7: 'lima' bukan salah satu pilihan",
          "7: '2019-01-32' bukan tanggal yang ada",
        ])
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", ["a 2:1"]), ("a: 1\nb: 3\na: 2\na: 4\n", ["a 3:1", "a 4:1"]),
    ("{ a: 1, a: 2 }", ["a 1:9"]), ("\"a\": 1\n'a': 2\na: 3\n", ["a 2:1", "a 3:1"]),
    ("a: 1\r\nb: 3\r\na: 2\r\n", ["a 3:1"]),
    ("# \u{E9}\u{1F600}\n\u{E9}: 1\n\u{E9}: 2\n", ["é 3:1"]),
    ("x:\n  - { 2026: 1, 2026: 2 }\n  - { b: 1, b: 2 }\n", ["2026 2:16", "b 3:13"]),
    ("a: 1\nb: { a: 1 }\n", []), ("'': 1\n'': 2\n", [" 2:1"]),
    ("? [a]\n: 1\n? a\n: 2\n? a\n: 3\n", ["a 5:3"]),
    ("a: 1\na: { b: 1, b: 2 }\nc: 1\nc: 2\n", ["a 2:1", "c 4:1"]),
  ])
  func `each repeat is told where it stands`(_ text: String, _ expected: [String]) throws {
    #expect(try tree(text).repeats.map { "\($0.key) \($0.line):\($0.column)" } == expected)
  }

  @Test func `the first value is kept, under the name as it was written`() throws {
    let pairs = try #require(
      try tree("kode: H10\ntarget: 100\nkode: H11\ntarget: 90\nkode: H12\n").root.pairs)
    #expect(pairs.map(\.key.string) == ["kode", "target"])
    #expect(pairs.map(\.value.string) == ["H10", "100"])
  }

  @Test func `a fault of syntax after a repeat does not hide it`() {
    #expect(findings("a: 1\nb: { c: 1, c: 2 }\nd: [\n") == ["2: kunci 'c' ditulis dua kali"])
  }

  @Test(.timeLimit(.minutes(15))) func `thousands of repeats take no time`() {
    let text = (0..<5_000).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(!findings(text).isEmpty)
  }
}
