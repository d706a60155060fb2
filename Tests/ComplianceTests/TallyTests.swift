import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

struct TallyTests {
  /// Four reports, due on 10 January, 27 February, 10 April and 31 December 2026.
  private var office = SmallOffice()

  init() throws {
    office.add("A", yearOffset: -1, try rule(.fixed(10, .january, 1)))
    office.add("B", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    office.add("C", try rule(.fixed(10, .april)))
    office.add("D", try rule(.fixed(31, .december)))
  }

  private func tally(on date: String) throws -> Tally {
    try Tally(office.judge(on: date).assess(office.plan(2026, on: date).dated))
  }

  @Test func `a year is counted whole and as far as it is decided`() throws {
    var test = self
    try test.office.row(.submitted, "A", "2025", "2026-01-10")
    try test.office.row(.submitted, "B", "2025", "2026-02-28")
    let tally = try test.tally(on: "2026-04-11")
    #expect(
      [tally.onTime, tally.late, tally.overdue, tally.waiting, tally.exempt] == [1, 1, 1, 1, 0])
    #expect(tally.required == 4)
    #expect(tally.submitted == 2)
    #expect(tally.decided == 3)
    #expect(tally.onTimeRate.percent() == "25.00")
    #expect(tally.submittedRate.percent() == "50.00")
    #expect(tally.currentRate.percent(separator: ",") == "33,33")
  }

  @Test func `what is due today and not in is not yet decided`() throws {
    #expect(try tally(on: "2026-01-10").decided == 0)
    #expect(try tally(on: "2026-01-11").decided == 1)
  }

  @Test func `what is in before its due day is decided`() throws {
    var test = self
    try test.office.row(.submitted, "D", "2026", "2026-01-02")
    #expect(try test.tally(on: "2026-01-02").decided == 1)
    #expect(try test.tally(on: "2026-01-02").currentRate.percent() == "100.00")
  }

  @Test func `due soon is counted as waiting`() throws {
    #expect(try office.status("B", "2025", on: "2026-02-27") == .dueSoon)
    #expect(try tally(on: "2026-02-27").waiting == 3)
    #expect(try tally(on: "2026-02-27").required == 4)
  }

  @Test func `the exempt stand outside every denominator`() throws {
    var test = self
    for (code, period) in [("A", "2025"), ("B", "2025"), ("C", "2026")] {
      try test.office.row(.exempted, code, period, "2026-01-02")
    }
    // A report that is in and exempt is exempt, and its late entry is nobody's.
    try test.office.row(.submitted, "A", "2025", "2026-01-03", recorded: "2026-03-01")
    let tally = try test.tally(on: "2026-12-01")
    #expect(tally.exempt == 3)
    #expect(tally.required == 1)
    #expect(tally.decided == 0)
    #expect(tally.lateEntries == 0)
  }

  @Test func `a share of nothing is no data`() throws {
    let nothing = Tally()
    #expect(nothing.onTimeRate.percent() == nil)
    #expect(nothing.submittedRate.percent() == nil)
    #expect(nothing.currentRate.percent() == nil)
    // All waits: the year has a rate, what is decided has none.
    let early = try tally(on: "2026-01-01")
    #expect(early.onTimeRate.percent() == "0.00")
    #expect(early.currentRate.percent() == nil)
  }

  @Test func `late entries are counted where they decide, in and out of time alike`() throws {
    var test = self
    try test.office.row(.submitted, "A", "2025", "2026-01-05", recorded: "2026-02-01")
    try test.office.row(.submitted, "B", "2025", "2026-03-05", recorded: "2026-04-01")
    try test.office.row(.submitted, "C", "2026", "2026-03-05", recorded: "2026-04-01")
    try test.office.row(.returned, "C", "2026", "2026-03-06")
    let tally = try test.tally(on: "2026-04-01")
    #expect(tally.onTime == 1)
    #expect(tally.late == 1)
    #expect(tally.lateEntries == 2)
  }

  @Test func `what has no due date is in no rate`() throws {
    var test = SmallOffice()
    test.add("Umum", length: .month, try rule(.countOnly(target: 12)))
    try test.row(.submitted, "Umum", "2026-01", "2026-01-31", recorded: "2026-03-01")
    try test.row(.exempted, "Umum", "2026-02", "2026-01-31")
    let plan = try test.plan(2026, on: "2026-03-01")
    #expect(plan.dated.isEmpty)
    #expect(plan.undated.count == 12)
    #expect(try Tally(test.judge(on: "2026-03-01").assess(plan.undated)) == Tally())
  }

  @Test func `an extension moves the date but not the quarter`() throws {
    var test = self
    try test.office.row(.extended, "B", "2025", "2026-05-05", received: "2026-02-20")
    let assessment = try test.office.assess("B", "2025", on: "2026-03-01")
    #expect(assessment.due == (try day("2026-05-05")))
    #expect(assessment.dutyQuarter == Quarter(year: 2026, number: 1))
    try test.office.row(.extended, "D", "2026", "2027-01-15", received: "2026-12-20")
    #expect(
      try test.office.words(test.office.plan(2027, on: "2026-12-31").dated)
        == [
          "A 2026 63.05.12 2027-01-10", "B 2026 63.05.12 2027-02-27", "C 2027 63.05.12 2027-04-10",
          "D 2027 63.05.12 2027-12-31",
        ])
    #expect(try test.office.plan(2026, on: "2026-12-31").dated.count == 4)
  }

  @Test func `tallies add up`() throws {
    var sum = try tally(on: "2026-04-11")
    sum += try tally(on: "2026-01-01")
    #expect([sum.overdue, sum.waiting, sum.required] == [3, 5, 8])
  }
}
