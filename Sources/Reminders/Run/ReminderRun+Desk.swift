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
    let years = duties.dated.compactMap(\.due?.year) + [day.year]
    // The stages of a due date may fall in the year before or after it.
    try desk.workspace.requireHolidays(of: Set(years).flatMap { ($0 - 1)...($0 + 1) })
    self.init(duties.judge.definitions, duties.dated, today: day, books: desk.bookNames)
  }
}
