internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// `periksa --pulihkan`: brings damaged ledgers back, and says which rows the chain does not prove.
struct Recovery {
  /// The workspace.
  let folder: FilePath
  /// Whether nothing is written.
  let isTrial: Bool
  /// Whether a ledger of which not every row is proved is cut back to those before.
  let isCutting: Bool

  /// What a person does where not every row is proved.
  private static let ways = RecoveryText.Ways(
    compare: "tenggat periksa --terhadap SALINAN",
    takeIn: { "tenggat impor --dari-buku \($0) --coba --lewati-salah" },
    record: "tenggat catat LAPORAN PERIODE --unit KODE --tanggal TANGGAL --diterima TANGGAL "
      + "--berkas BUKTI --alasan 'pemulihan buku'",
    others: "kembalikan, terima, bebaskan, perpanjang, kejadian, batalkan")

  func run(_ console: inout Console) throws {
    let store = LedgerStore(folder: folder)
    try requireKnownForms(store)
    var count = 0
    var isWhole = true
    for entry in try store.bookEntries() {
      guard case .ledger(let kecamatan, let year) = entry.kind else { continue }
      // Without damage no lock is taken, so that a workspace that cannot be written is looked over.
      guard let seen = try store.restoration(of: kecamatan, year: year) else { continue }
      let restored =
        isTrial ? nil : try store.restore(kecamatan, year: year, cutting: isCutting)
      guard isTrial || restored != nil else { continue }
      let restoration = restored?.restoration ?? seen
      count += 1
      if !restoration.isComplete { isWhole = false }
      let text = RecoveryText(restoration, copy: restored?.copy, ways: Recovery.ways)
      console.outcome(text.outcome)
      // What was done is said even where the next ledger fails.
      try console.flush()
    }
    if count == 0 { console.line(RecoveryText.nothing, .good) }
    try console.flush()
    if !isWhole { throw CommandFailure.found }
  }

  /// Refuses where a later version wrote one of the ledgers, before any of them is touched: what it added to a row
  /// would be taken for damage.
  private func requireKnownForms(_ store: LedgerStore) throws {
    var findings: [Finding] = []
    for entry in try store.bookEntries() {
      guard case .ledger(let kecamatan, let year) = entry.kind else { continue }
      var codes = CodeTable()
      guard let ledger = try store.read(kecamatan, year: year, codes: &codes),
        ledger.isOfLaterForm
      else { continue }
      findings += ledger.findings
    }
    guard findings.isEmpty else { throw LedgerFailure.damaged(findings) }
  }
}
