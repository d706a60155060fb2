internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Rows that say the same as an earlier one.
struct RepeatedRowsCheck: Check {
  let name = "baris-berulang"
  let summary = "baris yang mengulang baris lain, dan pembatalan kedua atas satu baris"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachDesk { RepeatedRowsCheck.repeated($0) + RepeatedRowsCheck.voidedAgain($0) }
  }

  /// Rows that void what an earlier one voided.
  private static func voidedAgain(_ desk: Desk) -> [Finding] {
    var voided: [LedgerEvent.RowID: LedgerEvent.RowID] = [:]
    return desk.ledger.events.compactMap { event in
      guard let target = event.voids else { return nil }
      guard let first = voided[target] else {
        voided[target] = event.row
        return nil
      }
      return InspectionSentence.voidedAgain(target, before: first, at: desk.place(of: event.row))
    }
  }

  private struct Key: Hashable {
    let kind: LedgerEvent.Kind
    let id: Obligation.ID
    let date: CivilDate
    let received: CivilDate
    /// What follows a return is submitted again, and repeats nothing.
    let returns: Int
  }

  private static func repeated(_ desk: Desk) -> [Finding] {
    var returns: [Obligation.ID: Int] = [:]
    var seen: [Key: LedgerEvent.RowID] = [:]
    let rows = desk.history.obligations.flatMap { desk.history.rows(of: $0) }
      .sorted { $0.row < $1.row }
    return rows.compactMap { row in
      guard let id = row.obligation else { return nil }
      if row.kind == .returned { returns[id, default: 0] += 1 }
      let key = Key(
        kind: row.kind, id: id, date: row.date, received: row.received,
        returns: returns[id] ?? 0)
      guard let first = seen[key] else {
        seen[key] = row.row
        return nil
      }
      // Other evidence says more than the row before.
      let hashes = [first, row.row].map { desk.row($0)?.entry.sha256 }
      guard hashes[0] == hashes[1] else { return nil }
      return InspectionSentence.repeated(first, at: desk.place(of: row.row))
    }
  }
}
