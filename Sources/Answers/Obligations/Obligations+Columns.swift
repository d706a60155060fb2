internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

extension Obligations {
  /// The table of facts: what an obligation is, when it is due and why, what came in when, and how it
  /// stands.
  ///
  /// What has a `tenggat_aturan` is in the rates of the quarter in `triwulan`, by its `status`.
  public var columns: [Column<ObligationFact>] { Obligations.columns(asOf: question.day) }

  /// The table of facts as they stand on a day.
  static func columns(asOf day: CivilDate) -> [Column<ObligationFact>] {
    whoColumns + dueColumns + rowColumns + stateColumns(asOf: day)
  }

  private static var whoColumns: [Column<ObligationFact>] {
    let assessed: [Column<Situation>] = [
      Column(key: "provinsi", heading: "Kode provinsi") {
        .text($0.unit.province.description)
      },
      Column(key: "kabupaten", heading: "Kode kabupaten") { .text($0.unit.regency.description) },
      Column(key: "kecamatan", heading: "Kode kecamatan") {
        .text($0.kecamatan.code.description)
      },
      Column(key: "nama_kecamatan", heading: "Kecamatan") { .text($0.kecamatan.unit.name) },
      Column(key: "unit", heading: "Kode unit") { .text($0.unit.description) },
      Column(key: "nama_unit", heading: "Unit") {
        .coded($0.kecamatan.name(of: $0.unit) ?? "", label: $0.unitName)
      },
      Column(key: "tingkat", heading: "Tingkat") { .text($0.assessment.report.level.rawValue) },
      Column(key: "laporan", heading: "Laporan") { .text($0.code) },
      Column(key: "nama", heading: "Nama laporan") { .text($0.assessment.report.name) },
      Column(key: "sifat", heading: "Sifat") { .text($0.assessment.report.nature.rawValue) },
      Column(key: "periode", heading: "Periode") { .period($0.period) },
      Column(key: "penanggung_jawab", heading: "Penanggung jawab") {
        .role($0.responsible, $0.kecamatan.words)
      },
    ]
    return assessed.map { $0.of(\.situation) }
  }

  private static var dueColumns: [Column<ObligationFact>] {
    let assessed: [Column<Assessment>] = [
      Column(key: "triwulan", heading: "Triwulan wajib") { Cell($0.dutyQuarter) },
      Column(key: "tenggat_aturan", heading: "Tenggat menurut aturan") {
        Cell($0.obligation.due)
      },
      Column(key: "tenggat", heading: "Tenggat") { .due($0.due, isLocal: false) },
      Column(key: "diperpanjang", heading: "Surat perpanjangan") {
        Cell($0.standing.extensionRow?.received)
      },
      Column(key: "yang_dinilai", heading: "Yang dinilai") { assessment in
        Cell(assessment.obligation.rule.map { word(for: $0.meaning) })
      },
      Column(key: "dasar_hukum", heading: "Dasar hukum") { Cell($0.obligation.rule?.source.title) },
      Column(key: "keyakinan", heading: "Keyakinan") {
        $0.obligation.rule.map { .confidence($0.confidence) } ?? .none
      },
    ]
    return assessed.map { $0.of(\.situation.assessment) } + [
      Column(key: "dihitung", heading: "Yang menentukan") { .text($0.decides.rawValue) },
      Column(key: "masa_segera", heading: "Masa segera (hari)") { .count($0.leadDays) },
    ]
  }

  private static var rowColumns: [Column<ObligationFact>] {
    let standing: [Column<Standing>] = [
      Column(key: "pertama_tanggal", heading: "Tanggal pertama") {
        Cell($0.submissions.first?.date)
      },
      Column(key: "terakhir_tanggal", heading: "Tanggal terakhir") {
        Cell($0.submissions.last?.date)
      },
      Column(key: "jumlah_serah", heading: "Kali disampaikan") { .count($0.submissions.count) },
      Column(key: "jumlah_kembali", heading: "Kali dikembalikan") { .count($0.returnCount) },
      Column(key: "dikembalikan", heading: "Dikembalikan") { Cell($0.openReturn?.date) },
      Column(key: "disetujui", heading: "Dinyatakan diterima") { Cell($0.acceptance?.date) },
      Column(key: "dibebaskan", heading: "Dibebaskan") { Cell($0.exemption?.date) },
    ]
    return standing.map { $0.of(\.situation.assessment.standing) }
  }

  private static func stateColumns(asOf day: CivilDate) -> [Column<ObligationFact>] {
    let assessed: [Column<Situation>] = [
      Column(key: "per", heading: "Keadaan pada") { _ in .day(day) },
      Column(key: "status", heading: "Keadaan") { .status($0.assessment.status) },
      Column(key: "tanggal", heading: "Tanggal") { Cell($0.assessment.deciding?.date) },
      Column(key: "diterima", heading: "Diterima") { Cell($0.assessment.deciding?.received) },
      Column(key: "dicatat", heading: "Dicatat") { Cell($0.assessment.deciding?.recorded) },
      Column(key: "susulan", heading: "Susulan") {
        .flag($0.assessment.status.isIn && $0.assessment.isLateEntry)
      },
      Column(key: "hari_terlambat", heading: "Hari terlambat") { .count($0.assessment.daysLate) },
      Column(key: "sisa_hari", heading: "Sisa hari") { Cell($0.daysLeft) },
      Column(key: "menunggu_laporan", heading: "Menunggu laporan") { Cell($0.gate?.report) },
      Column(key: "menunggu_periode", heading: "Menunggu periode") { Cell($0.gate?.period) },
    ]
    return assessed.map { $0.of(\.situation) }
  }

  /// The word for the date that a rule speaks of.
  private static func word(for meaning: DateMeaning) -> String {
    switch meaning {
    case .enactment: "penetapan"
    case .submission: "penyampaian"
    case .issue: "penerbitan"
    }
  }
}
