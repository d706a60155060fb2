public import CivilCalendar
public import Workspace

/// A month as a calendar: what is due on each day, and which days are not worked.
public struct MonthAgenda: Sendable {
  /// A day.
  public struct Day: Sendable {
    /// The day.
    public let date: CivilDate
    /// Whether it is of the month, rather than of a week that the month begins or ends in.
    public let isOfMonth: Bool
    /// Why it is not worked; `nil` for a working day, and where its year has no holidays.
    public let closure: WorkingDayCalendar.Closure?
    /// What is due on it; empty for a day of another month.
    public let due: [SituationGroup]
  }

  /// The month.
  public let month: YearMonth
  /// The schedule of the month.
  public let schedule: Schedule
  /// The weeks that have a day of the month, each from Monday to Sunday.
  public let weeks: [[Day]]

  /// Lays out a schedule.
  ///
  /// - Parameters:
  ///   - schedule: The schedule of the month.
  ///   - month: The month.
  ///   - workspace: The workspace, with the units of the day of judging.
  /// - Throws: A `WorkspaceFailure` for holidays that cannot be read.
  public init(
    _ schedule: Schedule, of month: YearMonth, in workspace: Workspace
  ) throws(WorkspaceFailure) {
    self.month = month
    self.schedule = schedule
    let first = month.firstDay.adding(days: 1 - month.firstDay.weekday.rawValue)
    let last = month.lastDay.adding(days: 7 - month.lastDay.weekday.rawValue)
    let days = try workspace.workingDays(in: first.year...last.year)
    let groups = Dictionary(grouping: SituationGroup.groups(schedule.situations)) { $0.first.due }
    weeks = stride(from: 0, through: first.days(to: last), by: 7).map { start in
      (start..<start + 7).map { place in
        let date = first.adding(days: place)
        let isOfMonth = date.yearMonth == month
        return Day(
          date: date, isOfMonth: isOfMonth,
          closure: (try? days.closure(on: date)).flatMap(\.self),
          due: isOfMonth ? groups[date] ?? [] : [])
      }
    }
  }
}
