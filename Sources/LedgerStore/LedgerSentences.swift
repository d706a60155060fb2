import CivilCalendar
import ComplianceModel
import DurableFiles

/// What the ledger says to the user, each with the way out.
enum LedgerSentences {
  typealias Sentence = (problem: LedgerProblem, what: String, fix: Remedy)

  /// A written row is never edited, so a damaged one is mended from a copy, or by the chain.
  private static let restore: Remedy =
    """
    pulihkan berkas ini dari salinan yang masih utuh, atau jalankan `\(do: .restoreLedgers)`, yang \
    mengembalikan baris yang terbukti oleh rantainya; sampai itu tidak ada yang ditulis
    """
  /// What an editor added around rows that are whole is taken off.
  private static let takeOff: Remedy =
    """
    jalankan `\(do: .restoreLedgers)`: tambahan itu dilepas, dan setiap baris yang rantainya utuh \
    tetap; sampai itu tidak ada yang ditulis
    """
  /// What a spreadsheet made of a ledger has few forms, and the chain proves the right one.
  private static let bringBack: Remedy =
    """
    jalankan `\(do: .restoreLedgers)`, yang mengembalikan setiap baris yang terbukti oleh rantainya; \
    sampai itu tidak ada yang ditulis
    """
  /// A row that is sealed and says something impossible is voided.
  private static let void: Remedy =
    "batalkan baris ini dengan `\(do: .void(nil))`, lalu catat ulang dengan isian yang benar"
  /// A `batal` cannot be voided itself.
  private static let restoreWithoutVoid: Remedy =
    "baris `batal` tidak dapat dibatalkan: pulihkan berkas ini dari salinan yang belum memuatnya"

  /// The sentence as it is said of a `batal`.
  static func ofVoid(_ sentence: Sentence) -> Sentence {
    guard sentence.fix.actions.contains(.void(nil)) else { return sentence }
    return (sentence.problem, sentence.what, restoreWithoutVoid)
  }

  // MARK: The file

  static let byteOrderMark: Sentence = (
    .byteOrderMark, "berkas diawali tanda BOM; buku ini pernah disimpan ulang oleh program lain",
    takeOff
  )
  static let carriageReturns: Sentence = (
    .carriageReturns, "akhir baris CRLF; buku ini pernah disimpan ulang oleh program lain", takeOff
  )
  static let blankLine: Sentence = (
    .blankLine, "baris kosong; buku ini pernah disimpan ulang oleh program lain", takeOff
  )
  /// A ledger that another program saved whole, with what shows it.
  static func resaved(_ form: ResavedForm) -> Sentence {
    if form.signs.contains(.utf16) {
      return (
        .utf16, "berkas ini teks UTF-16; buku ini pernah disimpan ulang oleh program lain",
        bringBack
      )
    }
    return (
      .resaved,
      "buku ini pernah disimpan ulang oleh program lain, seperti Excel atau LibreOffice: "
        + form.signs.map(\.words).joined(separator: ", "),
      bringBack
    )
  }
  static let header: Sentence = (
    .header,
    "judul kolom bukan judul buku: "
      + LedgerColumn.allCases.map(\.name).joined(separator: ","),
    restore
  )
  static let laterForm: Sentence = (
    .laterForm, "buku ini ditulis tenggat yang lebih baru (ada kolom tambahan)",
    "pasang tenggat terbaru; dengan yang ini buku tidak dibaca dan tidak ditulis"
  )
  static let emptyFile: Sentence = (
    .emptyFile, "berkas buku kosong, belum ada judul kolom",
    "tidak perlu apa-apa; pencatatan berikutnya menulis judul kolomnya"
  )
  static func tornTail(bytes count: Int, offset: Int) -> Sentence {
    (
      .tornTail,
      "baris terakhir terputus (\(count.indonesian) byte mulai byte ke-\(offset.indonesian)) dan tidak dihitung",
      "tidak perlu apa-apa; pencatatan berikutnya menutup atau menyisihkan sisa baris ini"
    )
  }
  static let lineCompleted: Sentence = (
    .lineCompleted, "baris terakhir utuh tetapi belum ditutup; penutupnya sudah ditambahkan",
    "tidak perlu apa-apa"
  )
  static func setAside(_ name: String) -> Sentence {
    (
      .setAside, "baris terakhir terputus; potongannya disisihkan ke \(name)",
      "periksa potongan itu dan catat ulang bila isinya belum tercatat"
    )
  }

