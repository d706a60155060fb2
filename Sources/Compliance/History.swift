public import CivilCalendar
public import ComplianceModel

/// The standing rows of a ledger, by what they speak of: a row that another one voids was never true.
public struct History: Sendable {
  /// A fact or an indicator of a unit.
  private struct SubjectKey: Hashable {
    let code: Code
    let unit: RegionCode
  }

  private var rowsByObligation: [Obligation.ID: [LedgerEvent]] = [:]
  private var factsByKey: [SubjectKey: [LedgerEvent]] = [:]
  private var measuresByKey: [SubjectKey: [LedgerEvent]] = [:]

  /// Files the rows of a ledger.
  ///
  /// - Parameters:
  ///   - events: All rows that are known, of any years, in any order; for the knowledge of an earlier
  ///     day the caller leaves out the rows recorded later.
  ///   - current: The code that is used for a unit, by the codes that it has at other times, so that
  ///     rows under a former code count for it.
  public init(
    _ events: some Sequence<LedgerEvent>, underCodes current: [RegionCode: RegionCode] = [:]
  ) {
    let voided = Set(events.lazy.compactMap(\.voids))
    let standing = events.filter { $0.kind != .voided && !voided.contains($0.row) }
      .sorted { ($0.received, $0.row) < ($1.received, $1.row) }
    for recorded in standing {
      let event = current[recorded.unit].map(recorded.about) ?? recorded
      file(event) { $0.append(event) }
    }
  }

  /// Files one more row, which voids none, as if it had been among the others.
  ///
  /// - Parameters:
  ///   - recorded: The row.
  ///   - current: As for a new history.
  public mutating func add(
    _ recorded: LedgerEvent, underCodes current: [RegionCode: RegionCode] = [:]
  ) {
    let event = current[recorded.unit].map(recorded.about) ?? recorded
    file(event) { rows in
      // Most rows are received after those before them.
      if let last = rows.last, (last.received, last.row) < (event.received, event.row) {
        return rows.append(event)
      }
      let place = rows.firstIndex { (event.received, event.row) < ($0.received, $0.row) }
      rows.insert(event, at: place ?? rows.count)
    }
  }

  /// Puts a row among those that speak of the same.
  private mutating func file(_ event: LedgerEvent, _ put: (inout [LedgerEvent]) -> Void) {
    switch event.kind {
    case .submitted, .accepted, .returned, .exempted, .extended:
      if let id = event.obligation { put(&rowsByObligation[id, default: []]) }
    case .fact:
      if let code = event.subject {
        put(&factsByKey[SubjectKey(code: code, unit: event.unit), default: []])
      }
    case .measured:
      if let code = event.subject {
        put(&measuresByKey[SubjectKey(code: code, unit: event.unit), default: []])
      }
    case .frozen, .voided: break
    }
  }

  /// The obligations that a standing row speaks of, in no order.
  public var obligations: some Sequence<Obligation.ID> { rowsByObligation.keys }

  /// The standing rows of an obligation, by the day of receipt, then by file and number.
  public func rows(of id: Obligation.ID) -> [LedgerEvent] { rowsByObligation[id] ?? [] }

  /// The standing facts of a unit that are true on a day, by the day of receipt.
  public func facts(_ code: Code, of unit: RegionCode, asOf day: CivilDate) -> [LedgerEvent] {
    (factsByKey[SubjectKey(code: code, unit: unit)] ?? []).filter { $0.date <= day }
  }

  /// The standing measurements of an indicator that are true on a day, as they were recorded: a
  /// correction is a later row, whatever day it bears.
  public func measurements(
    _ indicator: Code, of unit: RegionCode, asOf day: CivilDate
  ) -> [LedgerEvent] {
    (measuresByKey[SubjectKey(code: indicator, unit: unit)] ?? [])
      .filter { $0.date <= day }
      .sorted { $0.row < $1.row }
  }

  /// The fact that a rule counts from: of the unit, else of its kecamatan; with the period's own
  /// `periode`, else the last one without any.
  public func anchor(
    _ code: Code, of unit: RegionCode, for period: Period, asOf day: CivilDate
  ) -> LedgerEvent? {
    for owner in unit == unit.kecamatan ? [unit] : [unit, unit.kecamatan] {
      let facts = facts(code, of: owner, asOf: day)
      if let own = facts.last(where: { $0.period == period }) { return own }
      if let general = facts.last(where: { $0.period == nil }) { return general }
    }
    return nil
  }
}
