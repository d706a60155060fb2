public import CivilCalendar
public import Compliance
public import ComplianceModel
public import Workspace

/// What would move where other settings, calendars or holidays take the place of those in force: the due dates
/// and statuses before and after.
///
/// Nothing is written, and what is frozen stays as it is; the quarters of which that says otherwise are named.
public struct DefinitionEffect: Sendable {
  /// An obligation that moves.
  public struct Move: Sendable {
    /// The unit.
    public let unit: RegionCode
    /// The name of the unit, as it is printed.
    public let unitName: String
    /// The code of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// Where it stands by the definitions in force; `nil` where they demand no such report, or give no date.
    public let before: DueStanding?
    /// Where it would stand; `nil` where nobody would owe it, or it would have no date.
    public let after: DueStanding?
  }

  /// The duty years that are compared.
  public let years: ClosedRange<Int>
  /// The obligations that move, the earliest date first.
  public let moves: [Move]
  /// How many obligations are compared.
  public let compared: Int
  /// The frozen quarters that would say otherwise.
  public let frozen: [QuarterFreeze]

  /// Compares two states of the definitions of one workspace.
  ///
  /// - Parameters:
  ///   - before: The workspace by those in force.
  ///   - after: The workspace by the others.
  ///   - years: The duty years.
  ///   - day: The day of judging.
  /// - Throws: `WorkspaceFailure`, as opening a desk and assessing its duties do.
  public init(
    from before: Workspace, to after: Workspace, years: ClosedRange<Int>, asOf day: CivilDate
  ) throws(WorkspaceFailure) {
    var moves: [Move] = []
    var compared = 0
    var frozen: [QuarterFreeze] = []
    for kecamatan in before.viewed(on: day).kecamatan {
      let desk = try before.desk(of: kecamatan)
      let old = try DefinitionEffect.standings(desk, years, asOf: day)
      let new = try DefinitionEffect.standings(
        after.desk(of: kecamatan), years, asOf: day)
      let duties = Set(old.keys).union(new.keys)
      compared += duties.count
      var quarters: Set<Quarter> = []
      for duty in duties where old[duty] != new[duty] {
        let move = Move(
          unit: duty.unit, unitName: kecamatan.displayName(of: duty.unit), report: duty.report,
          period: duty.period, before: old[duty], after: new[duty])
        moves.append(move)
        quarters.formUnion(move.quarters)
      }
      frozen += desk.freezes(of: quarters)
    }
    self.years = years
    self.moves = moves.sorted { $0.order < $1.order }
    self.compared = compared
    self.frozen = frozen
  }

  /// An obligation by its words, since each state of the calendars has codes of its own.
  private struct Duty: Hashable {
    let unit: RegionCode
    let report: String
    let period: Period
  }

  /// Where everything of some years that has a date stands.
  private static func standings(
    _ desk: Desk, _ years: ClosedRange<Int>, asOf day: CivilDate
  ) throws(WorkspaceFailure) -> [Duty: DueStanding] {
    let judge = desk.judge(asOf: day)
    let plan = try desk.plan(years, asOf: day)
    var standings: [Duty: DueStanding] = [:]
    for assessment in judge.assess(plan.dated) {
      let id = assessment.obligation.id
      let duty = Duty(
        unit: id.unit, report: desk.calendar.codes[assessment.report.code], period: id.period)
      standings[duty] = DueStanding(assessment)
    }
    return standings
  }
}

extension DefinitionEffect.Move {
  /// The duty quarters before and after.
  fileprivate var quarters: Set<Quarter> {
    Set([before?.ruleDue, after?.ruleDue].compactMap { $0?.quarter })
  }

  /// Where it is in the list: by the earlier of its dates, then by unit, report and period.
  fileprivate var order: (Int, RegionCode, String, Period) {
    let dates = [before?.due, after?.due].compactMap { $0 }
    return (dates.min()?.dayNumber ?? .max, unit, report, period)
  }
}
