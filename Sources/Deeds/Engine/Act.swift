internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// One row that a person wants in the ledger of a kecamatan: what the rules say of it, and how it is
/// written.
protocol Act: Sendable {
  /// How the rules take the row.
  associatedtype Acceptance: Sendable

  /// Looks for a row that says the same already.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk, as it is under the lock.
  ///   - evidence: What proves the row, kept in the workspace.
  ///   - today: The day of recording.
  /// - Returns: The row in effect; `nil` where this one is news.
  func known(
    in desk: Desk, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEvent?

  /// Checks the row against what is there.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk, as it was opened or as it stands under the lock.
  ///   - today: The day of recording.
  /// - Returns: How the row is taken.
  /// - Throws: A refusal.
  func admit(_ desk: Desk, asOf today: CivilDate) throws -> Acceptance

  /// The row as the ledger holds it.
  ///
  /// - Parameters:
  ///   - acceptance: How it is taken.
  ///   - evidence: What proves it, kept in the workspace.
  ///   - today: The day of recording.
  /// - Returns: The fields of the row.
  func entry(
    _ acceptance: Acceptance, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry

  /// The row as the acts behind it see it, before it is in the ledger.
  ///
  /// - Parameters:
  ///   - row: Where it will be.
  ///   - today: The day of recording.
  /// - Returns: The row; `nil` where no other act leans on it.
  func event(as row: LedgerEvent.RowID, asOf today: CivilDate) -> LedgerEvent?
}

extension Act {
  func known(
    in desk: Desk, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEvent? { nil }

  func event(as row: LedgerEvent.RowID, asOf today: CivilDate) -> LedgerEvent? { nil }
}
