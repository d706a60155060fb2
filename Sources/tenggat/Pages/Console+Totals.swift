internal import Compliance
internal import Wording

extension Console {
  /// Says the rates of counts, both readings, and what they are of.
  ///
  /// - Parameters:
  ///   - total: The counts.
  ///   - isOfQuarter: Whether they are of one quarter, which is not a year.
  mutating func totals(_ total: Tally, ofQuarter isOfQuarter: Bool) {
    line(
      "Tepat waktu, berjalan (yang sudah dapat dinilai): \(Words.percent(total.currentRate))",
      .strong)
    let whole =
      isOfQuarter
      ? "Tepat waktu, setriwulan (seluruh kewajiban):      "
      : "Tepat waktu, setahun (seluruh kewajiban):         "
    line("\(whole)\(Words.percent(total.onTimeRate))", .strong)
    line("Disampaikan, tepat waktu atau terlambat:          \(Words.percent(total.submittedRate))")
    line("Dari \(Words.counts(of: total)).")
  }
}
