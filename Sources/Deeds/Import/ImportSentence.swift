internal import CalendarFiles
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import Workspace

/// What can be wrong with a table that is taken in, with its sentences in Indonesian.
enum ImportSentence {
  typealias Sentence = (problem: ImportProblem, what: String, fix: Remedy)

  // MARK: The table

  static let notUTF8: Sentence = (
    .notUTF8, "berkas ini UTF-16, bukan UTF-8", "simpan ulang sebagai CSV UTF-8"
  )
  static let spreadsheet: Sentence = (
    .spreadsheet, "berkas ini buku kerja (Excel atau sejenisnya), bukan CSV",
    "buka, pilih Simpan Sebagai (Save As) jenis CSV UTF-8, lalu impor berkas .csv itu"
  )
  static let empty: Sentence = (.empty, "berkas kosong", "baris pertama harus judul kolom")

  /// What is wrong with the header.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - table: The table as the user named it.
  /// - Returns: The sentence.
  static func header(_ fault: ImportColumns.Fault, of table: String) -> Sentence {
    switch fault {
    case .missing(let columns):
      (
        .missingColumns, "judul kolom tidak memuat: \(columns.map(\.name).joined(separator: ", "))",
        """
        tulis judul kolom pada baris pertama: \
        \(ImportColumn.asked.map(\.name).joined(separator: ", "))
        """
      )
    case .malformed(let kind): malformed(kind)
    case .twice(let column, let heading):
      (
        .columnTwice, "dua kolom berarti '\(column.name)'",
        """
        yang kedua '\(shown(heading))': tinggalkan dengan \(do: .passOver(heading)), atau sebut artinya, \
        misalnya \(do: .mapColumn(heading, column == .date ? .received : .note))
        """
      )
    case .unknown(let heading, let nearest):
      (
        .unknownColumn,
        "kolom '\(shown(heading))' tidak dikenal, jadi artinya bagi barisnya tidak diketahui",
        (nearest.map { "mungkin maksudnya '\($0.rawValue)': \(do: .mapColumn(heading, $0)); " }
          ?? "")
          + "kalau isinya tidak mengubah arti baris: \(do: .passOver(heading))"
      )
    case .meaningful(let heading):
      (
        .meaningfulColumn,
        "kolom '\(shown(heading))' menentukan arti barisnya, tetapi tidak dibaca",
        """
        kalau isinya serah, kembali, terima, bebas, atau perpanjang: \
        \(do: .mapColumn(heading, .event)); kalau semua barisnya memang penyampaian: \
        \(do: .passOver(heading))
        """
      )
    case .ledger:
      (
        .ledgerTable,
        "ini buku, bukan tabel: barisnya sudah berantai, dan ada yang membatalkan baris lain",
        """
        lihat baris mana yang belum ada di sini: \(do: .takeInRows(of: table)); salinan ruang kerja \
        yang utuh: \(do: .compareWithCopy)
        """
      )
    case .notIgnorable(let heading, let isThere):
      isThere
        ? (
          .notIgnorable, "kolom '\(shown(heading))' tidak dapat diabaikan: kolom itu dibaca",
          "jangan minta ia diabaikan"
        )
        : (
          .notIgnorable,
          "kolom '\(shown(heading))' tidak dapat diabaikan: tidak ada kolom berjudul itu",
          "periksa judulnya"
        )
    case .notThere(let heading):
      (
        .mappedNowhere, "tidak ada kolom berjudul '\(shown(heading))'",
        "periksa ejaan judulnya, atau hapus \(do: .mapColumn(heading, .ignored))"
      )
    }
  }
  /// What stands above the headings.
  static func titleRows(_ lines: [Int]) -> Sentence {
    (
      .titleRows, "baris \(LineNumbers.text(lines)) di atas judul kolom tidak dibaca",
      "kalau ada datanya, pindahkan ke bawah judul kolom"
    )
  }
  /// Rows that add up others.
  static func totalRows(_ lines: [Int]) -> Sentence {
    (
      .totalRows, "baris \(LineNumbers.text(lines)) menjumlahkan baris lain, tidak dicatat",
      "tidak perlu apa-apa"
    )
  }
  /// Rows of reports that are not in.
  static func notYet(_ facts: ImportFacts, fillsDates: Bool) -> Sentence {
    let hint: Remedy =
      fillsDates || facts.notYetWords
      ? "" : "; kalau sel tanggalnya digabung dengan sel di atasnya: \(do: .fillDownDates)"
    return (
      .notYet,
      "\(facts.notYetLines.count) baris belum ada tanggalnya, tidak dicatat "
        + "(baris \(LineNumbers.text(facts.notYetLines)))",
      "isi tanggalnya sesudah disampaikan" + hint
    )
  }
  /// Cells with the numbers that a spreadsheet keeps for days.
  static func spreadsheetDays(_ lines: [Int], _ first: ImportFacts.SpreadsheetDay) -> Sentence {
    (
      .spreadsheetDay,
      "baris \(LineNumbers.text(lines)): bilangan hari lembar kerja dibaca sebagai tanggal, misalnya "
        + "\(first.text) = \(first.date.indonesian)",
      "cocokkan dengan tabel aslinya"
    )
  }
  static func ignored(_ headings: [String]) -> Sentence {
    (
      .ignored, "kolom tidak dibaca: \(headings.map(shown).joined(separator: ", "))",
      "isinya tidak dicatat; ganti judulnya bila perlu"
    )
  }
  /// A text of the table in a message: one line, not too long.
  static func shown(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }.prefix(40))
  }

  // MARK: The row

  static func uncounted(_ count: Int) -> Sentence {
    table(.uncounted, .uncountedFindings(count))
  }

  static func malformed(_ kind: CSVFault.Kind) -> Sentence { table(.malformed, .malformed(kind)) }
  static func fieldCount(_ count: Int, expected: Int) -> Sentence {
    table(.fieldCount, .fieldCount(count, expected: expected))
  }
  /// What every table that people write can have wrong.
  private static func table(_ problem: ImportProblem, _ sentence: CalendarSentence) -> Sentence {
    (problem, sentence.what, sentence.remedy)
  }

  /// A blank where something must stand.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - action: What fills it down, where it was not asked for.
  /// - Returns: The sentence.
  static func missing(_ column: ImportColumn, filledBy action: RemedyAction?) -> Sentence {
    (
      .missing, "\(column.name) kosong",
      "isi \(column.name), atau hapus barisnya"
        + (action.map { "; kalau selnya digabung dengan sel di atasnya: \(do: $0)" } ?? "")
    )
  }
  /// A blank unit in a table that names the units of other rows.
  static func missingUnit(filledBy action: RemedyAction?) -> Sentence {
    (
      .missingUnit, "unit kosong, padahal baris lain menyebut unitnya",
      "isi unitnya, juga untuk kecamatan"
        + (action.map { "; kalau selnya digabung dengan sel di atasnya: \(do: $0)" } ?? "")
    )
  }
  static func withoutHeading(_ text: String) -> Sentence {
    (
      .withoutHeading, "'\(shown(text))' di kolom tanpa judul, jadi artinya tidak diketahui",
      "beri kolomnya judul, atau kosongkan"
    )
  }
  /// What keeps bytes from being a field of one line; `nil` where nothing does.
  static func textFault(_ bytes: ArraySlice<UInt8>) -> Sentence? {
    guard NoteText.fault(in: bytes) != nil else { return nil }
    return String(validating: bytes, as: UTF8.self) == nil
      ? (
        .textFault, "isian memuat byte yang bukan UTF-8", "simpan ulang tabelnya sebagai CSV UTF-8"
      )
      : (
        .textFault, "isian memuat karakter kendali atau ganti baris",
        "tulis isian itu dalam satu baris teks biasa"
      )
  }
  static let noUnit: Sentence = (
    .noUnit, "unit kosong, padahal ruang kerja ini memantau lebih dari satu kecamatan",
    "isi kode kecamatan atau desanya"
  )
  static func unknownUnit(_ text: String, nearest: String?) -> Sentence {
    (
      .unknownUnit, "unit '\(text)' tidak dipantau di ruang kerja ini",
      nearest.map { "mungkin maksudnya '\($0)'" } ?? "lihat wilayah.csv"
    )
  }
  static func ambiguousUnit(_ text: String, _ units: [Unit]) -> Sentence {
    let codes = units.map { "\($0.code)" }.joined(separator: ", ")
    return (.ambiguousUnit, "nama '\(text)' dipakai \(units.count) unit", "tulis kodenya: \(codes)")
  }
  static func otherName(_ name: String, than unit: String, _ code: RegionCode) -> Sentence {
    (
      .otherName, "'\(shown(name))' bukan nama \(code), \(unit)",
      "samakan kode dan namanya, atau hapus salah satunya"
    )
  }
  static func unknownKecamatan(_ text: String) -> Sentence {
    (
      .unknownKecamatan, "kecamatan '\(shown(text))' tidak dipantau di ruang kerja ini",
      "periksa namanya; lihat wilayah.csv"
    )
  }
  static func elsewhere(_ unit: String, than kecamatan: String) -> Sentence {
    (.elsewhere, "\(unit) tidak terletak di \(kecamatan)", "periksa unit atau kecamatannya")
  }
  static func unknownReport(_ text: String, nearest: String?, at unit: String) -> Sentence {
    (
      .unknownReport, "laporan '\(text)' tidak dikenal bagi \(unit)",
      nearest.map { "mungkin maksudnya '\($0)'" } ?? "pakai kode laporan, misalnya LPPD"
    )
  }
  /// What rows of several units have in common whose report is not known.
  static func unknownReports(_ text: String) -> String {
    "laporan '\(shown(text))' tidak dikenal"
  }
  /// What rows of several units have in common that do not owe a report.
  static func notOwedByAny(_ code: String) -> String { "\(code) tidak diwajibkan bagi unitnya" }
  static func notOwed(_ code: String, by unit: String, owed: [String]) -> Sentence {
    (
      .notOwed, "\(code) tidak diwajibkan bagi \(unit)",
      "yang wajib: \(owed.joined(separator: ", "))"
    )
  }
  static func period(_ text: String, of code: String, example: String) -> Sentence {
    (.period, "\(code) tidak memiliki periode '\(text)'", "contoh periode: \(example)")
  }
  /// A period of no report.
  static func noPeriod(_ text: String) -> Sentence {
    (
      .period, "'\(shown(text))' bukan periode",
      "tulis misalnya 2025, 2025-S1, 2025-TW1, atau 2025-09"
    )
  }
  /// A period that is not the one behind the report.
  static func otherPeriod(_ text: String, than report: String) -> Sentence {
    (
      .otherPeriod, "periode '\(shown(text))' bukan periode dalam '\(shown(report))'",
      "samakan keduanya, atau hapus salah satunya"
    )
  }
  static func noHolidays(_ year: Int) -> Sentence {
    (
      .noHolidays,
      "hari kerja tahun \(year) tidak dapat dihitung: Calendars/libur/\(year).yaml tidak ada",
      "tambahkan berkasnya sesudah SKB libur \(year) terbit"
    )
  }
  static func date(_ column: ImportColumn, _ text: String) -> Sentence {
    (
      .date, "\(column.name) '\(text)' bukan tanggal",
      Remedy(dateRemedy(for: text))
    )
  }
  /// A date in numbers in a column where another one has the month first.
  static func doubtfulDate(
    _ column: ImportColumn, _ text: String, proof: ImportFacts.Proof
  ) -> Sentence {
    (
      .doubtfulDate,
      "\(column.name) '\(text)' tidak pasti: kolom ini memuat bulan lebih dulu "
        + "('\(proof.text)', baris \(proof.line))",
      "tulis seluruh kolomnya sebagai tttt-bb-hh, misalnya 2026-03-31, atau dengan nama bulan"
    )
  }

  /// What the calendar or the ledger has against a row.
  ///
  /// - Parameters:
  ///   - refusal: Why the row is not taken.
  ///   - what: The report, period and unit, as they are printed.
  ///   - unit: The unit, as it is printed; `what` where it is `nil`.
  /// - Returns: The sentence.
  static func refused(_ refusal: Refusal, _ what: String, of unit: String? = nil) -> Sentence {
    let (what, fix) = refusal.sentence(about: what, of: unit)
    return (.refused, what, fix)
  }

  /// What rows that lack the reason of a late entry, and nothing else, have in common.
  static let lateEntries = "baru dicatat lebih dari 7 hari sesudah tanggalnya (susulan)"
}
