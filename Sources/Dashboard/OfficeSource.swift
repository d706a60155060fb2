public import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
public import SystemPackage
public import Workspace

/// Where pages take their facts from: a workspace, and what the clock shows there.
public struct OfficeSource: Sendable {
  private let folder: FilePath
  private let data: ProgramData
  private let today: CivilDate?
  private let clock: @Sendable () -> Duration

  /// Names a workspace.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - today: The day that is taken for today; `nil` where the clock tells.
  ///   - clock: The clock's own time, since 1970-01-01T00:00:00Z.
  public init(
    _ folder: FilePath, data: ProgramData,
    today: CivilDate? = nil, clock: @escaping @Sendable () -> Duration
  ) {
    self.folder = folder
    self.data = data
    self.today = today
    self.clock = clock
  }

  /// Opens the workspace for one page.
  ///
  /// - Throws: A `WorkspaceFailure` where it cannot be relied on; a ``QueryFault`` for a day that cannot be
  ///   read.
  func visit(_ query: PageQuery, _ parameters: Parameters) throws -> Visit {
    let workspace = try Workspace(folder, data: data)
    let now = clock()
    let today =
      today
      ?? ClockReading(
        unixSeconds: Int(now.components.seconds), in: workspace.office.zone
      ).date
    let day = try query.value("per", as: "tanggal, misalnya 2026-03-31") {
      CivilDate(written: $0)
    }
    return Visit(
      workspace: workspace.viewed(on: day ?? today), now: now, today: today, day: day ?? today,
      query: query, parameters: parameters)
  }
}

/// One look at a page: the workspace as it is now, and what was asked.
struct Visit: Sendable {
  /// The workspace, with the units of the day of judging.
  let workspace: Workspace
  /// The clock's own time, since 1970-01-01T00:00:00Z.
  let now: Duration
  /// Today at the office.
  let today: CivilDate
  /// The day of judging.
  let day: CivilDate
  /// What was asked for.
  let query: PageQuery
  /// The varying parts of the path.
  let parameters: Parameters

  /// The addresses of other pages about the same day.
  var paths: PagePath { PagePath(day, today: today) }
}
