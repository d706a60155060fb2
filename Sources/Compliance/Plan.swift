public import CivilCalendar
public import ComplianceModel

/// The obligations of a kecamatan in some duty years, and what kept others from being reckoned.
public struct Plan: Sendable {
  /// A date that could not be reckoned because the holidays of a year are not known.
  public struct Gap: Hashable, Sendable {
    /// The report.
    public let report: Code
    /// The covered period.
    public let period: Period
    /// The year without holidays.
    public let year: Int
  }

  /// A period for which no version of a rule holds, or more than one.
  public struct RuleFault: Hashable, Sendable {
    /// The report.
    public let report: Code
    /// The covered period.
    public let period: Period
    /// A due date that a version gives.
    public let due: CivilDate
    /// The versions that hold: none, or two and more.
    public let holding: [SourcePlace]
    /// A version to look at.
    public let place: SourcePlace
  }

  /// Obligations with a due date in the duty years, in the order of the calendar.
  public internal(set) var dated: [Obligation] = []
  /// Obligations without a due date whose period lies in the duty years.
  public internal(set) var undated: [Obligation] = []
  /// Dates that wait for a holiday file.
  public internal(set) var gaps: [Gap] = []
  /// Faults of the rules that only show for a period.
  public internal(set) var ruleFaults: [RuleFault] = []

  /// Keeps only what concerns some reports.
  public mutating func keep(where isMeant: (Code) -> Bool) {
    dated.removeAll { !isMeant($0.id.report) }
    undated.removeAll { !isMeant($0.id.report) }
    gaps.removeAll { !isMeant($0.report) }
    ruleFaults.removeAll { !isMeant($0.report) }
  }
}

/// How a rule answers for one period of one unit.
enum RuleAnswer {
  /// A version holds and gives a date.
  case due(CivilDate, DeadlineRule)
  /// A version stands, but its event is not known or it only counts.
  case undated(DeadlineRule?)
  /// Nothing is owed: no rule speaks of the period.
  case nothing
  /// No version holds, or more than one in the same layer.
  case fault(CivilDate, holding: [SourcePlace], SourcePlace)
  /// The holidays of a year are not known.
  case gap(year: Int)
}
