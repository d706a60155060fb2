public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import Workspace

extension Desk {
  /// The period that a question is about where none is written.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - unit: The unit that owes it.
  ///   - day: The day of judging.
  /// - Returns: Of a document with a term the period of the one in force, else that of the last event
  ///   that a document is owed for, else the year of the day; `nil` for any other report.
  public func latestPeriod(
    of report: Report, by unit: RegionCode, asOf day: CivilDate
  ) -> Period? {
    guard report.term != nil else { return nil }
    let judge = judge(asOf: day)
    if let inForce = TermDocuments(report, judge).inForce(of: unit) { return inForce.id.period }
    let facts = report.perEvent.map { judge.history.facts($0, of: unit, asOf: day) } ?? []
    return Period(.year, year: facts.map(\.date.year).max() ?? day.year)
  }
}
