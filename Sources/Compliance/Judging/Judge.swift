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
    predecessors(of: id, report).first { predecessor in
      let standing = standing(of: predecessor, on: date)
      return !standing.isIn && !standing.isExempt
    }
  }

  /// Where obligations stand; those of a report that no calendar defines are left out.
  public func assess(_ obligations: some Sequence<Obligation>) -> [Assessment] {
    obligations.compactMap(assess)
  }

  /// Where an obligation stands; `nil` for a report that no calendar defines.
  public func assess(_ obligation: Obligation) -> Assessment? {
    guard let report = definitions.calendar.report(obligation.id.report) else { return nil }
    let standing = standing(of: obligation.id)
    // An extension moves a date; where the rule gives none there is nothing to move.
    let due = obligation.due.map { standing.extensionRow?.date ?? $0 }
    let deciding: LedgerEvent? =
      standing.isIn
      ? (definitions.deciding(report) == .first
        ? standing.submissions.first : standing.submissions.last)
      : nil
    let gate = standing.isIn ? nil : shutGate(of: obligation.id, report, on: day)
    let status = status(standing, report, due: due, deciding: deciding, isGated: gate != nil)
    let meaning = obligation.rule?.meaning ?? .submission
    let daysLate =
      switch (status, due, deciding) {
      case (.late, let due?, let deciding?): due.days(to: deciding.date)
      case (.overdue, let due?, _): due.days(to: day)
      default: 0
      }
    return Assessment(
      obligation: obligation, report: report, status: status, due: due, deciding: deciding,
      isLateEntry: deciding.map { Assessment.isLateEntry($0, meaning: meaning) } ?? false,
      daysLate: daysLate, shutGate: gate, standing: standing)
  }

  private func status(
    _ standing: Standing, _ report: Report, due: CivilDate?, deciding: LedgerEvent?, isGated: Bool
  ) -> Status {
    if standing.isExempt { return .exempt }
    if let deciding {
      guard let due else { return .submitted }
      return deciding.date <= due ? .onTime : .late
    }
    guard !isGated, let due else { return .waiting }
    if day > due { return .overdue }
    return day.days(to: due) <= definitions.leadDays(report) ? .dueSoon : .waiting
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
