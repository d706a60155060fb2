internal import ComplianceModel

/// What a column of a table that is taken in can mean to the reader.
enum ImportColumn: Int, CaseIterable {
  case unit, report, period, date, received, note, reason
  /// A column of names beside one of codes; where both are given they must agree.
  case unitName
  /// The kecamatan that a row's unit lies in; the unit itself where there is no other column of it.
  case kecamatan
  /// The part of the year whose year stands in the column of periods.
  case part
  /// What happened, the value of a measurement, and the path of the evidence.
  case event, value, evidence

  /// The name in messages, which people can say it with too.
  var name: String { word.rawValue }

  /// The word that people say it with.
  var word: TableColumn {
    switch self {
    case .unit: .unit
    case .unitName: .village
    case .kecamatan: .kecamatan
    case .report: .report
    case .period: .period
    case .part: .quarter
    case .date: .date
    case .received: .received
    case .event: .event
    case .value: .value
    case .evidence: .evidence
    case .note: .note
    case .reason: .reason
    }
  }

  /// The headings that offices give it, folded as ``ImportHeading`` does, but for ``YearPart``.
  var aliases: [String] {
    switch self {
    case .unit:
      ["unit", "kode", "kodewilayah", "kodedesa", "kodeunit", "kodekemendagri"]
    case .unitName:
      [
        "desa", "namadesa", "wilayah", "namaunit", "namawilayah", "kelurahan", "desakelurahan",
        "desakel",
        "namadesakelurahan", "namakelurahan",
      ]
    case .kecamatan: ["kecamatan", "namakecamatan", "kec"]
    case .report:
      [
        "laporan", "dokumen", "jenislaporan", "jenisdokumen", "namalaporan", "namadokumen",
        "kodelaporan", "laporandokumen", "dokumenlaporan", "lap", "jenislap", "namalap",
        "indikator",
        "kodeindikator",
      ]
    case .period:
      [
        "periode", "tahun", "tahunlaporan", "tahundokumen", "periodelaporan", "thn", "ta",
        "tahunanggaran", "thnlaporan",
      ]
    case .part: YearPart.allCases.flatMap(\.aliases)
    case .date:
      ["tanggal", "tgl"] + ImportColumn.dateWords.flatMap { ["tanggal\($0)", "tgl\($0)"] }
    case .received:
      ["diterima", "tanggalditerima", "tglditerima", "tanggalterima", "tglterima"]
    case .event: ["peristiwa", "jenisperistiwa", "jeniskejadian", "kejadian"]
    case .value: ["nilai", "nilaiukur"]
    case .evidence: ["berkas", "berkasbukti", "file", "filebukti", "namaberkas", "namafile"]
    case .note: ["catatan", "keterangan", "ket"]
    case .reason: ["alasan", "alasansusulan", "sebab"]
    }
  }

  /// What follows `tanggal` or `tgl` in headings of the date that a rule speaks of.
  private static let dateWords = [
    "dokumen", "serah", "penyerahan", "penetapan", "kirim", "dikirim", "pengiriman", "setor",
    "disetor", "penyetoran", "diserahkan", "penyampaian", "disampaikan", "laporan", "lapor",
    "ditetapkan", "terbit", "peristiwa", "kejadian",
  ]

  /// Those that a header is asked for.
  static let asked: [ImportColumn] = [.unit, .report, .period, .date, .received, .note, .reason]

  /// The column that a word names; `nil` for one that is to be left unread.
  init?(_ word: TableColumn) {
    switch word {
    case .quarter, .semester, .month: self = .part
    case .ignored: return nil
    default:
      guard let column = ImportColumn.allCases.first(where: { $0.word == word }) else { return nil }
      self = column
    }
  }

  /// The column that a heading names, or comes near to.
  ///
  /// - Parameter heading: A heading, folded.
  /// - Returns: The column; `nil` where nobody could say.
  static func nearest(to heading: String) -> TableColumn? {
    let aliases = allCases.flatMap { column in column.aliases.map { (alias: $0, column: column) } }
    if let near = nearestMatch(to: heading, among: aliases.map(\.alias)),
      let found = aliases.first(where: { $0.alias == near })
    {
      return YearPart.allCases.first { $0.aliases.contains(near) }?.word ?? found.column.word
    }
    let words: KeyValuePairs<String, TableColumn> = [
      "terima": .received, "tanggal": .date, "tgl": .date, "desa": .village,
      "kecamatan": .kecamatan, "laporan": .report, "dokumen": .report, "triwulan": .quarter,
      "semester": .semester, "bulan": .month, "periode": .period, "tahun": .period,
      "keterangan": .note, "catatan": .note, "berkas": .evidence,
    ]
    return words.first { heading.contains($0.key) }?.value
  }
}

/// A part of the year that has a column of its own, beside that of the year.
enum YearPart: CaseIterable {
  case quarter, semester, month

  /// The headings that offices give it, folded.
  var aliases: [String] {
    switch self {
    case .quarter: ["triwulan", "tw", "triw"]
    case .semester: ["semester", "smt"]
    case .month: ["bulan", "bln"]
    }
  }

  /// The word that people say it with.
  var word: TableColumn {
    switch self {
    case .quarter: .quarter
    case .semester: .semester
    case .month: .month
    }
  }

  /// The part that a word names.
  init?(_ word: TableColumn) {
    guard let part = YearPart.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }
}
