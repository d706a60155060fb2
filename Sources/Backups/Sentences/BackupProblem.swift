public import ComplianceModel

/// The names of what can be wrong with a backup, and with the record of them in a workspace.
public enum BackupProblem: String, ProblemCode {
  case unreadable = "cadangan.tidak-terbaca"
  case unreadableName = "cadangan.nama-tidak-terbaca"
  case folderInItself = "cadangan.folder-melingkar"
  case danglingLink = "cadangan.tautan-putus"
  case noFile = "cadangan.bukan-berkas"
  case damagedFile = "cadangan.berkas-rusak"
  case missingFile = "cadangan.berkas-hilang"
  case surplusFile = "cadangan.berkas-lebih"
  case damagedList = "cadangan.daftar-rusak"
  case unproved = "cadangan.belum-terbukti"
  case replacedFolder = "cadangan.folder-tertukar"
  case exposed = "cadangan.terbuka"
  case answersDiffer = "cadangan.jawaban-berbeda"
  case laterRows = "cadangan.baris-kemudian"
  case damagedRecord = "cadangan.catatan-rusak"
  case newerRecord = "cadangan.catatan-lebih-baru"
  case unremoved = "cadangan.tidak-terhapus"
  case unrecorded = "cadangan.tidak-dicatat"
}
