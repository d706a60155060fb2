internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// The terms of office in which documents of desa stay in force.
extension Inspection {
  /// Terms that may have been made longer by a decision which nobody recorded, and decisions that make
  /// none longer.
  func terms(_ desk: Desk) -> [Finding] {
    let judge = desk.judge(asOf: today)
    let calendar = desk.calendar
    let reports = calendar.reports.filter { $0.isOwed && $0.term?.decision != nil }
    var findings: [(LedgerEvent.RowID, Finding)] = []
    for report in reports {
      for village in desk.kecamatan.villages where report.isOwed(by: village.code) {
        let name = desk.kecamatan.displayName(of: village.code)
        let begun = report.perEvent.map {
          judge.history.facts($0, of: village.code, asOf: today)
        }
        for fact in begun ?? [] {
          guard let term = TermOfOffice(report, begunBy: fact, judge),
            case .undecided(let decision) = term.length
          else { continue }
          let finding = WorkspaceSentence.undecidedTerm(
            term, decision, calendar.codes[decision.event], village.code, named: name,
            at: desk.place(of: fact.row))
          findings.append((fact.row, finding))
        }
        for row in TermOfOffice.idleDecisions(report, of: village.code, judge) {
          let finding = WorkspaceSentence.idleDecision(
            calendar.codes[row.subject ?? report.code], named: name, at: desk.place(of: row.row),
            row: row.row)
          findings.append((row.row, finding))
        }
      }
    }
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
