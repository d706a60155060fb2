import CivilCalendar
import Testing
import TestSupport

struct WrittenDateTests {
  @Test(arguments: [
    "2026-03-31", "31/03/2026", "31/3/2026", "31 Maret 2026", "31 maret 2026", "31 MARET 2026",
    "31 Mar 2026", "31  Maret  2026",
  ])
  func `a date is read in the forms that offices write`(_ text: String) throws {
    #expect(CivilDate(written: Array(text.utf8)[...]) == (try day("2026-03-31")))
  }

  @Test(arguments: [
    ("1/2/2026", "2026-02-01"), ("05/12/2026", "2026-12-05"), ("29 Februari 2028", "2028-02-29"),
    ("1 Agu 2026", "2026-08-01"), ("7 Mei 2026", "2026-05-07"),
  ])
  func `the day stands before the month`(_ text: String, _ expected: String) throws {
    #expect(CivilDate(written: Array(text.utf8)[...]) == (try day(expected)))
  }

  @Test(arguments: [
    "", "31", "31/04/2026", "29/02/2026", "29 Februari 2026", "03/31/2026", "31-03-2026",
    "31/03/26", "2026/03/31", "31 March 2026", "31 Maret", "Maret 2026", "031/03/2026",
    "31/003/2026", "31 Maret 2026 pagi", "31/03/2026/", "32 Maret 2026", "0 Maret 2026",
    "31\tMaret\t2026",
  ])
  func `what names no day in one of the forms is no date`(_ text: String) {
    #expect(CivilDate(written: Array(text.utf8)[...]) == nil)
  }
}
