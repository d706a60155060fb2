public import CivilCalendar
public import ComplianceModel

extension Obligation {
  /// Whether a submission is dated before the period that it looks back on is over: most likely the
  /// period is mistyped.
  ///
  /// A report that is due within its own period is made before that period ends.
  ///
  /// - Parameters:
  ///   - date: `tanggal` of the submission.
  ///   - report: The report that is owed.
  /// - Returns: `false` for a plan, and where no rule gives a due date.
  public func isUnfinished(on date: CivilDate, _ report: Report) -> Bool {
    guard report.nature == .account, let due, due > id.period.lastDay else { return false }
    return date < id.period.lastDay
  }
}

extension Report {
  /// The last of the report's periods that is over on a day.
  public func lastPeriod(endedBy date: CivilDate) -> Period? {
    for year in [date.year, date.year - 1] {
      for ordinal in ordinals.sorted().reversed() {
        if let period = Period(length, year: year, ordinal: ordinal), period.lastDay <= date {
          return period
        }
      }
    }
    return nil
  }
}
