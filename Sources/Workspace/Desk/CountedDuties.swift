public import Compliance
public import CivilCalendar

/// What one kecamatan owes in a duty year or quarter, counted.
public struct CountedDuties: Sendable {
  /// The counts.
  public let counts: DutyCounts
  /// Counts.
  ///
  /// - Parameters:
  ///   - question: What is counted.
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  /// - Throws: ``WorkspaceFailure`` for a faulty holiday file that a date, or a count of the working days
  ///   that are left, needs.
  public init(
    _ question: DutyCounts.Question, _ desk: Desk, asOf day: CivilDate
  ) throws(WorkspaceFailure) {
    let definitions = desk.definitions
    let table = desk.workspace.dueTable(question.year...question.year, definitions)
    counts = DutyCounts(question, Judge(definitions, desk.history, asOf: day), sharing: table)
    try desk.requireHolidays(of: counts.plan, through: counts.lastDue, from: day)
  }
}
