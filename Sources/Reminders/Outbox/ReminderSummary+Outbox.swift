public import Answers
public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
public import Workspace

extension ReminderSummary {
  /// Sums an outbox up.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: The day of looking.
  /// - Returns: The summary, `nil` where the reminders never ran or a file of them cannot be read, and what is
  ///   wrong.
  public static func read(
    _ workspace: Workspace, asOf today: CivilDate
  ) -> (summary: ReminderSummary?, findings: [Finding]) {
    let outbox = Outbox(workspace: workspace.folder, files: workspace.files)
    do throws(FileFailure) {
      let (rows, findings) = try outbox.read()
      let state = OutboxState(rows, asOf: today)
      guard let last = state.lastRun?.date else { return (nil, findings) }
      var waiting = 0
      for claim in state.openClaims where claim.isCutOff {
        if try !outbox.isBusy(claim.turn) { waiting += 1 }
      }
      waiting += state.failingRoutes(workspace.office.reminders).count
      let good = state.lastGoodRun?.date
      let (kind, missed): (State, Int) =
        switch LastRun(last, good: good, asOf: today, in: workspace) {
        case .good: (.good, 0)
        case .missed(_, let days): (.missed, days)
        case .failing: (.failing, 0)
        }
      return (
        ReminderSummary(
          last: last, lastGood: good, state: kind, missedDays: missed, waiting: waiting), findings
      )
    } catch {
      return (nil, [error.finding(in: workspace.folder)])
    }
  }
}
