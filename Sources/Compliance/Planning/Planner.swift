public import CivilCalendar
public import ComplianceModel

/// Lists what is owed in some duty years.
///
/// ```swift
/// let today = try CivilDate("2026-03-12")
/// let plan = Planner(definitions, history, asOf: today, years: 2026...2026).plan()
/// plan.dated.compactMap(\.due)  // [2026-02-27, 2026-04-10]
/// ```
public struct Planner {
  private let versions: RuleVersions
  private let table: DueTable?
  private let isAsked: (Obligation.ID) -> Bool

  private var definitions: Definitions { versions.definitions }
  private var history: History { versions.history }
  private var day: CivilDate { versions.day }
  private var years: ClosedRange<Int> { versions.years }

  /// Creates a planner.
  ///
  /// - Parameters:
  ///   - definitions: What is settled beforehand.
  ///   - history: The ledger, for the events that rules count from.
  ///   - day: Events count from their date on.
  ///   - years: The duty years: those of the rules' own due dates, before any extension.
  ///   - table: The dates that units share, where they were computed before for the same calendars and
  ///     years; else they are computed as they are asked for.
  ///   - isAsked: Obligations that are not asked for are not computed, so that what is settled leaves
  ///     no gap where the holidays of its year are not known.
  public init(
    _ definitions: Definitions, _ history: History, asOf day: CivilDate, years: ClosedRange<Int>,
    sharing table: DueTable? = nil, where isAsked: @escaping (Obligation.ID) -> Bool = { _ in true }
  ) {
    versions = RuleVersions(definitions: definitions, history: history, day: day, years: years)
    self.table = table?.years == years ? table : nil
    self.isAsked = isAsked
  }

  /// The obligations of the duty years.
  public func plan() -> Plan {
    var dated: [Obligation] = []
    var plan = plan { id, due, rule, _ in dated.append(Obligation(id: id, due: due, rule: rule)) }
    plan.dated = dated
    return plan
  }

  /// Shows an obligation that has a due date and belongs here: what it is, the date, the rule, and the place
  /// of its report in the calendar.
  typealias Dated = (Obligation.ID, CivilDate, DeadlineRule, Int) -> Void

  /// The obligations of the duty years, of which those in ``Plan/dated`` are shown and not kept.
  func plan(showing dated: Dated) -> Plan {
    var plan = Plan()
    for (index, report) in definitions.calendar.reports.enumerated() where report.isOwed {
      let units = definitions.units(owing: report)
      guard !units.isEmpty else { continue }
      if let event = report.perEvent {
        let judge = Judge(definitions, history, asOf: day)
        let documents = TermDocuments(report, judge)
        for unit in units {
          addPerEvent(report, index, event, unit, documents, to: &plan, dated)
        }
      } else {
        for entry in table?.entries(ofReport: index) ?? DueTable.entries(of: report, years) {
          add(report, index, entry, units, to: &plan, dated)
        }
      }
    }
    return plan
  }

  // MARK: - Reports a period

  private func add(
    _ report: Report, _ index: Int, _ entry: DueTable.Entry, _ units: [RegionCode],
    to plan: inout Plan, _ dated: Dated
  ) {
    if case .due(let due, let rule)? = entry.answer {
      guard years.contains(due.year) else { return }
      for unit in units {
        let id = Obligation.ID(report: report.code, unit: unit, period: entry.period)
        if isAsked(id) { place(due, rule, id, index, in: &plan, dated) }
      }
      return
    }
    var shared = entry.answer
    for unit in units {
      let id = Obligation.ID(report: report.code, unit: unit, period: entry.period)
      guard isAsked(id) else { continue }
      let answer = shared ?? versions.answer(report, id)
      if entry.isShared { shared = answer }
      place(answer, id, index, in: &plan, dated)
    }
  }

  private func place(
    _ due: CivilDate, _ rule: DeadlineRule, _ id: Obligation.ID, _ index: Int, in plan: inout Plan,
    _ dated: Dated
  ) {
    let isWatched = definitions.isWatched(id, due: due)
    switch definitions.belonging(of: id, due: due) {
    case .here where isWatched: dated(id, due, rule, index)
    case .formerKecamatan where isWatched:
      plan.inherited.append(Obligation(id: id, due: due, rule: rule))
    case .here, .formerKecamatan:
      plan.unwatched.append(Obligation(id: id, due: due, rule: rule))
    case .nobody: break
    }
  }

