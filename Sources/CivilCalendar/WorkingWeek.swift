/// The working week of an office: Monday to Friday, or Monday to Saturday, from a day on.
///
/// Perpres 21/2023 makes five days the rule; many offices worked six before it and some still do, so
/// that the week has days of validity.
public struct WorkingWeek: Hashable, Sendable {
  /// How many days are worked.
  public enum Days: Int, Sendable {
    case five = 5
    case six = 6

    /// Whether a weekday belongs to the working week.
    public func includes(_ weekday: Weekday) -> Bool { weekday.rawValue <= rawValue }
  }

  /// How many days are worked.
  public let days: Days
  /// The first day on which this week holds; it holds until the next one begins.
  public let since: CivilDate

  /// Creates a working week that holds from a day on.
  public init(days: Days, since: CivilDate) {
    self.days = days
    self.since = since
  }
}

extension [WorkingWeek] {
  /// The working week that holds on a day, of weeks in the order of their first days.
  func days(on date: CivilDate) -> WorkingWeek.Days {
    (last { $0.since <= date } ?? first)?.days ?? .five
  }
}
