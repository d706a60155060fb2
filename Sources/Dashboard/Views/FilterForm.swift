internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// A form that narrows a page; it is sent as the page's own address.
struct FilterForm: Sendable {
  /// One of the values that a field may have.
  struct Choice: Sendable {
    let value: String
    let label: String
    let isSelected: Bool
  }

  /// The duty quarters around the one of the day.
  let quarters: [Choice]
  /// The duty years around that of the day.
  let years: [Choice]
  /// The units among which one is chosen.
  let units: [Choice]
  /// The roles that answer for something.
  let roles: [Choice]
  /// How an obligation can stand.
  let statuses: [Choice]
  /// Whether several kecamatan are watched, so that pages without much to choose let choose one.
  let hasSeveralKecamatan: Bool
  /// Whether settled obligations are listed too.
  let includesSettled: Bool
  /// The time that the page shows, which gives way to another one that is chosen; `nil` where none was asked for.
  let shownTime: String?
  /// The day of judging where another one than today was asked for; `nil` for today.
  let day: String?

  /// The form of a page.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - quarter: The duty quarter that was asked for.
  ///   - year: The duty year that was asked for.
  ///   - unit: The unit that was asked for.
  init(_ visit: Visit, quarter: Quarter? = nil, year: Int? = nil, unit: RegionCode? = nil) {
    let now = visit.day.year
    // One more year at each end than is worked on.
    let span = Set((now - 1...now + 1).map(\.self) + [quarter?.year, year].compactMap(\.self))
    quarters = span.sorted().flatMap { Quarter.all(of: $0) }.map {
      Choice(
        value: $0.description, label: $0.indonesianWithYear, isSelected: $0 == quarter)
    }
    years = span.sorted().map {
      Choice(value: "\($0)", label: "\($0)", isSelected: $0 == year)
    }
    units = visit.offeredUnits(unit).map { code, name in
      Choice(value: code.description, label: name, isSelected: code == unit)
    }
    let words = visit.workspace.kecamatan.first?.words ?? .national
    let known = visit.workspace.knownRoles
    let asked = visit.query["untuk"].flatMap { Office.role(written: $0, among: known) }
    roles = known.map {
      Choice(value: $0, label: Words.role($0, words), isSelected: $0 == asked)
    }
    let status = visit.query["status"]
    statuses = Status.allCases.map {
      Choice(value: $0.rawValue, label: Words.status($0), isSelected: $0.rawValue == status)
    }
    hasSeveralKecamatan = visit.workspace.kecamatan.count > 1
    includesSettled = visit.query["semua"] != nil
    shownTime = visit.query.time
    day = visit.day == visit.today ? nil : visit.day.description
  }

  /// The levels of reports.
  static func levels(_ asked: Report.Level?) -> [Choice] {
    Report.Level.allCases.map {
      Choice(value: $0.rawValue, label: Words.level($0), isSelected: $0 == asked)
    }
  }
}
