public import CivilCalendar

/// How a due date is reckoned: the shapes that laws and local letters use.
///
/// ```swift
/// let shape = DueShape.offset(count: 2, unit: .months, direction: .after, anchor: .periodEnd)
/// let unknownHolidays = WorkingDayCalendar(coveredYears: [], holidays: [], weeks: [])
/// let year = try #require(Period("2025"))
/// try shape.date(for: year, event: nil, calendar: unknownHolidays)  // 2026-02-28
/// ```
public enum DueShape: Hashable, Sendable {
  /// A fixed date: 31 Maret.
  case annualDay(AnnualDay)
  /// A count from an anchor: 10 working days after the semester, 5 months before a term ends.
  case offset(count: Int, unit: SpanUnit, direction: Direction, anchor: Anchor)
  /// A week of a month: minggu kedua Juli.
  case weekOfMonth(ordinal: Int, month: Month, yearOffset: Int, reading: WeekReading)
  /// The last day of a month: akhir September.
  case endOfMonth(month: Month, yearOffset: Int)
  /// A day of the month after the covered period: tanggal 10 bulan berikutnya.
  case dayOfFollowingMonth(Int)
  /// The last day of a quarter, where only the quarter is known.
  case endOfQuarter(number: Int, yearOffset: Int)
  /// No date: the reports are counted against a target a year.
  case countOnly(target: Int)
  /// The day that a letter set for one period (``SetDate``).
  case setByLetter(CivilDate)
}
