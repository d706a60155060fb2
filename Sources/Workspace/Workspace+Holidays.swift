internal import CalendarFiles
package import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import SystemPackage

extension Workspace {
  /// Where the office's own files of holidays lie.
  package static let holidayFolder = "kalender/libur"

  /// The holidays of a year as decreed; `nil` where there is no file for it.
  ///
  /// The office's own file takes the place of the program's. A file is read once, whatever the number
  /// of kecamatan and questions.
  ///
  /// - Throws: ``WorkspaceFailure`` where the file cannot be read, with every fault in it.
  package func nationalHolidays(of year: Int) throws(WorkspaceFailure) -> [Holiday]? {
    guard let read = try holidayYear(year) else { return nil }
    guard let holidays = read.holidays else { throw .configuration(read.findings) }
    return holidays
  }

  /// The file of the holidays of a year; `nil` where there is none.
  ///
  /// - Throws: ``WorkspaceFailure`` where the file cannot be read.
  package func holidayYear(_ year: Int) throws(WorkspaceFailure) -> HolidayYear? {
    try holidays.year(year) { () throws(WorkspaceFailure) in
      let own = ["yaml", "yml"].map { "\(Workspace.holidayFolder)/\(year).\($0)" }
      let places =
        own.map { (name: $0, path: folder.pushing(FilePath($0))) }
        + [("Calendars/libur/\(year).yaml", data.holidays.appending("\(year).yaml"))]
      for (name, path) in places {
        guard let bytes = try files.bytes(of: path) else { continue }
        let (file, findings) = HolidayFile.read(YAMLText(bytes, file: name), year: year)
        return HolidayYear(file: name, holidays: file?.holidays, findings: findings)
      }
      return nil
    }
  }

  /// The year of a file of holidays; `nil` where its name tells none.
  package static func holidayYear(ofFile name: String) -> Int? {
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) }
    guard let stem = ending.map({ name.dropLast($0.count) }), stem.count == 4,
      stem.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Int(stem)
  }

  /// The roles in `kantor.yaml` that nobody can hold or answer for.
  public var unknownRoles: [Finding] {
    unknownRoles(in: kecamatan.compactMap { calendar(of: $0.code).calendar })
  }

  /// The roles in `kantor.yaml` that nobody can hold or answer for, by the calendars of all kecamatan.
  package func unknownRoles(in calendars: [ReportCalendar]) -> [Finding] {
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