  static func formula(rows: Int) -> Sentence {
    (
      .formula,
      rows == 1
        ? "isian baris ini diawali =, +, -, atau @: lembar kerja yang membuka buku menjalankannya"
        : "isian \(rows.indonesian) baris sejak baris ini diawali =, +, -, atau @: lembar kerja yang "
          + "membuka buku menjalankannya",
      "buka buku sebagai teks saja, atau batalkan barisnya dan catat lagi dengan kata di depan tanda itu"
    )
  }

  static let tooManyCodes: Sentence = (
    .tooManyCodes,
    "lebih dari 65.535 kode laporan dan kejadian yang berbeda; buku ini tidak ditulis oleh Tenggat",
    restore
  )

  // MARK: The row as a whole

  static func malformed(_ kind: CSVFault.Kind) -> Sentence {
    switch kind {
    case .quoteInsideField: (.malformed, "tanda kutip di tengah isian yang tidak dikutip", restore)
    case .textAfterQuote: (.malformed, "ada teks sesudah tanda kutip penutup", restore)
    case .rowTooLong: (.malformed, "baris terlalu panjang", restore)
    case .unclosedQuote:
      (
        .malformed,
        "tanda kutip tidak ditutup pada baris ini; isian tidak boleh memuat ganti baris", restore
      )
    }
  }
  static func fieldCount(_ count: Int) -> Sentence {
    (.fieldCount, "baris berisi \(count) isian, seharusnya \(LedgerColumn.allCases.count)", restore)
  }
  static func notText(_ column: LedgerColumn) -> Sentence {
    (.notText, "\(column.name) memuat byte yang bukan UTF-8", restore)
  }
  static let controlCharacter: Sentence = (
    .controlCharacter, "isian memuat karakter kendali atau ganti baris",
    "tulis isian itu dalam satu baris teks biasa, tanpa tab dan ganti baris"
  )
  static func brokenChain(row: Int) -> Sentence {
    (
      .brokenChain, "rantai terputus pada baris buku #\(row): isi baris ini atau sebelumnya diubah",
      restore
    )
  }
  static func number(_ text: String, expected: Int) -> Sentence {
    (
      .number,
      "urutan `\(text)`, seharusnya \(expected): ada baris yang hilang, terselip atau ganda",
      restore
    )
  }

  // MARK: Fields

