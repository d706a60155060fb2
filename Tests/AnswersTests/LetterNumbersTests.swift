import Answers
import TestSupport
import Testing

/// How the letters of an office are numbered.
struct LetterNumbersTests {
  @Test(arguments: [
    ("100.3/{n}/Pem", 12, "100.3/12/Pem"), ("{n}", 1, "1"), ("7/Pem", 3, "7/Pem"),
    ("{n}/{bulan}/{tahun}", 5, "5/VII/2026"), ("{tahun}{n}", 9, "20269"),
  ])
  func `a pattern gives a number`(_ pattern: String, _ counter: Int, _ number: String) throws {
    let numbers = try LetterNumbers(pattern)
    #expect(numbers.number(counter, on: try day("2026-07-06")) == number)
    #expect(numbers.hasCounter == pattern.contains("{n}"))
  }

  @Test func `each month has its numeral`() throws {
    let numbers = try LetterNumbers("{bulan}")
    let numerals = try (1...12).map { month in
      numbers.number(1, on: try day("2026-\(month < 10 ? "0" : "")\(month)-28"))
    }
    #expect(
      numerals == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
  }

  @Test(arguments: [
    ("1/{x}", LetterNumbers.Fault.unknownWord("x", known: ["bulan", "n", "tahun"])),
    ("1/{N}", .unknownWord("N", known: ["bulan", "n", "tahun"])),
    ("1/{}", .unknownWord("", known: ["bulan", "n", "tahun"])),
    ("1/{n", .looseBrace), ("1/n}", .looseBrace), ("1/{n}}", .looseBrace),
    ("{n}-{n}", .severalCounters), ("", .unfit("")), (" 1", .unfit(" 1")), ("1;2", .unfit("1;2")),
    ("1\n2", .unfit("1\n2")),
    (String(repeating: "9", count: 101), .unfit(String(repeating: "9", count: 101))),
  ])
  func `a pattern that is not understood is refused`(
    _ pattern: String, _ fault: LetterNumbers.Fault
  ) {
    #expect(throws: fault) { try LetterNumbers(pattern) }
  }
}
