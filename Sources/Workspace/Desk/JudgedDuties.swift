public import CivilCalendar
public import Compliance

/// What one kecamatan owes in a duty year or quarter, judged line by line.
public struct JudgedDuties: Sendable {
  /// The judge.
  public let judge: Judge
  /// The lines.
  public let lines: DutyLines

  /// Judges.
  ///
  /// - Parameters:
  ///   - year: The duty year.
  ///   - quarter: The only duty quarter; `nil` for the year.
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  /// - Throws: ``WorkspaceFailure`` for a faulty holiday file that a date, or a count of the working days
  ///   that are left, needs.
  public init(
    _ year: Int, _ quarter: Quarter?, _ desk: Desk, asOf day: CivilDate
  ) throws(WorkspaceFailure) {
    judge = desk.judge(asOf: day)
    lines = DutyLines(
      year, quarter, judge, sharing: desk.workspace.dueTable(year...year, judge.definitions))
    try desk.requireHolidays(of: lines.plan, through: lines.lastDue, from: day)
  }
}

extension Desk {
  /// Makes sure of the holidays that a plan, and a count of the working days up to its last date, need.
  func requireHolidays(
    of plan: Plan, through last: CivilDate?, from day: CivilDate
  ) throws(WorkspaceFailure) {
    try workspace.requireHolidays(of: plan.gaps.map(\.year))
    try requireHolidays(through: last, from: day)
  }

  /// Makes sure of the holidays that a count of the working days from a day up to a later one needs.
  func requireHolidays(
    through last: CivilDate?, from day: CivilDate
  ) throws(WorkspaceFailure) {
    if let last, last > day { try workspace.requireHolidays(of: day.year...last.year) }
  }
}
