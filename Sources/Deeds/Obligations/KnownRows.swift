internal import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import Workspace

/// The rows that the ledgers had of some obligations when somebody looked, so that what they decided by it
/// is recorded only while that is still so.
public struct KnownRows: Hashable, Sendable {
  private struct Key: Hashable, Sendable {
    let unit: RegionCode
    let report: String
    let period: Period

    init(_ selection: Selection, _ obligation: Obligation) {
      unit = selection.unit
      report = selection.code
      period = obligation.id.period
    }
  }

  private var rows: [Key: Set<LedgerEvent.RowID>] = [:]

  /// No obligation was looked at.
  public init() {}

  /// What the desks of acts say of their obligations.
  init(of acts: [ObligationAct]) {
    for act in acts {
      let known = act.selection.desk.history.rows(of: act.obligation.id).map(\.row)
      rows[Key(act.selection, act.obligation)] = Set(known)
    }
  }

  /// Whether a desk still says of an obligation what was seen of it; what was not looked at is as it was.
  func hold(of selection: Selection, _ obligation: Obligation, at desk: Desk) -> Bool {
    guard let known = rows[Key(selection, obligation)] else { return true }
    return known == Set(desk.history.rows(of: obligation.id).map(\.row))
  }

  /// The rows that came, and those that no longer count, since others were looked at.
  ///
  /// - Parameter former: What was seen before.
  /// - Returns: The rows with the kecamatan in whose ledger they are, in no order.
  public func changes(
    since former: KnownRows
  ) -> [(kecamatan: RegionCode, row: LedgerEvent.RowID)] {
    rows.flatMap { key, now in
      now.symmetricDifference(former.rows[key] ?? []).map { (key.unit.kecamatan, $0) }
    }
  }
}

/// The ledger no longer says of an obligation what was seen of it, so that nothing was recorded.
public struct ChangedRows: Error, Hashable, Sendable {
  /// The report, the period and the unit, as they are printed.
  public let subject: String
}
