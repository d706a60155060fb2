public import CivilCalendar

extension DeadlineRule {
  /// The due date for a period of a unit, after the desa's own date and the roll.
  ///
  /// - Parameters:
  ///   - period: The covered period.
  ///   - unit: The unit that owes the report.
  ///   - event: The day of the event that the rule counts from, where it counts from one.
  ///   - calendar: The office's working days.
  /// - Returns: The due date; `nil` where the event is not known or the rule only counts.
  /// - Throws: `CalendarNotCovered` where working days are counted into a year without holidays.
  public func due(
    for period: Period, unit: RegionCode, event: CivilDate?, calendar: WorkingDayCalendar
  ) throws(CalendarNotCovered) -> CivilDate? {
    let unrolled =
      if let own = unitDates[unit] {
        own.date(for: period)
      } else {
        try shape.date(for: period, event: event, calendar: calendar)
      }
    guard let unrolled else { return nil }
    switch roll {
    case .stay: return unrolled
    case .forward: return try calendar.workingDay(onOrAfter: unrolled)
    case .backward: return try calendar.workingDay(onOrBefore: unrolled)
    }
  }
}

extension AnnualDay {
  /// The day in the year that a covered period points to; a day past the end of its month is the last.
  public func date(for period: Period) -> CivilDate? {
    YearMonth(year: period.year + yearOffset, month: month).day(clamping: day)
  }
}

extension DueShape {
  /// The date that the shape gives for a period, before any roll.
  ///
  /// - Parameters:
  ///   - period: The covered period.
  ///   - event: The day of the event that the shape counts from, where it counts from one.
  ///   - calendar: The office's working days.
  /// - Returns: The date; `nil` where the event is not known or the shape only counts.
  /// - Throws: `CalendarNotCovered` where working days are counted into a year without holidays.
  public func date(
    for period: Period, event: CivilDate?, calendar: WorkingDayCalendar
  ) throws(CalendarNotCovered) -> CivilDate? {
    switch self {
    case .annualDay(let day):
      return day.date(for: period)
    case .offset(let count, let unit, let direction, let anchor):
      guard let start = anchor.date(for: period, event: event) else { return nil }
      let signed = direction == .after ? count : -count
      switch unit {
      case .days: return start.adding(days: signed)
      case .weeks: return start.adding(days: 7 * signed)
      case .months: return start.adding(months: signed)
      case .workingDays: return try calendar.date(signed, workingDaysAfter: start)
      }
    case .weekOfMonth(let ordinal, let month, let yearOffset, let reading):
      return reading.date(ordinal, in: YearMonth(year: period.year + yearOffset, month: month))
    case .endOfMonth(let month, let yearOffset):
      return YearMonth(year: period.year + yearOffset, month: month).lastDay
    case .dayOfFollowingMonth(let day):
      return period.lastDay.yearMonth.adding(months: 1).day(clamping: day)
    case .endOfQuarter(let number, let yearOffset):
      return Quarter(year: period.year + yearOffset, number: number)?.lastDay
    case .countOnly:
      return nil
    case .setByLetter(let date):
      return date
    }
  }

  /// The event that the shape counts from; `nil` where it counts from none.
  public var event: Code? {
    switch self {
    case .offset(_, _, _, .event(let code)): code
    case .offset, .annualDay, .weekOfMonth, .endOfMonth, .dayOfFollowingMonth, .endOfQuarter,
      .countOnly, .setByLetter:
      nil
    }
  }

  /// Whether the shape counts working days.
  public var countsWorkingDays: Bool { workingDayDirection != nil }

  /// Which way the shape goes through working days, and so into which years without holidays; `nil` where it
  /// counts none.
  public var workingDayDirection: Direction? {
    switch self {
    case .offset(_, .workingDays, let direction, _): direction
    case .offset, .annualDay, .weekOfMonth, .endOfMonth, .dayOfFollowingMonth, .endOfQuarter,
      .countOnly, .setByLetter:
      nil
    }
  }
}

extension Anchor {
  /// The day that the anchor stands for; `nil` for an event that is not known.
  public func date(for period: Period, event: CivilDate?) -> CivilDate? {
    switch self {
    case .periodStart: period.firstDay
    case .periodEnd: period.lastDay
    case .event: event
    }
  }
}

extension WeekReading {
  /// The due day of a week (1 through 4) of a month in this reading.
  func date(_ ordinal: Int, in month: YearMonth) -> CivilDate {
    let first = month.firstDay
    // ISO weekdays: 1 is Monday, 5 Friday, 7 Sunday.
    let weekday = first.weekday.rawValue
    let daysBefore =
      switch self {
      case .sevenDays: 6
      case .calendarWeek: 7 - weekday
      case .fullWeek: (8 - weekday) % 7 + 4
      case .friday: (12 - weekday) % 7
      }
    return first.adding(days: daysBefore + 7 * (ordinal - 1))
  }
}
