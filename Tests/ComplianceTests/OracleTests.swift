import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// The judge against the oracle: the same random ledgers, on every day of a window.
struct OracleTests {
  /// Reports that differ in all that judging looks at, with dates inside the window.
  private static func office() throws -> SmallOffice {
    var office = SmallOffice()
    let desa = try region(SmallOffice.villages[0])
    office.add("Satu", units: nil, try rule(.fixed(20, .january)), leadDays: 5)
    office.add(
      "Dua", level: .village, nature: .plan, units: [desa],
      try rule(.fixed(28, .january), meaning: .enactment), deciding: .last)
    let own = office.codes.intern("Tiga")
    let rules = try [(1, 15), (2, 30)].map { ordinal, date in
      try rule(.fixed(date, .january), ordinals: [ordinal], meaning: .issue)
    }
    office.reports.append(
      Report(
        code: own, name: "Tiga", aliases: [], level: .recommendation, nature: .plan,
        length: .quarter, yearOffset: 0, responsible: own, recipient: nil, note: nil, isOwed: true,
        units: [desa], layers: [rules], background: [],
        gates: [
          Gate(ordinals: [1], report: office.codes.intern("Dua"), relation: .sameYear),
          Gate(ordinals: [2], report: own, relation: .previous),
        ], perEvent: nil, term: nil, deciding: nil, leadDays: 3))
    return office
  }

  private struct World {
    let office: SmallOffice
    let definitions: Definitions
    let plan: Plan
    let owed: [Oracle.Owed]
    let days: [CivilDate]
    let table: DueTable

    /// A world whose reports go by the office's word where they have none of their own.
    init(deciding: DecidingSubmission) throws {
      var office = try OracleTests.office()
      office.deciding = deciding
      self.office = office
      definitions = try office.definitions()
      days = try (-2...33).map { try day("2026-01-01").adding(days: $0) }
      plan = try office.plan(2026, on: "2026-01-01")
      let ids = plan.dated.map(\.id)
      try #require(ids.count == 4)
      let dues = try ["2026-01-20", "2026-01-28", "2026-01-15", "2026-01-30"].map { try day($0) }
      let leads = [5, 14, 3, 3]
      owed = ids.indices.map { index in
        Oracle.Owed(
          id: ids[index], due: dues[index], lead: leads[index],
          decidesFirst: index != 1 && deciding == .first,
          speaksOfEnactment: index == 1, predecessor: index >= 2 ? ids[index - 1] : nil)
      }
      table = DueTable(definitions, years: 2026...2026)
    }

    var obligations: [Obligation] { plan.dated }

    /// A ledger of all kinds of rows, in files of two years, many of them on the same days.
    func ledger(_ random: inout SplitMix64) -> [LedgerEvent] {
      var numbers = [2025: 0, 2026: 0]
      var rows: [LedgerEvent] = []
      let kinds: [LedgerEvent.Kind] = [
        .submitted, .submitted, .submitted, .submitted, .returned, .returned, .accepted, .exempted,
        .extended, .extended, .voided, .voided, .fact, .measured,
      ]
      for _ in 0..<Int.random(in: 0...18, using: &random) {
        let year = Int.random(in: 2025...2026, using: &random)
        numbers[year, default: 0] += 1
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        // An exemption hides all else, so that most ledgers go without.
        if kind == .exempted, Int.random(in: 0..<4, using: &random) > 0 { continue }
        let id = obligations[Int.random(in: 0..<obligations.count, using: &random)].id
        let received = days[Int.random(in: 0..<days.count, using: &random)]
        let delay = [0, 0, 1, 3, 9][Int.random(in: 0..<5, using: &random)]
        let lag = [0, 0, 2, 6, 7, 8, 20][Int.random(in: 0..<7, using: &random)]
        let date =
          kind == .extended
          ? received.adding(days: Int.random(in: -5...25, using: &random))
          : received.adding(days: -delay)
        let voids =
          kind == .voided && !rows.isEmpty
          ? rows[Int.random(in: 0..<rows.count, using: &random)].row : nil
        rows.append(
          LedgerEvent(
            row: LedgerEvent.RowID(year: year, number: numbers[year] ?? 0), kind: kind,
            unit: id.unit, subject: id.report, period: id.period, date: date, received: received,
            recorded: received.adding(days: lag), voids: voids))
      }
      return rows
    }

