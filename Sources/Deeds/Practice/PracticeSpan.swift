internal import CivilCalendar

/// The days that a made-up office is about, from the day that is taken for today.
struct PracticeSpan {
  /// Today, on which nothing was done yet: whoever practises does it.
  let today: CivilDate
  /// Yesterday.
  let last: CivilDate
  /// The first day, on which the office began to watch: 1 December before the year, so that the budgets of the desa
  /// are seen.
  let first: CivilDate

  /// The day on which the office begins to record.
  var begins: CivilDate { first.adding(days: 1).workday }

  /// The days before which there is always something to see.
  private static let least = 120

  /// Finds the days; of a year that has just begun there would be little to see, so that the one before counts.
  init(_ today: CivilDate) {
    self.today = today
    last = today.adding(days: -1)
    let year = today.adding(days: -PracticeSpan.least).year
    first = Month.december.lastDay(of: year - 1).adding(days: -30)
  }

  /// The year that it is about: that after the first day.
  var year: Int { first.year + 1 }

  /// The quarters of its years that are over.
  var quarters: [Quarter] {
    (year...max(year, today.year)).flatMap(Quarter.all).filter { $0.lastDay < last }
  }
}
