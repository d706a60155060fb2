import CivilCalendar
import TestSupport
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("2025", "2025", "2025-01-01", "2025-12-31"),
    ("2026-S1", "Semester I 2026", "2026-01-01", "2026-06-30"),
    ("2026-S2", "Semester II 2026", "2026-07-01", "2026-12-31"),
    ("2026-TW1", "TW I 2026", "2026-01-01", "2026-03-31"),
    ("2026-TW2", "TW II 2026", "2026-04-01", "2026-06-30"),
    ("2026-TW3", "TW III 2026", "2026-07-01", "2026-09-30"),
    ("2026-TW4", "TW IV 2026", "2026-10-01", "2026-12-31"),
    ("2026-02", "Februari 2026", "2026-02-01", "2026-02-28"),
    ("2028-02", "Februari 2028", "2028-02-01", "2028-02-29"),
    ("2026-09", "September 2026", "2026-09-01", "2026-09-30"),
    ("2026-12", "Desember 2026", "2026-12-01", "2026-12-31"),
  ]) func `a period is read, printed, and has a first and a last day`(
    code: String, indonesian: String, firstDay: String, lastDay: String
  ) throws {
    let period = try period(code)
    #expect(period.description == code)
    #expect(period.indonesian == indonesian)
    #expect(period.firstDay == (try day(firstDay)))
    #expect(period.lastDay == (try day(lastDay)))
    #expect(period.description == "\(period.year)" + (code.count == 4 ? "" : "-\(period.suffix)"))
  }

  @Test func `every period of a year is read back as it prints`() throws {
    var seen: Set<Period> = []
    for length in Period.Length.allCases {
      var next = try day("2028-01-01")
      for ordinal in 1...length.perYear {
        let made = try #require(Period(length, year: 2028, ordinal: ordinal))
        #expect(Period(made.description) == made)
        #expect(made.firstDay == next)
        next = made.lastDay.adding(days: 1)
        seen.insert(made)
      }
      #expect(next == (try day("2029-01-01")))
    }
    #expect(seen.count == 19)
  }

  @Test func `letters are read without regard to case`() throws {
    #expect(try period("2026-tw3") == period("2026-TW3"))
    #expect(try period("2026-Tw3") == period("2026-TW3"))
    #expect(try period("2026-s2") == period("2026-S2"))
  }

  @Test(arguments: [
    "", "202", "20266", "2026-", "2026-S", "2026-S0", "2026-S3", "2026-S01", "2026-TW", "2026-TW0",
    "2026-TW5", "2026-TW11", "2026-T1", "2026-W1", "2026-Q1", "2026-0", "2026-9", "2026-00",
    "2026-13", "2026-009", "2026TW1", "2026 TW1", "2026-TW1 ", " 2026", "TW1-2026", "1899",
    "2026-09-01", "2026-TWI", "２０２６",
    "2026-S11111111111111111111", "2026-TW99999999999999999999", "2026-99999999999999999999",
  ]) func `anything else is no period`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `a period exists only where its year has it`() {
    #expect(Period(.year, year: 1900) != nil)
    #expect(Period(.year, year: 1899) == nil)
    #expect(Period(.year, year: 2200) != nil)
    #expect(Period(.year, year: 2201) == nil)
    for length in Period.Length.allCases {
      #expect(Period(length, year: 2026, ordinal: 0) == nil)
      #expect(Period(length, year: 2026, ordinal: length.perYear) != nil)
      #expect(Period(length, year: 2026, ordinal: length.perYear + 1) == nil)
    }
  }

  @Test func `periods are ordered by year, then length, then place`() throws {
    let ordered = try [
      "2025", "2025-S2", "2025-TW4", "2025-12", "2026", "2026-S1", "2026-S2", "2026-TW1",
      "2026-TW2", "2026-01", "2026-02", "2026-12",
    ].map { try period($0) }
    #expect(ordered.reversed().sorted() == ordered)
  }
}

struct QuarterTests {
  @Test(arguments: [
    (1, "TW I", "2026-01-01", "2026-03-31"), (2, "TW II", "2026-04-01", "2026-06-30"),
    (3, "TW III", "2026-07-01", "2026-09-30"), (4, "TW IV", "2026-10-01", "2026-12-31"),
  ]) func `a quarter has three months of the year`(
    number: Int, indonesian: String, firstDay: String, lastDay: String
  ) throws {
    let quarter = try #require(Quarter(year: 2026, number: number))
    #expect(quarter.description == "2026-TW\(number)")
    #expect(quarter.indonesian == indonesian)
    #expect(quarter.firstDay == (try day(firstDay)))
    #expect(quarter.lastDay == (try day(lastDay)))
    #expect(try day(firstDay).quarter == quarter)
    #expect(try day(lastDay).quarter == quarter)
    #expect(quarter.firstDay.adding(days: -1).quarter != quarter)
    #expect(quarter.lastDay.adding(days: 1).quarter != quarter)
  }

  @Test func `a year has four quarters, in order`() {
    #expect(Quarter.all(of: 2026).map(\.number) == [1, 2, 3, 4])
    #expect(Quarter.all(of: 2026).reversed().sorted() == Quarter.all(of: 2026))
    #expect(Quarter(year: 2026, number: 0) == nil)
    #expect(Quarter(year: 2026, number: 5) == nil)
  }
}

struct MonthTests {
  @Test func `a month is found by its Indonesian name without regard to case`() {
    for month in Month.allCases {
      #expect(Month(indonesian: month.indonesian) == month)
      #expect(Month(indonesian: month.indonesian.uppercased()) == month)
    }
    #expect(Month(indonesian: "March") == nil)
    #expect(Month(indonesian: "Mar") == nil)
    #expect(Month(indonesian: "") == nil)
  }

  @Test func `short names have three letters and are all different`() {
    let short = Month.allCases.map(\.indonesianShort)
    #expect(
      short == [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des",
      ])
  }

  @Test func `months are added across the year's end, either way`() {
    let november = YearMonth(year: 2026, month: .november)
    #expect(november.description == "2026-11")
    #expect(november.adding(months: 1) == YearMonth(year: 2026, month: .december))
    #expect(november.adding(months: 2) == YearMonth(year: 2027, month: .january))
    #expect(november.adding(months: -10) == YearMonth(year: 2026, month: .january))
    #expect(november.adding(months: -11) == YearMonth(year: 2025, month: .december))
    #expect(november < november.adding(months: 1))
    #expect(november.adding(months: 1) < november.adding(months: 2))
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
  func `February is longer every fourth year, but for most centuries`(year: Int, length: Int) {
    #expect(YearMonth(year: year, month: .february).length == length)
  }
}
