package import Compliance

extension Words {
  /// The rates of counts, both readings, and what they are of: a line each, with how it is set off.
  ///
  /// - Parameters:
  ///   - total: The counts.
  ///   - isOfQuarter: Whether they are of one quarter, which is not a year.
  /// - Returns: The lines.
  package static func totals(
    _ total: Tally, ofQuarter isOfQuarter: Bool
  ) -> [(text: String, style: Style)] {
    let whole =
      isOfQuarter
      ? "Tepat waktu, setriwulan (seluruh kewajiban):      "
      : "Tepat waktu, setahun (seluruh kewajiban):         "
    return [
      (
        "Tepat waktu, berjalan (yang sudah dapat dinilai): \(percent(total.currentRate))", .strong
      ),
      ("\(whole)\(percent(total.onTimeRate))", .strong),
      (
        "Disampaikan, tepat waktu atau terlambat:          \(percent(total.submittedRate))", .plain
      ),
      ("Dari \(counts(of: total)).", .plain),
    ]
  }
}
