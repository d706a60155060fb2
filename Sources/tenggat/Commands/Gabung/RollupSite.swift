internal import CivilCalendar
internal import ComplianceModel
internal import SystemPackage
internal import Workspace

/// Where a roll-up runs: in a workspace, or anywhere.
struct RollupSite {
  /// The folder whose rules hold for what is written.
  let folder: FilePath
  /// When it runs.
  let now: ClockReading
  private let workspace: Workspace?

  /// Looks for a workspace; one that is named must be there.
  init(_ choices: GlobalChoices) throws {
    do {
      let session = try Session(choices)
      (folder, now, workspace) = (session.workspace.folder, session.clock.now, session.workspace)
    } catch WorkspaceFailure.noWorkspace where choices.folder == nil {
      // The capital's clock stands for that of no office.
      let clock = OfficeClock(
        zone: .wib, today: try Session.today(choices), unixSeconds: Environment.unixSeconds)
      (folder, now, workspace) = (Environment.workingFolder, clock.now, nil)
    }
  }

  /// The kecamatan that have to send.
  ///
  /// - Parameter table: The table that is named; without one that of a workspace of several kecamatan. An
  ///   office that watches itself alone has no list of who sends to somebody.
  /// - Returns: The kecamatan; `nil` where there is neither.
  /// - Throws: A `WorkspaceFailure` for a table that is missing or cannot be relied on.
  func expected(table: String?) throws -> [Kecamatan]? {
    if let table { return try RegionFile.kecamatan(in: FilePath(table)) }
    return workspace.flatMap { $0.kecamatan.count > 1 ? $0.kecamatan : nil }
  }
}
