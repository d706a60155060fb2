internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Terms of office that may have been made longer by a decision which nobody recorded, and
/// decisions that make none longer.
struct TermsCheck: Check {
  let name = "masa-jabatan"
  let summary = "masa jabatan kades yang mungkin diperpanjang dengan keputusan"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let today = site.today
    return try site.eachDesk { TermsCheck.findings(of: $0, asOf: today) }
  }

  private static func findings(of desk: Desk, asOf today: CivilDate) -> [Finding] {
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
          let finding = InspectionSentence.undecidedTerm(
            term, decision, calendar.codes[decision.event], village.code, named: name,
            at: desk.place(of: fact.row))
          findings.append((fact.row, finding))
        }
        for row in TermOfOffice.idleDecisions(report, of: village.code, judge) {
          let finding = InspectionSentence.idleDecision(
            calendar.codes[row.subject ?? report.code], named: name, at: desk.place(of: row.row),
            row: row.row)
          findings.append((row.row, finding))
        }
      }
    }
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
