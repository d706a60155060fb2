internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// An obligation of a desa that is past its due date and not in: a document, or one part of it.
struct LatePart {
  /// The report's code and full name.
  let code: String
  let name: String
  /// Whom the calendar names as its recipient.
  let recipient: String?
  let period: Period
  /// The year of the rule's own due date, whose parts make one document.
  let dutyYear: Int
  let due: CivilDate
  let daysLate: Int
  let rule: DeadlineRule?
  /// The day on which it was returned, where it is waited for again.
  let returned: CivilDate?
  let postponement: Postponement?

  /// A due date that a letter moved.
  struct Postponement {
    let former: CivilDate
    let letterDate: CivilDate
    let note: String
  }

  /// Reads an obligation as it stands; `nil` where it is not late or has no due date.
  init?(_ assessment: Assessment, _ desk: Desk) {
    guard assessment.status == .overdue, let due = assessment.due,
      let dutyYear = assessment.dutyQuarter?.year
    else { return nil }
    code = desk.calendar.codes[assessment.report.code]
    name = assessment.report.name
    recipient = assessment.report.recipient
    self.dutyYear = dutyYear
    period = assessment.obligation.id.period
    self.due = due
    daysLate = assessment.daysLate
    rule = assessment.obligation.rule
    returned = assessment.pendingReturn?.date
    postponement = assessment.standing.extensionRow.flatMap { row in
      assessment.obligation.due.map { former in
        Postponement(
          former: former, letterDate: row.received,
          note: desk.row(row.row)?.entry.note ?? "")
      }
    }
  }

  /// Whether the date is that of the desa's own regulation, not of handing it in.
  var isEnacted: Bool { rule?.meaning == .enactment }

  /// Whether the calendar names no law or letter for the date, only what is usual.
  var lacksSource: Bool { rule.map(\.isOnlyTypical) ?? true }
}

extension DeadlineRule {
  /// Whether the date is a usual one for which no letter of the kabupaten is named yet.
  fileprivate var isOnlyTypical: Bool {
    confidence == .local && source.title.hasPrefix("tanggal lokal")
  }
}
