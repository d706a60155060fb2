internal import CalendarFiles
public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import DurableFiles
public import LedgerStore
public import SystemPackage

/// An office's folder: its settings, its regions, its calendars and its ledgers.
public struct Workspace: Sendable {
  /// The folder.
  public let folder: FilePath
  /// The program's own data.
  public private(set) var data: ProgramData
  /// The office's settings.
  public let office: Office
  /// The kecamatan that are watched here, by code, each with the codes and the names of one day.
  public private(set) var kecamatan: [Kecamatan]
  /// Whether kecamatan of its table are left out, since nobody asks about them.
  private let leavesOutKecamatan: Bool
  /// What is known of the words of regions.
  private let localWords: [LocalWords.Entry]
  /// The regions of `wilayah.csv`.
  let regions: RegionTable
  /// The ledgers and the evidence.
  public private(set) var ledgers: LedgerStore

  package private(set) var files: FileSystem
  /// The desks that were opened before; `nil` where each question opens its own.
  private var desks: DeskShelf?
  private(set) var holidays: HolidayShelf
  /// The report calendars.
  private var calendars: CalendarShelf

  /// Finds a workspace: the nearest folder upward that holds `kantor.yaml`.
  ///
  /// - Parameters:
  ///   - start: Where the search begins.
  ///   - trust: Whom the program obeys.
  ///   - files: The file system.
  /// - Returns: The folder.
  /// - Throws: ``WorkspaceFailure/noWorkspace(_:)``; ``WorkspaceFailure/untrusted(_:)`` for the nearest
  ///   one: none further up is taken in its place.
  public static func find(
    from start: FilePath, trusting trust: WorkspaceTrust, files: FileSystem = .live
  ) throws(WorkspaceFailure) -> FilePath {
    var folder = start.lexicallyNormalized()
    while true {
      let office = folder.appending(officeFile)
      if try files.hasEntry(office) {
        // What has the name and cannot be read is told by whoever opens the workspace.
        if let read = try? files.readWithState(office, atMost: Limits.settings) {
          try trust.require(folder, read.state, files)
        }
        return folder
      }
      guard folder.removeLastComponent() else { throw .noWorkspace(start) }
    }
  }

  /// Opens a workspace; its calendars are read, its ledgers are not.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - data: The program's own data.
  ///   - trust: Whom the program obeys; `nil` where somebody named the folder.
  ///   - units: The units that all questions are about, of which alone the regions are read where that can be:
  ///     ``kecamatan`` are then those of the units; none for all.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``; all faults of the office file and the region table together.
  public init(
    _ folder: FilePath, data: ProgramData, trusting trust: WorkspaceTrust? = nil,
    about units: [RegionCode] = [], files: FileSystem = .live
  ) throws(WorkspaceFailure) {
    try self.init(WorkspaceSettings(folder, trusting: trust, about: units, files), data: data)
  }

  /// Opens a workspace whose settings were read.
  ///
  /// - Throws: ``WorkspaceFailure``, as ``init(_:data:trusting:files:)``.
  package init(_ settings: WorkspaceSettings, data: ProgramData) throws(WorkspaceFailure) {
    folder = settings.folder
    self.data = data
    files = settings.files
    ledgers = LedgerStore(folder: folder, files: files)
    holidays = HolidayShelf(folder, data, files)
    guard let office = settings.office else { throw .configuration(settings.officeFindings) }
    self.office = office
    guard settings.hasRegionTable else {
      throw .noRegionTable(folder.appending(Workspace.regionFile))
    }
    guard let regions = settings.regions else { throw .data(settings.regionFindings) }
    self.regions = regions
    leavesOutKecamatan = settings.leavesOutKecamatan
    localWords = try data.localWords(in: regions.provinces)
    kecamatan = Workspace.called(regions.kecamatan(), localWords, office)
    calendars = CalendarShelf(
      try Workspace.shippedCalendars(office, data, files),
      own: try Workspace.ownCalendars(folder, files).map(\.text), office, holidays)
    try requireKnownServices()
  }

  /// Whether it watches one kecamatan alone.
  public var isOfOneKecamatan: Bool { kecamatan.count == 1 && !leavesOutKecamatan }

  /// The workspace with its units under the codes and the names of a day; without it they have those of
  /// the end of all days.
  public func viewed(on day: CivilDate) -> Workspace {
    guard regions.hasLife else { return self }
    var workspace = self
    workspace.kecamatan = Workspace.called(regions.kecamatan(on: day), localWords, office)
    return workspace
  }

  /// The workspace as it was read, for questions that look at files their own way.
  ///
  /// - Parameters:
  ///   - files: What ledgers, registers and all else that is read from now on are looked at through.
  ///   - desks: The desks that were opened before.
  /// - Returns: The workspace.
  package func looking(through files: FileSystem, keeping desks: DeskShelf) -> Workspace {
    var workspace = self
    workspace.files = files
    workspace.data = data.looking(through: files)
    workspace.ledgers = LedgerStore(folder: folder, files: files)
    workspace.desks = desks
    return workspace
  }

  /// The workspace without the desks that were opened before, whose definitions may be others.
  var forgetful: Workspace {
    var workspace = self
    workspace.desks = nil
    return workspace
  }

  /// The kecamatan with the words of their regions.
  private static func called(
    _ kecamatan: [Kecamatan], _ words: [LocalWords.Entry], _ office: Office
  ) -> [Kecamatan] {
    kecamatan.map { $0.called(LocalWords(of: $0.code, words, own: office.words)) }
  }

