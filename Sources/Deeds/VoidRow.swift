public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import LedgerStore
public import Workspace

/// A row of a ledger that is to be declared void by another one.
public struct VoidRow: RowRequest {
  /// The row.
  public var row: LedgerEvent.RowID
  /// The code or name of a unit of the kecamatan whose ledger it is in; `nil` for the only one.
  public var unit: String?
  /// Why it is void.
  public var reason: String?
  /// Who records it.
  public var recorder: String

  /// Creates a request.
  public init(
    _ row: LedgerEvent.RowID, unit: String? = nil, reason: String?, recorder: String
  ) {
    self.row = row
    self.unit = unit
    self.reason = reason
    self.recorder = recorder
  }

  /// A reason why a row cannot be declared void, as data.
  public enum Refused: Error, Sendable {
    /// The ledger has no such row; the kecamatan.
    case noRow(LedgerEvent.RowID, Kecamatan)
    /// The row is itself one that declares another one void.
    case isVoid(LedgerEvent.RowID)
    /// The row is void already; the row that says so.
    case voidedBefore(LedgerEvent.RowID, by: LedgerEvent.RowID)
  }

  /// What was recorded.
  public struct Outcome: Sendable {
    /// The row that is void now.
    public let voided: LedgerRow
    /// The name of its unit, as it is printed.
    public let unitName: String
    /// The row that says so.
    public let row: LedgerEvent.RowID
    /// The due date that is in force again; `nil` unless an extension was voided.
    public let dueAgain: CivilDate?
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Finds the row and admits that it is void.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome> {
    try RequestFailure.wrap {
      guard let reason else { throw NoteRequired(kind: .voided) }
      let kecamatan = try workspace.kecamatan(of: unit.map { try workspace.unit($0) })
      let desk = try workspace.desk(of: kecamatan)
      guard let target = desk.ledger.row(row) else { throw Refused.noRow(row, kecamatan) }
      let act = VoidAct(target: target, reason: reason, recorder: recorder)
      let deed = try Deed(of: [act], at: instant) { ($0, desk) }
      return Prepared(deed) { outcome(of: $0, asOf: instant.date) }
    }
  }

  private func outcome(of recorded: Recorded<VoidAct>, asOf today: CivilDate) -> Outcome {
    let (act, row, desk) = (recorded.rows[0].act, recorded.rows[0].id, recorded.rows[0].desk)
    return Outcome(
      voided: act.target, unitName: desk.kecamatan.displayName(of: act.target.entry.unit),
      row: row, dueAgain: act.dueAgain(desk, asOf: today), remarks: recorded.remarks)
  }
}

/// The row that declares another one void.
private struct VoidAct: Act {
  let target: LedgerRow
  let reason: String
  let recorder: String

  func admit(_ desk: Desk, asOf today: CivilDate) throws {
    // A damaged ledger may have been cut, and others may have written, since the row was looked up.
    guard desk.ledger.row(target.id)?.entry == target.entry else {
      throw VoidRow.Refused.noRow(target.id, desk.kecamatan)
    }
    guard target.entry.kind != .voided else { throw VoidRow.Refused.isVoid(target.id) }
    if let earlier = desk.ledger.events.first(where: { $0.voids == target.id }) {
      throw VoidRow.Refused.voidedBefore(target.id, by: earlier.row)
    }
  }

  func entry(
    _ acceptance: Void, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    let mark = target.id.year == today.year ? "#\(target.id.number)" : target.id.text
    return LedgerEntry(
      kind: .voided, unit: target.entry.unit, subject: target.entry.subject,
      period: target.entry.period, date: today, received: today, note: "\(mark) \(reason)",
      recorder: recorder)
  }

  /// The due date that is in force again without an extension.
  func dueAgain(_ desk: Desk, asOf today: CivilDate) -> CivilDate? {
    guard target.entry.kind == .extended,
      let id = desk.ledger.events.first(where: { $0.row == target.id })?.obligation
    else { return nil }
    // A report that left the calendar has no due date any more.
    let knowing = desk.knowing { $0 != target.id }
    guard let obligation = (try? knowing.obligation(id, asOf: today)) ?? nil else { return nil }
    return knowing.judge(asOf: today).assess(obligation)?.due
  }
}
