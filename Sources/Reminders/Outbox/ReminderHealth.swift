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
    last = runs.any.map { LastRun($0, good: runs.good, asOf: today, in: workspace) }
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
