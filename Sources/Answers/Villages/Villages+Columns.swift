internal import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Villages.Matrix {
  /// The table of desa: a column for each document, and for the recommendations.
  public var columns: [Column<VillageMatrix.Row>] {
    let kecamatan = kecamatan
    let asksAcceptance = showsAcceptance
    let documents = reports.map { report, example in
      let code = calendar.codes[report.code]
      let years = report.term == nil ? example.parts.map(\.obligation.id.period.year) : []
      return Column<VillageMatrix.Row>(
        key: Self.key(ofDocument: code), heading: Self.heading(code, years),
        short: Self.shortHeading(code, years)
      ) { row in
        row.documents.first { $0.report.code == report.code }.map {
          .mark(DocumentMark($0, asksAcceptance: asksAcceptance))
        } ?? .text("")
      }
    }
    let inForce = inForce
    let current = inForceKinds.map { kind in
      Column<VillageMatrix.Row>(
        key: Self.key(ofInForce: kind.report),
        heading: Self.heading(kind.report, [kind.period.year]),
        short: Self.shortHeading(kind.report, [kind.period.year])
      ) { row in
        inForce[row.village.code]?.first { $0.report == kind.report }.map {
          .mark(DocumentMark($0.assessment, asksAcceptance: asksAcceptance))
        } ?? .text("")
      }
    }
    let accepted: [Column<VillageMatrix.Row>] =
      asksAcceptance
      ? [
        Column(key: "diterima", heading: "Diterima") {
          .part($0.presence.accepted, of: $0.presence.required)
        }
      ] : []
    return [
      Column(key: "kode", heading: "Kode") { .text($0.village.code.description) },
      Column(key: "nama", heading: kecamatan.words[.village]) {
        .coded($0.village.name, label: kecamatan.label(of: $0.village))
      },
    ] + documents + [
      Column(key: "ada", heading: "Ada") { .part($0.presence.present, of: $0.presence.required) },
      Column(key: "wajib", heading: "Wajib") { .count($0.presence.required) },
    ] + accepted + current + [
      Column(key: Self.recommendationKey, heading: "ADD 1-4", short: "ADD") { row in
        .marks(row.recommendations.map { DocumentMark($0, asksAcceptance: asksAcceptance) })
      }
    ]
  }

  /// The key of the column of a document.
  ///
  /// - Parameter code: The code of its report.
  /// - Returns: The key.
  public static func key(ofDocument code: String) -> String { "dokumen.\(code)" }

  /// The key of the column of a document that is in force.
  ///
  /// - Parameter code: The code of its report.
  /// - Returns: The key.
  public static func key(ofInForce code: String) -> String { "berlaku.\(code)" }

  /// A report with the years that its documents cover: `APBDes 27`, `RealisasiDes 25/26`.
  private static func heading(_ code: String, _ years: [Int]) -> String {
    let written = Set(years).sorted().map { year in
      let short = year % 100
      return short < 10 ? "0\(short)" : "\(short)"
    }
    return written.isEmpty ? code : "\(code) \(written.joined(separator: "/"))"
  }

  /// The same without the desa in its name, and with one year at most: `APB 27`, `Realisasi`.
  private static func shortHeading(_ code: String, _ years: [Int]) -> String {
    let suffix = ["Desa", "Des"].first { code.hasSuffix($0) && code.count > $0.count }
    return heading(
      suffix.map { String(code.dropLast($0.count)) } ?? code, Set(years).count == 1 ? years : [])
  }

  /// The key of the column of the recommendations.
  public static let recommendationKey = "rekomendasi"

  /// The table of the documents of one desa.
  public var documentColumns: [Column<VillageMatrix.Document>] {
    let codes = calendar.codes
    let accepted: [Column<VillageMatrix.Document>] =
      showsAcceptance
      ? [Column(key: "diterima", heading: "Diterima") { .flag($0.presence.accepted > 0) }] : []
    return [
      Column(key: "laporan", heading: "Laporan") { .text(codes[$0.report.code]) },
      Column(key: "status", heading: "Keadaan") { .status($0.status) },
      Column(key: "tanggal", heading: "Tanggal") { Cell($0.date) },
      Column(key: "dikembalikan", heading: "Dikembalikan") { Cell($0.returned) },
      Column(key: "berlaku_sampai", heading: "Berlaku sampai") { Cell($0.inForceThrough) },
    ] + accepted
  }

  /// The table of the documents of one desa that are in force.
  public var inForceColumns: [Column<InForce>] {
    [Column(key: "laporan", heading: "Laporan") { .text($0.report) }]
      + partColumns.map { $0.of(\.assessment) }
  }

  /// The table of the parts of one document, and of the recommendations for one desa.
  public var partColumns: [Column<Assessment>] {
    let accepted: [Column<Assessment>] =
      showsAcceptance
      ? [Column(key: "diterima", heading: "Diterima") { Cell($0.standing.acceptance?.date) }] : []
    return [
      Column(key: "periode", heading: "Periode") { .period($0.obligation.id.period) },
      Column(key: "tenggat", heading: "Tenggat") { Cell($0.due) },
      Column(key: "status", heading: "Keadaan") { .status($0.status) },
      Column(key: "tanggal", heading: "Tanggal") { Cell($0.deciding?.date) },
      Column(key: "dikembalikan", heading: "Dikembalikan") { Cell($0.pendingReturn?.date) },
    ] + accepted
  }
}
