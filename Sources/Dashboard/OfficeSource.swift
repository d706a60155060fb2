public import CivilCalendar
internal import ComplianceModel
public import DurableFiles
internal import Foundation
internal import Hummingbird
public import SystemPackage
public import Workspace

/// Where pages take their facts from: a workspace, and what the clock shows there.
public struct OfficeSource: Sendable {
  /// Where files are put that are being received.
  let temporaryFolder: FilePath
  /// The workspace, or the folder that is to become one.
  let folder: FilePath
  /// The program's own data.
  let data: ProgramData
  /// How the folder becomes a workspace; `nil` where it is one.
  let founding: FoundingGround?
  private let today: CivilDate?
  private let recorders: RecorderNames
  private let files: FileSystem
  private let clock: @Sendable () -> Duration
  /// The file of the running program, beside which others lie.
  let executable: FilePath
  /// What was filled in and is not confirmed yet.
  let drafts: DraftShelf
  /// The counts by region that were made.
  let recaps = KeptRecaps()
  /// The workspace as it was opened last.
  private let kept = KeptOffice()
  /// How often a channel is tried.
  let trials = TrialPace()

  /// Names a workspace.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - today: The day that is taken for today; `nil` where the clock tells.
  ///   - recorders: Who sits at this computer, for what is recorded while there are no users.
  ///   - temporaryFolder: Where files are put that are being received.
  ///   - executable: The file of the running program, beside which that for workbooks lies.
  ///   - founding: How the folder becomes a workspace; `nil` where it is one.
  ///   - files: The file system.
  ///   - clock: The clock's own time, since 1970-01-01T00:00:00Z.
  public init(
    _ folder: FilePath, data: ProgramData,
    today: CivilDate? = nil, recorders: RecorderNames,
    temporaryFolder: FilePath, executable: FilePath, founding: FoundingGround? = nil,
    files: FileSystem = .live, clock: @escaping @Sendable () -> Duration
  ) {
    self.folder = folder
    self.data = data
    self.today = today
    self.recorders = recorders
    self.temporaryFolder = temporaryFolder
    self.files = files
    self.clock = clock
    self.executable = executable
    self.founding = founding
    drafts = DraftShelf(in: temporaryFolder)
  }

  /// The clock's own time, since 1970-01-01T00:00:00Z.
  var now: Duration { clock() }

  /// Today, where the clock tells by the time of a zone.
  func today(in zone: IndonesianZone) -> CivilDate {
    today ?? ClockReading(unixSeconds: Int(now.components.seconds), in: zone).date
  }

  /// Whether there is a workspace: made by the pages, or by somebody else meanwhile.
  var isFounded: Bool {
    founding == nil
      || FileManager.default.fileExists(atPath: folder.appending(Workspace.officeFile).string)
  }

  /// The users that there are now.
  ///
  /// - Throws: ``ShownTrouble`` where their file cannot be relied on, which says nothing of what is in it: it is
  ///   shown to people who have not logged in.
  func users() throws -> Users {
    do {
      return try Users(in: folder)
    } catch {
      throw ShownTrouble(trouble: .faultyUsers)
    }
  }

  /// The addresses from which calendar programs take the due dates.
  ///
  /// - Throws: A `WorkspaceFailure` where their file cannot be relied on.
  func subscriptions() throws -> Subscriptions { try Subscriptions(in: folder) }

  /// Opens the workspace.
  ///
  /// What it was made of is read again where it has changed. Ledgers are looked at again, and only the rows that
  /// were added are proved.
  ///
  /// - Parameters:
  ///   - freshness: How often ledgers are looked at again: whoever writes sees at each look what was written.
  ///   - units: The units that are meant, as they are named, by whose clocks it goes; none for all.
  /// - Returns: The workspace, what is looked at in it, the zone, and today there.
  /// - Throws: A `WorkspaceFailure` where it cannot be relied on.
  func opened(
    lookingAgain freshness: DeskShelf.Freshness, of units: [String] = []
  ) throws -> (
    workspace: Workspace, ground: PageGround, zone: IndonesianZone, today: CivilDate
  ) {
    let now = now
    let opened = try kept.office(now: now, in: files, lookingAgain: freshness) { files in
      try Workspace(folder, data: data.looking(through: files), files: files)
    }
    let ground = PageGround(on: opened.witness, now: now)
    let workspace = opened.workspace.looking(
      through: ground.files.noting(files), keeping: opened.desks)
    let zone = workspace.zone(of: units)
    return (workspace, ground, zone, today(in: zone))
  }

  /// Opens the workspace for one page, file or form.
  ///
  /// - Parameters:
  ///   - query: What was asked for.
  ///   - parameters: The varying parts of the path.
  ///   - admission: As whom the request comes in.
  ///   - site: Where the pages are.
  ///   - origin: The server as the visitor's browser names it.
  ///   - freshness: How often ledgers are looked at again.
  /// - Returns: The visit.
  /// - Throws: A `WorkspaceFailure` where it cannot be relied on; a ``QueryFault`` for a day that cannot be
  ///   read.
  func visit(
    _ query: PageQuery, _ parameters: Parameters, as admission: Admission, at site: Site,
    from origin: String, lookingAgain freshness: DeskShelf.Freshness
  ) throws -> Visit {
    let unit = query["unit"] ?? parameters.get("unit")
    let own = admission.user?.villages.map(\.description) ?? []
    let (workspace, ground, zone, today) = try opened(
      lookingAgain: freshness, of: unit.map { [$0] } ?? own)
    let day = try query.value("per", as: "tanggal, misalnya 2026-03-31") {
      CivilDate(written: $0)
    }
    let viewed = workspace.viewed(on: day ?? today)
    let visitor =
      if let user = admission.user {
        try Visitor(user, in: viewed)
      } else {
        Visitor.owner(
          Result { () throws(RecorderRefusal) in
            try recorders.name(nil, office: workspace.office.recorder)
          })
      }
    return Visit(
      workspace: viewed, visitor: visitor, formToken: admission.token.text, ground: ground,
      zone: zone, today: today, day: day ?? today, query: query, parameters: parameters,
      drafts: drafts,
      recaps: recaps, trials: trials, base: site.base, origin: origin, executable: executable)
  }
}
