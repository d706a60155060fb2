internal import ComplianceModel
internal import PlainText
internal import Workspace

/// What a look at channels tells, in Indonesian; none of it holds a secret.
struct CheckSentence {
  let problem: ReminderProblem
  let what: String
  let fix: Remedy

  static func of(_ channel: String, _ fault: CheckSentence) -> CheckSentence {
    CheckSentence(
      problem: fault.problem, what: "saluran '\(channel)': \(fault.what)", fix: fault.fix)
  }
  static func ofHeartbeat(_ fault: CheckSentence) -> CheckSentence {
    CheckSentence(
      problem: fault.problem, what: "detak: \(fault.what)", fix: fault.fix)
  }

  static func outputPlace(_ refusal: OutputRefusal) -> CheckSentence {
    CheckSentence(
      problem: .outputPlace, what: refusal.sentence.singleLine, fix: Remedy(refusal.remedy))
  }
  static let badSender = CheckSentence(
    problem: .badSender, what: "'dari' bukan alamat surel",
    fix: "tulis nama@domain, atau Nama <nama@domain>")
  static let badMailAddress = CheckSentence(
    problem: .badMailAddress, what: "kontak ini bukan satu alamat surel", fix: "tulis nama@domain")
  static let badNumber = CheckSentence(
    problem: .badNumber, what: "kontak ini bukan nomor telepon", fix: "tulis 08... atau 62...")
  static let noURL = CheckSentence(
    problem: .noURL, what: "alamatnya bukan http:// atau https:// yang utuh",
    fix: "tulis alamat yang utuh, tanpa spasi, dan bila ada portnya antara 1 dan 65535")
  static let templateIsNotJSON = CheckSentence(
    problem: .templateIsNotJSON, what: "'badan' bukan JSON",
    fix: "periksa kurung, koma, dan tanda kutipnya")
  static func noVariable(_ name: String) -> CheckSentence {
    CheckSentence(
      problem: .noVariable, what: "variabel lingkungan \(name.singleLine) tidak terisi di sini",
      fix: "isi, atau taruh isinya dalam berkas; cron tidak memiliki variabel Anda")
  }
  static func noSecretFile(_ path: String) -> CheckSentence {
    CheckSentence(
      problem: .noSecretFile, what: "berkas \(path.singleLine) tidak dapat dibaca",
      fix: "buat berkasnya, dengan izin baca hanya untuk pengguna yang menjalankan tenggat")
  }
  static func secretIsEmpty(_ place: String) -> CheckSentence {
    CheckSentence(problem: .secretIsEmpty, what: "\(place.singleLine) kosong", fix: "isi nilainya")
  }
  static func noProgram(_ program: String) -> CheckSentence {
    CheckSentence(
      problem: .noProgram, what: "program \(program.singleLine) tidak ada",
      fix: "pasang programnya, atau perbaiki namanya")
  }
  static func unknownPlaceholder(_ word: String, known: [String], nearest: String?) -> CheckSentence
  {
    CheckSentence(
      problem: .unknownPlaceholder, what: "\(word.singleLine) tidak mewakili apa-apa",
      fix: nearest.map { "mungkin maksudnya \($0)" } ?? "yang ada: \(known.joined(separator: ", "))"
    )
  }
}
