import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Steps that are counted back from a due date.
struct WorkPlanTests {
  private static let steps = WorkSteps([
    .init(name: "mulai", workingDays: 3), .init(name: "kirim", workingDays: 0),
  ])

  private static func plan(
    due: String, on today: String = "2026-01-05", week: WorkingWeek.Days = .five
  ) throws -> [String] {
    let days = WorkingDayCalendar(
      coveredYears: [2026],
      holidays: [
        Holiday(date: try day("2026-08-17"), name: "Kemerdekaan", kind: .national, decree: "SKB")
      ], weeks: [WorkingWeek(days: week, since: try day("2019-01-01"))])
    return try WorkPlan(steps, dueOn: day(due), in: days, asOf: day(today)).steps.map {
      "\($0.step.name) \($0.day)\($0.isPast ? " lewat" : "")"
    }
  }

  @Test func `steps skip the weekend and a holiday`() throws {
    #expect(
      try WorkPlanTests.plan(due: "2026-08-19") == ["mulai 2026-08-13", "kirim 2026-08-19"])
    #expect(
      try WorkPlanTests.plan(due: "2026-08-19", week: .six)
        == ["mulai 2026-08-14", "kirim 2026-08-19"])
  }

  @Test(arguments: ["2026-08-15", "2026-08-16", "2026-08-17"])
  func `a due date on a day off counts from the last working day before it`(due: String) throws {
    #expect(try WorkPlanTests.plan(due: due) == ["mulai 2026-08-11", "kirim 2026-08-14"])
  }

  @Test(arguments: [
    ("2026-08-12", ""), ("2026-08-13", ""), ("2026-08-14", " lewat"),
  ])
  func `a step of yesterday is past, one of today is not`(today: String, word: String) throws {
    #expect(
      try WorkPlanTests.plan(due: "2026-08-19", on: today).first == "mulai 2026-08-13\(word)")
  }

  @Test func `a count that enters a year without holidays gives no plan`() {
    #expect(throws: CalendarNotCovered(year: 2025)) {
      try WorkPlanTests.plan(due: "2026-01-02")
    }
  }
}
