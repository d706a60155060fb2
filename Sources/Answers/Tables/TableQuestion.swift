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

  /// Answers it piece by piece, so that the obligations of a country are never in memory at once; all other tables
  /// are one piece.
  ///
  /// - Parameters:
  ///   - workspace: The workspace, with the units of the day.
  ///   - make: Makes of a piece what is wanted of it, on either of two threads.
  ///   - take: Gets what was made, in order, of at least one piece, and says whether more is wanted. All
  ///     pieces have the same columns.
  /// - Returns: The dates that wait for a holiday file; `nil` where the table has none.
  /// - Throws: What the answer throws, perhaps after some pieces; what `take` throws.
  public func pieces<Piece: Sendable>(
    in workspace: Workspace, making make: @Sendable (Grid) -> Piece,
    _ take: (Piece) throws -> Bool
  ) throws -> UncomputedDates? {
    guard table == .kewajiban, let duty else {
      let (grid, uncomputed) = try grid(in: workspace)
      _ = try take(make(grid))
      return uncomputed
    }
    let question = Obligations.Question(
      duty, of: units, asOf: day, knownThrough: knownThrough, role: role)
    let columns = Obligations.columns(asOf: day)
    var uncomputed = UncomputedDates()
    guard try take(make(Grid(columns, []))) else { return uncomputed }
    var rest = units.kecamatan[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(TableQuestion.windowSize))
      rest = rest.dropFirst(some.count)
      let made = try Workers.map(some.count) { range in
        let parts = try range.map {
          try KecamatanObligations(of: some[$0], question, in: workspace)
        }
        let dates = parts.map {
          UncomputedDates($0.duties.plan, in: duty.quarter, $0.desk.calendar)
        }
        return (piece: make(Grid(columns, parts.flatMap(\.facts))), dates: dates)
      }
      for block in made {
        for dates in block.dates { uncomputed.add(dates) }
        guard try take(block.piece) else { return uncomputed }
      }
    }
    return uncomputed
  }

  /// The kecamatan that are answered before what was made of them is taken: enough for two threads, and some 10 MB
  /// of text.
  private static let windowSize = 256

  private func history(_ workspace: Workspace) throws -> Grid {
    let listing = try LedgerListing(
      LedgerListing.Question(of: units, inLedgerOf: duty?.year, asOf: day), in: workspace)
    return Grid(LedgerLine.columns, listing.lines)
  }
}
