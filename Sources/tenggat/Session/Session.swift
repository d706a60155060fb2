internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import SystemPackage
internal import Workspace
internal import Wording

/// One run of a command in a workspace: where, when, and how to speak.
struct Session {
  private(set) var workspace: Workspace
  private(set) var clock: OfficeClock
  var console: Console

  var today: CivilDate { clock.today }

  /// Finds and opens the workspace, and reads the clock once.
  ///
  /// - Parameters:
  ///   - choices: What the options of every command say.
  ///   - units: The units, as they are named, about which everything is asked, so that of the regions only theirs are
  ///     needed; none for all. One that is named otherwise than by its code needs all.
  /// - Throws: What opening the workspace throws; a ``CommandFailure`` for a day that cannot be read.
  init(_ choices: GlobalChoices, about units: [String] = []) throws {
    try self.init(choices, in: Session.find(choices), about: units)
  }

  /// Opens the workspace that was found, and reads the clock once.
  init(
    _ choices: GlobalChoices, in found: (folder: FilePath, trust: WorkspaceTrust?),
    about units: [String] = []
  ) throws {
    let codes = units.compactMap { RegionCode(written: $0) }
    workspace = try Workspace(
      found.folder, data: try Session.programData(), trusting: found.trust,
      about: codes.count == units.count ? codes : [])
    clock = try Session.clock(choices, workspace.office.zone)
    console = Console(color: choices.color, environment: Environment.value)
    view(on: clock.today)
  }

  /// Shows the units under the codes and the names that they have on a day.
  mutating func view(on day: CivilDate) { workspace = workspace.viewed(on: day) }

  /// Goes by the clocks where some units lie, as `Workspace.zone(of:)` knows them.
  mutating func goByClocks(of units: [String]) {
    let zone = workspace.zone(of: units)
    guard zone != clock.zone else { return }
    clock = clock.moved(to: zone)
    view(on: clock.today)
  }

  /// The folder of the workspace: the one that is named, else the nearest upward, and whom it has to
  /// belong to then.
  static func find(
    _ choices: GlobalChoices
  ) throws -> (folder: FilePath, trust: WorkspaceTrust?) {
    if let named = choices.folder ?? Environment.value("TENGGAT_RUANG") {
      return (FilePath(named), nil)
    }
    let trust = TrustedFolders.trust
    return (try Workspace.find(from: Environment.workingFolder, trusting: trust), trust)
  }

  /// The clock of an office, with the day that the user sets for today.
  static func clock(_ choices: GlobalChoices, _ zone: IndonesianZone) throws -> OfficeClock {
    OfficeClock(zone: zone, today: try today(choices), unixSeconds: Environment.unixSeconds)
  }

  /// The program's own data.
  static func programData() throws -> ProgramData {
    try ProgramData(
      override: Environment.value("TENGGAT_DATA"), executable: Environment.executable)
  }

  /// The day that the user sets for today; `nil` where the clock tells.
  static func today(_ choices: GlobalChoices) throws -> CivilDate? {
    if let day = choices.today { return day }
    guard let text = Environment.value("TENGGAT_HARI_INI") else { return nil }
    guard let day = CivilDate(written: text) else {
      throw ArgumentRefusal.notADay(
        "TENGGAT_HARI_INI '\(text)'", fix: dateRemedy(for: text))
    }
    return day
  }

  /// Who records: the name that is given, else the user of the computer, else the office's own.
  func recorder(_ named: String?) throws -> String {
    try Environment.recorders.name(named, office: workspace.office.recorder)
  }

  // MARK: - Units

  /// The units that a view is asked to keep to; all where none is named.
  func scope(_ units: [String]) throws -> UnitScope {
    UnitScope(try units.map { try workspace.unitOrRegion($0) }, workspace.kecamatan)
  }

  /// The kecamatan that are asked for, or all of them where none is named, where a desa has nothing of
  /// its own (`what`, as it is printed).
  func offices(of unit: String?, having what: String) throws(UnitRefusal) -> [Kecamatan] {
    try workspace.offices(of: unit, having: what)
  }

  /// The code of a unit that is watched here, by code or by name.
  func unit(_ text: String) throws(UnitRefusal) -> RegionCode { try workspace.unit(text) }

  /// The desa that a code or a name means, with its kecamatan.
  func village(_ text: String) throws(UnitRefusal) -> (kecamatan: Kecamatan, village: Unit) {
    try workspace.village(text)
  }

  // MARK: - Remarks

  /// Says on standard error which dates wait for a holiday file.
  func remark(_ dates: UncomputedDates) {
    for warning in dates.warnings { Console.warning(warning) }
  }
}
