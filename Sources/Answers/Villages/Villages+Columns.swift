internal import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Villages.Matrix {
  /// The table of desa: a column for each document, and for the recommendations.
  public var columns: [Column<VillageMatrix.Row>] {
    let kecamatan = kecamatan
    let asksAcceptance = showsAcceptance
    let documents = reports.map { report, _ in
      let code = calendar.codes[report.code]
      return Column<VillageMatrix.Row>(key: Self.key(ofDocument: code), heading: code) { row in
        row.documents.first { $0.report.code == report.code }.map {
          .mark(DocumentMark($0, asksAcceptance: asksAcceptance))
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
    ] + accepted + [
      Column(key: Self.recommendationKey, heading: "ADD 1-4") { row in
        .marks(row.recommendations.map { DocumentMark($0, asksAcceptance: asksAcceptance) })
      }
    ]
  }

  /// The key of the column of a document.
  ///
  /// - Parameter code: The code of its report.
  /// - Returns: The key.
  public static func key(ofDocument code: String) -> String { "dokumen.\(code)" }

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
