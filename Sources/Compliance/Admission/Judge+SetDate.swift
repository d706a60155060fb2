public import CivilCalendar
public import ComplianceModel

extension Judge {
  /// Checks a due date that a letter sets for one period.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - id: The obligation.
  ///   - hasReason: Whether a reason is given for what is improbable.
  /// - Returns: How it is taken.
  /// - Throws: ``Refusal`` for a date before the period of a report that looks back, and for an improbable
  ///   one without a reason.
  public func admit(
    setDate date: CivilDate, for id: Obligation.ID, hasReason: Bool
  ) throws(Refusal) -> Admission {
    guard let report = definitions.calendar.report(id.report) else { throw .noDueDate }
    if report.nature == .account, date < id.period.firstDay {
      throw .beforePeriod(date: date, id.period)
    }
    return try Admission(doubts(aboutSetDate: date, of: id, report), hasReason: hasReason)
  }

  /// What is improbable about a due date that a letter sets.
  public func doubts(aboutSetDate date: CivilDate, of id: Obligation.ID) -> [Doubt] {
    definitions.calendar.report(id.report).map { doubts(aboutSetDate: date, of: id, $0) } ?? []
  }

  private func doubts(
    aboutSetDate date: CivilDate, of id: Obligation.ID, _ report: Report
  ) -> [Doubt] {
    guard let due = Planner.ruleDate(of: id, definitions, history, asOf: day) else {
      let year = id.period.year - report.yearOffset
      return (year...(year + 1)).contains(date.year) ? [] : [.setForOtherYear(date: date, year)]
    }
    let probable =
      due.adding(months: -Probable.setMonths)...due.adding(months: Probable.setMonths)
    return probable.contains(date) ? [] : [.setFarFromRule(date: date, due: due)]
  }
}
