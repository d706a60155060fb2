internal import CivilCalendar

/// What to write instead of text that was not taken for a date: the sentence behind "bukan tanggal".
///
/// - Parameter text: The text as it was written.
/// - Returns: For a date with the month first, the same day in the forms that are read; for the number
///   of days that a spreadsheet keeps for a date, where to make it one.
public func dateRemedy(for text: some StringProtocol) -> String {
  if let written = WrittenDate(Array(text.utf8)[...]), written.order == .monthFirst {
    let date = written.date
    return "bulannya tertulis lebih dulu; tulis harinya lebih dulu, \(date.dayFirst), atau \(date)"
  }
  // The day numbers of spreadsheets from 1982 through 2064.
  if text.utf8.count == 5, let number = Int(text), (30_000..<60_000).contains(number) {
    return "ini bilangan hari lembar kerja; ubah format selnya menjadi tanggal, misalnya 2026-03-31"
  }
  return "tulis tanggal yang ada sebagai tttt-bb-hh, misalnya 2026-03-31"
}
