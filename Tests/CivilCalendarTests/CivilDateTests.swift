import CivilCalendar
import TestSupport
import Testing

/// A calendar that knows nothing but how to turn the page to the next day.
private struct DayCounter {
  var year = 1900
  var month = 1
  var day = 1
  /// 1 January 1900 was a Monday.
  var weekday = Weekday.monday

  var monthLength: Int {
    let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    let february = isLeap ? 29 : 28
    return [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  mutating func turn() {
    weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
    day += 1
    guard day > monthLength else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    month = 1
    year += 1
  }

  var iso: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}

struct CivilDateTests {
  @Test func `every day from 1900 to 2200 agrees with a count day by day`() throws {
    var counter = DayCounter()
    var date = try day("1900-01-01")
    var wrong: [String] = []
    while counter.year <= 2200 {
      let parts = date.parts
      let agrees =
        parts == (counter.year, counter.month, counter.day)
        && date.weekday == counter.weekday
        && date == (try? CivilDate(year: counter.year, month: counter.month, day: counter.day))
        && date.description == counter.iso
        && CivilDate(iso: Array(counter.iso.utf8)[...]) == date
      if !agrees { wrong.append(counter.iso) }
      counter.turn()
      date = date.adding(days: 1)
    }
    #expect(wrong.isEmpty, "first of \(wrong.count): \(wrong.first ?? "")")
    #expect(try day("1900-01-01").days(to: date) == 109_938)
  }

  @Test func `a day that no month has is refused`() {
    var counter = DayCounter()
    var wrong: [String] = []
    for year in 1900...2200 {
      for month in 0...13 {
        counter.year = year
        counter.month = min(max(month, 1), 12)
        for day in -1...33 {
          let isPossible = (1...12).contains(month) && (1...counter.monthLength).contains(day)
          let date = try? CivilDate(year: year, month: month, day: day)
          if (date != nil) != isPossible { wrong.append("\(year) \(month) \(day)") }
        }
      }
    }
    #expect(wrong.isEmpty, "first of \(wrong.count): \(wrong.first ?? "")")
  }

  @Test func `the refusal names the parts that it was given`() {
    let refusal = #expect(throws: NoSuchDay.self) {
      try CivilDate(year: 2026, month: 2, day: 29)
    }
    #expect(refusal?.year == 2026)
    #expect(refusal?.month == 2)
    #expect(refusal?.day == 29)
  }

  @Test func `years run from 1900 through 2200`() throws {
    #expect(throws: NoSuchDay.self) { try CivilDate(year: 1899, month: 12, day: 31) }
    #expect(try CivilDate(year: 1900, month: 1, day: 1).dayNumber == -25_567)
    #expect(try CivilDate(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(try CivilDate(year: 2200, month: 12, day: 31).description == "2200-12-31")
    #expect(throws: NoSuchDay.self) { try CivilDate(year: 2201, month: 1, day: 1) }
  }

  @Test(arguments: [
    "", "2026", "2026-3-31", "2026-03-1", "26-03-31", "2026/03/31", "20260331", "31-03-2026",
    "2026-03-31 ", " 2026-03-31", "2026-03-31T00:00:00", "2026-03-311", "+026-03-31",
    "2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "1899-12-31", "0000-00-00", "٢٠٢٦-٠٣-٣١", "2026-03-3１", "2026−03−31",
  ]) func `only the ISO form of a day that exists is read`(text: String) {
    let refusal = #expect(throws: InvalidDate.self) { try CivilDate(text) }
    #expect(refusal?.text == text)
    #expect(CivilDate(iso: Array(text.utf8)[...]) == nil)
  }

  @Test func `a part of a longer text is read like the text itself`() throws {
    let row = "1,2026-03-31,serah"
    #expect(try CivilDate(row.dropFirst(2).prefix(10)) == day("2026-03-31"))
  }

  @Test(arguments: [
    ("2025-12-31", 2, "2026-02-28"), ("2027-12-31", 2, "2028-02-29"),
    ("2025-12-31", 3, "2026-03-31"), ("2025-12-30", 2, "2026-02-28"),
    ("2025-12-28", 2, "2026-02-28"), ("2025-12-27", 2, "2026-02-27"),
    ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", 1, "2026-04-30"),
    ("2026-04-30", 1, "2026-05-30"), ("2026-05-15", 0, "2026-05-15"),
    ("2026-11-30", 1, "2026-12-30"), ("2026-12-01", 1, "2027-01-01"),
    ("2026-06-15", 25, "2028-07-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"),
    ("2026-02-28", -2, "2025-12-28"), ("2028-02-29", -2, "2027-12-29"),
    ("2026-04-30", -2, "2026-02-28"), ("2028-04-30", -2, "2028-02-29"),
    ("2026-01-31", -1, "2025-12-31"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-01", -1, "2025-12-01"), ("2026-06-15", -18, "2024-12-15"),
    ("2024-02-29", -12, "2023-02-28"),
  ]) func `months keep the day, or end with a shorter month`(
    start: String, months: Int, expected: String
  ) throws {
    #expect(try day(start).adding(months: months) == day(expected))
  }

  @Test func `days are counted either way`() throws {
    let newYear = try day("2026-01-01")
    #expect(newYear.adding(days: -1) == (try day("2025-12-31")))
    #expect(newYear.adding(days: 58) == (try day("2026-02-28")))
    #expect(newYear.adding(days: 59) == (try day("2026-03-01")))
    #expect(newYear.days(to: try day("2026-12-31")) == 364)
    #expect(newYear.days(to: try day("2025-12-31")) == -1)
    #expect(newYear.days(to: newYear) == 0)
  }

  @Test func `dates are ordered by time`() throws {
    let dates = try ["1969-12-31", "1970-01-01", "2025-12-31", "2026-01-01", "2026-01-02"].map {
      try day($0)
    }
    #expect(dates.reversed().sorted() == dates)
    #expect(dates[1] < dates[2])
    #expect(!(dates[2] < dates[2]))
  }

  @Test func `a date is printed for people`() throws {
    #expect(try day("2026-03-31").indonesian == "31 Maret 2026")
    #expect(try day("2026-08-01").indonesian == "1 Agustus 2026")
    #expect(try day("2026-03-31").indonesianShort == "31 Mar 2026")
    #expect(try day("2026-08-01").indonesianShort == "1 Agt 2026")
  }

  @Test func `a date knows its year, month, quarter and weekday`() throws {
    let date = try day("2026-03-31")
    #expect(date.year == 2026)
    #expect(date.yearMonth == YearMonth(year: 2026, month: .march))
    #expect(date.quarter == Quarter(year: 2026, number: 1))
    #expect(try day("2026-04-01").quarter == Quarter(year: 2026, number: 2))
    #expect(date.weekday == .tuesday)
    #expect(date.weekday.indonesian == "Selasa")
  }
}
