internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Workspace

/// One table of an export, as it is asked for.
struct TableRequest {
  let table: TableQuestion.Table
  /// The duty year or quarter, of a history the year of the ledger; `nil` for the whole ledger.
  let duty: DutyStatement.Duty?
  let day: CivilDate
  let knownThrough: CivilDate?
  /// The units that are named; all where there is none.
  let units: [String]
  let role: String?
  let includesSettled: Bool

  /// The question, asked with the units of its day.
  ///
  /// - Throws: An `UnitRefusal`.
  func question(_ session: inout Session) throws -> TableQuestion {
    session.view(on: day)
    return TableQuestion(
      table, of: duty, units: try session.scope(units),
      offices: table == .iku ? try offices(session) : [], asOf: day, knownThrough: knownThrough,
      role: role, includesSettled: includesSettled)
  }

  /// The kecamatan whose indicators are meant: a desa has none.
  private func offices(_ session: Session) throws -> [Kecamatan] {
    let named = try units.flatMap { try session.offices(of: $0, having: "indikator") }
    return session.workspace.kecamatan.filter { units.isEmpty || named.contains($0) }
  }

  /// The name of the file: `jadwal-2026-TW1-sekcam.csv`, `riwayat-63.05.12.2001.csv`.
  func fileName(_ session: Session, ending: String) throws -> String {
    let units = try units.map { try session.unit($0).description }
    let parts = [table.rawValue, duty?.name].compactMap(\.self) + units
    return (parts + [role.map(PrintedPages.fileWord)].compactMap(\.self)).joined(separator: "-")
      + ".\(ending)"
  }
}
