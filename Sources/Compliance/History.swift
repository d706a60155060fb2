public import CivilCalendar
public import ComplianceModel

/// The standing rows of a ledger, by what they speak of: a row that another one voids was never true.
public struct History: Sendable {
  private var obligationRows = ObligationRows()
  private var factsByKey: [Int: [LedgerEvent]] = [:]
  private var measuresByKey: [Int: [LedgerEvent]] = [:]

  /// A fact or an indicator of a unit, as one number: 36 bits of the unit's code and 16 of the subject's.
  ///
  /// For each new type of key the runtime looks through all conformances of the program, which is 1 % of the
  /// instructions of `jadwal` (counted by callgrind); that of `Int` it knows.
  private static func key(_ code: Code, of unit: RegionCode) -> Int {
    Int(unit.bits) << 16 | Int(code.index)
  }

  /// Files the rows of a ledger.
  ///
  /// - Parameters:
  ///   - events: All rows that are known, of any years, in any order; for the knowledge of an earlier
  ///     day the caller leaves out the rows recorded later.
  ///   - current: The code that is used for a unit, by the codes that it has at other times, so that
  ///     rows under a former code count for it.
  public init(
    _ events: [LedgerEvent], underCodes current: [RegionCode: RegionCode] = [:]
  ) {
    let voided = VoidedRows(by: events)
    obligationRows = ObligationRows(expecting: events.count)
    for event in events where event.kind != .voided && !voided.contains(event.row) {
      add(event, underCodes: current)
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
    let event =
      current.isEmpty ? recorded : current[recorded.unit].map(recorded.about) ?? recorded
    switch event.kind {
    case .submitted, .accepted, .returned, .exempted, .extended:
      if let id = event.obligation { obligationRows.file(event, about: id) }
    case .fact:
      if let code = event.subject {
        History.put(event, into: &factsByKey[History.key(code, of: event.unit), default: []])
      }
    case .measured:
      if let code = event.subject {
        History.put(
          event, into: &measuresByKey[History.key(code, of: event.unit), default: []])
      }
    case .frozen, .voided: break
    }
  }

  /// Puts a row among those that are about the same, by the day of receipt.
  private static func put(_ event: LedgerEvent, into rows: inout [LedgerEvent]) {
    let place = rows.lastIndex { ($0.received, $0.row) < (event.received, event.row) }
    rows.insert(event, at: place.map { $0 + 1 } ?? 0)
  }

  /// The obligations that a standing row is about, in no order that means anything.
  public var obligations: some Sequence<Obligation.ID> { obligationRows.obligations }

  /// The standing rows of an obligation, by the day of receipt, then by file and number.
  public func rows(of id: Obligation.ID) -> [LedgerEvent] { obligationRows.rows(of: id) }

  /// What the rows of an obligation come to on a day.
  func state(of id: Obligation.ID, asOf day: CivilDate) -> ObligationState {
    var state = ObligationState()
    obligationRows.forEachRow(of: id) { row, place in state.apply(row, at: place, asOf: day) }
    return state
  }

  /// A row by its place, as a state has it.
  func row(at place: ObligationState.Place) -> LedgerEvent? {
    place.index.map { obligationRows[$0] }
  }

  /// The standing facts of a unit that are true on a day, by the day of receipt.
  public func facts(_ code: Code, of unit: RegionCode, asOf day: CivilDate) -> [LedgerEvent] {
    (factsByKey[History.key(code, of: unit)] ?? []).filter { $0.date <= day }
  }

  /// The standing measurements of an indicator that are true on a day, as they were recorded: a
  /// correction is a later row, whatever day it bears.
  public func measurements(
    _ indicator: Code, of unit: RegionCode, asOf day: CivilDate
  ) -> [LedgerEvent] {
    (measuresByKey[History.key(indicator, of: unit)] ?? [])
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
