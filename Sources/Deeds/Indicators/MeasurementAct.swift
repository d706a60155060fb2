internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The row of one measured value.
struct MeasurementAct: Act {
  let indicator: MeasuredIndicator
  let kecamatan: RegionCode
  /// The value as the ledger holds it.
  let text: String
  /// What stands in front of the note.
  let words: String?
  let terms: MeasurementTerms

  func admit(_ desk: Desk, asOf today: CivilDate) throws -> DisplacedRows {
    let (period, date) = (terms.period, terms.date ?? today)
    guard period.firstDay <= today else { throw Measure.Refused.notBegun(period) }
    guard date <= today else { throw Measure.Refused.future(date) }
    guard date >= period.firstDay else { throw Measure.Refused.beforePeriod(date, period) }
    // A year that is over and has no scorecard, for want of its holidays, is mistyped.
    if period.year < today.year {
      try desk.workspace.requireHolidays(of: [period.year])
      guard desk.definitions.workingDays.covers(year: period.year) else {
        throw Measure.Refused.noHolidays(period.year)
      }
    }
    return DisplacedRows(by: period, indicator.original, desk, asOf: today)
  }

  func entry(
    _ displaced: DisplacedRows, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    let note = [evidence.map { "[\($0.originalName)]" }, words, terms.note]
    let date = terms.date ?? today
    return LedgerEntry(
      kind: .measured, unit: kecamatan, subject: indicator.original.label,
      period: terms.period.description, date: date, received: date, value: text,
      file: evidence?.path ?? "", sha256: evidence?.sha256 ?? "",
      note: note.compactMap(\.self).joined(separator: " "), recorder: terms.recorder)
  }
}
