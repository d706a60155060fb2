internal import CivilCalendar
internal import Deeds
internal import SystemPackage
internal import Wording
internal import Workspace

/// What `catat` is asked to record, however it was read.
struct SubmissionRequest {
  var report = ""
  var period: Period?
  /// The units; the kecamatan where none is named.
  var units: NamedUnits = []
  var date: CivilDate?
  var received: CivilDate?
  /// Files that prove the submission, as one set.
  var evidence: [String] = []
  var note: String?
  var reason: String?
  var recorder: String?

  /// Records the submissions, all or none, and says so.
  func record(_ session: inout Session) throws {
    let submit = Submit(
      report: report, period: period, units: units, date: date, received: received,
      evidence: evidence.map { FilePath($0) }, note: note?.nonEmpty,
      reason: try CommandFailure.reason(reason), recorder: try session.recorder(recorder))
    let outcome = try submit.record(in: session.workspace, at: session.clock.now)
    session.console.outcome(
      OutcomeText(outcome, statedReceipt: received), outcome.remarks)
  }
}
