public import CivilCalendar
internal import ComplianceModel
public import Workspace

/// When the reminders of a workspace last ran, and what was cut off since.
public struct ReminderHealth: Sendable {
  /// When they last ran, and whether something is wrong with that; `nil` where they never did.
  public let last: LastRun?
  /// The messages that were cut off since the last good run.
  public let cutOff: [OutboxState.Failure]

  /// Looks at the end of the outbox; `nil` where it cannot be read, which `periksa` tells.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - today: Today.
  public init?(_ workspace: Workspace, asOf today: CivilDate) {
    let outbox = Outbox(workspace: workspace.folder, files: workspace.files)
    guard let runs = try? outbox.lastRuns(asOf: today) else { return nil }
    cutOff = runs.cutOff
    last = runs.any.map { ReminderHealth.judged($0, good: runs.good, workspace, today) }
  }

  private static func judged(
    _ last: CivilDate, good: CivilDate?, _ workspace: Workspace, _ today: CivilDate
  ) -> LastRun {
    // Days that are this near need no list of holidays.
    if let good, good.days(to: today) <= LastRun.missedDaysToWarn { return .good(good) }
    guard let calendar = try? workspace.workingDays(in: (today.year - 1)...today.year) else {
      return .good(good ?? last)
    }
    return LastRun(last, good: good, asOf: today, calendar)
  }

  /// What people should know, each with whether all is well.
  ///
  /// - Parameter place: Where they see more, as the front calls it.
  /// - Returns: The sentences; none where the reminders never ran.
  public func sentences(more place: String) -> [(text: String, isGood: Bool)] {
    cutOff.map { ("Pengingat \($0.sentence); lihat \(place).", false) }
      + [last.map { ReminderHealth.sentence($0, more: place) }].compactMap(\.self)
  }

  private static func sentence(
    _ last: LastRun, more place: String
  ) -> (text: String, isGood: Bool) {
    switch last {
    case .good(let day):
      return ("Pengingat terakhir berhasil dijalankan \(day.indonesian).", true)
    case .missed(let day, let days):
      return (
        "Pengingat terakhir berhasil dijalankan \(day.indonesian); \(days) hari kerja terlewat, "
          + "periksa cron.", false
      )
    case .failing(let day, let good):
      let since =
        good.map { "ada yang gagal sejak \($0.indonesian)" } ?? "belum pernah tanpa kegagalan"
      return (
        "Pengingat terakhir dijalankan \(day.indonesian), \(since); lihat \(place).", false
      )
    }
  }
}
