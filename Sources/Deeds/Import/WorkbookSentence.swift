internal import ComplianceModel
internal import Spreadsheets

/// What can be wrong with a workbook that is taken in, with its sentences in Indonesian.
extension ImportSentence {
  /// Why a file is not read as a workbook.
  static func unreadable(_ refusal: SheetRefusal) -> Sentence {
    let place = place(of: refusal)
    return switch refusal.kind {
    case .notPacked:
      (
        .otherFormat, "berkas ini bukan buku kerja .xlsx",
        "kalau isinya CSV, ganti akhiran namanya menjadi .csv; kalau bukan, simpan ulang dari Excel"
      )
    case .oldWorkbook:
      (
        .otherFormat, "berkas ini buku kerja Excel lama (.xls)",
        "buka, pilih Simpan Sebagai (Save As) jenis Excel Workbook (.xlsx), lalu impor berkas itu"
      )
    case .openDocument:
      (
        .otherFormat, "berkas ini lembar LibreOffice (.ods)",
        "buka, pilih Simpan Sebagai (Save As) jenis Excel 2007-365 (.xlsx), lalu impor berkas itu"
      )
    case .binaryWorkbook:
      (
        .otherFormat, "berkas ini buku kerja biner (.xlsb)",
        "buka, pilih Simpan Sebagai (Save As) jenis Excel Workbook (.xlsx), lalu impor berkas itu"
      )
    case .otherArchive:
      (
        .otherFormat, "berkas ini bukan buku kerja: tidak ada lembar di dalamnya",
        "periksa berkasnya; buku kerja Excel berakhiran .xlsx"
      )
    case .encrypted:
      (
        .locked, "buku kerja ini dikunci dengan sandi",
        "buka di Excel, hapus sandinya (File, Info, Protect Workbook), simpan, lalu impor lagi"
      )
    case .damaged:
      (
        .unreadableWorkbook, "buku kerja ini rusak atau terpotong\(place)",
        "salin lagi dari asalnya, atau buka dan simpan ulang di Excel"
      )
    case .badXML, .encoding:
      (
        .unreadableWorkbook,
        "isi buku kerja ini tidak terbaca\(place)"
          + (refusal.kind == .encoding ? ": bukan UTF-8" : ""),
        "buka dan simpan ulang di Excel, lalu impor lagi"
      )
    case .hasDTD:
      (
        .hostileWorkbook, "buku kerja ini memuat DOCTYPE\(place), yang tidak dibuat oleh Excel",
        "jangan dipercaya; minta berkas baru dari pembuatnya"
      )
    case .entryPath:
      (
        .hostileWorkbook, "buku kerja ini memuat nama yang keluar dari berkasnya\(place)",
        "jangan dipercaya; minta berkas baru dari pembuatnya"
      )
    case .bomb:
      (
        .hostileWorkbook, "isi buku kerja ini mengembang lebih dari seratus kali lipat\(place)",
        "jangan dipercaya; kalau memang tabel Anda, hapus baris kosong yang berformat, lalu simpan lagi"
      )
    case .tooLarge, .tooHeavy:
      (
        .largeWorkbook, "buku kerja ini terlalu besar untuk dibaca\(place)",
        "pecah menjadi beberapa berkas, atau simpan lembarnya sebagai CSV UTF-8"
      )
    }
  }

  /// Where in the archive it was found, in brackets.
  private static func place(of refusal: SheetRefusal) -> String {
    var words: [String] = []
    if !refusal.part.isEmpty { words.append(shown(refusal.part)) }
    if refusal.line > 0 { words.append("baris \(refusal.line)") }
    if !refusal.detail.isEmpty { words.append(shown(refusal.detail)) }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  /// A workbook without any cell that has content.
  static let emptyWorkbook: Sentence = (
    .empty, "buku kerja kosong", "baris pertama lembarnya harus judul kolom"
  )

  /// A sheet that was asked for and is not there.
  static func noSheet(_ name: String, among names: [String]) -> Sentence {
    let near = nearestMatch(to: name, among: names)
    return (
      .noSheet, "tidak ada lembar berisi bernama '\(shown(name))'",
      (near.map { "mungkin maksudnya \(do: .chooseSheet($0)); " } ?? "")
        + "yang ada: \(list(names))"
    )
  }

  /// Several sheets that could be meant.
  static func severalSheets(_ names: [String]) -> Sentence {
    (
      .severalSheets, "lebih dari satu lembar memuat judul kolom tabel: \(list(names))",
      "sebut lembarnya: \(do: .chooseSheet(names.first ?? ""))"
    )
  }

  /// Several sheets, none of which has the headings of a table.
  static func noTable(among names: [String]) -> Sentence {
    (
      .severalSheets, "tidak ada lembar yang judul kolomnya dikenal: \(list(names))",
      """
      tulis judul kolom unit, laporan, periode, tanggal, atau sebut lembarnya: \
      \(do: .chooseSheet(names.first ?? ""))
      """
    )
  }

  private static func list(_ names: [String]) -> String {
    let most = 12
    return names.prefix(most).map { shown($0) }.joined(separator: ", ")
      + (names.count > most ? " dan \(names.count - most) lagi" : "")
  }

  /// A cell whose formula has no value.
  static func formulaError(_ text: String) -> Sentence {
    text == SheetContent.uncomputed
      ? (
        .formulaError, "rumus sel ini belum pernah dihitung",
        "buka buku kerjanya di Excel, simpan, lalu impor lagi"
      )
      : (
        .formulaError, "rumus sel ini tidak menghasilkan nilai (\(text))",
        "perbaiki rumusnya, atau tulis isinya langsung"
      )
  }
}
