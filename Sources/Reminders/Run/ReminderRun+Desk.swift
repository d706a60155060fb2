internal import Answers
public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import Workspace

extension ReminderRun.Office {
  /// Looks up what one kecamatan owes, as far as reminders are about it.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk.
  ///   - days: How many days, today among them, are looked at.
  ///   - day: Today by the kecamatan's own clock.
  /// - Throws: `AnswerFailure` for rules that contradict each other; a `WorkspaceFailure` for a holiday
  ///   file that cannot be read.
  public init(_ desk: Desk, ahead days: Int, asOf day: CivilDate) throws {
    let lead = desk.workspace.office.reminders.longestLead
    let duties = try AssessedDuties(
      .window(days: lead + days), desk, asOf: day, watchedSince: desk.watchedSince(asOf: day),
      openOnly: true)
    try duties.plan.requireSoundRules(desk.calendar)
    // The stages before a due date are counted back from it, those after it until today.
    let stage = desk.workspace.office.reminders.lastStage
    let earliest = duties.dated.compactMap(\.due).filter {
      !StageDays.isPast(stage, of: $0, on: day)
    }.min()
    let first = min(earliest ?? day, day).adding(days: -lead)
    let last = day.adding(days: lead + days)
    try desk.workspace.requireHolidays(of: first.year...last.year)
    self.init(duties.judge.definitions, duties.dated, today: day, books: desk.bookNames)
  }
}
