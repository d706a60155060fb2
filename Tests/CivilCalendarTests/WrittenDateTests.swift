import CivilCalendar
import TestSupport
import Testing

struct WrittenDateTests {
  private func written(_ text: String) -> WrittenDate? { WrittenDate(Array(text.utf8)[...]) }

  @Test(arguments: [
    "2026-03-31", "2026/03/31", "2026.3.31", "2026-3-31", "20260331", "31/03/2026", "31/3/2026",
    "31.03.2026", "31-3-2026", "31-03-26", "31.3.26", "31/3/26", "31032026", "31 / 3 / 2026",
    "31 Maret 2026", "31 maret 2026", "31 MARET 2026", "31 Mar 2026", "31-Mar-26", "31-Mar-2026",
    "31/Mar/2026", "31.Mar.2026", "31 Mar. 2026", "31 March 2026", "31Maret2026", "31  Maret  2026",
    "Selasa, 31 Maret 2026", "selasa 31/3/2026", "Selasa,31-Mar-26", "31\tMaret\t2026",
    "31\u{A0}Maret\u{A0}2026", "31\u{202F}Maret 2026", "\u{A0}31/3/2026 ", " 2026-03-31\t",
  ])
  func `a date is read in the forms that offices write`(_ text: String) throws {
    #expect(CivilDate(written: text) == (try day("2026-03-31")))
  }

  @Test(arguments: [
    ("1/2/2026", "2026-02-01"), ("05/12/2026", "2026-12-05"), ("29 Februari 2028", "2028-02-29"),
    ("20.02.26", "2026-02-20"), ("9012026", nil), ("09012026", "2026-01-09"),
    ("10-11-12", "2012-11-10"), ("20122012", "2012-12-20"), ("5-5-26", "2026-05-05"),
  ])
  func `the day stands before the month, and a year of two digits behind them`(
    _ text: String, _ expected: String?
  ) throws {
    #expect(CivilDate(written: text) == (try expected.map { try day($0) }))
  }

  @Test(arguments: [
    (1, "Djanuari January Jan"), (2, "Pebruari Febuari Peb Feb February"), (3, "Mar March"),
    (4, "April Apr"), (5, "Mei May"), (6, "Juni Jun Djuni June"), (7, "Juli Jul Djuli July"),
    (8, "Agustus Agust Agst Agt Ags Agu Aug August"), (9, "September Sept Sep"),
    (10, "Oktober Okt Oct October"), (11, "November Nopember Nop Nov NOP"),
    (12, "Desember Des Dec December"),
  ])
  func `a month is read by its short, old and English names in dates, months and periods`(
    _ number: Int, _ names: String
  ) throws {
    let month = try #require(Month(rawValue: number))
    for name in names.split(separator: " ") {
      #expect(Month(written: name) == month)
      #expect(CivilDate(written: "5 \(name) 2026")?.yearMonth.month == month)
      #expect(Period(written: "\(name) 2026")?.ordinal == number)
    }
  }

  @Test func `a year of two digits is one of this century`() throws {
    #expect(CivilDate(written: "1/1/00") == (try day("2000-01-01")))
    #expect(CivilDate(written: "31-Des-99") == (try day("2099-12-31")))
  }

  @Test(arguments: [
    "", " ", "31", "31/04/2026", "31/2/2026", "29/02/2026", "29 Februari 2026", "29 Feb 26",
    "03/31/2026", "3-31-26", "03312026", "31/31/2026", "0/3/2026", "32 Maret 2026", "0 Maret 2026",
    "31/0/2026", "31/13/2026", "31-3/2026", "31,3,2026", "31 3 2026", "310326", "26033", "1/2/126",
    "31 Maret", "Maret 2026", "Maret 31, 2026", "2026 Maret 31", "031/03/2026", "31/003/2026",
    "31 Maret 2026 pagi", "31/03/2026/", "/31/3/2026", "31 Marat 2026", "46112", "2026-02-30",
    "20260230", "20261331", "Rabu, 31 Maret 2026", "Senin", "Selasa, 3/31/2026", "besok", "-",
    "1899-12-31", "31/3/2026 31/3/2026", "31 Maret 2026, 1 April 2026", "३१/३/२०२६",
  ])
  func `what names no day in one of the forms is no date`(_ text: String) {
    #expect(CivilDate(written: text) == nil)
  }

  @Test(
    arguments: [
      ("3/31/2026", WrittenDate.Order.monthFirst, "2026-03-31"),
      ("03-31-26", .monthFirst, "2026-03-31"), ("03312026", .monthFirst, "2026-03-31"),
      ("31/3/2026", .dayFirst, "2026-03-31"), ("13.12.2026", .dayFirst, "2026-12-13"),
      ("5/3/2026", .either, "2026-03-05"), ("05.03.26", .either, "2026-03-05"),
      ("12/11/2026", .either, "2026-11-12"), ("05032026", .either, "2026-03-05"),
      ("5/5/2026", .certain, "2026-05-05"), ("2026-03-05", .certain, "2026-03-05"),
      ("2026/3/5", .certain, "2026-03-05"), ("5 Maret 2026", .certain, "2026-03-05"),
      ("5-Mar-26", .certain, "2026-03-05"),
      // There is no 30 February and no thirtieth month, so that the day is not in doubt.
      ("2/30/2026", nil, ""), ("30/2/2026", nil, ""), ("2/29/2028", .monthFirst, "2028-02-29"),
    ] as [(String, WrittenDate.Order?, String)])
  func `a date in numbers tells which order of day and month it can have`(
    _ text: String, _ order: WrittenDate.Order?, _ expected: String
  ) throws {
    #expect(written(text)?.order == order)
    if order != nil { #expect(written(text)?.date == (try day(expected))) }
    if order == .monthFirst { #expect(CivilDate(written: text) == nil) }
  }
}
