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
