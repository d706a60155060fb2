internal import CivilCalendar
internal import ComplianceModel

/// Where one obligation stands on a day, and by which row: an ``Assessment`` without its texts.
struct Verdict {
  /// Where it stands.
  let status: Status
  /// The due date in force: the last extension's, else the rule's; `nil` where there is none.
  let due: CivilDate?
  /// The submission that decides on-time; `nil` while the report is not in.
  let deciding: LedgerEvent?
  /// Whether the deciding row is a late entry (susulan).
  let isLateEntry: Bool
  /// The predecessor that is not in, so that it cannot be asked for yet; `nil` where none is awaited.
  let shutGate: Obligation.ID?
  /// Whether a return waits for a corrected submission.
  let isReturned: Bool
}

/// What of a report and of its rule decides where its obligations stand, besides the due date.
struct JudgingTerms {
  /// Which submission decides on-time.
  let deciding: DecidingSubmission
  /// Days before the due date from which it is `segera`.
  let leadDays: Int
  /// Which date of a document the rule speaks of.
  let meaning: DateMeaning
  /// Whether something must be in before the report can be asked for.
  let hasGates: Bool

  init(_ report: Report, _ office: Office, meaning: DateMeaning) {
    deciding = office.deciding(report)
    leadDays = office.leadDays(report)
    self.meaning = meaning
    hasGates = !report.gates.isEmpty
  }
}
