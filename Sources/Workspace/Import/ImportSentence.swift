internal import CalendarFiles
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore

/// What can be wrong with a table that is taken in, with its sentences in Indonesian.
enum ImportSentence {
  typealias Sentence = (what: String, fix: String)

  // MARK: The table

  static let notUTF8: Sentence = (
    "berkas ini UTF-16, bukan UTF-8", "simpan ulang sebagai CSV UTF-8"
  )
  static let empty: Sentence = ("berkas kosong", "baris pertama harus judul kolom")
  static func header(_ fault: ImportColumns.Fault) -> Sentence {
    switch fault {
    case .missing(let columns):
      (
        "judul kolom tidak memuat: \(columns.map(\.name).joined(separator: ", "))",
        "tulis judul kolom pada baris pertama: "
          + ImportColumns.Column.allCases.filter { $0 != .unitName }.map(\.name)
          .joined(separator: ", ")
      )
    case .malformed(let kind): malformed(kind)
    case .twice(let column):
      ("dua kolom berarti '\(column.name)'", "ganti judul salah satunya")
    }
  }
  static func ignored(_ headings: [String]) -> Sentence {
    (
      "kolom tidak dikenal: \(headings.joined(separator: ", "))",
      "isinya tidak dibaca; ganti judulnya bila perlu"
    )
  }

  // MARK: The row

  static func malformed(_ kind: CSVFault.Kind) -> Sentence { table(.malformed(kind)) }
  static func fieldCount(_ count: Int, expected: Int) -> Sentence {
    table(.fieldCount(count, expected: expected))
  }
  /// What every table that people write can have wrong.
  private static func table(_ sentence: CalendarSentence) -> Sentence {
    (sentence.what, sentence.remedy)
  }
  static func missing(_ column: ImportColumns.Column) -> Sentence {
    ("\(column.name) kosong", "isi \(column.name), atau hapus barisnya")
  }
  /// What keeps bytes from being a field of one line; `nil` where nothing does.
  static func textFault(_ bytes: ArraySlice<UInt8>) -> Sentence? {
    guard NoteText.fault(in: bytes) != nil else { return nil }
    return String(validating: bytes, as: UTF8.self) == nil
      ? ("isian memuat bita yang bukan UTF-8", "simpan ulang tabelnya sebagai CSV UTF-8")
      : (
        "isian memuat karakter kendali atau ganti baris",
        "tulis isian itu dalam satu baris teks biasa"
      )
  }
  static let noUnit: Sentence = (
    "unit kosong, padahal ruang kerja ini memantau lebih dari satu kecamatan",
    "isi kode kecamatan atau desanya"
  )
  static func unknownUnit(_ text: String, nearest: String?) -> Sentence {
    (
      "unit '\(text)' tidak dipantau di ruang kerja ini",
      nearest.map { "mungkin maksudnya '\($0)'" } ?? "lihat wilayah.csv"
    )
  }
  static func ambiguousUnit(_ text: String, _ units: [Unit]) -> Sentence {
    let codes = units.map { "\($0.code)" }.joined(separator: ", ")
    return ("nama '\(text)' dipakai \(units.count) unit", "tulis kodenya: \(codes)")
  }
  static func unknownReport(_ text: String, nearest: String?, at unit: String) -> Sentence {
    (
      "laporan '\(text)' tidak dikenal bagi \(unit)",
      nearest.map { "mungkin maksudnya '\($0)'" } ?? "pakai kode laporan, misalnya LPPD"
    )
  }
  static func notOwed(_ code: String, by unit: String, owed: [String]) -> Sentence {
    (
      "\(code) tidak diwajibkan bagi \(unit)", "yang wajib: \(owed.joined(separator: ", "))"
    )
  }
  static func period(_ text: String, of code: String, example: String) -> Sentence {
    ("\(code) tidak memiliki periode '\(text)'", "contoh periode: \(example)")
  }
  static func noHolidays(_ year: Int) -> Sentence {
    (
      "hari kerja tahun \(year) tidak dapat dihitung: Calendars/libur/\(year).yaml tidak ada",
      "tambahkan berkasnya sesudah SKB libur \(year) terbit"
    )
  }
  static func date(_ column: ImportColumns.Column, _ text: String) -> Sentence {
    (
      "\(column.name) '\(text)' bukan tanggal",
      dateRemedy(for: text)
    )
  }
}
