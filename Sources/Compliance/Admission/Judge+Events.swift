public import CivilCalendar
public import ComplianceModel

extension Judge {
  /// Checks an event against what is there; the judge's day is today.
  ///
  /// - Parameters:
  ///   - kind: The kind of event.
  ///   - unit: Whose event it is.
  ///   - period: The period that it is meant for, where one is named.
  ///   - date: When it came about.
  ///   - hasReason: Whether a reason is given for what is improbable.
  /// - Returns: How it is taken.
  /// - Throws: ``Refusal``, the first rule that the event breaks.
  public func admit(
    _ kind: EventKind, of unit: RegionCode, for period: Period?, on date: CivilDate,
    hasReason: Bool
  ) throws(Refusal) -> Admission {
    if date > day { throw .future(date) }
    var doubts: [Doubt] = []
    if let period {
      doubts = Probable(period, end: period.lastDay).doubts(about: date)
    }
    let first =
      kind.isOfVillage
      ? Period(.year, year: Probable.firstEventYear)?.firstDay
      : period == nil ? day.adding(months: -Probable.eventMonths) : nil
    if let first, date < first { doubts.append(.eventLongAgo(date: date, first: first)) }
    if definitions.calendar.reports.contains(where: { $0.perEvent == kind.code }) {
      // Each makes an obligation of its own, or takes the place of the one before.
      let near = history.facts(kind.code, of: unit, asOf: day).last { fact in
        fact.date != date && fact.date < date.adding(months: 12)
          && date < fact.date.adding(months: 12)
      }
      if let near { doubts.append(.eventNear(date: date, row: near.row, on: near.date)) }
    }
    let admission = try Admission(doubts, hasReason: hasReason)
    try requireTerm(for: kind, of: unit, on: date)
    return admission
  }

  /// Refuses a decision on a term of office where there is no term that it could make longer.
  private func requireTerm(
    for kind: EventKind, of unit: RegionCode, on date: CivilDate
  ) throws(Refusal) {
    for report in definitions.calendar.reports where report.isOwed(by: unit) {
      guard let term = report.term, let decision = term.decision, decision.event == kind.code,
        let beginning = report.perEvent
      else { continue }
      guard decision.isPossible(on: date) else {
        throw .term(
          .beforeLaw(decision.source.title, on: date, after: decision.usualEnds.upperBound))
      }
      let beginnings = history.facts(beginning, of: unit, asOf: day).map(\.date)
      let ended = beginnings.filter { decision.usualEnds.contains(term.usualEnd(of: $0)) }.max()
      guard let ended else {
        throw .term(
          .noTerm(
            ended: decision.usualEnds, beginning: definitions.calendar.codes[beginning], of: unit))
      }
      if let next = beginnings.filter({ $0 > ended && $0 <= date }).min() {
        throw .term(.nextTerm(next))
      }
    }
  }
}