  private func place(
    _ answer: RuleAnswer, _ id: Obligation.ID, _ index: Int, in plan: inout Plan, _ dated: Dated
  ) {
    switch answer {
    case .due(let due, let rule):
      guard years.contains(due.year) else { return }
      place(due, rule, id, index, in: &plan, dated)
    case .undated(let rule):
      guard years.contains(id.period.year), definitions.belonging(of: id, due: nil) != .nobody
      else { return }
      addUndated(Obligation(id: id, due: nil, rule: rule), to: &plan)
    case .nothing: break
    case .fault(let due, let holding, let place):
      guard definitions.isWatched(id, due: due) else { return }
      let fault = Plan.RuleFault(
        report: id.report, period: id.period, due: due, holding: holding, place: place)
      // Many desa share one faulty rule.
      if years.contains(due.year), !plan.ruleFaults.contains(fault) {
        plan.ruleFaults.append(fault)
      }
    case .gap(let year, let rule, let span):
      guard definitions.belonging(of: id, due: span?.upperBound) != .nobody else { return }
      let obligation = Obligation(id: id, due: nil, rule: rule)
      if let latest = span?.upperBound, !definitions.isWatched(id, due: latest) {
        plan.unwatched.append(obligation)
        return
      }
      let gap = Plan.Gap(report: id.report, period: id.period, year: year, span: span)
      if !plan.gaps.contains(gap) { plan.gaps.append(gap) }
      plan.uncomputed.append(obligation)
    }
  }

  private func addUndated(_ obligation: Obligation, to plan: inout Plan) {
    if definitions.isWatched(obligation.id, due: nil) {
      plan.undated.append(obligation)
    } else {
      plan.unwatched.append(obligation)
    }
  }

  // MARK: - Reports an event

  private func addPerEvent(
    _ report: Report, _ index: Int, _ event: Code, _ unit: RegionCode, _ documents: TermDocuments,
    to plan: inout Plan, _ dated: Dated
  ) {
    let facts = history.facts(event, of: unit, asOf: day)
    guard !facts.isEmpty else {
      addWithoutEvent(report, unit, isCovered: documents.inForce(of: unit) != nil, to: &plan)
      return
    }
    for id in Planner.obligations(of: report, unit, facts) where isAsked(id) {
      place(versions.answer(report, id), id, index, in: &plan, dated)
    }
  }

  /// The obligations that events make: one a year of occurrence.
  static func obligations(
    of report: Report, _ unit: RegionCode, _ facts: [LedgerEvent]
  ) -> [Obligation.ID] {
    Set(facts.map(\.date.year)).sorted().compactMap { year in
      Period(.year, year: year).map {
        Obligation.ID(report: report.code, unit: unit, period: $0)
      }
    }
  }

  /// Before an event is known: what was recorded all the same, and one a year that nothing covers.
  private func addWithoutEvent(
    _ report: Report, _ unit: RegionCode, isCovered: Bool, to plan: inout Plan
  ) {
    for year in years {
      guard let period = Period(.year, year: year) else { continue }
      let id = Obligation.ID(report: report.code, unit: unit, period: period)
      guard definitions.exists(unit, in: period) else { continue }
      if !isCovered || !history.rows(of: id).isEmpty {
        addUndated(Obligation(id: id, due: nil, rule: report.layers.first?.first), to: &plan)
      }
    }
  }

  // MARK: - One obligation

  /// The obligation with an identity.
  ///
  /// - Parameters:
  ///   - id: A report, a unit and a period.
  ///   - definitions: What is settled beforehand.
  ///   - history: The ledger, for the events that rules count from.
  ///   - day: Events count from their date on.
  /// - Returns: `nil` where the unit does not owe that report, or the report has no such period.
  /// - Throws: `CalendarNotCovered` where the date needs a year without holidays.
  public static func obligation(
    _ id: Obligation.ID, _ definitions: Definitions, _ history: History, asOf day: CivilDate
  ) throws(CalendarNotCovered) -> Obligation? {
    guard let report = definitions.calendar.report(id.report), report.isOwed(by: id.unit),
      id.period.length == report.length, report.ordinals.contains(id.period.ordinal)
    else { return nil }
    let answer = RuleVersions(definitions, history, asOf: day).answer(report, id)
    var due: CivilDate?
    if case .due(let date, _) = answer { due = date }
    guard definitions.belonging(of: id, due: due) != .nobody else { return nil }
    switch answer {
    case .due(let due, let rule): return Obligation(id: id, due: due, rule: rule)
    case .undated(let rule): return Obligation(id: id, due: nil, rule: rule)
    case .gap(let year, _, _): throw CalendarNotCovered(year: year)
    case .nothing, .fault: return nil
    }
  }

  /// The due date that the rule gives for an obligation, whatever date a letter set for it.
  ///
  /// - Parameters:
  ///   - id: A report, a unit and a period.
  ///   - definitions: What is settled beforehand.
  ///   - history: The ledger, for the events that rules count from.
  ///   - day: Events count from their date on.
  /// - Returns: `nil` where the rule gives none, or its date cannot be computed.
  public static func ruleDate(
    of id: Obligation.ID, _ definitions: Definitions, _ history: History, asOf day: CivilDate
  ) -> CivilDate? {
    guard let report = definitions.calendar.report(id.report) else { return nil }
    let versions = RuleVersions(definitions, history, asOf: day)
    guard case .due(let date, _) = versions.ruleAnswer(report, id) else { return nil }
    return date
  }
}
