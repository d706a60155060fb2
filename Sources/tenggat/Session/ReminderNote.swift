internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import Reminders
internal import Workspace

/// What other commands say of the reminders: when they last ran, and whether days went by without.
enum ReminderNote {
  /// The remarks of `periksa`.
  static func findings(
    _ workspace: Workspace, asOf today: CivilDate
  ) throws(WorkspaceFailure) -> [Finding] {
    let calendar = try workspace.workingDays(in: (today.year - 1)...today.year)
    do throws(FileFailure) {
      return try ReminderCheck.findings(
        Outbox(workspace: workspace.folder), asOf: today, calendar)
    } catch {
      throw .file(error)
    }
  }

  /// The day of the last good run and, where too many working days went by, a warning; `nil` where
  /// reminders never ran, or their file cannot be read, which `periksa` tells.
  static func lastRun(
    _ session: Session
  ) -> (day: CivilDate, missedDays: Int, isWarning: Bool)? {
    guard
      let last = (try? Outbox(workspace: session.workspace.folder).lastGoodRun()) ?? nil
    else { return nil }
    // Days that are this near need no list of holidays.
    guard last.days(to: session.today) > ReminderCheck.missedDaysToWarn,
      let calendar = try? session.workspace.workingDays(
        in: (session.today.year - 1)...session.today.year)
    else { return (last, 0, false) }
    let missed = ReminderCheck.missedDays(since: last, before: session.today, calendar)
    return (last, missed, missed >= ReminderCheck.missedDaysToWarn)
  }
}
