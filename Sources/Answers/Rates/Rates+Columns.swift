internal import ComplianceModel
public import Compliance

extension Rates {
  /// The table of counts.
  ///
  /// - Parameter isOfQuarter: Whether the counts are of one quarter, which is not a year.
  /// - Returns: The columns; a table by quarter, report or role has the name of a row before them.
  public static func columns(ofQuarter isOfQuarter: Bool) -> [Column<Tally>] {
    [
      Column(key: "wajib", heading: "Wajib") { .count($0.required) },
      Column(key: "disampaikan", heading: "Disampaikan") { .count($0.submitted) },
      Column(key: "tepat_waktu", heading: "Tepat") { .count($0.onTime) },
      Column(key: "terlambat", heading: "Terlambat") { .count($0.late) },
      Column(key: "lewat", heading: "Lewat") { .count($0.overdue) },
      Column(key: "menunggu", heading: "Belum ditagih", short: "Belum") { .count($0.waiting) },
      Column(key: "dibebaskan", heading: "Bebas") { .count($0.exempt) },
      Column(key: "susulan", heading: "Susulan") { .count($0.lateEntries) },
      Column(key: "berjalan.wajib", heading: "Sudah dapat dinilai") { .count($0.decided) },
      Column(key: "berjalan.tepat_waktu", heading: "Tepat dari yang dinilai") {
        .count($0.onTime)
      },
      Column(key: "berjalan.persen_tepat_waktu", heading: "Berjalan") { .ratio($0.currentRate) },
      Column(key: "persen_tepat_waktu", heading: isOfQuarter ? "Setriwulan" : "Setahun") {
        .ratio($0.onTimeRate)
      },
      Column(key: "persen_disampaikan", heading: "Disampaikan (%)") { .ratio($0.submittedRate) },
    ]
  }
}
