internal import CivilCalendar
internal import ComplianceModel

extension DeadlineRule {
  /// How many years a due date can lie after the year of its period, at the least and at the most.
  var yearReach: ClosedRange<Int> {
    let own = unitDates.values.map(\.yearOffset)
    let shape = shape.yearReach
    let earliest = min(shape.lowerBound, own.min() ?? shape.lowerBound)
    let latest = max(shape.upperBound, own.max() ?? shape.upperBound)
    return roll == .stay ? earliest...latest : (earliest - 1)...(latest + 1)
  }

  /// Which way holidays move the due date.
  var isCountedForward: Bool {
    shape.workingDayDirection.map { $0 == .after } ?? (roll == .forward)
  }

  /// Without a roll or a count of working days no holidays are asked for, so that any will do.
  private static let anyDays = WorkingDayCalendar(weeks: []) { _ in nil }

  /// The days on which the due date may fall as far as can be told without any holidays; `nil` where
  /// it depends on none.
  func uncertainty(
    for period: Period, unit: RegionCode, event: CivilDate?
  ) -> ClosedRange<CivilDate>? {
    if unitDates[unit] == nil, shape.countsWorkingDays {
      return shape.uncertainty(for: period, event: event)
    }
    guard roll != .stay,
      let unrolled = try? unitDates[unit]?.date(for: period)
        ?? shape.date(for: period, event: event, calendar: DeadlineRule.anyDays)
    else { return nil }
    return roll == .forward
      ? unrolled...unrolled.adding(days: DueShape.longestClosure)
      : unrolled.adding(days: -DueShape.longestClosure)...unrolled
  }
}

extension DueShape {
  /// How many years the date can lie after the year of its period.
  fileprivate var yearReach: ClosedRange<Int> {
    switch self {
    case .annualDay(let day): return day.yearOffset...day.yearOffset
    case .weekOfMonth(_, _, let offset, _), .endOfMonth(_, let offset),
      .endOfQuarter(_, let offset):
      return offset...offset
    case .dayOfFollowingMonth: return 0...1
    // A date that a letter set is looked up by its period, and is no version in a calendar.
    case .countOnly, .setByLetter: return 0...0
    case .offset(let count, let unit, let direction, let anchor):
      let years =
        switch unit {
        case .months: 1 + count / 12
        case .weeks: 1 + count / 52
        case .days, .workingDays: 1 + count / 120
        }
      // An event may come years before or after the period that it is recorded for.
      if case .event = anchor { return -(years + 3)...(years + 3) }
      return direction == .after ? 0...years : -years...0
    }
  }

  /// Days that no closure of offices exceeds, feasts and weekends together.
  fileprivate static let longestClosure = 30

  /// The days on which a count of working days may end; `nil` for any other shape.
  func uncertainty(for period: Period, event: CivilDate?) -> ClosedRange<CivilDate>? {
    switch self {
    case .offset(let count, .workingDays, let direction, let anchor):
      guard let start = anchor.date(for: period, event: event) else { return nil }
      // Two working days are at most three days apart on the average, over a weekend.
      let farthest = 3 * count + DueShape.longestClosure
      return direction == .after
        ? start.adding(days: count)...start.adding(days: farthest)
        : start.adding(days: -farthest)...start.adding(days: -count)
    case .offset, .annualDay, .weekOfMonth, .endOfMonth, .dayOfFollowingMonth, .endOfQuarter,
      .countOnly, .setByLetter:
      return nil
    }
  }
}

extension Validity {
  /// Whether some day of a span lies in it.
  func overlaps(_ span: ClosedRange<CivilDate>) -> Bool {
    overlaps(Validity(since: span.lowerBound, through: span.upperBound))
  }
}
