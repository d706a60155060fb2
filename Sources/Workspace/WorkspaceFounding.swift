internal import CalendarFiles
public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage

/// A new workspace, ready to be written.
public struct WorkspaceFounding: Sendable {
  /// The kecamatan, by code: one, or all of a kabupaten, a province or the country.
  public let offices: [Kecamatan]
  /// The kecamatan that is founded, the first of several.
  public let kecamatan: Kecamatan
  /// The zone of its province.
  public let zone: IndonesianZone
  /// The other provinces that have another zone.
  public let otherZones: [RegionCode: IndonesianZone]
  /// The calendars of its kabupaten, lowest layer first.
  public let calendars: [String]
  /// The calendars of local dates that one kecamatan can choose among, the one that it gets unasked first:
  /// those of its kabupaten, and ``typicalCalendar``; empty for several kecamatan.
  public let calendarChoices: [String]
  /// The registers of indicators that the kecamatan signed.
  public let registers: [String]
  /// The name of the calendar of typical dates, which an office fills in itself.
  public static let typicalCalendar = "lokal"
  /// Whether the workspace gets a local calendar to fill in, for want of a kabupaten's.
  let hasOwnCalendar: Bool

  /// The kabupaten that get a calendar of typical dates each, since others have their own; none where one
  /// calendar serves all.
  private let typicalRegions: [RegionCode]
  let regionText: [UInt8]
  let data: ProgramData
  let files: FileSystem

  /// Gathers what a workspace is filled with.
  ///
  /// - Parameters:
  ///   - word: The code or the name of the kecamatan; with a region table also the code of a kabupaten or
  ///     a province for all of its kecamatan, `00` for those of the whole table.
  ///   - data: The program's own data.
  ///   - regionTable: A table of regions; the four kecamatan of the first users where it is `nil`.
  ///   - calendar: One of ``calendarChoices``, whatever its case; the first where it is `nil`.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``: an unknown kecamatan, a name that several have, a table that is missing
  ///   or cannot be relied on, a calendar that is none of the choices.
  public init(
    _ word: String, data: ProgramData, regionTable: FilePath? = nil, calendar: String? = nil,
    files: FileSystem = .live
  ) throws(WorkspaceFailure) {
    self.data = data
    self.files = files
    let table = try WorkspaceFounding.regions(regionTable, data, files)
    let region = try WorkspaceFounding.code(of: word, in: table)
    // The four kecamatan of the first users are no whole kabupaten: that takes a table.
    let isKnown = region.level == .kecamatan || regionTable != nil
    let found = isKnown ? WorkspaceFounding.offices(of: region, in: table) : []
    guard let first = found.first else {
      throw .unknownKecamatan(word, known: table.kecamatan().map(\.unit))
    }
    let words = try data.localWords(in: found.map(\.code.province).unique)
    offices = found.map { $0.called(LocalWords(of: $0.code, words)) }
    kecamatan = first.called(LocalWords(of: first.code, words))
    let zones = try WorkspaceFounding.zones(of: found.map(\.code.province), data)
    let firstZone = zones[first.code.province] ?? .wib
    zone = firstZone
    otherZones = zones.filter { $0.value != firstZone }
    var ownRegions: [RegionCode] = []
    // What a country owes is asked of all kabupaten alike: the typical dates, until their letters are known.
    let own =
      try region.isCountry
      ? []
      : WorkspaceFounding.names(in: data.reportCalendars, data, files) { text in
        guard let own = CalendarBuilder.region(of: text),
          found.contains(where: { own.contains($0.code) })
        else { return false }
        ownRegions.append(own)
        return true
      }
    registers = try WorkspaceFounding.names(in: data.registers, data, files) { text in
      guard let own = RegisterBuilder.region(of: text) else { return false }
      return !region.isCountry && found.contains { own.contains($0.code) }
    }
    let isOne = region.level == .kecamatan
    let choices = isOne ? own + [Self.typicalCalendar] : []
    calendarChoices = choices
    let chosen = try calendar.map { word throws(WorkspaceFailure) in
      try WorkspaceFounding.calendar(word, among: choices)
    }
    let named = (chosen ?? choices.first).map { [$0] } ?? own
    let shipped = named.filter { $0 != Self.typicalCalendar }
    calendars = ["nasional"] + shipped
    let without = Set(found.map(\.code)).filter { code in
      shipped.isEmpty || !ownRegions.contains { $0.contains(code) }
    }
    typicalRegions = shipped.isEmpty ? [] : Set(without.map(\.regency)).sorted()
    hasOwnCalendar = !without.isEmpty
    var csv = CSVWriter()
    let rows =
      isOne
      ? table.rows(around: first.code)
      : table.entries.filter {
        region.isCountry || region.contains($0.code) || $0.code.contains(region)
      }
    let life = rows.contains(where: \.hasLife) ? ["sejak", "sampai", "dahulu"] : []
    csv.row(["kode", "nama"] + life)
    for row in rows {
      let own = [
        row.since?.description ?? "", row.through?.description ?? "",
        row.formerCodes.map(\.description).joined(separator: " "),
      ]
      csv.row([row.code.description, row.name] + (life.isEmpty ? [] : own))
    }
    regionText = csv.bytes
  }

