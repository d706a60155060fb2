import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

/// Whether the period of a submission may be a slip, over the whole calendars of the four offices.
struct PeriodDoubtTests {
  static let offices = ["63.05.12", "63.05.05", "63.04.17", "35.08.09"]

  /// The obligations of a kecamatan and of one desa that are due in some years, but for reports an event.
  private func obligations(_ desk: Desk, _ years: ClosedRange<Int>) throws -> [Obligation] {
    let village = desk.kecamatan.villages.first?.code
    let today = try day("2026-01-01")
    return try desk.plan(years, asOf: today).dated.filter { obligation in
      desk.calendar.report(obligation.id.report)?.perEvent == nil
        && (obligation.id.unit == village || !obligation.id.unit.isDesa)
    }
  }

  private func doubts(
    _ obligation: Obligation, on date: CivilDate, _ desk: Desk
  ) throws -> [Doubt] {
    let others = try desk.alternatives(to: obligation, dated: date, asOf: date)
    let proposal = Proposal(kind: .submitted, date: date, received: date, hasReason: true)
    let admission = try? desk.judge(asOf: date).admit(
      proposal, for: obligation, insteadOf: others)
    let found = try #require(admission).doubts
    return found.filter { if case .otherPeriod = $0 { true } else { false } }
  }

  /// A workspace in which everything that was due before a day was handed in on its due day.
  private func settled(_ code: String, before day: CivilDate) throws -> Desk {
    let founded = try FoundedWorkspace(code)
    let desk = try founded.desk()
    let rows = try obligations(desk, 2025...2026).filter { ($0.due ?? day) < day }.map {
      obligation in
      LedgerEntry(
        kind: .submitted, unit: obligation.id.unit,
        subject: desk.calendar.codes[obligation.id.report],
        period: obligation.id.period.description, date: obligation.due, received: obligation.due,
        recorder: "operator")
    }
    try founded.append(rows, at: "\(day)T08:00:00+08:00")
    return try founded.desk()
  }

  @Test(arguments: offices)
  func `what falls due is never asked about, from two months before to half a year after`(
    _ code: String
  ) throws {
    for month in [1, 4, 7, 10] {
      let start = try CivilDate(year: 2026, month: month, day: 1)
      let desk = try settled(code, before: start)
      let open = try obligations(desk, 2026...2026).filter { obligation in
        obligation.due.map { start <= $0 && $0 < start.adding(months: 3) } ?? false
      }
      for obligation in open {
        guard let due = obligation.due else { continue }
        for days in stride(from: -60, through: 180, by: 20) {
          let date = due.adding(days: days)
          // What looks back on a period that still runs is another question.
          guard date >= start, date >= obligation.id.period.lastDay else { continue }
          let found = try doubts(obligation, on: date, desk)
          #expect(
            found.isEmpty, "\(desk.calendar.codes[obligation.id.report]) \(obligation.id) \(date)")
        }
      }
    }
  }

  @Test(arguments: offices)
  func `a year too early or too late is asked about around the due day`(_ code: String) throws {
    let founded = try FoundedWorkspace(code)
    let desk = try founded.desk()
    var count = 0
    for obligation in try obligations(desk, 2026...2026) {
      guard let due = obligation.due, let report = desk.calendar.report(obligation.id.report)
      else { continue }
      for days in [-13, -1, 0, 1, 13] {
        let date = due.adding(days: days)
        guard report.nature == .plan || date >= obligation.id.period.lastDay else { continue }
        for years in [-1, 1] {
          let period = obligation.id.period
          let slip = try #require(
            Period(period.length, year: period.year + years, ordinal: period.ordinal))
          let id = Obligation.ID(report: report.code, unit: obligation.id.unit, period: slip)
          // A report before its period begins is refused outright, and so is one due years ahead.
          guard report.nature == .plan || slip.firstDay <= date,
            let named = try? desk.obligation(id, asOf: date),
            named.due.map({ $0.year <= date.year + 1 }) ?? false
          else { continue }
          let isGated =
            try #require(desk.judge(asOf: date).assess([obligation]).first).isGated
          guard !isGated else { continue }
          let found = try doubts(named, on: date, desk)
          #expect(
            found.count == 1, "\(desk.calendar.codes[report.code]) \(slip) \(date): \(found)")
          count += 1
        }
      }
    }
    #expect(count > 50)
  }
}
