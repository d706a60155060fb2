internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import SystemPackage

// MARK: - What lies in the folders

extension WorkspaceSentence {
  static func unknownBook(_ path: String, _ kecamatan: RegionCode) -> Finding {
    Finding(
      at: SourcePlace(file: path),
      "buku kecamatan \(kecamatan) tidak dihitung: kecamatan itu tidak ada dalam wilayah.csv",
      fix: "tambahkan barisnya di wilayah.csv, atau pindahkan foldernya ke luar ruang kerja")
  }

  static func irregularBook(_ path: String) -> Finding {
    Finding(
      at: SourcePlace(file: path), "buku ini bukan berkas biasa (tautan, folder, atau perangkat)",
      fix: "ganti dengan berkas bukunya sendiri, dari salinan")
  }

  static func foreignInBooks(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "bukan buku (buku/KODE-KECAMATAN/TAHUN.csv), tidak dibaca",
      fix: "perbaiki namanya bila ini buku, atau pindahkan ke luar folder buku/")
  }

  static func fragment(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "potongan baris yang terputus, tidak dihitung",
      fix: "baca isinya, catat ulang bila belum tercatat, lalu simpan di luar folder buku/")
  }

  static func damagedCopy(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "buku rusak yang disisihkan, tidak dihitung",
      fix: "catat ulang baris-barisnya yang belum ada di buku; biarkan berkas ini di tempatnya")
  }

  static func leftover(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "berkas sementara dari penulisan yang terhenti, tidak pernah dibaca",
      fix: "hapus bila tidak ada perintah tenggat yang sedang berjalan")
  }

  static func evidence(_ state: EvidenceState, _ claim: EvidenceClaim) -> Finding? {
    let again = "kembalikan berkasnya dari salinan, atau salin lagi berkas aslinya ke nama itu"
    let what: String
    switch state {
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

  /// What the missing files of one folder have in common.
  static func lostFolder(of path: String) -> String {
    "folder \(FilePath(path).removingLastComponent()) tidak ada, bersama bukti di dalamnya; kembalikan "
      + "folder itu dari salinan"
  }

  /// What is wrong with the file of a voided row spoils nothing that is counted.
  static func ofVoidRow(_ finding: Finding) -> Finding {
    Finding(
      .remark, at: finding.place, "\(finding.what); baris ini sudah dibatalkan",
      fix: "tidak perlu apa-apa; kembalikan berkasnya bila salinannya masih ada")
  }

  static func sharedEvidence(_ claim: EvidenceClaim, with other: EvidenceClaim) -> Finding {
    Finding(
      .remark, at: claim.place,
      "berkas bukti baris ini sama isinya dengan bukti \(other.unit?.description ?? "") di "
        + "\(other.place.file):\(other.place.line)",
      fix:
        "tidak perlu apa-apa bila satu surat memang memuat keduanya; bila tidak, catat lagi dengan "
        + "berkas yang benar dan batalkan yang keliru")
  }

  static func surplusEvidence(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "tidak disebut baris mana pun, pencatatan mungkin terhenti sesudah bukti disalin",
      fix: "catat lagi dengan berkas ini bila barisnya belum ada, atau hapus")
  }
}

// MARK: - Frozen quarters and exports

extension WorkspaceSentence {
  static func frozen(_ state: EvidenceState, _ claim: EvidenceClaim) -> Finding? {
    guard let finding = evidence(state, claim) else { return nil }
    return Finding(
      at: finding.place, finding.what.replacingPrefix("bukti ", with: "XML beku "),
      fix: state == .unreadable
        ? finding.remedy
        : "kembalikan dari salinan, atau dari penerimanya; isinya harus persis yang dibekukan")
  }

  static func frozenWithoutFile(_ claim: EvidenceClaim) -> Finding {
    Finding(
      .remark, at: claim.place, "baris `beku` tidak menyebut berkas, XML-nya tidak dapat diperiksa",
      fix: "bandingkan sha256-nya dengan XML yang disimpan penerimanya")
  }

