public import CivilCalendar
public import ComplianceModel

/// Everything that is settled before the ledger is looked at: who owes what, and by which calendar.
public struct Definitions: Sendable {
  /// The kecamatan and its villages.
  public let kecamatan: Kecamatan
  /// The office's own settings.
  public let office: Office
  /// The reports, rules and events in force.
  public let calendar: ReportCalendar
  /// The office's working days, for the years that were loaded.
  public let workingDays: WorkingDayCalendar

  /// Creates the definitions of one kecamatan.
  public init(
    kecamatan: Kecamatan, office: Office, calendar: ReportCalendar, workingDays: WorkingDayCalendar
  ) {
    self.kecamatan = kecamatan
    self.office = office
    self.calendar = calendar
    self.workingDays = workingDays
  }

  /// The units that owe a report: the kecamatan, or its desa.
  public func units(owing report: Report) -> [RegionCode] {
    let candidates =
      report.level == .office ? [kecamatan.code] : kecamatan.villages.map(\.code)
    return candidates.filter { report.isOwed(by: $0) }
  }

  /// Which submission decides on-time for a report: the calendar's word, else the office's.
  public func deciding(_ report: Report) -> DecidingSubmission {
    report.deciding ?? office.deciding
  }

  /// Days before the due date from which a report is `segera`.
  public func leadDays(_ report: Report) -> Int { report.leadDays ?? office.leadDays }
}
