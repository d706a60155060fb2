public import Compliance
internal import CivilCalendar
internal import ComplianceModel

extension Villages.Matrix {
  /// The table of desa for programs: as ``columns``, with a column for each recommendation.
  public var factColumns: [Column<VillageMatrix.Row>] {
    let asksAcceptance = showsAcceptance
    let codes = calendar.codes
    @Sendable func key(_ assessment: Assessment) -> String {
      let id = assessment.obligation.id
      // The period without its year, so that the columns of all years are called alike.
      let part = id.period.description.dropFirst(5)
      return codes[id.report] + (part.isEmpty ? "" : "-\(part)")
    }
    let recommendations = rows.flatMap(\.recommendations).groups(by: key).map { name, _ in
      Column<VillageMatrix.Row>(key: "\(Self.recommendationKey).\(name)", heading: name) { row in
        row.recommendations.first { key($0) == name }.map {
          .mark(DocumentMark($0, asksAcceptance: asksAcceptance))
        } ?? .none
      }
    }
    let counts: [Column<VillageMatrix.Row>] = [
      Column(key: "rekomendasi_ada", heading: "Rekomendasi ada") {
        .count($0.recommendationPresence.present)
      },
      Column(key: "rekomendasi_wajib", heading: "Rekomendasi wajib") {
        .count($0.recommendationPresence.required)
      },
    ]
    return columns.filter { $0.key != Self.recommendationKey } + recommendations + counts
  }
}

extension Villages {
  /// The desa of all kecamatan as one table for programs.
  public var grid: Grid { Grid(joining: matrices.map { Grid($0.factColumns, $0.rows) }) }
}
