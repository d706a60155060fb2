internal import ComplianceModel

/// The remarks that somebody has seen.
extension InspectionSentence {
  static func damagedSeen(at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.damagedSeen, at: place,
      "baris ini bukan yang ditulis tenggat, sehingga tidak ada peringatan yang dianggap sudah dilihat",
      fix:
        "kembalikan berkas ini dari salinan, atau hapus dan jalankan `\(do: .markSeen)`")
  }

  static func laterSeen(at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.damagedSeen, at: place,
      "berkas ini ditulis tenggat yang lebih baru (ada kolom tambahan), sehingga tidak ada "
        + "peringatan yang dianggap sudah dilihat",
      fix: "pasang tenggat terbaru; berkas ini tidak diubah")
  }

  static func tornSeen(at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.tornSeen, .remark, at: place,
      "baris terakhir terputus dan tidak dihitung",
      fix: "tidak perlu apa-apa; `\(do: .markSeen)` menyisihkannya")
  }
}