  /// The workspace with other calendars of its own.
  ///
  /// - Parameter own: The texts of `kalender/`, in the order of their names.
  /// - Returns: The workspace; its calendars may have faults (``calendar(of:)``).
  /// - Throws: ``WorkspaceFailure`` for the program's own calendars.
  func withOwnCalendars(_ own: [YAMLText]) throws(WorkspaceFailure) -> Workspace {
    var workspace = forgetful
    workspace.calendars = CalendarShelf(
      try Workspace.shippedCalendars(office, data, files), own: own, office, holidays)
    return workspace
  }

  /// The workspace with other holidays of a year.
  func withHolidays(_ text: YAMLText, of year: Int) -> Workspace {
    var workspace = forgetful
    workspace.holidays = holidays.replacing(year, with: text)
    workspace.calendars = calendars.with(workspace.holidays)
    return workspace
  }

  /// Sees that the calendars of some kecamatan can be relied on.
  ///
  /// - Parameter kecamatan: Their codes; all that are watched where it is `nil`.
  /// - Throws: ``WorkspaceFailure`` with every fault of the first that cannot.
  func requireSoundCalendars(of kecamatan: [RegionCode]? = nil) throws(WorkspaceFailure) {
    for code in kecamatan ?? self.kecamatan.map(\.code) {
      let merged = calendar(of: code)
      guard merged.calendar != nil else { throw .configuration(merged.findings) }
    }
  }

  /// The files of `kalender/` in the order of their names.
  static func ownCalendars(
    _ folder: FilePath, _ files: FileSystem
  ) throws(WorkspaceFailure) -> [SettingsText] {
    try files.settings(in: calendarFolder, of: folder)
  }

  /// The program's own calendars that the office uses anywhere, by their names.
  private static func shippedCalendars(
    _ office: Office, _ data: ProgramData, _ files: FileSystem
  ) throws(WorkspaceFailure) -> [String: YAMLText] {
    var texts: [String: YAMLText] = [:]
    var findings: [Finding] = []
    for name in office.allCalendars {
      let file = data.reportCalendars.appending("\(name).yaml")
      let shown = "Calendars/laporan/\(name).yaml"
      guard !name.contains("/"), let text = try files.settings(file, named: shown)?.text else {
        let known = try data.names(in: data.reportCalendars)
        findings.append(WorkspaceSentence.unknownCalendar(name, in: office, known: known))
        continue
      }
      texts[name] = text
    }
    guard findings.isEmpty else { throw .configuration(findings) }
    return texts
  }

  /// The report calendar of a kecamatan, merged once for all kecamatan with the same layers.
  package func calendar(of kecamatan: RegionCode) -> MergedCalendar {
    calendars.calendar(of: kecamatan)
  }

  /// The report calendars of some kecamatan, each that several share once.
  func calendars(of kecamatan: [RegionCode]) -> [MergedCalendar] {
    calendars.calendars(of: kecamatan)
  }

  /// The due dates of some duty years that all units with the same calendars share.
  func dueTable(_ years: ClosedRange<Int>, _ definitions: Definitions) -> DueTable {
    calendars.dueTable(years, definitions)
  }

  /// The files of the calendars that are merged for a kecamatan, lowest layer first, as they are named to
  /// the user.
  public func calendarFiles(of kecamatan: RegionCode) -> [String] {
    calendars.files(of: kecamatan)
  }

  /// The files of the calendars that hold for any kecamatan here, lowest layer first, as they are named to the
  /// user, each with the day on which somebody held it against its sources (`diperiksa`).
  package var calendarSources: [(file: String, checkedOn: CivilDate?)] {
    calendars.sources(of: kecamatan.map(\.code))
  }

  /// Opens what a question about one kecamatan needs.
  ///
  /// - Parameters:
  ///   - kecamatan: One of ``kecamatan``.
  ///   - knownThrough: Only rows recorded up to this day are used; all where it is `nil`.
  /// - Returns: Its desk.
  /// - Throws: ``WorkspaceFailure``; all faults of the calendars, or of the ledger.
  public func desk(
    of kecamatan: Kecamatan, knownThrough: CivilDate? = nil
  ) throws(WorkspaceFailure) -> Desk {
    if let desks, knownThrough == nil { return try desks.desk(of: kecamatan, in: self) }
    return try openDesk(of: kecamatan, knownThrough: knownThrough)
  }

  /// Opens a desk, whatever was opened before.
  func openDesk(
    of kecamatan: Kecamatan, knownThrough: CivilDate? = nil
  ) throws(WorkspaceFailure) -> Desk {
    try desk(of: kecamatan, knownThrough: knownThrough, reading: history)
  }

  /// Opens what a question about one kecamatan needs, with its ledgers read before.
  ///
  /// - Parameters:
  ///   - kecamatan: One of ``kecamatan``.
  ///   - knownThrough: Only rows recorded up to this day are used; all where it is `nil`.
  ///   - read: Gives the ledgers of a kecamatan, with the codes of their rows interned in a table.
  /// - Returns: Its desk.
  /// - Throws: ``WorkspaceFailure``; all faults of the calendars or the ledgers, or what `read` throws.
  package func desk(
    of kecamatan: Kecamatan, knownThrough: CivilDate? = nil,
    reading read: (RegionCode, inout CodeTable) throws(WorkspaceFailure) -> LedgerHistory
  ) throws(WorkspaceFailure) -> Desk {
    let merged = calendar(of: kecamatan.code)
    guard let calendar = merged.calendar else { throw .configuration(merged.findings) }
    return try Desk(
      self, kecamatan, calendar, merged.workingDays, knownThrough: knownThrough, reading: read)
  }

  /// Reads the ledgers of a kecamatan.
  func history(
    of kecamatan: RegionCode, _ codes: inout CodeTable
  ) throws(WorkspaceFailure) -> LedgerHistory {
    do throws(FileFailure) {
      return try ledgers.readAll(kecamatan, codes: &codes)
    } catch {
      throw .file(error)
    }
  }
}
