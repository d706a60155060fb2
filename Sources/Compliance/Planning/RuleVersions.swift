internal import CivilCalendar
internal import ComplianceModel

/// The versions of the rules of reports: which of them holds for a period of a unit, and the date that it gives.
struct RuleVersions {
  let definitions: Definitions
  let history: History
  /// Events count from their date on.
  let day: CivilDate
  /// The duty years that are asked about.
  let years: ClosedRange<Int>

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
  func ruleAnswer(_ report: Report, _ id: Obligation.ID) -> RuleAnswer {
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
            rule.isCountedForward
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
}

extension RuleVersions {
  /// The versions for one obligation: the year of its due date is not known yet, so that none is left out.
  init(_ definitions: Definitions, _ history: History, asOf day: CivilDate) {
    self.init(definitions: definitions, history: history, day: day, years: 1...9999)
  }
}
