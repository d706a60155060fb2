public import CivilCalendar
public import ComplianceModel
public import Workspace

/// One table that is taken along on its own, and what it is asked for: the same for a command and for a page.
public struct TableQuestion: Sendable {
  /// A table.
  public enum Table: String, CaseIterable, Sendable {
    /// What is open, by due date.
    case jadwal
    /// The desa and their documents.
    case desa
    /// The counts and the rates.
    case kepatuhan
    /// The scorecards.
    case iku
    /// The rows of the ledger.
    case riwayat
    /// All obligations as flat facts.
    case kewajiban

    /// Whether it is of whole years alone.
    public var isOfYears: Bool { [.desa, .iku, .riwayat].contains(self) }
  }

  /// The table.
  public let table: Table
  /// The duty year or quarter, of a history the year of the ledger; `nil` for the whole ledger.
  public let duty: DutyStatement.Duty?
  /// The units.
  public let units: UnitScope
  /// The kecamatan whose indicators are meant: a desa has none.
  public let offices: [Kecamatan]
  /// The day of judging.
  public let day: CivilDate
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?
  /// The role whose part is asked for; `nil` for all.
  public let role: String?
  /// Whether a schedule lists what is settled too.
  public let includesSettled: Bool

  /// Asks for a table.
  public init(
    _ table: Table, of duty: DutyStatement.Duty?, units: UnitScope, offices: [Kecamatan],
    asOf day: CivilDate, knownThrough: CivilDate? = nil, role: String? = nil,
    includesSettled: Bool = false
  ) {
    self.table = table
    self.duty = duty
    self.units = units
    self.offices = offices
    self.day = day
    self.knownThrough = knownThrough
    self.role = role
    self.includesSettled = includesSettled
  }

  /// Answers it.
  ///
  /// - Parameter workspace: The workspace, with the units of the day.
  /// - Returns: The table, and the dates that wait for a holiday file; `nil` where it has none.
  /// - Throws: What the answer throws.
  public func grid(
    in workspace: Workspace
  ) throws -> (grid: Grid, uncomputed: UncomputedDates?) {
    guard table != .riwayat, let duty else { return (try history(workspace), nil) }
    switch table {
    case .jadwal:
      let schedule = try Schedule(
        Schedule.Question(
          duty.quarter.map(DutyScope.quarter) ?? .year(duty.year), of: units, asOf: day,
          knownThrough: knownThrough, includesSettled: includesSettled, role: role,
          includesEscalations: true),
        in: workspace)
      let groups = schedule.situations.map { SituationGroup($0) }
      return (Grid(schedule.columns, groups), schedule.uncomputed)
    case .desa:
      let villages = try Villages(
        Villages.Question(year: duty.year, of: units, asOf: day, knownThrough: knownThrough),
        in: workspace)
      return (villages.grid, villages.uncomputed)
    case .kepatuhan:
      let rates = try ComplianceRates(
        ComplianceRates.Question(
          year: duty.year, quarter: duty.quarter, of: units, asOf: day, knownThrough: knownThrough),
        in: workspace)
      return (rates.grid, rates.uncomputed)
    case .iku:
      let scorecards = try Scorecards(
        ScorecardScope(year: duty.year, of: offices, asOf: day, knownThrough: knownThrough),
        role: role, in: workspace)
      return (scorecards.grid, scorecards.uncomputed)
    case .riwayat: return (try history(workspace), nil)
    case .kewajiban:
      let obligations = try Obligations(
        Obligations.Question(duty, of: units, asOf: day, knownThrough: knownThrough, role: role),
        in: workspace)
      return (Grid(obligations.columns, obligations.facts), obligations.uncomputed)
    }
  }

  private func history(_ workspace: Workspace) throws -> Grid {
    let listing = try LedgerListing(
      LedgerListing.Question(of: units, inLedgerOf: duty?.year, asOf: day), in: workspace)
    return Grid(LedgerLine.columns, listing.lines)
  }
}
