internal import CivilCalendar
internal import ComplianceModel
internal import Reminders
internal import Workspace

/// What other commands say of the reminders: when they last ran, and whether days went by without.
enum ReminderNote {
  /// When the reminders last ran; `nil` where they never did, or their file cannot be read, which
  /// `periksa` tells.
  static func lastRun(_ session: Session) -> LastRun? {
    let today = session.today
    guard
      let runs = try? Outbox(workspace: session.workspace.folder).lastRuns(asOf: today),
      let last = runs.any
    else { return nil }
    // Days that are this near need no list of holidays.
    if let good = runs.good, good.days(to: today) <= LastRun.missedDaysToWarn { return .good(good) }
    guard
      let calendar = try? session.workspace.workingDays(in: (today.year - 1)...today.year)
    else { return .good(runs.good ?? last) }
    return LastRun(last, good: runs.good, asOf: today, calendar)
  }
}
