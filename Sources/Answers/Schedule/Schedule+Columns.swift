internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

extension Schedule {
  /// The table of a schedule.
  ///
  /// A row is one obligation, or several that share a line.
  public var columns: [Column<SituationGroup>] {
    let day = question.day
    let isOnly = isOfOnlyKecamatan
    return [
      Column(key: "tenggat", heading: "Tenggat") {
        .due($0.first.due, isLocal: $0.first.isLocal)
      },
      Column(key: "status", heading: "Keadaan") { .state($0.first.state) },
      Column(key: "laporan", heading: "Laporan") { .text($0.first.code) },
      Column(key: "nama", heading: "Nama laporan") { .text($0.first.assessment.report.name) },
      Column(key: "periode", heading: "Periode") { .period($0.first.period) },
      Column(key: "unit", heading: "Kode unit") { group in
        .text(group.members.map(\.unit.description).text(between: ", "))
      },
      Column(key: "nama_unit", heading: "Unit") { group in
        .coded(
          group.members.map { $0.kecamatan.name(of: $0.unit) ?? "" }.text(between: ", "),
          label: group.units(on: day, onlyKecamatan: isOnly))
      },
      Column(key: "penanggung_jawab", heading: "Penanggung jawab") {
        .role($0.first.responsible, $0.first.kecamatan.words)
      },
      Column(key: "dieskalasi", heading: "Dieskalasi kepada") { group in
        .list(group.first.escalatedTo.map { .role($0, group.first.kecamatan.words) })
      },
      Column(key: "triwulan", heading: "Triwulan kewajiban") {
        Cell($0.first.assessment.dutyQuarter)
      },
      Column(key: "tenggat_aturan", heading: "Tenggat menurut aturan") {
        Cell($0.first.assessment.obligation.due)
      },
      Column(key: "sisa_hari", heading: "Sisa hari") { Cell($0.first.daysLeft) },
      Column(key: "sisa_hari_kerja", heading: "Sisa hari kerja") {
        Cell($0.first.workingDaysLeft)
      },
      Column(key: "hari_kerja_terakhir", heading: "Hari kerja terakhir") {
        Cell($0.first.lastWorkingDay)
      },
      Column(key: "tanggal", heading: "Tanggal") { Cell($0.first.assessment.deciding?.date) },
      Column(key: "dikembalikan", heading: "Dikembalikan") {
        Cell($0.first.assessment.pendingReturn?.date)
      },
      Column(key: "hari_terlambat", heading: "Hari terlambat") {
        .count($0.first.assessment.daysLate)
      },
      Column(key: "dasar_hukum", heading: "Dasar hukum") {
        Cell($0.first.assessment.obligation.rule?.source.title)
      },
      Column(key: "keyakinan", heading: "Keyakinan") {
        $0.first.assessment.obligation.rule.map { .confidence($0.confidence) } ?? .none
      },
    ]
  }
}
