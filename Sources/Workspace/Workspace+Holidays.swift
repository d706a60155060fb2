internal import CalendarFiles
public import CivilCalendar
public import ComplianceModel

extension Workspace {
  /// Where the office's own files of holidays lie.
  package static let holidayFolder = "kalender/libur"

  /// The file of the holidays of a year; `nil` where there is none.
  ///
  /// - Throws: ``WorkspaceFailure`` where the file cannot be read.
  package func holidayYear(_ year: Int) throws(WorkspaceFailure) -> HolidayYear? {
    try holidays.year(year)
  }

  /// Refuses years whose file of holidays is there and cannot be relied on.
  ///
  /// A date that needs a year without holidays is not computed; where the file is faulty, the fault is told
  /// instead.
  ///
  /// - Throws: ``WorkspaceFailure`` for the first of them, with every fault in its file.
  public func requireHolidays(of years: some Sequence<Int>) throws(WorkspaceFailure) {
    for year in Set(years).sorted() { _ = try holidays.national(year) }
  }

  /// The working days of the first kecamatan in some years, without a look at any ledger.
  ///
  /// - Parameter years: The years; those without a file of holidays are not covered, nor is any other.
  /// - Returns: The working days.
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func workingDays(
    in years: some Sequence<Int>
  ) throws(WorkspaceFailure) -> WorkingDayCalendar {
    var covered: [Int] = []
    var holidays: [Holiday] = []
    for year in years {
      guard let known = try self.holidays(of: year) else { continue }
      covered.append(year)
      holidays += known.holidays
    }
    let weeks = kecamatan.first.map { office.weeks(of: $0.code) } ?? office.weeks
    return WorkingDayCalendar(coveredYears: covered, holidays: holidays, weeks: weeks)
  }

  /// The holidays of a year with what the calendars of the first kecamatan change in them, and the file that
  /// they are read from; `nil` where the year has none.
  ///
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func holidays(
    of year: Int
  ) throws(WorkspaceFailure) -> (file: String, holidays: [Holiday])? {
    guard let national = try holidays.national(year), let file = try holidayYear(year)?.file else {
      return nil
    }
    let local = kecamatan.first.map { calendar(of: $0.code).holidays }
    return (file, local?.applied(to: national, year: year) ?? national)
  }

  /// The year of a file of holidays; `nil` where its name tells none.
  package static func holidayYear(ofFile name: String) -> Int? {
    let ending = [".yaml", ".yml"].first { name.hasSuffix($0) }
    guard let stem = ending.map({ name.dropLast($0.count) }), stem.count == 4,
      stem.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Int(stem)
  }

  /// The roles that may be named: the usual ones, and those that answer for a report, in order; the
  /// calendars have no fault.
  public var knownRoles: [String] {
    let merged = calendars(of: kecamatan.map(\.code))
    return Set(merged.compactMap(\.calendar).flatMap { office.knownRoles($0) }).sorted()
  }

  /// The roles in `kantor.yaml` that nobody can hold or answer for.
  public var unknownRoles: [Finding] {
    unknownRoles(in: kecamatan.compactMap { calendar(of: $0.code).calendar })
  }

  /// The roles in `kantor.yaml` that nobody can hold or answer for, by the calendars of all kecamatan.
  package func unknownRoles(in calendars: [ReportCalendar]) -> [Finding] {
    guard !calendars.isEmpty else { return [] }
    let known = Set(calendars.flatMap { office.knownRoles($0) }).sorted()
    return office.places.inOrder.compactMap { mention, _ in
      guard case .role(let role) = mention, !known.contains(role) else { return nil }
      return WorkspaceSentence.unknownRole(role, in: office, known: known)
    }
  }
}