  static func instant(_ text: String) -> Sentence {
    (
      .instant, "dicatat_pada `\(text)` bukan waktu",
      "pakai bentuk 2026-04-01T08:00:00+08:00; " + void
    )
  }
  static func clockWentBack(_ earlier: ClockReading, after later: ClockReading) -> Sentence {
    (
      .clockWentBack, "dicatat_pada \(earlier) lebih awal daripada baris sebelumnya (\(later))",
      "periksa jam komputer; urutan baris tetap berlaku"
    )
  }
  static func yearOfRecording(_ recorded: CivilDate, file year: Int) -> Sentence {
    (
      .yearOfRecording, "baris dicatat pada \(recorded) tetapi berada di buku tahun \(year)",
      "periksa jam komputer dan zona kantor pada waktu itu"
    )
  }
  static func kind(_ text: String) -> Sentence {
    (
      .kind, "peristiwa `\(text)` tidak dikenal",
      """
      yang dikenal: \(LedgerEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")); periksa \
      apakah ada versi tenggat yang lebih baru
      """
    )
  }
  static func unit(_ text: String) -> Sentence {
    (
      .unit, "unit `\(text)` bukan kode wilayah",
      "pakai bentuk 63.05.12 atau 63.05.12.2003; " + void
    )
  }
  static func unitElsewhere(_ unit: RegionCode, _ kecamatan: RegionCode) -> Sentence {
    (
      .unitElsewhere, "unit \(unit) tidak terletak di kecamatan \(kecamatan)",
      "catat di buku kecamatannya; " + void
    )
  }
  static func period(_ text: String) -> Sentence {
    (
      .period, "periode `\(text)` tidak dikenal",
      "pakai 2025, 2026-S1, 2026-TW3 atau 2026-09; " + void
    )
  }
  static func date(_ column: LedgerColumn, _ text: String) -> Sentence {
    (
      .date, "\(column.name) `\(text)` bukan tanggal",
      "pakai bentuk tttt-bb-hh yang ada di kalender; " + void
    )
  }
  static func missing(_ column: LedgerColumn, for kind: LedgerEvent.Kind) -> Sentence {
    (
      .missing, "\(column.name) kosong, padahal wajib untuk `\(kind.rawValue)`",
      "isi \(column.name); " + void
    )
  }
  static func receivedInFuture(_ received: CivilDate, recorded: CivilDate) -> Sentence {
    (
      .receivedInFuture, "diterima \(received) sesudah hari pencatatan \(recorded)",
      "perbaiki tanggal terima; " + void
    )
  }
  static func value(_ text: String) -> Sentence {
    (.value, "nilai `\(text)` bukan bilangan", "pakai bentuk 12/15 atau 82.50; " + void)
  }
  static func valueNotMeasured(_ kind: LedgerEvent.Kind) -> Sentence {
    (.valueNotMeasured, "nilai terisi pada `\(kind.rawValue)`", "nilai hanya untuk `ukur`; " + void)
  }
  static func sha256(_ text: String) -> Sentence {
    (.sha256, "sha256 `\(text)` bukan 64 angka heksadesimal kecil", void)
  }
  static let fileWithoutHash: Sentence = (.fileWithoutHash, "berkas disebut tanpa sha256", void)
  static func fileOutside(_ text: String) -> Sentence {
    (
      .fileOutside, "berkas `\(text)` menunjuk ke luar ruang kerja",
      "pakai jalur relatif tanpa `..`; " + void
    )
  }
  static let voidsNothing: Sentence = (
    .voidsNothing, "catatan `batal` tidak diawali nomor baris",
    "awali dengan #N, atau 2025#N untuk buku tahun lalu"
  )
  static func noSuchRow(_ row: LedgerEvent.RowID) -> Sentence {
    (
      .noSuchRow,
      "`batal` menunjuk baris \(row.year)#\(row.number) yang tidak ada sebelum baris ini",
      "lihat nomor yang benar dengan `\(do: .listRows)`"
    )
  }
  static func rowSetAside(_ row: LedgerEvent.RowID) -> Sentence {
    (
      .rowSetAside,
      "`batal` menunjuk baris \(row.year)#\(row.number) yang sudah disisihkan bersama buku rusak",
      "tidak perlu apa-apa; jangan catat ulang baris yang dibatalkan itu"
    )
  }
  static func voidsVoid(_ row: LedgerEvent.RowID) -> Sentence {
    (
      .voidsVoid, "baris \(row.year)#\(row.number) adalah `batal` dan tidak dapat dibatalkan",
      "catat ulang peristiwanya sebagai baris baru"
    )
  }
  static func voidsOther(_ row: LedgerEvent.RowID) -> Sentence {
    (
      .voidsOther,
      "unit, laporan atau periode berbeda dari baris \(row.year)#\(row.number) yang dibatalkan",
      restoreWithoutVoid
    )
  }
}
