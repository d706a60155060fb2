internal import Compliance
internal import ComplianceModel

extension ComplianceRates {
  /// All counts as one table: what they are grouped by (`total`, `per_triwulan`, …), the code and the name
  /// of the group, and the counts.
  public var grid: Grid {
    let total = Table(key: "total", heading: "Total", rows: [rates.totalRow])
    let groups = ([total] + tables).flatMap { table in
      table.rows.map { (table: table, row: $0) }
    }
    return Grid(
      [
        Column(key: "kelompok", heading: "Kelompok") {
          .coded($0.table.key, label: $0.table.heading)
        },
        Column(key: "kode", heading: "Kode") { .text($0.row.key) },
        Column(key: "nama", heading: "Nama") { $0.row.name },
      ] + columns.map { $0.of(\.row.tally) }, groups)
  }
}
