public import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
public import SystemPackage
public import Workspace

/// Where pages take their facts from: a workspace, and what the clock shows there.
public struct OfficeSource: Sendable {
  private let folder: FilePath
  private let data: ProgramData
  private let now: @Sendable (IndonesianZone) -> ClockReading

  /// Names a workspace.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - now: What the clock shows in a zone; its day is today.
  public init(
    _ folder: FilePath, data: ProgramData,
    now: @escaping @Sendable (IndonesianZone) -> ClockReading
  ) {
    self.folder = folder
    self.data = data
    self.now = now
  }

  /// Opens the workspace for one page.
  ///
  /// - Throws: A `WorkspaceFailure` where it cannot be relied on; a ``QueryFault`` for a day that cannot be
  ///   read.
  func visit(_ query: PageQuery, _ parameters: Parameters) throws -> Visit {
    let workspace = try Workspace(folder, data: data)
    let now = now(workspace.office.zone)
    let day = try query.value("per", as: "tanggal, misalnya 2026-03-31") {
      CivilDate(written: $0)
    }
    return Visit(
      workspace: workspace.viewed(on: day ?? now.date), now: now, day: day ?? now.date,
      query: query, parameters: parameters)
  }
}

/// One look at a page: the workspace as it is now, and what was asked.
struct Visit: Sendable {
  /// The workspace, with the units of the day of judging.
  let workspace: Workspace
  /// What the clock shows at the office.
  let now: ClockReading
  /// The day of judging.
  let day: CivilDate
  /// What was asked for.
  let query: PageQuery
  /// The varying parts of the path.
  let parameters: Parameters

  /// The addresses of other pages about the same day.
  var paths: PagePath { PagePath(day, today: today) }

  /// Today at the office.
  var today: CivilDate { now.date }
}
