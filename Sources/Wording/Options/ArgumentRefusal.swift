package import CivilCalendar
internal import ComplianceModel

/// A reason why what a person wrote after a command is not taken, as data; the front says how options and commands
/// are spelled.
package enum ArgumentRefusal: Objecting {
  /// What is to be explained is not said; how a person would.
  case nothingToExplain(example: String)
  /// No indicator is said; how a person would.
  case noIndicator(example: String)
  /// A word that is no period.
  case notAPeriod(String)
  /// The report's period is not said; how a person would.
  case noPeriod(report: String, example: String)
  /// No problem has the code; the nearest, or the command that lists them.
  case noProblem(String, nearest: String?, listing: String)
  /// No check has the name; the nearest, or the command that lists them.
  case noCheck(String, nearest: String?, listing: String)
  /// The guide has no such page; the nearest, or the command that lists them.
  case noPage(String, nearest: String?, listing: String)
  /// No profile has the name; the nearest, and those that there are.
  case noProfile(String, nearest: String?, known: [String])
  /// The profile is for documents of another span; the option for its own.
  case otherSpan(profile: String, isYear: Bool, option: String)
  /// A word that is no row of a ledger.
  case notARow(String)
  /// A word that is neither a role nor a desa.
  case notAPerson(String, nearest: String?)
  /// A word that is no day, and what a day looks like.
  case notADay(String, fix: String)
  /// A day that is to come.
  case dayToCome(CivilDate)
  /// A number that is below zero, with its option.
  case negative(Int, option: String, Negative)
  /// A number that is out of its bounds, with its option and what to write.
  case outside(Int, option: String, ClosedRange<Int>)
  /// How many backups to keep, where that is none.
  case keepsNothing(Int, option: String)
  /// A heading with what it means, which says neither; its option.
  case notAMeaning(String, option: String)
  /// A word that is no meaning of a column; the nearest, and those that there are.
  case unknownMeaning(String, nearest: String?, known: [String])
  /// A quarter or a year is needed, and both or neither is said; how a person would.
  case oneDuty(example: String)
  /// The table is not divided by quarters; the option for its year.
  case noQuarters(table: String, option: String)
  /// A quarter of another year than the one that is said.
  case quarterOfOtherYear(quarter: String, year: String)
  /// A code that is none of a province, regency, or kecamatan.
  case notARegion(String)
  /// Letters to several desa that are to become one page; the options that name one, or a folder.
  case severalPages(Int, unit: String, output: String)
  /// No desa is said; the option that means all.
  case noVillage(all: String)

  /// What a number below zero is about.
  package enum Negative: String, Sendable {
    /// Days between two letters.
    case pause = "tulis bilangan hari, 0 untuk tanpa jeda"
    /// What tells one practice workspace from another.
    case seed = "tulis 0 atau lebih"
  }

  package var objections: [Objection] {
    let (what, fix) = sentence
    return [Objection(.request, Remedy(what), fix: Remedy(fix))]
  }

  private var sentence: (what: String, fix: String) {
    switch self {
    case .nothingToExplain(let example):
      ("yang dijelaskan belum disebut", "tulis laporannya, misalnya: \(example)")
    case .noIndicator(let example):
      ("indikator belum disebut", "tulis kodenya, misalnya: \(example)")
    case .notAPeriod(let word):
      ("'\(word)' bukan periode", "tulis misalnya 2025, 2026-S1, 2026-TW3, atau 2026-09")
    case .noPeriod(let report, let example):
      (
        "periode \(report) belum disebut",
        "tulis periode yang dilaporkannya, misalnya: \(example)"
      )
    case .noProblem(let word, let nearest, let listing):
      ("kode pesan '\(word)' tidak ada", meant(nearest) ?? "lihat: \(listing)")
    case .noCheck(let word, let nearest, let listing):
      ("pemeriksaan '\(word)' tidak ada", meant(nearest) ?? "lihat \(listing)")
    case .noPage(let word, let nearest, let listing):
      ("halaman '\(word)' tidak ada dalam panduan", meant(nearest) ?? "lihat: \(listing)")
    case .noProfile(let word, let nearest, let known):
      (
        "profil '\(word)' tidak ada",
        [meant(nearest), "yang ada: \(known.joined(separator: ", "))"].compactMap(\.self)
          .joined(separator: "; ")
      )
    case .otherSpan(let profile, let isYear, let option):
      (
        "profil '\(profile)' bukan untuk dokumen \(isYear ? "setahun" : "satu triwulan")",
        "pakai \(option)"
      )
    case .notARow(let word):
      ("'\(word)' bukan nomor baris", "tulis '#12' atau '2025#12', dengan tanda kutip")
    case .notAPerson(let word, let nearest):
      (
        "'\(word)' bukan jabatan atau desa",
        meant(nearest) ?? "tulis misalnya kasi-pemerintahan, atau nama desanya"
      )
    case .notADay(let word, let fix): ("\(word) bukan tanggal", fix)
    case .dayToCome(let day):
      ("tanggal \(day.indonesian) belum tiba", "sebut hari ini atau sebelumnya")
    case .negative(let number, let option, let what): ("\(option) \(number) negatif", what.rawValue)
    case .outside(let number, let option, let bounds):
      (
        "\(option) \(number) di luar \(bounds.lowerBound) sampai \(bounds.upperBound)",
        "perbaiki angkanya"
      )
    case .keepsNothing(let number, let option):
      (
        "\(option) \(number) tidak menyisakan apa pun",
        "tulis bilangan mulai 1, misalnya 14"
      )
    case .notAMeaning(let text, let option):
      (
        "\(option) '\(text)' tidak menyebut judul dan artinya",
        "tulis \(option) 'Judul Kolom=arti', misalnya \(option) 'Tgl Masuk=tanggal'"
      )
    case .unknownMeaning(let word, let nearest, let known):
      (
        "arti kolom '\(word)' tidak dikenal",
        [meant(nearest), "yang ada: \(known.joined(separator: ", "))"].compactMap(\.self)
          .joined(separator: "; ")
      )
    case .oneDuty(let example): ("sebut satu triwulan atau satu tahun", "misalnya \(example)")
    case .noQuarters(let table, let option):
      ("tabel \(table) tidak dibagi menurut triwulan", "sebut tahunnya dengan \(option)")
    case .quarterOfOtherYear(let quarter, let year):
      ("\(quarter) dan \(year) tidak sejalan", "pilih satu")
    case .notARegion(let word):
      (
        "unit '\(word)' bukan kode provinsi, kabupaten, atau kecamatan",
        "tulis kodenya, misalnya 63, 63.05, atau 63.05.12"
      )
    case .severalPages(let count, let unit, let output):
      (
        "\(count) tanda terima tidak dapat menjadi satu halaman",
        "sebut satu desa dengan \(unit), atau foldernya dengan \(output)"
      )
    case .noVillage(let all):
      ("desa belum disebut", "sebut kode atau nama desanya, atau \(all)")
    }
  }

  private func meant(_ nearest: String?) -> String? {
    nearest.map { "mungkin maksudnya '\($0)'" }
  }
}