  static func surplusFrozen(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      "tidak disebut baris `beku` mana pun, pembekuan mungkin terhenti sebelum barisnya ditulis",
      fix: "bekukan lagi triwulannya, atau hapus")
  }

  static func noMarks(_ document: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: document), "bukan XML kepatuhan yang dapat dibaca, dilewati",
      fix: "tidak perlu apa-apa bila berkas ini bukan dari tenggat")
  }

  /// After rows were set aside on purpose, whoever has the document has to know.
  private static let mendBook =
    "kembalikan buku ini dari salinan yang cocok; sesudah `--pulihkan`, ekspor ulang dan beri tahu "
    + "penerimanya"

  static func noBook(_ stated: StatedMark, _ document: String) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)"),
      "buku ini tidak ada, padahal \(document) dibuat dari \(stated.mark.rows) barisnya",
      fix: "kembalikan dari salinan, atau periksa apakah \(document) dari kecamatan lain")
  }

  static func cutOff(_ stated: StatedMark, _ document: String, rows: Int) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)", line: rows + 1, column: 1),
      "buku berakhir pada baris #\(rows), padahal \(document) dibuat dari \(stated.mark.rows) baris: "
        + "\(stated.mark.rows - rows) baris di akhir hilang",
      fix: mendBook)
  }

  static func rewritten(_ stated: StatedMark, _ document: String) -> Finding {
    Finding(
      at: SourcePlace(file: "buku/\(stated.file)", line: stated.mark.rows + 1, column: 1),
      "rantai baris #\(stated.mark.rows) bukan yang tertulis di \(document): "
        + "baris itu atau sebelumnya ditulis ulang",
      fix: mendBook)
  }
}

// MARK: - A copy

extension WorkspaceSentence {
  /// A fault of the copy's own: it is not mended there.
  static func notCopied(_ rows: Int, at place: SourcePlace) -> Finding {
    Finding(
      .remark, at: place, "salinan tidak memuat buku ini (di sini \(rows) baris)",
      fix: "pastikan penyalinannya sungguh berjalan, lalu salin lagi")
  }

  static func damagedInCopy(_ finding: Finding, at place: SourcePlace) -> Finding {
    guard finding.severity == .fault else {
      return Finding(
        .remark, at: place, finding.what, fix: "buat salinan baru bila baris itu diperlukan")
    }
    return Finding(
      at: place, finding.what, fix: "jangan memulihkan dari salinan ini; buat salinan baru")
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
    let fix =
      switch culprit {
      case .copy: "salinannya yang rusak; buat salinan baru"
      case .workspace: "buku ruang kerja ini yang rusak; pulihkan dari salinan ini"
      case .unknown:
        "salah satunya ditulis ulang; jangan timpa yang mana pun, cocokkan dengan salinan lain "
          + "atau XML yang sudah dikirim"
      }
    return Finding(at: place, what, fix: fix)
  }

  static func surplusRows(_ count: Int, from row: Int, at place: SourcePlace) -> Finding {
    Finding(
      at: place,
      "salinan memuat \(count) baris, mulai #\(row), yang tidak ada di buku ruang kerja ini: "
        + "buku ini terpotong atau dipulihkan dari keadaan yang lebih lama",
      fix: "jangan timpa salinan ini; masukkan barisnya dengan "
        + "'tenggat impor --dari-buku BUKU', atau pulihkan berkas buku ini dari salinan")
  }

  static func gap(_ count: Int, before year: Int, at place: SourcePlace) -> Finding {
    Finding(
      at: place,
      "salinan kurang \(count) baris di sini, padahal sudah memuat baris buku \(year)",
      fix: "salinan ini tidak lengkap; buat salinan baru")
  }

  static func noEvidenceFolder(_ path: String) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path), "tidak ada dokumen/ di samping salinan buku",
      fix: "bukti tidak diperiksa; salin seluruh ruang kerja agar bukti ikut terjaga")
  }

  static func settingDiffers(_ path: String, isMissing: Bool) -> Finding {
    Finding(
      .remark, at: SourcePlace(file: path),
      isMissing ? "tidak ada di salinan" : "berbeda dari yang di ruang kerja",
      fix: "buat salinan baru bila perubahan di ruang kerja memang dikehendaki")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
