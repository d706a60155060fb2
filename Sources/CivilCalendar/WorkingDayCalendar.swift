/// Working days (hari kerja) of one office: its working week less the holidays of the years it knows.
///
/// A year for which no holidays were given is not guessed at: a count that enters it throws
/// ``CalendarNotCovered``, which names the year.
///
/// ```swift
/// let newYear = Holiday(
///   date: try CivilDate("2026-01-01"), name: "Tahun Baru", kind: .national, decree: "SKB")
/// let days = WorkingDayCalendar(coveredYears: [2026], holidays: [newYear], weeks: [])
/// try days.isWorkingDay(try CivilDate("2026-01-01"))  // false
/// try days.date(10, workingDaysAfter: try CivilDate("2026-06-30"))  // 2026-07-14
/// try days.workingDay(onOrBefore: try CivilDate("2026-02-28"))  // 2026-02-27
/// try? days.isWorkingDay(try CivilDate("2027-01-04"))  // nil
/// ```
public struct WorkingDayCalendar: Sendable {
  /// Why a day is not worked.
  public enum Closure: Hashable, Sendable {
    case weekend(Weekday)
    case holidays([Holiday])
  }

  private let weeks: [WorkingWeek]
  private let years: KnownYears

  /// Creates a calendar of some years.
  ///
  /// - Parameters:
  ///   - coveredYears: The years whose holidays are all known.
  ///   - holidays: Those holidays, in any order; two on one day are both kept.
  ///   - weeks: The working weeks; before the first one begins, the first one holds. Five days where
  ///     there is none.
  public init(
    coveredYears: some Sequence<Int>, holidays: some Sequence<Holiday>, weeks: [WorkingWeek]
  ) {
    let covered = Set(coveredYears)
    let byYear = Dictionary(grouping: holidays, by: \.date.year)
    self.init(weeks: weeks) { covered.contains($0) ? byYear[$0] ?? [] : nil }
  }

  /// Creates a calendar that gets the holidays of a year when a date first needs them.
  ///
  /// It is one value all the same: copies of it share what one of them got, and a year is asked for once
  /// (or by each of several threads that need it at the same time).
  ///
  /// - Parameters:
  ///   - weeks: As for a calendar of some years.
  ///   - holidays: All holidays of a year, in any order; `nil` where they are not known. It must give the
  ///     same answer each time.
  public init(
    weeks: [WorkingWeek], holidays: @escaping @Sendable (_ year: Int) -> [Holiday]?
  ) {
    let weeks = weeks.sorted { $0.since < $1.since }
    self.weeks = weeks
    years = KnownYears { year in holidays(year).map { WorkingYear(year, $0, weeks) } }
  }

  /// Whether the holidays of a year are known.
  public func covers(year: Int) -> Bool { years[year] != nil }

  /// The working week that holds on a day.
  public func week(on date: CivilDate) -> WorkingWeek.Days {
    weeks.days(on: date)
  }

  /// Why a day is not worked; `nil` for a working day.
  ///
  /// - Throws: ``CalendarNotCovered`` where the holidays of its year are not known.
  public func closure(on date: CivilDate) throws(CalendarNotCovered) -> Closure? {
    let closed = try year(of: date).holidays.filter { $0.date == date }
    if !closed.isEmpty { return .holidays(closed) }
    let weekday = date.weekday
    return week(on: date).includes(weekday) ? nil : .weekend(weekday)
  }

  /// Whether a day is worked.
  ///
  /// - Throws: ``CalendarNotCovered`` where the holidays of its year are not known.
  public func isWorkingDay(_ date: CivilDate) throws(CalendarNotCovered) -> Bool {
    let year = try year(of: date)
    return year.worked(through: date) > year.worked(before: date)
  }

  /// The working days after one day through another; 0 where the second is not later.
  ///
  /// - Throws: ``CalendarNotCovered`` where the holidays of a year between them are not known.
  public func workingDays(
    after start: CivilDate, through end: CivilDate
  ) throws(CalendarNotCovered) -> Int {
    guard end > start else { return 0 }
    let first = start.adding(days: 1)
    var count = 0
    for year in first.year...end.year {
      guard let days = years[year] else { throw CalendarNotCovered(year: year) }
      count += year == end.year ? days.worked(through: end) : days.total
      if year == first.year { count -= days.worked(before: first) }
    }
    return count
  }

  /// The day a number of working days after a day, or before it when `count` is negative.
  ///
  /// Day 1 is the first working day after the start: ten working days after 30 June never counts
  /// 30 June itself. A count of 0 gives the start.
  ///
  /// - Throws: ``CalendarNotCovered`` where the count enters a year whose holidays are not known.
  public func date(
    _ count: Int, workingDaysAfter start: CivilDate
  ) throws(CalendarNotCovered) -> CivilDate {
    let step = count < 0 ? -1 : 1
    var date = start
    var remaining = abs(count)
    while remaining > 0 {
      date = date.adding(days: step)
      if try isWorkingDay(date) { remaining -= 1 }
    }
    return date
  }

  /// The last working day on or before a day.
  ///
  /// - Throws: ``CalendarNotCovered`` where the search enters a year whose holidays are not known.
  public func workingDay(onOrBefore date: CivilDate) throws(CalendarNotCovered) -> CivilDate {
    try isWorkingDay(date) ? date : self.date(-1, workingDaysAfter: date)
  }

  /// The first working day on or after a day.
  ///
  /// - Throws: ``CalendarNotCovered`` where the search enters a year whose holidays are not known.
  public func workingDay(onOrAfter date: CivilDate) throws(CalendarNotCovered) -> CivilDate {
    try isWorkingDay(date) ? date : self.date(1, workingDaysAfter: date)
  }

  private func year(of date: CivilDate) throws(CalendarNotCovered) -> WorkingYear {
    guard let year = years[date.year] else { throw CalendarNotCovered(year: date.year) }
    return year
  }
}

/// The error for a count of working days that enters a year whose holidays are not known.
///
/// Holidays are decreed a year at a time (SKB 3 Menteri); a later year cannot be computed.
public struct CalendarNotCovered: Error, Hashable {
  /// The year without holidays.
  public let year: Int

  /// Creates the error for a year.
  public init(year: Int) { self.year = year }
}
