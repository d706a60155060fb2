internal import CivilCalendar

/// The dates that a row about a period most likely bears.
///
/// The limits are the house's own and no law's: a date outside them is questioned, never forbidden.
public struct Probable: Sendable {
  /// Months that a date may lie before the first day of the period.
  public static let earliestMonths = 12
  /// Months that a date may lie after the due date.
  public static let latestMonths = 24
  /// Months by which an extension may move a due date.
  public static let extensionMonths = 12
  /// Months by which a letter that sets a period's due date may differ from the rule; a year that is
  /// mistyped is farther away.
  public static let setMonths = 6
  /// The first year of a village's events: a kades who took office before it is none any more.
  public static let firstEventYear = 2000
  /// Months that an event of the kecamatan which names no period may lie back.
  public static let eventMonths = 60

  private let period: Period
  private let event: CivilDate?
  /// The day that the latest date is counted from; `nil` where any is probable.
  private let end: CivilDate?
  private let first: CivilDate
  private let last: CivilDate?

  /// Computes the limits.
  ///
  /// - Parameters:
  ///   - period: The covered period.
  ///   - end: The due date in force, or the last day of the period; `nil` where a date can be as late
  ///     as any.
  ///   - event: The event that the document follows.
  init(_ period: Period, end: CivilDate?, event: CivilDate? = nil) {
    self.period = period
    self.end = end
    self.event = event
    var first = Probable.first(for: period)
    if let event { first = max(first, event) }
    self.first = first
    last = end.map(Probable.last)
  }

  private static func first(for period: Period) -> CivilDate {
    period.firstDay.adding(months: -earliestMonths)
  }

  private static func last(after end: CivilDate) -> CivilDate { end.adding(months: latestMonths) }

  /// Why a date is improbable; nothing where it is not.
  func doubts(about date: CivilDate) -> [Doubt] {
    guard date < first || last.map({ date > $0 }) ?? false else { return [] }
    var doubts: [Doubt] = []
    if date < Probable.first(for: period) {
      doubts.append(.longBeforePeriod(date: date, period))
    } else if let event, date < event {
      doubts.append(.beforeEvent(date: date, event: event))
    }
    if let end, let last, date > last { doubts.append(.longAfter(date: date, end)) }
    return doubts
  }
}
