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
