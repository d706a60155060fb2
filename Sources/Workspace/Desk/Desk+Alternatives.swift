public import CivilCalendar
internal import Compliance
public import ComplianceModel

extension Desk {
  /// The obligations of the same report and unit that a submission may be meant for.
  ///
  /// - Parameters:
  ///   - obligation: What it names.
  ///   - date: Its `tanggal`.
  ///   - day: Today.
  /// - Returns: None where the named one is beyond doubt, or takes no submission at all.
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func alternatives(
    to obligation: Obligation, dated date: CivilDate, asOf day: CivilDate
  ) throws -> [Obligation] {
    let id = obligation.id
    guard let rule = try? judge(asOf: day).submissionRule(for: obligation),
      rule.mayMeanAnotherPeriod(date), let report = calendar.report(id.report)
    else { return [] }
    let periods =
      report.perEvent.map { event in
        Set(history.facts(event, of: id.unit, asOf: day).map(\.date.year)).sorted()
          .compactMap { Period(.year, year: $0) }
      } ?? report.periods(dueNear: date)
    let watched = watchedSince(asOf: day)
    var others: [Obligation] = []
    for period in periods where period != id.period {
      let other = Obligation.ID(report: id.report, unit: id.unit, period: period)
      do {
        // What was due before the office was watched was hardly left for today.
        if let other = try self.obligation(other, asOf: day), let due = other.due,
          due.year >= watched && definitions.isWatched(other.id, due: due)
            || due.days(to: day) <= Desk.recentDays
        {
          others.append(other)
        }
      } catch is CalendarNotCovered {
        continue
      }
    }
    return others
  }

  /// Days after a due date in which a document may still be on its way: a quarter.
  private static let recentDays = 92
}
