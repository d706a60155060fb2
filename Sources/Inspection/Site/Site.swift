internal import CalendarFiles
public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import DurableFiles
internal import LedgerStore
public import SystemPackage
public import Workspace

/// A workspace as one inspection reads it: each file once, whatever number of checks asks for it.
///
/// Nothing of the workspace is trusted. What cannot be read is kept as a failure, for each check that
/// needs it. A site shows the workspace as it was: to look again, make another one.
public final class Site {
  /// The workspace.
  let folder: FilePath
  /// The day of looking.
  let today: CivilDate
  let settings: WorkspaceSettings
  let data: ProgramData
  let files: FileSystem
  /// The value of an environment variable; `nil` where it is not set.
  let environment: @Sendable (String) -> String?
  /// The file of the running program, beside which others lie; `nil` where none is started.
  let executable: FilePath?
  let store: LedgerStore
  let exports: ExportMarks

  /// The workspace where its calendars can be found, else what keeps them from it.
  private(set) lazy var opened = open()

  var registerFiles = Once<RegisterFiles>()
  var registers: [RegionCode: RegisterReading] = [:]
  var ledgers: [RegionCode: Once<LedgerReading>] = [:]
  /// Whether several checks may ask for the ledgers.
  var keepsLedgers = true
  var books = Once<[RegionCode]>()
  var bookEntries = Once<[BookEntry]>()
  var listings: [String: Listing] = [:]
  var claims = Once<[RecordedClaim]>()
  var desks = Once<[Desk]>()
  var seen: SeenRemarks?
  var profileReading = Once<ProfileReading>()
  var recordedObligations = Once<[RecordedObligations]>()

  /// Reads the settings; everything else is read when a check asks for it.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - trust: Whom the program obeys; `nil` where somebody named the folder.
  ///   - files: The file system.
  ///   - environment: The value of an environment variable; `nil` where it is not set.
  ///   - executable: The file of the running program, beside which the one for layouts lies; `nil` where none
  ///     is to be started, and a check does without.
  ///   - today: The day of looking, by the zone of the office.
  /// - Throws: `WorkspaceFailure` where the office file, the region table or the schema of exports is
  ///   missing or cannot be read at all.
  public init(
    _ folder: FilePath, data: ProgramData, trusting trust: WorkspaceTrust? = nil,
    files: FileSystem = .live,
    environment: @escaping @Sendable (String) -> String?,
    programsBeside executable: FilePath? = nil,
    today: (IndonesianZone) -> CivilDate
  ) throws(WorkspaceFailure) {
    self.folder = folder
    self.data = data
    self.files = files
    self.environment = environment
    self.executable = executable
    store = LedgerStore(folder: folder, files: files)
    exports = try ExportMarks(data)
    settings = try WorkspaceSettings(folder, trusting: trust, files)
    guard settings.hasRegionTable else {
      throw .noRegionTable(folder.appending(Workspace.regionFile))
    }
    self.today = today(settings.office?.zone ?? .wib)
  }

  private func open() -> (workspace: Workspace?, findings: [Finding]) {
    do throws(WorkspaceFailure) {
      return (try Workspace(settings, data: data).viewed(on: today), [])
    } catch {
      // Faults of the two files are reported by their own checks; others belong to the calendars.
      let isOfSettings = settings.office == nil || settings.regions == nil
      return (nil, isOfSettings ? [] : error.findings(in: folder))
    }
  }

  /// The workspace; `nil` where its settings or its calendars cannot be found or relied on.
  var workspace: Workspace? { opened.workspace }

  /// The regions; `nil` where their table cannot be relied on.
  var regions: RegionTable? { settings.regions }

  // MARK: - Calendars and registers

  /// Registers of indicators, with every fault of their files.
  typealias RegisterReading = (
    registers: [IndicatorRegister], codes: CodeTable, findings: [Finding]
  )

  /// The kecamatan whose calendar can be relied on, each with it.
  var calendarsInForce: [(kecamatan: Kecamatan, calendar: ReportCalendar)] {
    guard let workspace else { return [] }
    return workspace.kecamatan.compactMap { kecamatan in
      workspace.calendar(of: kecamatan.code).calendar.map { (kecamatan, $0) }
    }
  }

  /// The registers of a kecamatan.
  func registers(
    of kecamatan: RegionCode, _ calendar: ReportCalendar, _ workspace: Workspace
  ) throws(WorkspaceFailure) -> RegisterReading {
    if let known = registers[kecamatan] { return known }
    let files = try registerFiles.value { () throws(WorkspaceFailure) in
      try workspace.registerFiles()
    }
    let new = files.registers(of: kecamatan, calendar)
    registers[kecamatan] = new
    return new
  }
}
