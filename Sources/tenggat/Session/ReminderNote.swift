internal import CivilCalendar
internal import ComplianceModel
internal import Reminders
internal import Workspace

/// What other commands say of the reminders: when they last ran, and whether days went by without.
enum ReminderNote {
  /// When the reminders last ran, and what was cut off since; `nil` where they never did, or their file
  /// cannot be read, which `periksa` tells.
  static func lastRuns(_ session: Session) -> (last: LastRun?, cutOff: [String])? {
    guard
      let runs = try? Outbox(workspace: session.workspace.folder).lastRuns(asOf: session.today)
    else { return nil }
    return (
      runs.any.flatMap { lastRun($0, good: runs.good, session) }, runs.cutOff.map(\.sentence)
    )
  }

  private static func lastRun(
    _ last: CivilDate, good: CivilDate?, _ session: Session
  ) -> LastRun? {
    let today = session.today
    // Days that are this near need no list of holidays.
    if let good, good.days(to: today) <= LastRun.missedDaysToWarn { return .good(good) }
    guard
      let calendar = try? session.workspace.workingDays(in: (today.year - 1)...today.year)
    else { return .good(good ?? last) }
    return LastRun(last, good: good, asOf: today, calendar)
  }
}
