internal import CalendarFiles
internal import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import SystemPackage

extension Workspace {
  /// The holidays of a year as decreed; `nil` where there is no file for it.
  ///
  /// The office's own file takes the place of the program's.
  func nationalHolidays(of year: Int) throws(WorkspaceFailure) -> [Holiday]? {
    guard let (path, name) = try holidayFile(of: year), let bytes = try files.bytes(of: path) else {
      return nil
    }
    let (file, findings) = HolidayFile.read(texts.text(bytes, file: name), year: year)
    guard let file else { throw .configuration(findings) }
    return file.holidays
  }

  /// Where the office's own files of holidays lie.
  static let holidayFolder = "kalender/libur"

  /// The file that tells the holidays of a year, and its name for the user; `nil` where there is none.
  func holidayFile(
    of year: Int
  ) throws(WorkspaceFailure) -> (path: FilePath, name: String)? {
    let own = "\(Workspace.holidayFolder)/\(year)"
    for name in ["\(own).yaml", "\(own).yml"] {
      let path = folder.pushing(FilePath(name))
      if try files.bytes(of: path) != nil { return (path, name) }
    }
    let path = data.holidays.appending("\(year).yaml")
    return try files.bytes(of: path) == nil ? nil : (path, "Calendars/libur/\(year).yaml")
  }

  /// The year of a file of holidays; `nil` where its name tells none.
  static func holidayYear(ofFile name: String) -> Int? {
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) }
    guard let stem = ending.map({ name.dropLast($0.count) }), stem.count == 4,
      stem.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Int(stem)
  }

  /// The roles in `kantor.yaml` that nobody can hold or answer for.
  public var unknownRoles: [Finding] {
    let calendars = kecamatan.compactMap { calendar(of: $0.code).calendar }
    guard !calendars.isEmpty else { return [] }
    let known = Set(calendars.flatMap { office.knownRoles($0) }).sorted()
    return office.places.sorted {
      ($0.value.line, $0.value.column) < ($1.value.line, $1.value.column)
    }.compactMap { mention, _ in
      guard case .role(let role) = mention, !known.contains(role) else { return nil }
      return WorkspaceSentence.unknownRole(role, in: office, known: known)
    }
  }
}
