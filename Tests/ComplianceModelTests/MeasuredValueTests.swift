import ComplianceModel
import Testing

struct MeasuredValueTests {
  @Test(arguments: [
    ("12/15", 12, 15), ("0/0", 0, 0), ("0/9", 0, 9), ("7/3", 7, 3), ("007/010", 7, 10),
    ("999999999999999/999999999999999", 999_999_999_999_999, 999_999_999_999_999),
  ])
  func `a share is so many of so many`(_ text: String, _ numerator: Int, _ denominator: Int) {
    #expect(MeasuredValue(text) == .share(Ratio(numerator, of: denominator)))
    #expect(MeasuredValue(text)?.whole == nil)
  }

  @Test(arguments: [
    ("0", 0, 1), ("48", 48, 1), ("82.50", 8250, 100), ("82.5", 825, 10), ("0.05", 5, 100),
    ("999999999999999", 999_999_999_999_999, 1),
    ("9999999999999.99", 999_999_999_999_999, 100),
  ])
  func `a number keeps the power of ten of its decimals`(
    _ text: String, _ numerator: Int, _ denominator: Int
  ) {
    #expect(MeasuredValue(text) == .number(Ratio(numerator, of: denominator)))
    #expect(MeasuredValue(text)?.whole == (denominator == 1 ? numerator : nil))
  }

  @Test(arguments: [
    // More than nothing of nothing.
    "1/0", "3/0",
    // A side that is missing, or one too many.
    "", "/", "/15", "12/", "1/2/3", ".", ".5", "5.", "1.2.3",
    // Signs, blanks, separators of thousands and of decimals that are not ours.
    "-1", "+1", " 1", "1 ", "12 / 15", "1,5", "1.000.000", "1e3", "82.50%", "-1/2", "1/-2",
    // A share of decimals, and digits of another script.
    "1.5/3", "3/1.5", "\u{0661}", "\u{FF11}",
    // One digit more than a year of them can be added up with.
    "1000000000000000", "0000000000000001", "10000000000000.00", "1000000000000000/1",
    "1/1000000000000000",
  ])
  func `anything else is no value`(_ text: String) {
    #expect(MeasuredValue(text) == nil)
  }

  @Test(
    arguments: [
      ("82.50", 8250), ("82.5", 825 * 10), ("82", 8200), ("0", 0), ("82.500", nil), ("12/15", nil),
    ] as [(String, Int?)])
  func `a number of at most two decimals has hundredths`(_ text: String, _ hundredths: Int?) {
    #expect(MeasuredValue(text)?.hundredths == hundredths)
  }

  @Test func `four quarters of the largest value can be added`() {
    let most = String(repeating: "9", count: MeasuredValue.mostDigits)
    guard let whole = MeasuredValue(most)?.whole else {
      Issue.record("\(most) is no value")
      return
    }
    #expect(!whole.multipliedReportingOverflow(by: 12).overflow)
  }
}

struct IndicatorTargetTests {
  @Test func `the target of a year wins over that of every year`() {
    let target = IndicatorTarget(everyYear: 4800, byYear: [2026: 5000])
    #expect(target.hundredths(of: 2025) == 4800)
    #expect(target.hundredths(of: 2026) == 5000)
    #expect(target.hundredths(of: 2027) == 4800)
    #expect(IndicatorTarget().hundredths(of: 2026) == nil)
    #expect(IndicatorTarget(byYear: [2026: 0]).hundredths(of: 2026) == 0)
    #expect(IndicatorTarget(byYear: [2026: 0]).hundredths(of: 2025) == nil)
  }

  @Test func `a higher layer changes the years that it names and leaves the rest`() {
    let shipped = IndicatorTarget(everyYear: 4800, byYear: [2025: 4700, 2026: 4600])
    let own = shipped.overlaid(by: IndicatorTarget(byYear: [2026: 5000, 2027: 5100]))
    #expect([2024, 2025, 2026, 2027].map(own.hundredths) == [4800, 4700, 5000, 5100])
    // A target for every year leaves those of single years in force.
    let general = own.overlaid(by: IndicatorTarget(everyYear: 100))
    #expect([2024, 2025, 2026].map(general.hundredths) == [100, 4700, 5000])
    #expect(shipped.overlaid(by: IndicatorTarget()) == shipped)
  }
}

struct IndicatorValueTests {
  @Test(arguments: [
    (Indicator.Kind.percent, 8750, "87.50"), (.percent, 10_000, "100.00"), (.percent, 5, "0.05"),
    (.percent, 0, "0.00"), (.index, 7661, "76.61"), (.index, 8000, "80.00"), (.count, 4800, "48"),
    (.count, 0, "0"),
  ])
  func `a target in hundredths is a value of its kind`(
    _ kind: Indicator.Kind, _ hundredths: Int, _ text: String
  ) {
    #expect(IndicatorValue(kind, hundredths: hundredths).text() == text)
  }
}
