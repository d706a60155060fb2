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

  func admit(_ desk: Desk, asOf today: CivilDate) throws -> Admission {
    let proposal = Proposal(
      kind: kind, date: date, received: received, hasReason: reason != nil)
    do throws(Refusal) {
      return try desk.admittingJudge(asOf: today).admit(
        proposal, for: obligation, insteadOf: others)
    } catch {
      throw RefusedRow(
        refusal: error, kind: kind,
        subject: "\(selection.code) \(obligation.id.period) \(selection.unitName)",
        unit: selection.unitName)
    }
  }

  func entry(
    _ admission: Admission, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    let words = [
      evidence.map { "[\($0.originalName)]" }, note,
      reason.map { ReasonNote.text($0, admission) },
    ]
    return LedgerEntry(
      kind: kind, unit: selection.unit, subject: selection.code,
      period: obligation.id.period.description, date: date, received: received,
      file: evidence?.path ?? "", sha256: evidence?.sha256 ?? "",
      note: words.compactMap(\.self).joined(separator: " "), recorder: recorder)
  }
}
