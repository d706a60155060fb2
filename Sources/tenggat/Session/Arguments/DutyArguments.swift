internal import ArgumentParser
internal import CivilCalendar

/// A duty quarter on the command line: `2026-TW1`, `TW I 2026`.
struct DutyQuarter: ExpressibleByArgument {
  let quarter: Quarter

  init?(argument: String) {
    guard let period = Period(written: argument), period.length == .quarter,
      let quarter = Quarter(year: period.year, number: period.ordinal)
    else { return nil }
    self.quarter = quarter
  }
}

/// A duty year on the command line: 1900 through 2200.
struct DutyYear: ExpressibleByArgument {
  let year: Int

  init?(argument: String) {
    guard let period = Period(written: argument), period.length == .year else { return nil }
    year = period.year
  }
}
