public import CivilCalendar
public import ComplianceModel

/// One row of the ledger as it stands in the file.
public struct LedgerRow: Hashable, Sendable {
  /// The year of the file and `urutan`.
  public let id: LedgerEvent.RowID
  /// `dicatat_pada`.
  public let recordedAt: ClockReading
  /// What was recorded.
  public let entry: LedgerEntry
  /// `rantai`.
  public let chain: String
}
