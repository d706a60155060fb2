package import ComplianceModel
package import LedgerStore

extension EvidenceState {
  /// What is wrong with the file that a row names; `nil` where nothing is.
  package func finding(for claim: EvidenceClaim) -> Finding? {
    let again: Remedy =
      "kembalikan berkasnya dari salinan, atau salin lagi berkas aslinya ke nama itu"
    func finding(_ problem: WorkspaceProblem, _ what: String, fix: Remedy? = nil) -> Finding {
      Finding(problem, at: claim.place, "bukti \(claim.path) \(what)", fix: fix ?? again)
    }
    return switch self {
    case .sound: nil
    case .missing: finding(.missingEvidence, "tidak ada")
    case .changed:
      finding(.changedEvidence, "berubah: sha256-nya bukan yang dicatat baris ini")
    case .notRegular:
      finding(.irregularEvidence, "bukan berkas biasa (tautan, folder, atau perangkat)")
    case .unreadable:
      finding(
        .unreadableEvidence, "tidak dapat dibaca", fix: "periksa izin berkas dan penyimpanannya")
    case .unfit(let fault):
      finding(
        .unfitEvidence, fault.sentence,
        fix: "catat lagi penyampaiannya dengan berkas yang benar, lalu batalkan baris ini")
    }
  }
}
