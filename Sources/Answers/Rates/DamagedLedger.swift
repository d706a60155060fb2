public import ComplianceModel
public import Workspace

/// A kecamatan whose ledger cannot be relied on, so that it is in no count.
public struct DamagedLedger: Sendable {
  /// The kecamatan.
  public let kecamatan: Kecamatan
  /// Every fault of its ledger.
  public let findings: [Finding]

  /// The ledger of a kecamatan that cannot be opened for a failure; `nil` where it is no fault of the ledger.
  public init?(of kecamatan: Kecamatan, _ failure: WorkspaceFailure) {
    guard case .data(let findings) = failure else { return nil }
    self.kecamatan = kecamatan
    self.findings = findings
  }
}
