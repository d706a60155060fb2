internal import ComplianceModel

extension Difference {
  /// The table of what differs.
  public var columns: [Column<Item>] {
    let kecamatan = kecamatan
    return [
      Column(key: "bagian", heading: "Bagian") { .text($0.change.subject.part) },
      Column(key: "unit", heading: "Kode unit") { .text($0.unit.description) },
      Column(key: "nama_unit", heading: "Unit") {
        .coded(kecamatan.name(of: $0.unit) ?? "", label: kecamatan.displayName(of: $0.unit))
      },
      Column(key: "laporan", heading: "Laporan") { Cell($0.code) },
      Column(key: "periode", heading: "Periode") { Cell($0.period) },
      Column(key: "sebab", heading: "Sebab") { .list($0.causes.map { .text($0.rawValue) }) },
    ]
  }

  /// The table of the values that differ in one thing.
  public static let valueColumns: [Column<StatementChange.Value>] = [
    Column(key: "apa", heading: "Apa") { .text($0.name) },
    Column(key: "lama", heading: "Lama") { Cell($0.old) },
    Column(key: "baru", heading: "Baru") { Cell($0.new) },
  ]
}

extension StatementChange.Subject {
  /// The part of an export in which it stands.
  fileprivate var part: String {
    switch self {
    case .report: "laporan_kecamatan"
    case .document: "dokumen_desa"
    case .village: "desa"
    case .recommendation: "rekomendasi_add"
    case .indicator: "indikator_kinerja"
    case .summary: "ringkasan"
    }
  }
}
