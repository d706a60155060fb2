public import CivilCalendar

/// The days on which the stages of a due date fall.
///
/// H and H-n are counted back from the last working day on or before the due date, and a day off
/// among them gives way to the working day before. H+n are counted from the due date itself, and give
/// way to the working day after, so that nothing is called late on its due date.
public struct StageDays: Sendable {
  private let calendar: WorkingDayCalendar
  private let countsWorkingDays: Bool

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - calendar: The office's working days.
  ///   - countsWorkingDays: Whether stages are counted in working days; else in calendar days.
  public init(_ calendar: WorkingDayCalendar, countsWorkingDays: Bool) {
    self.calendar = calendar
    self.countsWorkingDays = countsWorkingDays
  }

  /// The day of a stage.
  ///
  /// - Parameters:
  ///   - stage: Days from the due date: -7 is H-7, 0 the due day, 1 is H+1.
  ///   - due: The due date in force.
  /// - Returns: A working day; where a year has no list of holidays, the plain day, since a reminder
  ///   on a day off is better than none.
  public func day(of stage: Int, due: CivilDate) -> CivilDate {
    (try? countedDay(of: stage, due: due)) ?? due.adding(days: stage)
  }

  private func countedDay(
    of stage: Int, due: CivilDate
  ) throws(CalendarNotCovered) -> CivilDate {
    guard stage <= 0 else {
      let later =
        countsWorkingDays
        ? try calendar.date(stage, workingDaysAfter: due) : due.adding(days: stage)
      return try calendar.workingDay(onOrAfter: later)
    }
    let last = try calendar.workingDay(onOrBefore: due)
    guard stage < 0 else { return last }
    let earlier =
      countsWorkingDays
      ? try calendar.date(stage, workingDaysAfter: last) : last.adding(days: stage)
    return try calendar.workingDay(onOrBefore: earlier)
  }

  /// Whether the day of a stage has come, whatever days are off: what has been overdue for years needs no holidays of
  /// those years.
  ///
  /// - Parameters:
  ///   - stage: Days from the due date.
  ///   - due: The due date in force.
  ///   - day: Today.
  /// - Returns: `false` also where it may have come, as a count tells.
  public static func isPast(_ stage: Int, of due: CivilDate, on day: CivilDate) -> Bool {
    // Days off move a stage that lies before its due date to an earlier day. Behind it a week's end comes after every
    // working week, and all holidays of a year are fewer than its days.
    due.adding(days: stage <= 0 ? stage : 3 * stage + 366) <= day
  }

  /// The latest stage whose day has come; `nil` where none has.
  ///
  /// - Parameters:
  ///   - stages: The stages, in order.
  ///   - due: The due date in force.
  ///   - day: Today.
  /// - Returns: The stage.
  public func latest(of stages: [Int], due: CivilDate, on day: CivilDate) -> Int? {
    stages.last { stage in
      // Days off only move a stage away from the due date, so that most need no count.
      if stage > 0, due.adding(days: stage) > day { return false }
      return StageDays.isPast(stage, of: due, on: day) || self.day(of: stage, due: due) <= day
    }
  }
}