  /// The kecamatan that a workspace can be founded for, by code.
  ///
  /// - Parameters:
  ///   - regionTable: A table of regions; the four kecamatan of the first users where it is `nil`.
  ///   - data: The program's own data.
  ///   - files: The file system.
  /// - Returns: The kecamatan.
  /// - Throws: ``WorkspaceFailure`` for a table that is missing or cannot be relied on.
  public static func kecamatan(
    in regionTable: FilePath?, data: ProgramData, files: FileSystem = .live
  ) throws(WorkspaceFailure) -> [Kecamatan] {
    try regions(regionTable, data, files).kecamatan()
  }

  /// The folder into which the files of a desa are dropped: its name, or its code where another one has
  /// the name or no folder can have it.
  func dropFolder(of village: Unit) -> String {
    let name = village.name
    let isShared = kecamatan.label(of: village) != name
    return isShared || name.isEmpty || name.hasPrefix(".") || name.contains("/")
      || name.utf8.contains(0) || name.utf8.count > 200
      ? village.code.description : name
  }

  /// Refuses a folder in which there is a workspace already.
  ///
  /// - Throws: ``WorkspaceFailure/workspaceExists(_:)``, ``WorkspaceFailure/insideWorkspace(_:)``; a failure
  ///   of the file system.
  public func requireRoom(in folder: FilePath) throws(WorkspaceFailure) {
    guard !OutputSite.isInOwnFolder(folder, files) else { throw .insideWorkspace(folder) }
    for path in [folder.appending(Workspace.officeFile), folder.appending(Workspace.regionFile)]
      + ownCalendars.map({ ownCalendar($0.name, in: folder) })
    {
      do throws(FileFailure) {
        guard try files.state(of: path) != nil else { continue }
      } catch {
        throw .file(error)
      }
      throw .workspaceExists(path)
    }
  }

  /// The calendar of local dates that a person means.
  ///
  /// - Parameters:
  ///   - word: Its name, whatever its case.
  ///   - choices: ``calendarChoices``.
  /// - Returns: The name as the choices have it.
  /// - Throws: ``WorkspaceFailure/unknownCalendar(_:known:)``.
  public static func calendar(
    _ word: String, among choices: [String]
  ) throws(WorkspaceFailure) -> String {
    guard let known = choices.first(where: { $0 == word.lowercased() }) else {
      throw .unknownCalendar(word, known: choices)
    }
    return known
  }

  func ownCalendar(_ name: String, in folder: FilePath) -> FilePath {
    folder.appending(Workspace.calendarFolder).appending("\(name).yaml")
  }

  /// The names of the calendars of typical dates that the workspace gets to fill in.
  public var ownCalendarNames: [String] { ownCalendars.map(\.name) }

  /// The calendars of typical dates that the workspace gets, with the region of each; `nil` for all.
  var ownCalendars: [(name: String, region: RegionCode?)] {
    guard hasOwnCalendar else { return [] }
    guard !typicalRegions.isEmpty else { return [(Self.typicalCalendar, nil)] }
    return typicalRegions.map { ("\(Self.typicalCalendar)-\($0)", $0) }
  }

  /// Refuses a folder that lies in any other workspace.
  ///
  /// - Throws: ``WorkspaceFailure/insideWorkspace(_:)``; what ``requireRoom(in:)`` throws.
  public func requireGroundOfItsOwn(in folder: FilePath) throws(WorkspaceFailure) {
    try requireRoom(in: folder)
    guard !OutputSite.isInWorkspace(folder, files) else { throw .insideWorkspace(folder) }
  }

  /// The desa that get a folder to drop files into: in a workspace of many kecamatan names are shared, and a
  /// folder is made when it is needed.
  var villagesWithFolders: [Unit] { offices.count == 1 ? kecamatan.villages : [] }

  /// The files and folders that are made, as they are named in the workspace.
  public var plannedFiles: [String] {
    let drops = villagesWithFolders.map { "\(Workspace.dropFolder)/\(dropFolder(of: $0))/" }
    let own =
      hasOwnCalendar
      ? ownCalendarNames.map { "\(Workspace.calendarFolder)/\($0).yaml" }
      : ["\(Workspace.calendarFolder)/"]
    return [Workspace.officeFile, Workspace.regionFile] + own + drops + [
      "\(Workspace.exportFolder)/"
    ]
  }
}
