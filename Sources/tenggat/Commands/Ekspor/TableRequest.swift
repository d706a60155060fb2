internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// One table of an export, as it is asked for.
struct TableRequest {
  let table: ExportedTable
  /// The duty year or quarter, of a history the year of the ledger; `nil` for the whole ledger.
  let duty: DutyStatement.Duty?
  let day: CivilDate
  let knownThrough: CivilDate?
  /// The units that are named; all where there is none.
  let units: [String]
  let role: String?
  let includesSettled: Bool

  /// Answers it.
  ///
  /// - Throws: What the answer throws.
  func grid(_ session: inout Session) throws -> Grid {
    session.view(on: day)
    let units = try session.scope(units)
    guard let duty else { return try history(units, session) }
    switch table {
    case .jadwal:
      let schedule = try Schedule(
        Schedule.Question(
          duty.quarter.map(DutyScope.quarter) ?? .year(duty.year), of: units, asOf: day,
          knownThrough: knownThrough, includesSettled: includesSettled, role: role,
          includesEscalations: true),
        in: session.workspace)
      session.remark(schedule.uncomputed)
      return Grid(schedule.columns, schedule.situations.map { SituationGroup($0) })
    case .desa:
      let villages = try Villages(
        Villages.Question(
          year: duty.year, of: units, asOf: day, knownThrough: knownThrough),
        in: session.workspace)
      session.remark(villages.uncomputed)
      return villages.grid
    case .kepatuhan:
      let rates = try ComplianceRates(
        ComplianceRates.Question(
          year: duty.year, quarter: duty.quarter, of: units, asOf: day, knownThrough: knownThrough),
        in: session.workspace)
      session.remark(rates.uncomputed)
      return rates.grid
    case .iku:
      let scorecards = try Scorecards(
        ScorecardScope(
          year: duty.year, of: try offices(session), asOf: day, knownThrough: knownThrough),
        role: role, in: session.workspace)
      session.remark(scorecards.uncomputed)
      return scorecards.grid
    case .riwayat: return try history(units, session)
    case .kewajiban:
      let obligations = try Obligations(
        Obligations.Question(
          duty, of: units, asOf: day, knownThrough: knownThrough, role: role),
        in: session.workspace)
      session.remark(obligations.uncomputed)
      return Grid(obligations.columns, obligations.facts)
    }
  }

  private func history(_ units: UnitScope, _ session: Session) throws -> Grid {
    let listing = try LedgerListing(
      LedgerListing.Question(of: units, inLedgerOf: duty?.year, asOf: day), in: session.workspace)
    return Grid(LedgerLine.columns, listing.lines)
  }

  /// The kecamatan whose indicators are meant: a desa has none.
  private func offices(_ session: Session) throws -> [Kecamatan] {
    guard !units.isEmpty else { return session.workspace.kecamatan }
    return try units.flatMap { try session.offices(of: $0, having: "indikator") }
  }

  /// The name of the file: `jadwal-2026-TW1.csv`, `riwayat-63.05.12.2001.csv`.
  func fileName(_ session: Session, ending: String) throws -> String {
    let units = try units.map { try session.unit($0).description }
    return ([table.rawValue, duty?.name].compactMap(\.self) + units).joined(separator: "-")
      + ".\(ending)"
  }
}
