public import CivilCalendar
public import Compliance
internal import ComplianceModel
internal import Workspace

/// The document of one desa that is in force in the year that is asked about, and was owed before it.
///
/// The APBDes of a year is due on the last day of the year before. The matrix of a year holds the one that
/// is due in it; whether this year's is there decides what the desa may be paid.
public struct InForce: Sendable {
  /// The code of the report.
  public let report: String
  /// The obligation as it stands.
  public let assessment: Assessment

  /// A report that has such documents, with the period that is in force.
  public struct Kind: Sendable {
    /// The code of the report.
    public let report: String
    /// The period that is in force in the year.
    public let period: Period
    fileprivate let code: Code
  }

  /// The reports whose documents of a year recommendations of the same year wait for, where they are owed
  /// in another year.
  static func kinds(in year: Int, _ calendar: ReportCalendar) -> [Kind] {
    let gates = calendar.reports.filter { $0.level == .recommendation }.flatMap(\.gates)
    let awaited = Set(gates.filter { $0.relation == .sameYear }.map(\.report))
    return calendar.reports.compactMap { report in
      guard awaited.contains(report.code), report.level == .village, report.isOwed,
        report.yearOffset != 0, let period = Period(report.length, year: year)
      else { return nil }
      return Kind(report: calendar.codes[report.code], period: period, code: report.code)
    }
  }

  /// The documents of a desa that are in force.
  ///
  /// - Throws: What keeps a due date from being computed.
  static func documents(
    of village: RegionCode, _ kinds: [Kind], _ desk: Desk, _ judge: Judge
  ) throws -> [InForce] {
    try kinds.compactMap { kind in
      let id = Obligation.ID(report: kind.code, unit: village, period: kind.period)
      guard let obligation = try desk.obligation(id, asOf: judge.day),
        let assessment = judge.assess(obligation),
        // What was due before the desa is watched is told only where it is there.
        assessment.status.isIn || judge.definitions.isWatched(id, due: obligation.due)
      else { return nil }
      return InForce(report: kind.report, assessment: assessment)
    }
  }
}
