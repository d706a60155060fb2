public import ComplianceModel

/// A kecamatan whose ledger cannot be relied on, so that it is in no count.
public struct DamagedLedger: Sendable {
  /// The kecamatan.
  public let kecamatan: Kecamatan
  /// Every fault of its ledger.
  public let findings: [Finding]
}
