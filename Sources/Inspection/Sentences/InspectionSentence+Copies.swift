internal import ComplianceModel

/// A copy of a workspace.
extension InspectionSentence {
  /// A ledger that the copy does not have.
  static func notCopied(_ rows: Int, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.notCopied, .remark, at: place,
      "salinan tidak memuat buku ini (di sini \(rows) baris)",
      fix: "pastikan penyalinannya sungguh berjalan, lalu salin lagi")
  }

  /// A fault of the copy's own: it is not mended there.
  static func damagedInCopy(_ finding: Finding, at place: SourcePlace) -> Finding {
    finding.reported(
      at: place,
      fix: finding.severity == .fault
        ? "jangan memulihkan dari salinan ini; buat salinan baru"
        : "buat salinan baru bila baris itu diperlukan")
  }

  /// Which of two differing rows is the damaged one.
  enum Culprit {
    case copy, workspace, unknown
  }

  static func differs(row: Int, at place: SourcePlace, _ culprit: Culprit) -> Finding {
    let what =
      row == 0
      ? "judul kolom salinan berbeda dari buku ruang kerja ini"
      : "baris #\(row) salinan berbeda dari buku ruang kerja ini (baris sebelumnya sama)"
    let fix: Remedy =
      switch culprit {
      case .copy: "salinannya yang rusak; buat salinan baru"
      case .workspace: "buku ruang kerja ini yang rusak; pulihkan dari salinan ini"
      case .unknown:
        "salah satunya ditulis ulang; jangan timpa yang mana pun, cocokkan dengan salinan lain "
          + "atau XML yang sudah dikirim"
      }
    return Finding(InspectionProblem.differs, at: place, what, fix: fix)
  }

  static func surplusRows(_ count: Int, from row: Int, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.surplusRows, at: place,
      "salinan memuat \(count) baris, mulai #\(row), yang tidak ada di buku ruang kerja ini: "
        + "buku ini terpotong atau dipulihkan dari keadaan yang lebih lama",
      fix: "jangan timpa salinan ini; masukkan barisnya dengan "
        + "'\(do: .takeInRows(of: nil))', atau pulihkan berkas buku ini dari salinan")
  }

  static func gap(_ count: Int, before year: Int, at place: SourcePlace) -> Finding {
    Finding(
      InspectionProblem.gap, at: place,
      "salinan kurang \(count) baris di sini, padahal sudah memuat baris buku \(year)",
      fix: "salinan ini tidak lengkap; buat salinan baru")
  }

  static func noEvidenceFolder(_ path: String) -> Finding {
    Finding(
      InspectionProblem.noEvidenceFolder, .remark, at: SourcePlace(file: path),
      "tidak ada dokumen/ di samping salinan buku",
      fix: "bukti tidak diperiksa; salin seluruh ruang kerja agar bukti ikut terjaga")
  }

  static func settingDiffers(_ path: String, isMissing: Bool) -> Finding {
    Finding(
      InspectionProblem.settingDiffers, .remark, at: SourcePlace(file: path),
      isMissing ? "tidak ada di salinan" : "berbeda dari yang di ruang kerja",
      fix: "buat salinan baru bila perubahan di ruang kerja memang dikehendaki")
  }
}
