/// The working days of one year, counted.
struct WorkingYear: Sendable {
  /// Working days in the whole year.
  let total: Int
  /// Its holidays; two on one day are both kept.
  let holidays: [Holiday]
  /// Working days from 1 January through each day of the year.
  private let workedThrough: [Int]
  private let firstDay: CivilDate

  /// Counts a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - holidays: All of its holidays.
  ///   - weeks: The working weeks by their first days.
  init(_ year: Int, _ holidays: [Holiday], _ weeks: [WorkingWeek]) {
    let firstDay = CivilDate(unchecked: year, 1, 1)
    let dayCount = firstDay.days(to: CivilDate(unchecked: year, 12, 31)) + 1
    var isHoliday = [Bool](repeating: false, count: dayCount)
    for holiday in holidays where holiday.date.year == year {
      isHoliday[firstDay.days(to: holiday.date)] = true
    }
    var worked = 0
    workedThrough = isHoliday.indices.map { offset in
      let date = firstDay.adding(days: offset)
      if !isHoliday[offset], weeks.days(on: date).includes(date.weekday) { worked += 1 }
      return worked
    }
    self.firstDay = firstDay
    self.holidays = holidays
    total = worked
  }

  /// Working days from 1 January through a day of the year.
  func worked(through date: CivilDate) -> Int { workedThrough[firstDay.days(to: date)] }

  /// Working days from 1 January to a day of the year, which is left out.
  func worked(before date: CivilDate) -> Int {
    date == firstDay ? 0 : workedThrough[firstDay.days(to: date) - 1]
  }
}
