public import CivilCalendar

/// A day that comes every year, counted from the year of the covered period.
public struct AnnualDay: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The day of the month, 1 through 31; past the end of a short month it is the last day.
  public let day: Int
  /// Years after the covered period's year: 31 March of the next year is 1.
  public let yearOffset: Int

  /// Creates a day of every year.
  public init(month: Month, day: Int, yearOffset: Int) {
    self.month = month
    self.day = day
    self.yearOffset = yearOffset
  }
}

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

/// What a count of time is made of.
public enum SpanUnit: Hashable, Sendable {
  /// Hari kalender.
  case days
  /// Hari kerja: without weekends, libur nasional and cuti bersama; day 1 is the first one after.
  case workingDays
  /// Minggu, of seven days.
  case weeks
  /// Bulan; past the end of a short month it is the last day.
  case months
}

/// Which way a count goes from its anchor.
public enum Direction: Hashable, Sendable {
  case after, before
}

/// The day that a count starts from.
public enum Anchor: Hashable, Sendable {
  /// The first day of the covered period.
  case periodStart
  /// The last day of the covered period.
  case periodEnd
  /// A dated fact in the ledger: of the obligation's own unit, else of its kecamatan.
  case event(Code)
}

/// How "the second week of July" is read; no law defines it.
public enum WeekReading: String, CaseIterable, Hashable, Sendable {
  /// Days 8 to 14 of the month: the second seven days; due on the last of them. The default.
  case sevenDays = "hari-ke-7n"
  /// The second calendar week, Monday to Sunday, that has a day in the month; due on its Sunday.
  case calendarWeek = "minggu-kalender"
  /// The second week that lies wholly in the month; due on its Friday.
  case fullWeek = "minggu-penuh"
  /// The second Friday of the month.
  case friday = "jumat"
}
