internal import CivilCalendar

/// What to write instead of text that was not taken for a date: the sentence behind "bukan tanggal".
///
/// - Parameter text: The text as it was written.
/// - Returns: For a date with the month first, the same day in the forms that are read.
public func dateRemedy(for text: some StringProtocol) -> String {
  if let written = WrittenDate(Array(text.utf8)[...]), written.order == .monthFirst {
    let date = written.date
    return "bulannya tertulis lebih dulu; tulis harinya lebih dulu, \(date.dayFirst), atau \(date)"
  }
  return "tulis tanggal yang ada sebagai tttt-bb-hh, misalnya 2026-03-31"
}
