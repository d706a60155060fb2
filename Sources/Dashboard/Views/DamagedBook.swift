internal import Answers
internal import ComplianceModel

/// A kecamatan whose ledger is damaged, with every fault of it, so that a page shows the others all the same.
struct DamagedBook: Sendable {
  /// The kecamatan.
  let name: String
  /// The faults, each with its file and line.
  let items: [Trouble.Item]

  init(_ ledger: DamagedLedger) {
    name = ledger.kecamatan.displayName(of: ledger.kecamatan.code)
    items = ledger.findings.map(Trouble.Item.init)
  }
}
