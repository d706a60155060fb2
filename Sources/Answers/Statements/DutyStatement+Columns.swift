internal import Compliance
internal import ComplianceModel

extension DutyStatement {
  /// The table of the office's own reports.
  public static let reportColumns: [Column<OfficeReport>] =
    [
      Column(key: "laporan", heading: "Laporan") { .text($0.code) }
    ] + standingColumns.map { $0.of(\.standing) }

  /// The table of desa with how many of their documents are there.
  public static let villageColumns: [Column<Village>] = [
    Column(key: "desa", heading: "Desa") { .coded($0.code.description, label: $0.name) },
    Column(key: "ada", heading: "Ada") { .part($0.present, of: $0.required) },
  ]

  /// A document with the desa that owes it.
  public struct DocumentLine: Sendable {
    /// The desa.
    public let village: Village
    /// The document.
    public let document: VillageDocument
  }

  /// The documents of all desa, in the order of the statement.
  public var documentLines: [DocumentLine] {
    villages.flatMap { village in
      village.documents.map { DocumentLine(village: village, document: $0) }
    }
  }

  /// The table of the documents of all desa.
  public static let documentColumns: [Column<DocumentLine>] =
    [
      Column(key: "laporan", heading: "Dokumen") { .text($0.document.code) },
      Column(key: "desa", heading: "Desa") {
        .coded($0.village.code.description, label: $0.village.name)
      },
    ] + standingColumns.map { $0.of(\.document.standing) }

  /// The table of indicators.
  public static let indicatorColumns: [Column<Indicator>] = [
    Column(key: "kode", heading: "Kode") { .text($0.code) },
    Column(key: "nama", heading: "Indikator") { .text($0.name) },
    Column(key: "pembilang", heading: "Pembilang") { Cell($0.numerator) },
    Column(key: "penyebut", heading: "Penyebut") { Cell($0.denominator) },
    Column(key: "realisasi", heading: "Realisasi") { Cell($0.value) },
    Column(key: "capaian", heading: "Capaian") { Cell($0.achievement) },
  ]

  private static let standingColumns: [Column<Standing>] = [
    Column(key: "periode", heading: "Periode") { .period($0.period) },
    Column(key: "tenggat", heading: "Tenggat") { Cell($0.due) },
    Column(key: "status", heading: "Keadaan") { .status($0.status) },
    Column(key: "tanggal", heading: "Tanggal") { Cell($0.date) },
  ]
}
