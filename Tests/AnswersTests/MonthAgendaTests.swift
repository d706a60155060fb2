import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// A schedule by months.
struct MonthAgendaTests {
  private static let march = YearMonth(year: 2026, month: .march)

  @Test func `a month has what is due in it, settled or not, whatever the day of judging`() throws {
    let office = try AskedOffice()
    try office.record("LPPDesa", "2025", of: AskedOffice.villages[0], on: "2026-03-02")
    let schedule = try office.schedule(
      .month(MonthAgendaTests.march), on: "2026-08-03", settled: true)
    #expect(!schedule.situations.isEmpty)
    #expect(schedule.situations.allSatisfy { $0.due?.yearMonth == MonthAgendaTests.march })
    #expect(
      schedule.situations.contains { $0.code == "LPPDesa" && $0.assessment.status == .onTime })
  }

  @Test func `what was moved over the turn of a year is in the month to which it was moved`() throws
  {
    let office = try AskedOffice()
    let unit = AskedOffice.villages[0]
    try office.record(
      "APBDes", "2026", .extended, of: unit, on: "2026-01-15", received: "2025-12-20")
    func isListed(_ scope: DutyScope) throws -> Bool {
      try office.schedule(scope, on: "2026-02-02", settled: true).situations.contains {
        $0.code == "APBDes" && $0.unit.description == unit
      }
    }
    #expect(try isListed(.month(YearMonth(year: 2026, month: .january))))
    #expect(try !isListed(.month(YearMonth(year: 2025, month: .december))))
    #expect(try isListed(.dueIn(2026)))
    #expect(try !isListed(.dueIn(2025)))
  }

  @Test func `weeks go from Monday to Sunday, and name why a day is not worked`() throws {
    let office = try AskedOffice()
    let agenda = try MonthAgenda(
      try office.schedule(.month(MonthAgendaTests.march), on: "2026-03-02", settled: true),
      of: MonthAgendaTests.march, in: try office.workspace(on: "2026-03-02"))
    let days = agenda.weeks.flatMap(\.self)
    #expect(agenda.weeks.allSatisfy { $0.count == 7 && $0.first?.date.weekday == .monday })
    #expect(try days.first?.date == day("2026-02-23"))
    #expect(try days.last?.date == day("2026-04-05"))
    #expect(days.count { $0.isOfMonth } == 31)
    #expect(days.filter { !$0.isOfMonth }.allSatisfy { $0.due.isEmpty })
    let nyepi = try #require(days.first { $0.date.description == "2026-03-19" })
    guard case .holidays? = nyepi.closure else {
      Issue.record("19 March 2026 is a holiday")
      return
    }
    #expect(days.flatMap(\.due).flatMap(\.members).count == agenda.schedule.situations.count)
  }

  @Test func `the months of a year count what is due in them`() throws {
    let office = try AskedOffice()
    let whole = try office.schedule(.dueIn(2026), on: "2026-03-02", settled: true)
    let strip = try YearStrip(
      2026, like: whole.question, in: try office.workspace(on: "2026-03-02"))
    #expect(strip.months.count == 12)
    #expect(strip.months.map(\.total).reduce(0, +) == whole.situations.count)
    let march = try office.schedule(.month(MonthAgendaTests.march), on: "2026-03-02", settled: true)
    #expect(strip.months[2].total == march.situations.count)
  }

  @Test func `a schedule of one status has nothing else, settled or not`() throws {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    let workspace = try office.workspace(on: "2026-03-02")
    for status in [Status.onTime, .overdue, .dueSoon] {
      let schedule = try Schedule(
        .init(
          .year(2026), of: office.scope([], workspace), asOf: day("2026-03-02"), status: status),
        in: workspace)
      #expect(!schedule.situations.isEmpty)
      #expect(schedule.situations.allSatisfy { $0.assessment.status == status })
    }
  }

  @Test func `work is planned for what is open and due, and for nothing else`() throws {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    let steps = try office.workspace(on: "2026-03-02").workSteps()
    let schedule = try office.schedule(.year(2026), on: "2026-03-02", settled: true)
    let planned = schedule.situations.compactMap {
      PlannedWork($0, steps, asOf: schedule.question.day)
    }
    #expect(!planned.isEmpty)
    #expect(
      planned.allSatisfy {
        $0.situation.assessment.isOpen && $0.situation.daysLeft.map { $0 >= 0 } == true
      })
    expectDistinct(PlannedWork.columns(steps))
    #expect(!planned.contains { $0.situation.code == "LPPD" })
    let due = try #require(planned.first { $0.situation.code == "LPPDesa" }?.situation)
    let last = try #require(due.due)
    #expect(PlannedWork(due, steps, asOf: last) != nil)
    #expect(PlannedWork(due, steps, asOf: last.adding(days: 1)) == nil)
  }
}
