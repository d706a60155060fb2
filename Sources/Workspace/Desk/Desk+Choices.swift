public import CivilCalendar
public import Compliance
public import ComplianceModel

extension Desk {
  /// The obligations of one report and some units that fit, of those that are due by the lead time.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - units: The units that owe it.
  ///   - day: Today.
  ///   - days: How far ahead due dates are looked at; as far as the lead time of the report where it is
  ///     `nil`.
  ///   - fits: Whether an obligation can be meant.
  /// - Returns: Those that fit; and for a message those as well that may be meant where none does.
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func choices(
    of report: Report, by units: Set<RegionCode>, asOf day: CivilDate, within days: Int? = nil,
    where fits: (Assessment) -> Bool
  ) throws(WorkspaceFailure) -> (fitting: [Assessment], listed: [Assessment]) {
    let schedule = try AssessedDuties(
      .window(days: days ?? definitions.leadDays(report)), self, asOf: day,
      watchedSince: watchedSince(asOf: day))
    func isMeant(_ assessment: Assessment) -> Bool {
      assessment.report.code == report.code && units.contains(assessment.obligation.id.unit)
    }
    let fitting = schedule.dated.filter { isMeant($0) && fits($0) }
    guard fitting.isEmpty else { return (fitting, fitting) }
    // Where none fits, those further away or without a due date may be meant.
    let known = schedule.plan.dated + schedule.plan.undated
    let listed = schedule.judge.assess(known).filter {
      isMeant($0) && ($0.report.nature != .account || $0.obligation.id.period.firstDay <= day)
    }
    return ([], listed)
  }
}
