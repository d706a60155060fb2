internal import ComplianceModel

/// The names of what adding up exports finds.
package enum RollupProblem: String, ProblemCode {
  case faultyExport = "gabung.ekspor-salah"
  case rewrittenLedger = "gabung.buku-ditulis-ulang"
  case sameMoment = "gabung.ganda-berbeda"
  case repeated = "gabung.ganda"
  case shortenedLedger = "gabung.buku-lebih-pendek"
  case stranger = "gabung.di-luar-tabel"
}
