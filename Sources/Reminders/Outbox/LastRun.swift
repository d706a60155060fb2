public import CivilCalendar
internal import Workspace

/// When the reminders last ran, and whether something is wrong with that.
public enum LastRun: Hashable, Sendable {
  /// On a day, without a failure.
  case good(CivilDate)
  /// On a day, and so many working days went by since.
  case missed(CivilDate, days: Int)
  /// On a day, but with failures for some time: since the last good run, or always.
  case failing(CivilDate, since: CivilDate?)

  /// Working days without a run, or without a good one, from which people are warned.
  public static let missedDaysToWarn = 2

  /// Judges the last runs.
  ///
  /// - Parameters:
  ///   - last: The day of the last run of any outcome.
  ///   - good: The day of the last one that was good or fell on a quiet day; `nil` where none was.
  ///   - today: Today.
  ///   - calendar: The office's working days.
  public init(
    _ last: CivilDate, good: CivilDate?, asOf today: CivilDate, _ calendar: WorkingDayCalendar
  ) {
    let missed = LastRun.missedDays(since: last, before: today, calendar)
    if missed >= LastRun.missedDaysToWarn {
      self = .missed(last, days: missed)
    } else if let good,
      LastRun.missedDays(since: good, before: today, calendar) < LastRun.missedDaysToWarn
    {
      self = .good(good)
    } else {
      self = .failing(last, since: good)
    }
  }

  /// Judges the last runs by the working days of a workspace; what cannot be read of its holidays is told with
  /// them, and is no sign of a missed run.
  ///
  /// - Parameters:
  ///   - last: The day of the last run of any outcome.
  ///   - good: The day of the last one that was good or fell on a quiet day; `nil` where none was.
  ///   - today: Today.
  ///   - workspace: The workspace.
  init(_ last: CivilDate, good: CivilDate?, asOf today: CivilDate, in workspace: Workspace) {
    // Days that are this near need no list of holidays.
    if let good, good.days(to: today) <= LastRun.missedDaysToWarn {
      self = .good(good)
    } else if let calendar = try? workspace.workingDays(in: (today.year - 1)...today.year) {
      self.init(last, good: good, asOf: today, calendar)
    } else {
      self = .good(good ?? last)
    }
  }

  /// How many working days lie between the last run and today, both left out; where a year has no
  /// list of holidays, the days of the week but the weekend.
  static func missedDays(
    since last: CivilDate, before today: CivilDate, _ calendar: WorkingDayCalendar
  ) -> Int {
    guard last < today else { return 0 }
    if let counted = try? calendar.workingDays(after: last, through: today.adding(days: -1)) {
      return counted
    }
    let days = 1..<max(1, min(last.days(to: today), 366))
    return days.count { last.adding(days: $0).weekday < .saturday }
  }
}
