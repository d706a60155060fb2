internal import ComplianceModel
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// What lies in `buku/` and `dokumen/`.
extension InspectionSentence {
  static func unknownBook(_ path: String, _ kecamatan: RegionCode) -> Finding {
    Finding(
      InspectionProblem.unknownBook, at: SourcePlace(file: path),
      "buku kecamatan \(kecamatan) tidak dihitung: kecamatan itu tidak ada dalam wilayah.csv",
      fix: "tambahkan barisnya di wilayah.csv, atau pindahkan foldernya ke luar ruang kerja")
  }

  static func irregularBook(_ path: String) -> Finding {
    Finding(
      InspectionProblem.irregularBook, at: SourcePlace(file: path),
      "buku ini bukan berkas biasa (tautan, folder, atau perangkat)",
      fix: "ganti dengan berkas bukunya sendiri, dari salinan")
  }

  static func foreignInBooks(_ path: String) -> Finding {
    Finding(
      InspectionProblem.foreignInBooks, .remark, at: SourcePlace(file: path),
      "bukan buku (buku/KODE-KECAMATAN/TAHUN.csv), tidak dibaca",
      fix: "perbaiki namanya bila ini buku, atau pindahkan ke luar folder buku/")
  }

  static func lostLedger(_ path: String, _ trace: String) -> Finding {
    Finding(
      InspectionProblem.lostLedger, at: SourcePlace(file: path),
      "buku ini pernah ada dan sekarang tidak ada: \(trace)",
      fix:
        "kembalikan dari salinan sebelum mencatat lagi; bila memang belum pernah ada yang tercatat, pindahkan "
        + "jejaknya ke luar ruang kerja")
  }

  static func noLocks(_ folder: String) -> Finding {
    Finding(
      InspectionProblem.noLocks, at: SourcePlace(file: folder),
      "penyimpanannya tidak menjaga kunci, sehingga dua perintah yang mencatat bersamaan dapat merusak buku",
      fix:
        "pindahkan ruang kerja ke penyimpanan komputer ini, atau pasang folder jaringannya dengan kunci "
        + "(NFS 4; SMB tanpa nobrl)")
  }

  static func networkFolder(_ folder: String, _ kind: String) -> Finding {
    Finding(
      InspectionProblem.networkFolder, .remark, at: SourcePlace(file: folder),
      "terletak di folder jaringan atau folder bersama (\(kind)); kuncinya berlaku di komputer ini, belum tentu "
        + "di komputer lain",
      fix: "catatlah dari satu komputer saja, kecuali servernya pasti menjaga kunci")
  }

  static func fragment(_ path: String) -> Finding {
    Finding(
      InspectionProblem.fragment, .remark, at: SourcePlace(file: path),
      "potongan baris yang terputus, tidak dihitung",
      fix: "baca isinya, catat ulang bila belum tercatat, lalu simpan di luar folder buku/")
  }

  static func damagedCopy(_ path: String) -> Finding {
    Finding(
      InspectionProblem.damagedCopy, .remark, at: SourcePlace(file: path),
      "buku rusak yang disisihkan, tidak dihitung",
      fix: "catat ulang baris-barisnya yang belum ada di buku; biarkan berkas ini di tempatnya")
  }

  static func leftover(_ path: String) -> Finding {
    Finding(
      InspectionProblem.leftover, .remark, at: SourcePlace(file: path),
      "berkas sementara dari penulisan yang terhenti, tidak pernah dibaca",
      fix: "hapus bila tidak ada perintah tenggat yang sedang berjalan")
  }

  /// What the missing files of one folder have in common.
  static func lostFolder(of path: String) -> String {
    "folder \(FilePath(path).removingLastComponent()) tidak ada, bersama bukti di dalamnya; kembalikan "
      + "folder itu dari salinan"
  }

  /// What is wrong with the file of a voided row spoils nothing that is counted.
  static func ofVoidRow(_ finding: Finding) -> Finding {
    finding.reported(
      as: .remark, what: "\(finding.what); baris ini sudah dibatalkan",
      fix: "tidak perlu apa-apa; kembalikan berkasnya bila salinannya masih ada")
  }

  static func sharedEvidence(_ claim: EvidenceClaim, with other: EvidenceClaim) -> Finding {
    Finding(
      WorkspaceProblem.sharedEvidence, .remark, at: claim.place,
      "berkas bukti baris ini sama isinya dengan bukti \(other.unit?.description ?? "") di "
        + "\(other.place.file):\(other.place.line)",
      fix:
        "tidak perlu apa-apa bila satu surat memang memuat keduanya; bila tidak, catat lagi dengan "
        + "berkas yang benar dan batalkan yang keliru")
  }

  static func surplusEvidence(_ path: String) -> Finding {
    Finding(
      InspectionProblem.surplusEvidence, .remark, at: SourcePlace(file: path),
      "tidak disebut baris mana pun, pencatatan mungkin terhenti sesudah bukti disalin",
      fix: "catat lagi dengan berkas ini bila barisnya belum ada, atau hapus")
  }
}
