internal import ComplianceModel
internal import DurableFiles
internal import Workspace

/// What is said of backups, in Indonesian.
struct BackupSentence {
  private let problem: BackupProblem
  private let severity: Finding.Severity
  private let what: String
  private let fix: Remedy

  private init(_ problem: BackupProblem, _ what: String, fix: Remedy) {
    self.init(problem, .fault, what, fix: fix)
  }

  private init(
    _ problem: BackupProblem, _ severity: Finding.Severity, _ what: String, fix: Remedy
  ) {
    self.problem = problem
    self.severity = severity
    self.what = what
    self.fix = fix
  }

  /// The finding at a place.
  func finding(at place: SourcePlace) -> Finding {
    Finding(problem, severity, at: place, what, fix: fix)
  }

  /// The finding about a file as a whole.
  func finding(at file: String) -> Finding { finding(at: SourcePlace(file: file)) }

  // MARK: - What was left out

  static let unreadableName = BackupSentence(
    .unreadableName, "namanya bukan UTF-8, sehingga tidak ikut disalin",
    fix: "beri nama lain, lalu ulangi")

  static let folderInItself = BackupSentence(
    .folderInItself, "folder ini memuat dirinya sendiri melalui tautan, atau terlalu dalam",
    fix: "hapus tautannya, lalu ulangi")

  static let danglingLink = BackupSentence(
    .danglingLink, .remark, "tautan ke berkas yang tidak ada, sehingga tidak ikut disalin",
    fix: "hapus tautannya bila tidak diperlukan")

  static let noFile = BackupSentence(
    .noFile, .remark, "bukan berkas atau folder biasa, sehingga tidak ikut disalin",
    fix: "pindahkan dari ruang kerja bila tidak diperlukan")

  static func unreadable(_ failure: FileFailure) -> BackupSentence {
    let finding = failure.finding(named: "")
    return BackupSentence(
      .unreadable, "tidak ikut disalin: \(finding.what)", fix: finding.remedy)
  }

  // MARK: - A backup held against its own list

  static let damagedFile = BackupSentence(
    .damagedFile, "isinya bukan lagi yang disalin (SHA-256 berbeda)",
    fix: "pakai cadangan lain untuk berkas ini")

  static let missingFile = BackupSentence(
    .missingFile, "disebut \(FileList.name), tetapi tidak ada",
    fix: "pakai cadangan lain untuk berkas ini")

  static let surplusFile = BackupSentence(
    .surplusFile, .remark, "tidak disebut \(FileList.name): ditambahkan sesudah cadangan dibuat",
    fix: "hapus dari cadangan bila bukan milik ruang kerja")

  static let damagedList = BackupSentence(
    .damagedList, "daftar ini hilang, atau bukan lagi yang ditulis bersama cadangannya",
    fix: "pakai cadangan lain; yang ini tidak dapat dibuktikan")

  static let unproved = BackupSentence(
    .unproved, .remark, "cadangan ini tidak terbukti ketika dibuat",
    fix: "pakai cadangan yang terbukti bila ada")

  static let replacedFolder = BackupSentence(
    .replacedFolder, "folder cadangan diganti selagi diperiksa",
    fix: "periksa siapa yang dapat menulis di tujuannya, lalu ulangi")

  static let exposed = BackupSentence(
    .exposed, .remark,
    "penyimpanan ini tidak menyimpan izin berkas: siapa pun yang memegangnya dapat membaca cadangan",
    fix: "pakai penyimpanan terenkripsi atau ext4, atau simpan terkunci")

  static func unremoved(_ failure: FileFailure) -> BackupSentence {
    BackupSentence(
      .unremoved, .remark, "cadangan lama tidak dapat dihapus: \(failure.finding(named: "").what)",
      fix: "hapus sendiri bila ruangnya diperlukan")
  }

  // MARK: - What was brought back

  static func answersDiffer(_ table: String, _ time: String, of unit: RegionCode) -> BackupSentence
  {
    BackupSentence(
      .answersDiffer, "jawaban \(table)\(time) \(unit) berbeda dari yang di cadangan",
      fix: "jangan pakai ruang kerja ini; laporkan")
  }

  static func laterRows(_ count: Int) -> BackupSentence {
    BackupSentence(
      .laterRows, .remark,
      "bertambah \(count.indonesian) baris sesudah cadangan dibuat; baris itu tidak ada di sini",
      fix: "itu bukan kesalahan; pakai cadangan yang lebih baru bila ada")
  }

  // MARK: - The record in the workspace

  static let damagedRecord = BackupSentence(
    .damagedRecord, "baris ini bukan catatan cadangan yang terbaca",
    fix: "hapus barisnya; cadangannya sendiri tidak terpengaruh")

  static let foreignRecord = BackupSentence(
    .damagedRecord, "judul kolomnya bukan milik catatan cadangan",
    fix: "pindahkan berkas ini; catatan baru dibuat pada cadangan berikutnya")

  static let newerRecord = BackupSentence(
    .newerRecord, "ditulis tenggat yang lebih baru (ada kolom tambahan)",
    fix: "pasang tenggat terbaru; berkas ini tidak diubah")

  static func unrecorded(_ reason: String) -> BackupSentence {
    BackupSentence(
      .unrecorded, .remark, "hasil cadangan tidak dapat dicatat: \(reason)",
      fix: "cadangannya sendiri jadi; perbaiki agar 'tenggat status' menyebutnya")
  }
}
