public import ComplianceModel

/// The names of what can be wrong with a workspace as a whole.
public enum WorkspaceProblem: String, ProblemCode {
  case unknownCalendar = "kantor.kalender-tidak-ada"
  case unknownRegister = "kantor.register-tidak-ada"
  case unknownRole = "kantor.jabatan-tidak-dikenal"
  case unknownZone = "kantor.zona-tidak-ada"
  case unknownService = "saluran.layanan-tidak-dikenal"
  case unreadableLogo = "kop.logo-tidak-terbaca"
  case largeLogo = "kop.logo-terlalu-besar"
  case unfitLogo = "kop.logo-bukan-gambar"
  case unknownReplaced = "iku.digantikan-tidak-ada"
  case noRule = "aturan.tidak-ada"
  case severalRules = "aturan.ganda"
  case unfinished = "buku.periode-belum-berakhir"
  case overHundred = "buku.persen-lebih"
  case missingEvidence = "bukti.hilang"
  case changedEvidence = "bukti.berubah"
  case irregularEvidence = "bukti.bukan-berkas"
  case unreadableEvidence = "bukti.tidak-terbaca"
  case unfitEvidence = "bukti.tidak-membuktikan"
  case sharedEvidence = "bukti.isi-sama"
  case damagedUsers = "pengguna.rusak"
  case repeatedUser = "pengguna.ganda"
  case unreadUser = "pengguna.isian"
  case openUsers = "pengguna.terbuka"
  case goneVillage = "pengguna.desa-tidak-dipantau"
}