    /// How lines differ from what was judged obligation by obligation; `nil` where they do not.
    private func difference(
      _ lines: DutyLines, _ judge: Judge, _ assessments: [Assessment]
    ) -> String? {
      for (line, assessment) in zip(lines.lines, assessments) {
        let isSame =
          line.id == assessment.obligation.id && line.ruleDue == assessment.obligation.due
          && line.due == assessment.due && line.status == assessment.status
          && line.decidingRow == assessment.deciding?.row
          && line.date == assessment.deciding?.date
          && definitions.calendar.reports[line.report].code == assessment.report.code
        if !isSame { return "\(line), not \(assessment.obligation.id) \(assessment.status)" }
      }
      for row in VillageMatrix(judge, plan, year: 2026).rows {
        let (made, wanted) = (lines.presences[row.village.code], row.presence)
        if made?.present != wanted.present || made?.required != wanted.required {
          return "\(row.village.code): \(String(describing: made)), not \(wanted)"
        }
      }
      return lines.lines.count == assessments.count
        && lines.lastDue == assessments.compactMap(\.due).max() ? nil : "another count or last day"
    }

    /// The first day on which the two differ, and how.
    func difference(_ rows: [LedgerEvent]) -> String? {
      let oracle = Oracle(ledger: rows)
      let history = History(rows.reversed())
      for date in days {
        let judge = Judge(definitions, history, asOf: date)
        let assessments = judge.assess(obligations)
        let verdicts = owed.map { oracle.verdict($0, on: date) }
        for (assessment, verdict) in zip(assessments, verdicts) {
          let made = Oracle.Verdict(
            status: assessment.status.rawValue, due: assessment.due ?? date,
            deciding: assessment.deciding?.row, daysLate: assessment.daysLate,
            isLateEntry: assessment.isLateEntry)
          if made != verdict {
            let code = office.codes[assessment.report.code]
            return "\(code) \(assessment.obligation.id.period) on \(date): \(made), not \(verdict)"
          }
        }
        let lines = DutyLines(2026, nil, judge, sharing: table)
        if let difference = difference(lines, judge, assessments) {
          return "the lines of \(date): \(difference)"
        }
        let question = DutyCounts.Question(year: 2026, quarter: nil, level: nil, units: [])
        for (name, tally) in [
          ("tally", Tally(assessments)), ("total of the lines", lines.total),
          ("count", DutyCounts(question, judge).total),
          ("count of a table", DutyCounts(question, judge, sharing: table).total),
        ] {
          let made = [
            tally.required, tally.submitted, tally.onTime, tally.late, tally.overdue,
            tally.waiting, tally.exempt, tally.decided, tally.lateEntries,
          ]
          let wanted = Oracle.counts(verdicts)
          if made != wanted { return "the \(name) of \(date): \(made), not \(wanted)" }
        }
      }
      return nil
    }
  }

  @Test(arguments: 0..<4) func `a second reading of the rules agrees on every day`(
    batch: UInt64
  ) throws {
    let world = try World(deciding: batch.isMultiple(of: 2) ? .first : .last)
    var met: Set<String> = []
    for seed in (batch * 500)..<(batch * 500 + 500) {
      var random = SplitMix64(seed: seed)
      let rows = world.ledger(&random)
      if world.difference(rows) != nil {
        Issue.record("seed \(seed): \(rows.smallest(world.office.codes, world.difference))")
        return
      }
      let oracle = Oracle(ledger: rows)
      met.formUnion(world.owed.map { oracle.verdict($0, on: world.days[30]).status })
    }
    // The ledgers reach every status that a dated obligation can have.
    #expect(met.count == 6)
  }
}
