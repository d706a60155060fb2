internal import CivilCalendar
internal import ComplianceModel

/// The days on which what a report waits for was in, or exempt.
struct GateDays: Sendable {
  /// What must be in before.
  let predecessor: Obligation.ID
  /// The code of its report.
  let report: String
  private let changes: [(day: CivilDate, isOpen: Bool)]

  init(_ predecessor: Obligation.ID, _ history: History, _ codes: CodeTable) {
    self.predecessor = predecessor
    report = codes[predecessor.report]
    let rows = history.rows(of: predecessor)
    changes = Set(rows.flatMap { [$0.date, $0.received] }).sorted().map { day in
      let standing = Standing(rows, asOf: day)
      return (day, standing.isSettled)
    }
  }

  /// Whether the gate was open on a day.
  func isOpen(on date: CivilDate) -> Bool { changes.last { $0.day <= date }?.isOpen ?? false }
}
