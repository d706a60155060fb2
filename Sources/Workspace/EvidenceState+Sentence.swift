package import ComplianceModel
package import LedgerStore

extension EvidenceState {
  /// What is wrong with the file that a row names; `nil` where nothing is.
  package func finding(for claim: EvidenceClaim) -> Finding? {
    let again = "kembalikan berkasnya dari salinan, atau salin lagi berkas aslinya ke nama itu"
    let what: String
    switch self {
    case .sound: return nil
    case .missing: what = "bukti \(claim.path) tidak ada"
    case .changed: what = "bukti \(claim.path) berubah: sha256-nya bukan yang dicatat baris ini"
    case .notRegular:
      what = "bukti \(claim.path) bukan berkas biasa (tautan, folder, atau perangkat)"
    case .unreadable:
      return Finding(
        at: claim.place, "bukti \(claim.path) tidak dapat dibaca",
        fix: "periksa izin berkas dan cakramnya")
    case .unfit(let fault):
      return Finding(
        at: claim.place, "bukti \(claim.path) \(fault.sentence)",
        fix: "catat lagi penyerahannya dengan berkas yang benar, lalu batalkan baris ini")
    }
    return Finding(at: claim.place, what, fix: again)
  }
}
