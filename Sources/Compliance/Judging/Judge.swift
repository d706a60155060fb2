public import CivilCalendar
public import ComplianceModel

/// Says where obligations stand on one day.
///
/// ```swift
/// let judge = Judge(definitions, history, asOf: try CivilDate("2026-03-12"))
/// let statuses = judge.assess(obligations).map(\.status.rawValue)
/// statuses  // ["tepat-waktu", "menunggu"]
/// ```
public struct Judge: Sendable {
  /// What is settled beforehand.
  public let definitions: Definitions
  /// What the ledger knows.
  public let history: History
  /// The day of judging.
  public let day: CivilDate

  /// Creates a judge for a day.
  public init(_ definitions: Definitions, _ history: History, asOf day: CivilDate) {
    self.definitions = definitions
    self.history = history
    self.day = day
  }

  /// What the rows of an obligation say on the day.
  public func standing(of id: Obligation.ID) -> Standing {
    Standing(history.rows(of: id), asOf: day)
  }

  /// What the rows of an obligation say on another day.
  public func standing(of id: Obligation.ID, on date: CivilDate) -> Standing {
    Standing(history.rows(of: id), asOf: date)
  }

  /// What must be in before an obligation's report, so that it cannot be asked for, and was neither in nor
  /// exempt on a day.
  ///
  /// - Returns: `nil` where there is no gate, or it was open: its predecessor was in or exempt, or no
  ///   calendar asks for it.
  public func shutGate(of id: Obligation.ID, on date: CivilDate) -> Obligation.ID? {
    definitions.calendar.report(id.report).flatMap { shutGate(of: id, $0, on: date) }
  }

  private func shutGate(
    of id: Obligation.ID, _ report: Report, on date: CivilDate
  ) -> Obligation.ID? {
    guard !report.gates.isEmpty else { return nil }
    return predecessors(of: id, report).first { predecessor in
      !history.state(of: predecessor, asOf: date).isSettled
    }
  }

  /// Where obligations stand; those of a report that no calendar defines are left out.
  public func assess(_ obligations: some Sequence<Obligation>) -> [Assessment] {
    obligations.compactMap(assess)
  }

  /// Where an obligation stands; `nil` for a report that no calendar defines.
  public func assess(_ obligation: Obligation) -> Assessment? {
    guard let report = definitions.calendar.report(obligation.id.report) else { return nil }
    let terms = JudgingTerms(
      report, definitions.office, meaning: obligation.rule?.meaning ?? .submission)
    let verdict = verdict(obligation.id, due: obligation.due, terms) { report }
    let daysLate =
      switch (verdict.status, verdict.due, verdict.deciding) {
      case (.late, let due?, let deciding?): due.days(to: deciding.date)
      case (.overdue, let due?, _): due.days(to: day)
      default: 0
      }
    return Assessment(
      obligation: obligation, report: report, status: verdict.status, due: verdict.due,
      deciding: verdict.deciding, isLateEntry: verdict.isLateEntry, daysLate: daysLate,
      shutGate: verdict.shutGate, standing: standing(of: obligation.id))
  }

  /// Judges an obligation by the rows that decide, without making a text or an array.
  ///
  /// - Parameters:
  ///   - id: The obligation.
  ///   - ruleDue: The due date of its rule, before any extension; `nil` where there is none.
  ///   - terms: What else of its report and its rule decides.
  ///   - report: Gives the report, whose gates are looked at where nothing is in.
  /// - Returns: Where it stands, and by which row.
  func verdict(
    _ id: Obligation.ID, due ruleDue: CivilDate?, _ terms: JudgingTerms,
    _ report: () -> Report
  ) -> Verdict {
    let state = history.state(of: id, asOf: day)
    // An extension moves a date; where the rule gives none there is nothing to move.
    let due = ruleDue.map { history.row(at: state.extensionRow)?.date ?? $0 }
    let isIn = state.isIn
    let deciding =
      isIn ? history.row(at: terms.deciding == .first ? state.first : state.last) : nil
    let gate = isIn || !terms.hasGates ? nil : shutGate(of: id, report(), on: day)
    return Verdict(
      status: status(state, terms, due: due, deciding: deciding, isGated: gate != nil), due: due,
      deciding: deciding,
      isLateEntry: deciding.map { Assessment.isLateEntry($0, meaning: terms.meaning) } ?? false,
      shutGate: gate, isReturned: state.openReturn.isSet)
  }

  private func status(
    _ state: ObligationState, _ terms: JudgingTerms, due: CivilDate?, deciding: LedgerEvent?,
    isGated: Bool
  ) -> Status {
    if state.isExempt { return .exempt }
    if let deciding {
      guard let due else { return .submitted }
      return deciding.date <= due ? .onTime : .late
    }
    guard !isGated, let due else { return .waiting }
    if day > due { return .overdue }
    return day.days(to: due) <= terms.leadDays ? .dueSoon : .waiting
  }

  /// What must be in, or exempt, before a report can be asked for, as far as a calendar asks for it.
  func predecessors(of id: Obligation.ID, _ report: Report) -> [Obligation.ID] {
    report.gates.compactMap { gate in
      guard gate.ordinals?.contains(id.period.ordinal) ?? true,
        let predecessor = definitions.calendar.report(gate.report),
        predecessor.isOwed(by: id.unit),
        let period = gate.period(before: id.period, length: predecessor.length),
        period.length == predecessor.length, predecessor.ordinals.contains(period.ordinal)
      else { return nil }
      let predecessorID = Obligation.ID(report: gate.report, unit: id.unit, period: period)
      // What the unit never owed, because it was not there yet, holds nothing up; nor does what nobody
      // watches, and so nobody records.
      guard definitions.belonging(of: predecessorID, due: nil) != .nobody,
        isWatched(predecessorID)
      else { return nil }
      return predecessorID
    }
  }

  /// Whether an obligation is watched, by its own due date; one whose date waits for a holiday file is.
  private func isWatched(_ id: Obligation.ID) -> Bool {
    guard definitions.watchStart(of: id.unit) != nil,
      let obligation = try? Planner.obligation(id, definitions, history, asOf: day)
    else { return true }
    return definitions.isWatched(id, due: obligation.due)
  }
}

extension Gate {
  /// The predecessor's period for a period of the report behind the gate.
  func period(before period: Period, length: Period.Length) -> Period? {
    switch relation {
    case .sameYear: Period(length, year: period.year)
    case .previous:
      period.ordinal > 1
        ? Period(period.length, year: period.year, ordinal: period.ordinal - 1)
        : Period(period.length, year: period.year - 1, ordinal: period.length.perYear)
    }
  }
}
