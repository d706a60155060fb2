public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// A row about an obligation that was recorded, and what it changed.
public struct RecordedRow: Sendable {
  /// The report and the unit; the desk knows the row.
  public let selection: Selection
  /// The obligation.
  public let obligation: Obligation
  /// Where the row is.
  public let row: LedgerEvent.RowID
  /// `tanggal`; of an extension the new due date.
  public let date: CivilDate
  /// `diterima`; of an extension the day of the letter.
  public let received: CivilDate
  /// How it was taken.
  public let admission: Admission
  /// The path of its evidence in the workspace; `nil` where there is none.
  public let evidencePath: String?
  /// The due date that was in force before; `nil` where there was none.
  public let formerDue: CivilDate?
  /// Where the obligation stands now; `nil` for a report that no calendar defines.
  public let assessment: Assessment?

  init(_ row: Recorded<ObligationAct>.Row, asOf today: CivilDate) {
    var selection = row.act.selection
    formerDue = row.acceptance.due
    selection.desk = row.desk
    let period = row.act.obligation.id.period
    // The row is in the ledger, whatever its date waits for now.
    obligation = (try? selection.obligation(period, asOf: today)) ?? row.act.obligation
    assessment = selection.desk.judge(asOf: today).assess(obligation)
    self.selection = selection
    self.row = row.id
    date = row.act.date
    received = row.act.received
    admission = row.acceptance.admission
    evidencePath = row.evidence?.path
  }
}
