public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore

extension Desk {
  /// Where a row stands in its ledger file.
  package func place(of row: LedgerEvent.RowID) -> SourcePlace {
    // The header is line 1, so that row N stands on line N + 1.
    SourcePlace(
      file: LedgerStore.file(of: row.book ?? kecamatan.code, year: row.year), line: row.number + 1,
      column: 1)
  }

  /// What is odd about the period that a submission is recorded for.
  ///
  /// - Parameters:
  ///   - obligation: What it was recorded for.
  ///   - row: The row.
  ///   - date: Its `tanggal`.
  /// - Returns: A remark where the period was not over on that day; else `nil`.
  public func remark(
    on obligation: Obligation, recordedIn row: LedgerEvent.RowID, dated date: CivilDate
  ) -> Finding? {
    guard let report = calendar.report(obligation.id.report),
      obligation.isUnfinished(on: date, report)
    else { return nil }
    return WorkspaceSentence.unfinished(
      obligation.id.period, on: date, calendar.codes[report.code],
      likely: report.lastPeriod(endedBy: date), at: place(of: row))
  }

  /// The ledgers of the kecamatan that hold a row, `63.05.12/2026`.
  public var bookNames: [String] {
    ledger.files.filter { $0.rowCount > 0 }.map { "\(kecamatan.code)/\($0.year)" }
  }
}
