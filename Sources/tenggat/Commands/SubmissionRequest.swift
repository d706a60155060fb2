internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What `catat` is asked to record, however it was read.
struct SubmissionRequest {
  var report = ""
  var period: Period?
  var unit: String?
  var date: CivilDate?
  var received: CivilDate?
  var evidence: String?
  var note: String?
  var reason: String?
  var recorder: String?

  /// Records the submission and says so.
  func record(_ session: inout Session) throws {
    var selection = try Selection(session, report: report, unit: unit)
    let today = session.today
    let obligation =
      if let period {
        try selection.obligation(period, asOf: today)
      } else {
        try selection.onlyObligation(session, "terbuka", where: \.isOpen)
      }
    let standing = selection.desk.judge(asOf: today).standing(of: obligation.id)
    let date = date ?? today
    // A regulation that comes back after a return bears its old date; it is the hand-in that is new.
    let isResubmission = obligation.rule?.meaning == .enactment && standing.openReturn != nil
    var recording = Recording(
      session: session, selection: selection, obligation: obligation, kind: .submitted, date: date,
      received: received ?? (isResubmission ? today : date),
      recorder: try session.recorder(recorder), note: note, reason: reason, evidence: evidence)
    let result = try recording.record()
    try report(result, recording.selection, obligation.id, dated: date, &session)
  }

  private func report(
    _ result: Recording.Result, _ recorded: Selection, _ id: Obligation.ID, dated date: CivilDate,
    _ session: inout Session
  ) throws {
    var selection = recorded
    let obligation = try selection.obligation(id.period, asOf: session.today)
    let remark = selection.desk.remark(on: obligation, recordedIn: result.row, dated: date)
    for remark in result.remarks + [remark].compactMap(\.self) { Console.message(remark.message) }
    guard let assessment = selection.desk.judge(asOf: session.today).assess(obligation) else {
      return
    }
    session.console.line(
      "Tercatat (baris \(result.row.text)): \(selection.code) \(id.period) \(selection.unitName)")
    if let deciding = assessment.deciding, let due = assessment.due {
      let verdict = Words.status(assessment.status)
      let late = assessment.daysLate > 0 ? " \(assessment.daysLate) hari" : ""
      session.console.line(
        "  \(deciding.date.indonesian), tenggat \(due.indonesian): \(verdict)\(late)",
        Words.style(assessment.status))
    }
    if assessment.standing.openReturn != nil {
      session.console.line(
        "  Masih berstatus dikembalikan: penyerahan ini diterima sebelum pengembaliannya.", .soon)
    }
    if result.isLateEntry { session.console.line("  Susulan, dihitung tersendiri.", .soon) }
    if let path = result.evidencePath { session.console.line("  Bukti: \(path)") }
  }
}
