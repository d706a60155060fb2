internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// A document of a desa that is past its due date and not in.
struct LateDocument {
  /// The report's code and full name.
  let code: String
  let name: String
  let period: Period
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
    guard assessment.status == .overdue, let due = assessment.due else { return nil }
    code = desk.calendar.codes[assessment.report.code]
    name = assessment.report.name
    period = assessment.obligation.id.period
    self.due = due
    daysLate = assessment.daysLate
    rule = assessment.obligation.rule
    returned = assessment.standing.openReturn?.date
    postponement = assessment.standing.extensionRow.flatMap { row in
      assessment.obligation.due.map { former in
        Postponement(
          former: former, letterDate: row.received,
          note: desk.ledger.row(row.row)?.entry.note ?? "")
      }
    }
  }

  /// Whether the calendar names no law or letter for the date, only what is usual.
  var lacksSource: Bool { rule.map(\.isOnlyTypical) ?? true }
}

extension DeadlineRule {
  /// Whether the date is a usual one for which no letter of the kabupaten is named yet.
  fileprivate var isOnlyTypical: Bool {
    confidence == .local && source.title.hasPrefix("tanggal lokal")
  }
}
