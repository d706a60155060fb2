public import CivilCalendar
public import Compliance
internal import ComplianceModel
internal import LedgerStore
public import Workspace

/// How a kecamatan stands in one duty year or quarter: what an export states, and what a frozen quarter
/// is compared by.
///
/// It holds what is printed and decides nothing, so that it can also be read back out of a file.
public struct DutyStatement: Hashable, Sendable {
  /// The time in which the listed obligations are due by their rules.
  public enum Duty: Hashable, Sendable {
    /// A whole year, 1900 through 2200.
    case year(Int)
    /// One quarter.
    case quarter(Quarter)

    /// The duty year.
    public var year: Int {
      switch self {
      case .year(let year): year
      case .quarter(let quarter): quarter.year
      }
    }

    /// The duty quarter; `nil` for a whole year.
    public var quarter: Quarter? { if case .quarter(let quarter) = self { quarter } else { nil } }

    /// The part of a file's name: `2026-TW1`, `2026`.
    public var name: String { quarter?.description ?? "\(year)" }
  }

  /// The duty year or quarter.
  public let duty: Duty
  /// The day on which everything was judged.
  public let asOf: CivilDate
  /// The first watched day of the kecamatan: what was due before is not in the statement; `nil` where
  /// everything is watched.
  public let watchedSince: CivilDate?
  /// What the kecamatan office owes.
  public let reports: [OfficeReport]
  /// What each desa owes.
  public let villages: [Village]
  /// The ADD recommendations that the camat issues.
  public let recommendations: [Recommendation]
  /// The scorecard of the year, up to ``asOf``.
  public let indicators: [Indicator]
  /// The counts over all obligations listed.
  public let summary: Tally

  /// Creates a statement.
  public init(
    duty: Duty, asOf: CivilDate, watchedSince: CivilDate? = nil, reports: [OfficeReport],
    villages: [Village],
    recommendations: [Recommendation], indicators: [Indicator], summary: Tally
  ) {
    self.duty = duty
    self.asOf = asOf
    self.watchedSince = watchedSince
    self.reports = reports
    self.villages = villages
    self.recommendations = recommendations
    self.indicators = indicators
    self.summary = summary
  }
}

extension DutyStatement {
  /// States how a kecamatan stands on a day, as far as its desk knows.
  ///
  /// - Parameters:
  ///   - duty: The duty year or quarter.
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  /// - Returns: The statement, and the dates that wait for holidays and are not in it.
  /// - Throws: ``AnswerFailure`` for a rule that does not answer; a `WorkspaceFailure` for registers or
  ///   holidays that cannot be read.
  public static func made(
    _ duty: Duty, by desk: Desk, asOf day: CivilDate
  ) throws -> (statement: DutyStatement, uncomputed: UncomputedDates) {
    let duties = try JudgedDuties(duty.year, duty.quarter, desk, asOf: day)
    let lines = duties.lines
    try lines.plan.requireSoundRules(desk.calendar)
    var scored = desk
    let scorecards = try scored.scorecards(year: duty.year, asOf: day)
    let statement = DutyStatement(
      duty: duty, judge: duties.judge, duties: lines, scorecards: scorecards,
      codes: scored.calendar.codes, evidence: desk.evidence(of:))
    return (statement, UncomputedDates(lines.plan, in: duty.quarter, desk.calendar))
  }
}
