internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import SystemPackage
internal import Workspace

/// One run of a command in a workspace: where, when, and how to speak.
struct Session {
  private(set) var workspace: Workspace
  let clock: OfficeClock
  var console: Console

  var today: CivilDate { clock.today }

  /// Finds and opens the workspace, and reads the clock once.
  init(_ choices: GlobalChoices) throws {
    workspace = try Workspace(
      try Session.folder(choices), data: try Session.programData())
    clock = try Session.clock(choices, workspace.office.zone)
    console = Console(color: choices.color, environment: Environment.value)
    view(on: clock.today)
  }

  /// Shows the units under the codes and the names that they have on a day.
  mutating func view(on day: CivilDate) { workspace = workspace.viewed(on: day) }

  /// The folder of the workspace: the one that is named, else the nearest upward.
  static func folder(_ choices: GlobalChoices) throws -> FilePath {
    if let named = choices.folder ?? Environment.value("TENGGAT_RUANG") { return FilePath(named) }
    return try Workspace.find(from: Environment.workingFolder)
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
      throw CommandFailure.usage(
        "TENGGAT_HARI_INI '\(text)' bukan tanggal", fix: dateRemedy(for: text))
    }
    return day
  }

  /// Who records: the name that is given, else the user of the computer, else the office's own.
  func recorder(_ named: String?) throws -> String {
    try Recorder.name(
      named, variable: Environment.value("TENGGAT_PETUGAS"), login: Environment.login,
      office: workspace.office.recorder)
  }

  // MARK: - Units

  /// The units that a view is asked to keep to; all where none is named.
  func scope(_ units: [String]) throws -> UnitScope {
    UnitScope(try units.map { try unit($0) }, workspace.kecamatan)
  }

  /// The units that a command acts on, in the order in which they are named.
  ///
  /// - Throws: A ``CommandFailure`` for a unit that is named twice, under whatever names.
  func actedOn(_ units: [String]) throws -> [RegionCode] {
    var codes: [RegionCode] = []
    for text in units {
      let code = try unit(text)
      guard !codes.contains(code) else {
        throw CommandFailure.usage(
          "unit \(code) disebut dua kali dengan --unit", fix: "sebut sekali saja")
      }
      codes.append(code)
    }
    return codes
  }

  /// The kecamatan that a unit lies in, or all of them where no unit is named.
  func kecamatan(of unit: String?) throws -> [Kecamatan] {
    guard let unit else { return workspace.kecamatan }
    let code = try self.unit(unit)
    return workspace.kecamatan.filter { $0.code == code.kecamatan }
  }

  /// The kecamatan that are asked for, or all of them where none is named, where a desa has nothing of
  /// its own.
  ///
  /// - Parameters:
  ///   - unit: The unit that was named.
  ///   - what: What only a kecamatan has, as it is printed: `indikator`.
  /// - Returns: The kecamatan.
  /// - Throws: A ``CommandFailure`` for a desa.
  func offices(of unit: String?, having what: String) throws -> [Kecamatan] {
    guard let unit else { return workspace.kecamatan }
    let code = try self.unit(unit)
    let offices = workspace.kecamatan.filter { $0.code == code }
    guard offices.isEmpty else { return offices }
    throw CommandFailure.usage(
      "unit '\(unit)' bukan kecamatan, sedangkan \(what) milik kecamatan",
      fix: "tulis --unit \(code.kecamatan), atau hapus --unit")
  }

  /// The only kecamatan, for commands that speak of one.
  func onlyKecamatan() throws -> Kecamatan {
    guard let first = workspace.kecamatan.first, workspace.kecamatan.count == 1 else {
      let known = workspace.kecamatan.map { "\($0.code) \($0.unit.name)" }
      throw CommandFailure.usage(
        "ruang kerja ini memantau \(known.count) kecamatan",
        fix: "sebut satu dengan --unit: \(known.prefix(10).joined(separator: ", "))")
    }
    return first
  }

  /// The code of a unit that is watched here, by code or by name.
  ///
  /// Names are read without regard to case and blanks and with or without `Desa` in front; a name
  /// that two units bear is refused, not guessed.
  func unit(_ text: String, desaOnly isDesaMeant: Bool = false) throws -> RegionCode {
    switch UnitNames(workspace.kecamatan).match(text, desaOnly: isDesaMeant) {
    case .one(let code): return code
    case .none(let nearest):
      let named = RegionCode(written: text).map { "\($0)" } ?? "'\(text)'"
      throw CommandFailure.usage(
        "unit \(named) tidak dipantau di ruang kerja ini", fix: meant(nearest))
    case .several(let units):
      let codes = units.map { "\($0.code)" }.joined(separator: ", ")
      let orDesa = units.count(where: \.code.isDesa) == 1 ? "; atau tulis 'Desa \(text)'" : ""
      throw CommandFailure.usage(
        "nama '\(text)' dipakai \(units.count) unit", fix: "sebut kodenya: \(codes)\(orDesa)")
    }
  }

  /// The desa that a code or a name means, with its kecamatan.
  func village(_ text: String) throws -> (kecamatan: Kecamatan, village: Unit) {
    let code = try unit(text, desaOnly: true)
    for kecamatan in workspace.kecamatan {
      if let village = kecamatan.villages.first(where: { $0.code == code }) {
        return (kecamatan, village)
      }
    }
    throw CommandFailure.usage("unit \(code) bukan desa", fix: "sebut kode atau nama desa")
  }

  /// The end of a message about a word that was not understood.
  func meant(_ nearest: String?) -> String {
    nearest.map { "mungkin maksudnya '\($0)'" } ?? "lihat wilayah.csv"
  }

  // MARK: - Remarks

  /// Says on standard error which dates wait for a holiday file.
  func remark(_ dates: UncomputedDates) {
    for date in dates.list {
      Console.message(
        "tenggat: peringatan: tenggat \(date.code) \(date.period) belum dapat dihitung: "
          + "hari libur \(date.year) belum ada; \(Words.addHolidays(date.year))")
    }
  }
}
