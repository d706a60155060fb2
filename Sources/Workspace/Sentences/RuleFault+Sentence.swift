internal import CivilCalendar
public import Compliance
public import ComplianceModel

extension Plan.RuleFault {
  /// The finding for a period that no version of a rule holds for, or more than one.
  ///
  /// - Parameter calendar: The calendar whose rule it is.
  /// - Returns: A fault at the version to look at.
  public func finding(in calendar: ReportCalendar) -> Finding {
    let code = calendar.codes[report]
    let what =
      holding.isEmpty
      ? "tidak ada aturan \(code) yang berlaku untuk periode \(period) (tenggat \(due.indonesian))"
      : "\(holding.count) aturan \(code) berlaku bersamaan untuk periode \(period)"
    let problem = holding.isEmpty ? WorkspaceProblem.noRule : .severalRules
    return Finding(problem, at: place, what, fix: "perbaiki 'berlaku' pada aturan-aturannya")
  }
}
