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
    /// The days on which the date may fall; `nil` where that cannot be told.
    public let span: ClosedRange<CivilDate>?

    /// Whether the date may fall in a quarter.
    public func touches(_ quarter: Quarter) -> Bool {
      span?.overlaps(quarter.firstDay...quarter.lastDay) ?? true
    }
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
  /// Obligations that fell due while their unit was in another kecamatan, to whose rates they belong.
  public internal(set) var inherited: [Obligation] = []
  /// Obligations of the duty years that are not watched, since they were due before the first watched
  /// day of their unit: they are in no list and no count.
  public internal(set) var unwatched: [Obligation] = []
  /// Obligations whose date waits for a holiday file; they have no due date as long.
  public internal(set) var uncomputed: [Obligation] = []
  /// Dates that wait for a holiday file.
  public internal(set) var gaps: [Gap] = []
  /// Faults of the rules that only show for a period.
  public internal(set) var ruleFaults: [RuleFault] = []

  /// The obligations whose date may fall in a quarter and waits for a holiday file.
  public func uncomputed(in quarter: Quarter) -> [Obligation] {
    let asked = Set(gaps.filter { $0.touches(quarter) }.map { Key($0.report, $0.period) })
    return uncomputed.filter { asked.contains(Key($0.id.report, $0.id.period)) }
  }

  /// Keeps of what is open only what somebody here can still ask for: not what a unit owed that has left,
  /// and also what a unit that came from another kecamatan owes since before.
  public mutating func keepOpenElsewhere(_ definitions: Definitions, on day: CivilDate) {
    func hasLeft(_ obligation: Obligation) -> Bool {
      definitions.kecamatan.unit(obligation.id.unit)?.through.map { $0 < day } ?? false
    }
    dated.removeAll(where: hasLeft)
    undated.removeAll(where: hasLeft)
    uncomputed.removeAll(where: hasLeft)
    dated += inherited
    inherited = []
  }

  private struct Key: Hashable {
    let report: Code
    let period: Period

    init(_ report: Code, _ period: Period) {
      self.report = report
      self.period = period
    }
  }

  /// Keeps only what concerns some reports.
  public mutating func keep(where isMeant: (Code) -> Bool) {
    dated.removeAll { !isMeant($0.id.report) }
    undated.removeAll { !isMeant($0.id.report) }
    inherited.removeAll { !isMeant($0.id.report) }
    unwatched.removeAll { !isMeant($0.id.report) }
    uncomputed.removeAll { !isMeant($0.id.report) }
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
  /// The holidays of a year are not known; the days on which the date may fall.
  case gap(year: Int, DeadlineRule?, ClosedRange<CivilDate>?)

  /// The version that stands, with a date or without one.
  var rule: DeadlineRule? {
    switch self {
    case .due(_, let rule): rule
    case .undated(let rule), .gap(_, let rule, _): rule
    case .nothing, .fault: nil
    }
  }
}
