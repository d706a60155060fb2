internal import CalendarFiles
public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import DurableFiles
public import SystemPackage

/// A file of holidays or of report calendars that lies anywhere, looked at as it would be in its place.
///
/// Nothing is written.
public struct CandidateCalendar: Sendable {
  /// What kind of file it is.
  public enum Kind: Hashable, Sendable {
    /// The holidays of a year.
    case holidays(year: Int?, days: Int, decrees: Int)
    /// Reports, rules, dates of letters, or holidays beside those of the decrees.
    case reports(rules: Int, local: Int, setDates: Int)
  }

  /// Why a file is none that can be put in place, as data.
  public enum Refused: Error, Hashable, Sendable {
    /// It is another file that people write: what has its key, in the user's language.
    case otherKind(file: String, what: String)
    /// Nothing in it tells what it is.
    case unknownKind(file: String)
  }

  /// The file as it is named to the user.
  public let file: String
  /// The bytes; `nil` where they cannot be read.
  public let bytes: [UInt8]?
  /// What kind of file it is.
  public let kind: Kind
  /// Where it would lie in the workspace: `kalender/libur/2028.yaml`.
  public let place: String
  /// The region whose units it is about; `nil` for all.
  public let region: RegionCode?
  /// Every fault in it, and every fault of other calendars that comes only with it.
  public let findings: [Finding]
  /// The workspace by the files as they are.
  public let before: Workspace
  /// The workspace by this file in its place; it is not to be asked where there are ``findings``.
  public let after: Workspace

  /// Whether it is about a kecamatan that is watched here.
  public var isOfOffice: Bool {
    region.map { region in before.kecamatan.contains { region.contains($0.code) } } ?? true
  }

  /// The duty years whose dates it may move: a rule that counts working days may reach over the end of a year.
  ///
  /// - Parameter today: Today, whose year is meant where the file is of none.
  /// - Returns: The years.
  public func affectedYears(asOf today: CivilDate) -> ClosedRange<Int> {
    if case .holidays(let year?, _, _) = kind { return year - 1...year + 1 }
    return today.year - 1...today.year + 1
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - today: Today: the rules of its year and of the years beside it are looked at.
  ///   - workspace: The workspace.
  /// - Throws: ``WorkspaceFailure`` where there is no such file, or the workspace cannot be read; ``Refused``.
  public init(_ path: FilePath, asOf today: CivilDate, in workspace: Workspace) throws {
    guard let read = try workspace.files.settings(path, named: path.string) else {
      throw WorkspaceFailure.noCalendarFile(path)
    }
    file = path.string
    bytes = read.bytes
    switch try CandidateCalendar.key(of: read, file) {
    case "tahun", "libur":
      let year = read.bytes.flatMap { HolidayDraft.statedYear(of: $0) }
      let (holidays, findings) = HolidayFile.read(read.text, year: year ?? 0)
      let days = holidays?.holidays ?? []
      kind = .holidays(year: year, days: days.count, decrees: Set(days.map(\.decree)).count)
      place = HolidayDraft.place(of: year)
      region = nil
      self.findings = findings
      before = workspace
      after = year.map { workspace.withHolidays(read.text, of: $0) } ?? workspace
    default:
      let name = path.lastComponent?.string ?? ""
      // What is not called so is not read there.
      let isRead = FileSystem.settingsEndings.contains { name.hasSuffix($0) }
      place = "\(Workspace.calendarFolder)/\(isRead ? name : "\(path.stem ?? "NAMA").yaml")"
      region = CalendarBuilder.region(of: read.text)
      let own = try Workspace.ownCalendars(workspace.folder, workspace.files).map(\.text)
      before = try workspace.withOwnCalendars(own)
      let place = place
      let others = own.filter { $0.file != place }.map { (name: $0.file, text: $0) }
      after = try workspace.withOwnCalendars(
        (others + [(place, read.text)]).sorted { $0.name < $1.name }.map(\.text))
      findings = try CandidateCalendar.faults(before, after, asOf: today)
      kind = after.counts(of: read.text.file)
    }
  }

  /// The key at the left edge that tells the kind of a file.
  ///
  /// It is looked for in the lines, so that a file that no parser takes is known, too.
  private static func key(of read: SettingsText, _ file: String) throws(Refused) -> String {
    guard let bytes = read.bytes else { return "kalender" }
    let keys = Set(
      bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return String(decoding: line[..<colon], as: UTF8.self)
      })
    // `kantor.yaml` has a key `kalender` too.
    for (key, what) in others where keys.contains(key) {
      throw .otherKind(file: file, what: what)
    }
    guard let key = ["kalender", "tahun", "libur"].first(where: keys.contains) else {
      throw .unknownKind(file: file)
    }
    return key
  }

  /// The keys of other files that people write.
  private static let others: KeyValuePairs = [
    "register": "register IKU", "zona": "setelan kantor (kantor.yaml)", "skala": "skala predikat",
  ]

  /// The faults of the calendars that come with a file: those that are there without it are not of it.
  private static func faults(
    _ before: Workspace, _ after: Workspace, asOf today: CivilDate
  ) throws(WorkspaceFailure) -> [Finding] {
    var found = after.kecamatan.flatMap { after.calendar(of: $0.code).findings }
    if found.isEmpty {
      for kecamatan in after.kecamatan {
        let desk = try after.desk(of: kecamatan)
        let plan = try desk.plan(today.year - 1...today.year + 1, asOf: today)
        found += plan.ruleFaults.map { $0.finding(in: desk.calendar) }
      }
    }
    var seen = Set(before.kecamatan.flatMap { before.calendar(of: $0.code).findings })
    return found.filter { seen.insert($0).inserted }
  }
}

extension Workspace {
  /// How much of the merged calendars stands in a file.
  fileprivate func counts(of file: String) -> CandidateCalendar.Kind {
    var rules: Set<SourcePlace> = []
    var local: Set<SourcePlace> = []
    var setDates: Set<SourcePlace> = []
    for report in kecamatan.compactMap({ calendar(of: $0.code).calendar }).flatMap(\.reports) {
      for rule in report.layers.joined() where rule.place.file == file {
        rules.insert(rule.place)
        if rule.confidence == .local { local.insert(rule.place) }
      }
      setDates.formUnion(report.setDates.map(\.place).filter { $0.file == file })
    }
    return .reports(rules: rules.count, local: local.count, setDates: setDates.count)
  }
}
