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
