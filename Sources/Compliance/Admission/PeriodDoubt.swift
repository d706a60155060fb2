public import CivilCalendar
public import ComplianceModel

/// Whether the period that a submission names may be a slip for another one of the same report.
///
/// The period is beyond doubt where the date lies near its due date, where the report was returned,
/// and where it is open and not long overdue. Only for the rest does anybody look at other periods.
struct PeriodDoubt: Sendable {
  /// Days from the due date beyond which even an open period is asked about.
  private static let longDays = 270
  /// Days ahead of a due date from which a report is probably being made: a quarter.
  static let aheadDays = 92

  private let due: CivilDate?
  private let isIn: Bool
  private let isReturned: Bool
  /// Whether the document follows an event, and not a period.
  private let isPerEvent: Bool
  /// Whether no event is recorded for the period, but one is for another.
  private let lacksEvent: Bool
  /// Days from the due date within which no other one can be nearer: a third of the way to the next.
  private let calmDays: Int
  /// The day before which the period that is looked back on is not over; `nil` for any other report.
  private let unfinishedBefore: CivilDate?

  // Plain values alone, since an import asks about each of its rows.
  init(_ assessment: Assessment, lacksEvent: Bool) {
    let (report, obligation) = (assessment.report, assessment.obligation)
    due = assessment.due
    isIn = assessment.standing.isIn
    isReturned = assessment.standing.openReturn != nil
    isPerEvent = report.perEvent != nil
    self.lacksEvent = lacksEvent
    calmDays = 366 / report.length.perYear / 3
    let lastDay = obligation.id.period.lastDay
    let dayBefore = lastDay.adding(days: -1)
    unfinishedBefore = obligation.isUnfinished(on: dayBefore, report) ? lastDay : nil
  }

  /// Whether other periods have to be looked at.
  func holds(on date: CivilDate) -> Bool {
    guard !isReturned else { return false }
    guard !isPerEvent else { return lacksEvent && !isIn }
    guard let due else { return false }
    let distance = abs(due.days(to: date))
    guard distance > calmDays else { return false }
    return isIn || distance > PeriodDoubt.longDays
      || unfinishedBefore.map { date < $0 } ?? false
  }
}

extension Report {
  /// The periods of which one may be due near a day.
  public func periods(dueNear date: CivilDate) -> [Period] {
    ((date.year - 1)...(date.year + 1)).flatMap { year in
      ordinals.sorted().compactMap { Period(length, year: year + yearOffset, ordinal: $0) }
    }
  }
}

extension Judge {
  /// The open period of the same report that is due nearest to a date, and nearer than the one that is
  /// named.
  ///
  /// - Parameters:
  ///   - obligation: What is named.
  ///   - date: `tanggal` of the submission.
  ///   - others: Obligations of the same report and unit that may be meant.
  /// - Returns: `nil` where the named one is the nearest.
  public func likelier(
    than obligation: Obligation, dated date: CivilDate, among others: [Obligation]
  ) -> LikelierPeriod? {
    let own = assess(obligation)?.due.map { abs($0.days(to: date)) } ?? .max
    let open = others.compactMap { other -> (distance: Int, period: Period, due: CivilDate)? in
      guard other.id != obligation.id, let assessment = assess(other), !assessment.status.isIn,
        assessment.status != .exempt, !assessment.isGated, let due = assessment.due,
        date.days(to: due) <= PeriodDoubt.aheadDays
      else { return nil }
      let period = other.id.period
      // What looks back is made when its period is over, unless it is due within it.
      if other.isUnfinished(on: date, assessment.report) { return nil }
      return (abs(due.days(to: date)), period, due)
    }
    guard let nearest = open.min(by: { $0.distance < $1.distance }), nearest.distance < own else {
      return nil
    }
    return LikelierPeriod(
      report: definitions.calendar.codes[obligation.id.report], named: obligation.id.period,
      period: nearest.period, due: nearest.due)
  }
}
