internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Exactly one version of a rule holds for every obligation.
struct RulesCheck: Check {
  let name = "aturan"
  let summary = "tepat satu aturan berlaku untuk setiap kewajiban"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachDesk { (desk) throws(WorkspaceFailure) in
      let first = min(desk.watchedSince(asOf: site.today), site.today.year)
      let plan = try desk.plan(first...(site.today.year + 1), asOf: site.today)
      let calendar = desk.calendar
      return plan.ruleFaults.map { $0.finding(in: calendar) }
    }.unique
  }
}
