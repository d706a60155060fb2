public import ComplianceModel

extension Rollup {
  /// The table of those that have not sent.
  public static let missingColumns: [Column<Kecamatan>] = [
    Column(key: "kode", heading: "Kode") { .text($0.code.description) },
    Column(key: "nama", heading: "Kecamatan") { Cell(written: $0.unit.name) },
    Column(key: "kode_kabupaten", heading: "Kode") { .text($0.code.regency.description) },
    Column(key: "nama_kabupaten", heading: "Kabupaten/kota") {
      Cell(written: $0.regency?.name ?? "")
    },
  ]

  /// The table of what was added up.
  public static let sourceColumns: [Column<SubmittedExport>] = [
    Column(key: "kode", heading: "Kode") { .text($0.kecamatan.description) },
    Column(key: "nama", heading: "Kecamatan") { Cell(written: $0.kecamatanName) },
    Column(key: "per_tanggal", heading: "Keadaan pada") { .day($0.asOf) },
    Column(key: "dibuat", heading: "Dibuat") { .instant($0.made) },
    Column(key: "berkas", heading: "Berkas") { .text($0.file) },
  ]
}
