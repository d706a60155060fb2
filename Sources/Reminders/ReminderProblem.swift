public import ComplianceModel

/// The names of what can be wrong with channels, addresses and the outbox.
public enum ReminderProblem: String, ProblemCode {
  case badSender = "saluran.pengirim"
  case badMailAddress = "saluran.alamat-surel"
  case badNumber = "saluran.nomor"
  case noURL = "saluran.bukan-url"
  case templateIsNotJSON = "saluran.badan-bukan-json"
  case noVariable = "saluran.variabel-kosong"
  case noSecretFile = "saluran.berkas-rahasia"
  case secretIsEmpty = "saluran.rahasia-kosong"
  case noProgram = "saluran.program-tidak-ada"
  case unknownPlaceholder = "saluran.isian-tidak-dikenal"
  case outputPlace = "pengingat.tempat-terlarang"
  case unreadableRow = "pengingat.baris-rusak"
  case missedRuns = "pengingat.terlewat"
  case trouble = "pengingat.gagal"
  case rowsAhead = "pengingat.tanggal-kemudian"
  case failingRuns = "pengingat.gagal-terus"
  case openClaim = "pengingat.tanpa-jawaban"
  case cutOff = "pengingat.terputus"
}
