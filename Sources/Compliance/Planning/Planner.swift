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
  private let definitions: Definitions
  private let history: History
  private let day: CivilDate
  private let years: ClosedRange<Int>
  private let table: DueTable?
  private let isAsked: (Obligation.ID) -> Bool

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
    self.definitions = definitions
    self.history = history
    self.day = day
    self.years = years
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
      let answer = shared ?? answer(report, id)
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

  // MARK: - The version that holds

  /// The date that a letter set for a period of a unit, else that of the rule.
  func answer(_ report: Report, _ id: Obligation.ID) -> RuleAnswer {
    guard let set = definitions.setDate(for: id, report) else { return ruleAnswer(report, id) }
    let rule =
      ruleAnswer(report, id).rule ?? report.layers.joined().first { $0.covers(id.period) }
    return .due(set.date, set.rule(rule?.meaning ?? .submission))
  }

  /// The version of a report's rule that holds for a period of a unit, and its date.
  ///
  /// The highest layer in which a version holds wins; a layer whose versions all lie outside their
  /// validity leaves the question to the one below.
  private func ruleAnswer(_ report: Report, _ id: Obligation.ID) -> RuleAnswer {
    var outside: (due: CivilDate, place: SourcePlace)?
    var undated: DeadlineRule?
    var gap: RuleAnswer?
    var fallsElsewhere = false
    for layer in report.layers {
      var holding: [(due: CivilDate, rule: DeadlineRule)] = []
      for rule in layer where rule.covers(id.period) {
        let event = anchorRow(rule.shape, report, id)?.date
        let span = rule.uncertainty(for: id.period, unit: id.unit, event: event)
        // It keeps a count of working days out of years that nobody asked about, whose holidays
        // need not be known.
        if let span,
          span.upperBound.year < years.lowerBound
            || span.lowerBound.year > years.upperBound
        {
          fallsElsewhere = true
          continue
        }
        do {
          let due = try rule.due(
            for: id.period, unit: id.unit, event: event, calendar: definitions.workingDays)
          guard let due else {
            undated = undated ?? rule
            continue
          }
          if rule.validity.contains(due) {
            holding.append((due, rule))
          } else {
            outside = outside ?? (due, rule.place)
          }
        } catch {
          // A count that has come as far as the year without holidays does not turn back.
          let isPast =
            rule.isReckonedForward
            ? error.year > years.upperBound : error.year < years.lowerBound
          guard !isPast else {
            fallsElsewhere = true
            continue
          }
          // A version that has ended, or not begun, wherever its date may fall, decides nothing.
          let found = RuleAnswer.gap(year: error.year, rule, span)
          guard let span, !rule.validity.overlaps(span) else { return found }
          gap = gap ?? found
        }
      }
      if let first = holding.first {
        guard holding.count == 1 else {
          return .fault(first.due, holding: holding.map(\.rule.place), holding[1].rule.place)
        }
        return .due(first.due, first.rule)
      }
      if let undated { return .undated(undated) }
    }
    if fallsElsewhere { return .nothing }
    if let outside { return .fault(outside.due, holding: [], outside.place) }
    return gap ?? .nothing
  }

  /// The row that recorded the event that a shape counts from.
  ///
  /// An event without a period serves one period only: the one whose distance from the duty year is
  /// the report's own, so that one event is not the anchor of every year.
  func anchorRow(_ shape: DueShape, _ report: Report, _ id: Obligation.ID) -> LedgerEvent? {
    guard let code = shape.event else { return nil }
    guard report.perEvent != code else {
      let facts = history.facts(code, of: id.unit, asOf: day).filter {
        $0.date.year == id.period.year
      }
      guard facts.count > 1 else { return facts.first }
      // A document stays that of the event which it followed, whatever came later in the year.
      let made = history.rows(of: id).filter { $0.kind == .submitted }.map(\.date).min()
      return facts.last { fact in made.map { fact.date <= $0 } ?? false } ?? facts.last
    }
    guard let fact = history.anchor(code, of: id.unit, for: id.period, asOf: day) else {
      return nil
    }
    guard fact.period == nil else { return fact }
    let dutyYear = id.period.year - report.yearOffset
    do {
      let due = try shape.date(
        for: id.period, event: fact.date, calendar: definitions.workingDays)
      return due?.year == dutyYear ? fact : nil
    } catch {
      let span = shape.uncertainty(for: id.period, event: fact.date)
      return span.map { $0.lowerBound.year...$0.upperBound.year ~= dutyYear } ?? false ? fact : nil
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
      place(answer(report, id), id, index, in: &plan, dated)
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
    // The year of its due date is not known yet, so that none is left out.
    let planner = Planner(definitions, history, asOf: day, years: 1...9999)
    let answer = planner.answer(report, id)
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
    let planner = Planner(definitions, history, asOf: day, years: 1...9999)
    guard case .due(let date, _) = planner.ruleAnswer(report, id) else { return nil }
    return date
  }
}

