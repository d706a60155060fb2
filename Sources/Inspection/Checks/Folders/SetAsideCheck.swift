internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Torn lines and damaged ledgers that were set aside.
struct SetAsideCheck: Check {
  let name = "potongan"
  let summary = "potongan dan berkas rusak yang disisihkan dari buku"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.entriesOfBooks().compactMap { entry in
      switch entry.kind {
      case .fragment: InspectionSentence.fragment(entry.path)
      case .damagedCopy: InspectionSentence.damagedCopy(entry.path)
      case .ledger, .irregular, .temporary, .foreign: nil
      }
    }
  }
}
