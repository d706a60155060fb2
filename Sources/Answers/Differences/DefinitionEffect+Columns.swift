internal import Compliance
internal import ComplianceModel

extension DefinitionEffect {
  /// The table of what moves.
  public static let moveColumns: [Column<Move>] = [
    Column(key: "laporan", heading: "Laporan") { .text($0.report) },
    Column(key: "periode", heading: "Periode") { .period($0.period) },
    Column(key: "unit", heading: "Kode unit") { .text($0.unit.description) },
    Column(key: "nama_unit", heading: "Unit") { .text($0.unitName) },
    Column(key: "tenggat_lama", heading: "Tenggat lama") { Cell($0.before?.due) },
    Column(key: "tenggat_baru", heading: "Tenggat baru") { Cell($0.after?.due) },
    Column(key: "status_lama", heading: "Status lama") {
      $0.before.map { .status($0.status) } ?? .none
    },
    Column(key: "status_baru", heading: "Status baru") {
      $0.after.map { .status($0.status) } ?? .none
    },
  ]
}
