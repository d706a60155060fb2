internal import Compliance

extension Recap {
  /// The table for other programs: these columns, under these names and in this order, for ever.
  ///
  /// `belum` is what is not in, due or not; the percentage is of all that is owed.
  public static let plainColumns: [Column<Row>] = [
    Column(key: "tingkat", heading: "Tingkat") { .text($0.level.rawValue) },
    Column(key: "kode", heading: "Kode") { .text($0.code) },
    Column(key: "wajib", heading: "Wajib") { .count($0.tally.required) },
    Column(key: "disampaikan", heading: "Disampaikan") { .count($0.tally.submitted) },
    Column(key: "tepat_waktu", heading: "Tepat") { .count($0.tally.onTime) },
    Column(key: "terlambat", heading: "Terlambat") { .count($0.tally.late) },
    Column(key: "belum", heading: "Belum") { .count($0.tally.overdue + $0.tally.waiting) },
    Column(key: "persen_tepat_waktu", heading: "Tepat waktu (%)") { .ratio($0.tally.onTimeRate) },
  ]

  /// The table for people: what a region is, and its counts.
  ///
  /// - Parameter isOfQuarter: Whether the counts are of one quarter.
  /// - Returns: The columns, those of the counts as `kepatuhan` has them.
  public static func columns(ofQuarter isOfQuarter: Bool) -> [Column<RankedRow>] {
    [
      Column(key: "peringkat", heading: "Peringkat", short: "No") { Cell($0.rank) },
      Column(key: "tingkat", heading: "Tingkat") { .text($0.row.level.rawValue) },
      Column(key: "kode", heading: "Kode") { .text($0.row.code) },
      Column(key: "nama", heading: "Nama") { Cell($0.row.name) },
    ] + Rates.columns(ofQuarter: isOfQuarter).map { $0.of(\.row.tally) }
  }
}
