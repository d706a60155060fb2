import CivilCalendar
import TestSupport
import Testing

/// Days as spreadsheets keep them.
struct SpreadsheetDayTests {
  @Test(arguments: [
    (61, "1900-03-01"), (36526, "2000-01-01"), (45292, "2024-01-01"), (45351, "2024-02-29"),
    (45852, "2025-07-14"), (46107, "2026-03-26"), (109_939, "2200-12-31"),
  ])
  func `a number is the day that a spreadsheet shows for it`(_ number: Int, _ date: String) throws {
    #expect(CivilDate(spreadsheetDay: number) == (try day(date)))
  }

  @Test(arguments: [-1, 0, 1, 60, 109_940, .max, .min])
  func `a number outside is no day`(_ number: Int) {
    #expect(CivilDate(spreadsheetDay: number) == nil)
  }

  @Test func `the next number is the next day`() throws {
    var numbers = SplitMix64(seed: 13)
    for _ in 0..<500 {
      let number = Int.random(in: 61..<109_939, using: &numbers)
      let (first, second) = (
        try #require(CivilDate(spreadsheetDay: number)),
        try #require(CivilDate(spreadsheetDay: number + 1))
      )
      #expect(first.days(to: second) == 1)
    }
  }
}