extension DeadlineRule {
  /// How many years a due date can lie after the year of its period, at the least and at the most.
  var yearReach: ClosedRange<Int> {
    let own = unitDates.values.map(\.yearOffset)
    let shape = shape.yearReach
    let earliest = min(shape.lowerBound, own.min() ?? shape.lowerBound)
    let latest = max(shape.upperBound, own.max() ?? shape.upperBound)
    return roll == .stay ? earliest...latest : (earliest - 1)...(latest + 1)
  }

  /// Which way holidays move the due date.
  fileprivate var isReckonedForward: Bool {
    if case .offset(_, .workingDays, let direction, _) = shape { return direction == .after }
    return roll == .forward
  }

  /// Without a roll or a count of working days no holidays are asked for, so that any will do.
  private static let anyDays = WorkingDayCalendar(weeks: []) { _ in nil }

  /// The days on which the due date may fall as far as can be told without any holidays; `nil` where
  /// it depends on none.
  fileprivate func uncertainty(
    for period: Period, unit: RegionCode, event: CivilDate?
  ) -> ClosedRange<CivilDate>? {
    if unitDates[unit] == nil, shape.countsWorkingDays {
      return shape.uncertainty(for: period, event: event)
    }
    guard roll != .stay,
      let unrolled = try? unitDates[unit]?.date(for: period)
        ?? shape.date(for: period, event: event, calendar: DeadlineRule.anyDays)
    else { return nil }
    return roll == .forward
      ? unrolled...unrolled.adding(days: DueShape.longestClosure)
      : unrolled.adding(days: -DueShape.longestClosure)...unrolled
  }
}

extension DueShape {
  /// How many years the date can lie after the year of its period.
  fileprivate var yearReach: ClosedRange<Int> {
    switch self {
    case .annualDay(let day): return day.yearOffset...day.yearOffset
    case .weekOfMonth(_, _, let offset, _), .endOfMonth(_, let offset),
      .endOfQuarter(_, let offset):
      return offset...offset
    case .dayOfFollowingMonth: return 0...1
    // A date that a letter set is looked up by its period, and is no version in a calendar.
    case .countOnly, .setByLetter: return 0...0
    case .offset(let count, let unit, let direction, let anchor):
      let years =
        switch unit {
        case .months: 1 + count / 12
        case .weeks: 1 + count / 52
        case .days, .workingDays: 1 + count / 120
        }
      // An event may come years before or after the period that it is recorded for.
      if case .event = anchor { return -(years + 3)...(years + 3) }
      return direction == .after ? 0...years : -years...0
    }
  }

  /// Days that no closure of offices exceeds, feasts and weekends together.
  fileprivate static let longestClosure = 30

  /// The days on which a count of working days may end; `nil` for any other shape.
  fileprivate func uncertainty(for period: Period, event: CivilDate?) -> ClosedRange<CivilDate>? {
    guard case .offset(let count, .workingDays, let direction, let anchor) = self,
      let start = anchor.date(for: period, event: event)
    else { return nil }
    // Two working days are at most three days apart on the average, over a weekend.
    let farthest = 3 * count + DueShape.longestClosure
    return direction == .after
      ? start.adding(days: count)...start.adding(days: farthest)
      : start.adding(days: -farthest)...start.adding(days: -count)
  }
}

extension Validity {
  fileprivate func overlaps(_ span: ClosedRange<CivilDate>) -> Bool {
    overlaps(Validity(since: span.lowerBound, through: span.upperBound))
  }
}
