import CivilCalendar
import Synchronization
import TestSupport
import Testing

/// Working days counted as a person does on a wall calendar: day after day.
private struct WallCalendar {
  let years: ClosedRange<Int>
  let closed: Set<CivilDate>
  let weeks: [WorkingWeek]

  func isWorked(_ date: CivilDate) -> Bool {
    var days = weeks.min { $0.since < $1.since }?.days ?? .five
    var latest: CivilDate?
    for week in weeks where week.since <= date && latest.map({ $0 < week.since }) ?? true {
      days = week.days
      latest = week.since
    }
    if closed.contains(date) || date.weekday == .sunday { return false }
    return date.weekday != .saturday || days == .six
  }

  /// The day a number of working days away; `nil` where the calendar's pages end before it.
  func date(_ count: Int, after start: CivilDate) -> CivilDate? {
    var date = start
    var left = abs(count)
    while left > 0 {
      date = date.adding(days: count < 0 ? -1 : 1)
      guard years.contains(date.year) else { return nil }
      if isWorked(date) { left -= 1 }
    }
    return date
  }

  func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
    var count = 0
    var date = start
    while date < end {
      date = date.adding(days: 1)
      if isWorked(date) { count += 1 }
    }
    return count
  }
}

struct WorkingDayCalendarTests {
  @Test(arguments: 0..<40) func `counts agree with a wall calendar`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let firstYear = Int.random(in: 1990...2090, using: &random)
    let years = firstYear...(firstYear + Int.random(in: 0...3, using: &random))
    let start = try CivilDate(year: years.lowerBound, month: 1, day: 1)
    let dayCount = start.days(to: try CivilDate(year: years.upperBound, month: 12, day: 31)) + 1
    func someDay() -> CivilDate {
      start.adding(days: .random(in: 0..<dayCount, using: &random))
    }
    let closed = (0..<Int.random(in: 0...60, using: &random)).map { _ in someDay() }
    let weeks = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      WorkingWeek(days: Bool.random(using: &random) ? .five : .six, since: someDay())
    }
    let wall = WallCalendar(years: years, closed: Set(closed), weeks: weeks)
    let calendar = WorkingDayCalendar(
      coveredYears: years, holidays: closed.map(holiday), weeks: weeks)

    for offset in 0..<dayCount {
      let date = start.adding(days: offset)
      let isWorked = try calendar.isWorkingDay(date)
      try #require(isWorked == wall.isWorked(date), "\(date)")
      try #require(isWorked == (try calendar.closure(on: date) == nil), "\(date)")
    }
    for _ in 0..<60 {
      let (from, to) = (someDay(), someDay())
      let counted = try calendar.workingDays(after: from, through: to)
      try #require(counted == wall.workingDays(after: from, through: to), "\(from) \(to)")
      let count = Int.random(in: -80...80, using: &random)
      if let expected = wall.date(count, after: from) {
        let found = try calendar.date(count, workingDaysAfter: from)
        try #require(found == expected, "\(count) after \(from)")
        if count > 0 {
          try #require(try calendar.workingDays(after: from, through: found) == count)
        }
      } else {
        #expect(throws: CalendarNotCovered.self) {
          try calendar.date(count, workingDaysAfter: from)
        }
      }
    }
  }

  @Test func `day 1 is the first working day after the start`() throws {
    // 30 June 2026 is a Tuesday.
    let calendar = WorkingDayCalendar(coveredYears: [2026], holidays: [], weeks: [])
    let start = try day("2026-06-30")
    #expect(try calendar.date(0, workingDaysAfter: start) == start)
    #expect(try calendar.date(1, workingDaysAfter: start) == day("2026-07-01"))
    #expect(try calendar.date(3, workingDaysAfter: start) == day("2026-07-03"))
    #expect(try calendar.date(4, workingDaysAfter: start) == day("2026-07-06"))
    #expect(try calendar.date(10, workingDaysAfter: start) == day("2026-07-14"))
    #expect(try calendar.date(-1, workingDaysAfter: start) == day("2026-06-29"))
    #expect(try calendar.date(-2, workingDaysAfter: start) == day("2026-06-26"))
  }

  @Test func `a start on a day off counts from the next working day`() throws {
    let calendar = WorkingDayCalendar(coveredYears: [2026], holidays: [], weeks: [])
    let friday = try day("2026-07-03")
    for offset in 0...2 {
      let start = friday.adding(days: offset)
      #expect(try calendar.date(1, workingDaysAfter: start) == day("2026-07-06"))
    }
  }

  @Test func `a holiday beside a weekend closes three days`() throws {
    let monday = try day("2026-08-17")
    let calendar = WorkingDayCalendar(
      coveredYears: [2026], holidays: [holiday(on: monday)], weeks: [])
    #expect(try calendar.isWorkingDay(day("2026-08-14")))
    #expect(try calendar.closure(on: day("2026-08-15")) == .weekend(.saturday))
    #expect(try calendar.closure(on: day("2026-08-16")) == .weekend(.sunday))
    #expect(try calendar.closure(on: monday) == .holidays([holiday(on: monday)]))
    #expect(try calendar.isWorkingDay(day("2026-08-18")))
    #expect(try calendar.workingDay(onOrBefore: monday) == day("2026-08-14"))
    #expect(try calendar.workingDay(onOrAfter: day("2026-08-15")) == day("2026-08-18"))
    #expect(try calendar.workingDay(onOrAfter: day("2026-08-14")) == day("2026-08-14"))
    #expect(try calendar.workingDay(onOrBefore: day("2026-08-18")) == day("2026-08-18"))
  }

  @Test func `two holidays on one day close it once and are both told`() throws {
    let date = try day("2026-04-03")
    let both = [holiday(on: date), holiday(on: date, kind: .cutiBersama)]
    let calendar = WorkingDayCalendar(coveredYears: [2026], holidays: both, weeks: [])
    #expect(try calendar.closure(on: date) == .holidays(both))
    #expect(try calendar.workingDays(after: day("2026-04-02"), through: day("2026-04-06")) == 1)
  }

  @Test func `a holiday on a Sunday takes no working day away`() throws {
    let sunday = try day("2026-11-15")
    let calendar = WorkingDayCalendar(
      coveredYears: [2026], holidays: [holiday(on: sunday)], weeks: [])
    #expect(try calendar.workingDays(after: day("2026-11-08"), through: sunday) == 5)
  }

  @Test func `Saturday is worked in a week of six days until the week changes`() throws {
    let weeks = [
      WorkingWeek(days: .five, since: try day("2026-07-01")),
      WorkingWeek(days: .six, since: try day("2019-01-01")),
    ]
    let calendar = WorkingDayCalendar(coveredYears: [2018, 2026], holidays: [], weeks: weeks)
    #expect(calendar.week(on: try day("2026-06-30")) == .six)
    #expect(calendar.week(on: try day("2026-07-01")) == .five)
    #expect(try calendar.isWorkingDay(day("2026-06-27")))
    #expect(try !calendar.isWorkingDay(day("2026-07-04")))
    #expect(try !calendar.isWorkingDay(day("2026-06-28")))
    // Saturday 27 June is worked, Saturday 4 July is not.
    #expect(try calendar.workingDays(after: day("2026-06-26"), through: day("2026-07-04")) == 6)
    #expect(calendar.week(on: try day("2018-06-30")) == .six, "before the first week it holds too")
  }

  @Test func `a count into a year without holidays names the year`() throws {
    let calendar = WorkingDayCalendar(coveredYears: [2026], holidays: [], weeks: [])
    let lastDay = try day("2026-12-31")
    #expect(calendar.covers(year: 2026))
    #expect(!calendar.covers(year: 2027))
    #expect(try calendar.isWorkingDay(lastDay))
    #expect(try calendar.date(1, workingDaysAfter: day("2026-12-30")) == lastDay)
    let next = CalendarNotCovered(year: 2027)
    #expect(throws: next) { try calendar.date(2, workingDaysAfter: day("2026-12-30")) }
    #expect(throws: next) { try calendar.date(1, workingDaysAfter: lastDay) }
    #expect(throws: next) { try calendar.isWorkingDay(day("2027-01-01")) }
    #expect(throws: next) { try calendar.closure(on: day("2027-01-01")) }
    #expect(throws: next) { try calendar.workingDay(onOrAfter: day("2027-01-01")) }
    #expect(throws: next) {
      try calendar.workingDays(after: lastDay, through: day("2027-01-01"))
    }
    #expect(throws: CalendarNotCovered(year: 2025)) {
      try calendar.date(-1, workingDaysAfter: day("2026-01-01"))
    }
    #expect(throws: CalendarNotCovered(year: 2025)) {
      try calendar.workingDays(after: day("2025-12-30"), through: lastDay)
    }
  }

  @Test func `a count from the last day before the covered years needs no earlier year`() throws {
    let calendar = WorkingDayCalendar(coveredYears: [2026], holidays: [], weeks: [])
    let eve = try day("2025-12-31")
    #expect(try calendar.date(1, workingDaysAfter: eve) == day("2026-01-01"))
    #expect(try calendar.workingDays(after: eve, through: day("2026-01-02")) == 2)
    #expect(try calendar.workingDays(after: eve, through: eve) == 0)
  }

  @Test func `a gap between covered years is not crossed`() throws {
    let calendar = WorkingDayCalendar(coveredYears: [2024, 2026], holidays: [], weeks: [])
    #expect(throws: CalendarNotCovered(year: 2025)) {
      try calendar.workingDays(after: day("2024-12-30"), through: day("2026-01-02"))
    }
    #expect(throws: CalendarNotCovered(year: 2025)) {
      try calendar.date(10, workingDaysAfter: day("2024-12-30"))
    }
  }

  @Test func `a year is asked for when a date needs it, and once`() throws {
    let asked = Mutex<[Int]>([])
    let newYear = try holiday(on: day("2026-01-01"))
    let calendar = WorkingDayCalendar(weeks: []) { year in
      asked.withLock { $0.append(year) }
      return [2025: [], 2026: [newYear]][year]
    }
    #expect(asked.withLock { $0 } == [])
    let copy = calendar
    #expect(try calendar.date(1, workingDaysAfter: day("2025-12-30")) == day("2025-12-31"))
    #expect(asked.withLock { $0 } == [2025])
    #expect(try calendar.date(2, workingDaysAfter: day("2025-12-30")) == day("2026-01-02"))
    #expect(try copy.closure(on: day("2026-01-01")) == .holidays([newYear]))
    #expect(asked.withLock { $0 } == [2025, 2026])
    // What is not known stays so.
    for _ in 1...2 {
      #expect(throws: CalendarNotCovered(year: 2027)) { try copy.isWorkingDay(day("2027-01-04")) }
    }
    #expect(asked.withLock { $0 } == [2025, 2026, 2027])
  }

  @Test func `the kinds of holidays have the names of the calendar files`() {
    let kinds: [Holiday.Kind] = [.national, .cutiBersama, .election, .local]
    #expect(
      kinds.map(\.indonesian)
        == ["libur nasional", "cuti bersama", "pemungutan suara", "libur daerah"])
  }

  private func holiday(on date: CivilDate) -> Holiday { holiday(on: date, kind: .national) }

  private func holiday(on date: CivilDate, kind: Holiday.Kind) -> Holiday {
    Holiday(date: date, name: "Hari Uji", kind: kind, decree: "SKB contoh")
  }
}
