internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// One row about an obligation: a submission, or a decision on it.
struct ObligationAct: Act {
  /// The report and the unit, with the desk as it was opened.
  let selection: Selection
  let obligation: Obligation
  let kind: LedgerEvent.Kind
  let date: CivilDate
  let received: CivilDate
  /// Obligations that may be meant instead.
  var others: [Obligation] = []
  let recorder: String
  let note: String?
  /// Why it is recorded although something is odd about it.
  let reason: String?

  /// What was seen of the ledgers when it was decided on; `nil` where nobody looked.
  var seen: KnownRows?

  /// Finds a row that says the same already.
  var findKnown: (@Sendable (Desk, StoredEvidence?) -> LedgerEvent?)?

  /// How the rules take the row.
  struct Acceptance: Sendable {
    let admission: Admission
    /// The due date that is in force without the row; `nil` where there is none.
    let due: CivilDate?
  }

  func known(
    in desk: Desk, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEvent? { findKnown?(desk, evidence) }

  func admit(_ desk: Desk, asOf today: CivilDate) throws -> Acceptance {
    guard seen?.hold(of: selection, obligation, at: desk) ?? true else {
      throw ChangedRows(subject: subject)
    }
    let judge = desk.admittingJudge(asOf: today)
    let proposal = Proposal(
      kind: kind, date: date, received: received, hasReason: reason != nil)
    do throws(Refusal) {
      return Acceptance(
        admission: try judge.admit(proposal, for: obligation, insteadOf: others),
        due: judge.assess(obligation)?.due)
    } catch {
      throw RefusedRow(
        refusal: error, kind: kind,
        subject: subject, unit: selection.unitName)
    }
  }

  private var subject: String {
    "\(selection.code) \(obligation.id.period) \(selection.unitName)"
  }

  func entry(
    _ acceptance: Acceptance, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    let words = [
      evidence.map { "[\($0.originalName)]" }, note,
      reason.map { ReasonNote.text($0, acceptance.admission) },
    ]
    return LedgerEntry(
      kind: kind, unit: selection.unit, subject: selection.code,
      period: obligation.id.period.description, date: date, received: received,
      file: evidence?.path ?? "", sha256: evidence?.sha256 ?? "",
      note: words.compactMap(\.self).joined(separator: " "), recorder: recorder)
  }

  func event(as row: LedgerEvent.RowID, asOf today: CivilDate) -> LedgerEvent? {
    LedgerEvent(
      row: row, kind: kind, unit: selection.unit, subject: selection.report.code,
      period: obligation.id.period, date: date, received: received, recorded: today)
  }
}
