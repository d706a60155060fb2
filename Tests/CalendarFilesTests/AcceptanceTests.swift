import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// The dates and counts that the shipped calendars must give, whatever else changes in them.
@Suite struct `Dates that must come out` {
  // MARK: - Kecamatan

  /// The obligations of the office by duty quarter, each as `LPPD 2025`.
  private func quarters(_ office: ShippedOffice, _ year: Int) throws -> [[String]] {
    let own = try office.plan(year).dated.filter { $0.id.unit == office.kecamatan.code }
    return (1...4).map { number in
      own.filter { $0.due?.quarter.number == number }.map(office.text).sorted()
    }
  }

  @Test func `an office of Tapin owes fifteen reports in 2026`() throws {
    let quarters = try quarters(.hatungun(), 2026)
    #expect(
      quarters == [
        [
          "LKAT 2025", "LKIP 2025", "LKPJ 2025", "LPPD 2025", "RFK 2025-TW4",
          "Realisasi 2025-TW4", "Renja 2027",
        ],
        ["RFK 2026-TW1", "Realisasi 2026-TW1"],
        ["Prognosis 2026-S1", "RFK 2026-TW2", "Realisasi 2026-TW2", "Renja-P 2026"],
        ["RFK 2026-TW3", "Realisasi 2026-TW3"],
      ])
    #expect(quarters.map(\.count) == [7, 2, 4, 2])
  }

  @Test(arguments: ShippedOffice.shippedYears)
  func `it is fifteen in every year, seven of them in the first quarter`(_ year: Int) throws {
    #expect(try quarters(.hatungun(), year).map(\.count) == [7, 2, 4, 2])
    #expect(try quarters(.tekung(), year).map(\.count) == [7, 2, 4, 2])
    // Candi Laras Selatan has Trantib beside them.
    #expect(try quarters(.candiLarasSelatan(), year).map(\.count) == [7, 2, 4, 3])
  }

  @Test func `Candi Laras Selatan reads as its own paper of 2020`() throws {
    let quarters = try quarters(.candiLarasSelatan(), 2020)
    #expect(
      quarters == [
        [
          "LKAT 2019", "LKIP 2019", "LKPJ 2019", "LPPD 2019", "RFK 2019-TW4",
          "Realisasi 2019-TW4", "Renja 2021",
        ],
        ["RFK 2020-TW1", "Realisasi 2020-TW1"],
        ["Prognosis 2020-S1", "RFK 2020-TW2", "Realisasi 2020-TW2", "Renja-P 2020"],
        ["RFK 2020-TW3", "Realisasi 2020-TW3", "Trantib 2020"],
      ])
  }

  @Test func `Jejangkit has budget documents with dates and reports that only count`() throws {
    let office = try ShippedOffice.jejangkit()
    let plan = try office.plan(2026)
    let own = Set(["RKA", "RKA-P", "DPA", "DPA-P", "Capaian"])
    let dated = plan.dated.filter { own.contains(office.calendar.codes[$0.id.report]) }
    #expect(
      dated.map { "\(office.text($0)) \($0.due?.description ?? "-")" } == [
        "RKA 2027 2026-08-21", "RKA-P 2026 2026-08-31", "DPA 2026 2026-01-15",
        "DPA-P 2026 2026-10-15", "Capaian 2025-TW4 2026-01-10", "Capaian 2026-TW1 2026-04-10",
        "Capaian 2026-TW2 2026-07-10", "Capaian 2026-TW3 2026-10-10",
      ])
    let counted = plan.undated.filter { $0.id.unit == office.kecamatan.code }
    let months = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
    #expect(
      counted.map(office.text)
        == months.map { "Rakor \($0)" } + ["Surat 2026"] + months.map { "Komunikasi \($0)" }
        + months.map { "Umum \($0)" })
    let targets = try ["Rakor", "Surat", "Komunikasi", "Umum"].map { code in
      let report = try office.report(code)
      #expect(report.isCountOnly)
      return report.layers.first?.first?.shape
    }
    #expect(
      targets == [
        .countOnly(target: 11), .countOnly(target: 1), .countOnly(target: 12),
        .countOnly(target: 12),
      ])
    // Nobody else owes them.
    #expect(try !ShippedOffice.hatungun().report("RKA").isOwed)
  }

  // MARK: - Desa

  @Test(
    arguments: [
      ("63.05.12", "tapin", 48, 32), ("63.05.05", "tapin", 72, 48),
      ("35.08.09", "lumajang", 48, 32), ("63.04.17", "barito-kuala", 42, 28),
    ])
  func `each desa has six documents and four recommendations`(
    _ code: String, _ calendar: String, _ documents: Int, _ recommendations: Int
  ) throws {
    let office = try ShippedOffice(code, calendar)
    let plan = try office.plan(2026)
    let judge = Judge(office.definitions, History([]), asOf: try day("2026-01-01"))
    let matrix = VillageMatrix(judge, plan, year: 2026)
    #expect(matrix.documents.required == documents)
    #expect(matrix.recommendations.required == recommendations)
    for row in matrix.rows {
      #expect(
        row.documents.map { office.calendar.codes[$0.report.code] }
          == ["RPJMDes", "RKPDes", "APBDes", "RealisasiDes", "LKPJDes", "LPPDesa"])
      // Both semesters are one document.
      #expect(
        row.documents[3].parts.map { office.text($0.obligation) }.sorted()
          == ["RealisasiDes 2025-S2", "RealisasiDes 2026-S1"])
    }
  }

  @Test func `the documents of 2026 cover the right years`() throws {
    let office = try ShippedOffice.hatungun()
    let village = try region("63.05.12.2001")
    let plan = try office.plan(2026)
    #expect(
      plan.dated.filter { $0.id.unit == village }.map(office.text).sorted() == [
        "APBDes 2027", "LKPJDes 2025", "LPPDesa 2025", "RKPDes 2027", "RealisasiDes 2025-S2",
        "RealisasiDes 2026-S1", "RekADD 2026-TW1", "RekADD 2026-TW2", "RekADD 2026-TW3",
        "RekADD 2026-TW4",
      ])
    #expect(plan.undated.filter { $0.id.unit == village }.map(office.text) == ["RPJMDes 2026"])
  }

  @Test func `the only gates are those of the recommendations`() throws {
    for office in [try ShippedOffice.hatungun(), try .tekung(), try .jejangkit()] {
      let gated = office.calendar.reports.filter { !$0.gates.isEmpty }
      #expect(gated.map { office.calendar.codes[$0.code] } == ["RekADD"])
    }
    let office = try ShippedOffice.hatungun()
    let gates = try office.report("RekADD").gates
    #expect(gates.map(\.ordinals) == [[1], [2, 3, 4]])
    #expect(gates.map { office.calendar.codes[$0.report] } == ["APBDes", "RekADD"])
    #expect(gates.map(\.relation) == [.sameYear, .previous])
  }

  @Test func `the terms of a kades and the day that decides are data`() throws {
    let term = try #require(try ShippedOffice.hatungun().report("RPJMDes").term)
    // Six years that end on 24 April 2024 stay six; on the day itself they become eight.
    #expect(try term.end(of: day("2018-04-24")) == day("2024-04-24"))
    #expect(try term.end(of: day("2018-04-25")) == day("2026-04-25"))
  }

  // MARK: - Months

  @Test(arguments: [("2025", "2026-02-28"), ("2027", "2028-02-29"), ("2026", "2027-02-28")])
  func `two months after 31 December is the last day of February`(
    _ year: String, _ due: String
  ) throws {
    let office = try ShippedOffice.hatungun()
    for code in ["LKIP", "LKAT"] {
      let rule = try #require(try office.report(code).layers.first?.first)
      let found = try rule.due(
        for: period(year), unit: office.kecamatan.code, event: nil, calendar: office.workingDays)
      #expect(try found == day(due))
    }
  }

  @Test func `the report of 2024 stays due on Idul Fitri`() throws {
    let office = try ShippedOffice.hatungun()
    let report = try office.report("LPPDesa").code
    let due = try #require(
      try office.plan(2025).dated.first { $0.id.report == report }?.due)
    #expect(try due == day("2025-03-31"))
    #expect(try office.workingDays.workingDay(onOrBefore: due) == day("2025-03-27"))
    #expect(try office.workingDays.workingDay(onOrAfter: due) == day("2025-04-08"))
  }

  // MARK: - Working days

  /// The domain document's table: 10 and 7 working days after 30 June, 10 after 31 December, each for
  /// the week of five days and of six, as days of July and of January.
  struct CountedDays: Sendable {
    let year: Int
    let ten, tenOfSix, seven, sevenOfSix, january, januaryOfSix: Int
  }

  static let countedDays = [
    CountedDays(
      year: 2019, ten: 12, tenOfSix: 11, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 12),
    CountedDays(
      year: 2020, ten: 14, tenOfSix: 11, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 13),
    CountedDays(
      year: 2021, ten: 14, tenOfSix: 12, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 13),
    CountedDays(
      year: 2022, ten: 14, tenOfSix: 12, seven: 11, sevenOfSix: 8, january: 14, januaryOfSix: 13),
    CountedDays(
      year: 2023, ten: 14, tenOfSix: 12, seven: 11, sevenOfSix: 8, january: 13, januaryOfSix: 12),
    CountedDays(
      year: 2024, ten: 12, tenOfSix: 11, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 12),
    CountedDays(
      year: 2025, ten: 14, tenOfSix: 11, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 13),
    CountedDays(
      year: 2026, ten: 14, tenOfSix: 11, seven: 9, sevenOfSix: 8, january: 15, januaryOfSix: 13),
    CountedDays(
      year: 2027, ten: 14, tenOfSix: 12, seven: 9, sevenOfSix: 8, january: 18, januaryOfSix: 14),
  ]

  @Test(arguments: countedDays)
  func `counts of working days are those of the table`(_ row: CountedDays) throws {
    let weeks: [(WorkingWeek.Days, ten: Int, seven: Int, january: Int)] = [
      (.five, row.ten, row.seven, row.january),
      (.six, row.tenOfSix, row.sevenOfSix, row.januaryOfSix),
    ]
    for (week, ten, seven, january) in weeks {
      let office = try ShippedOffice("63.05.12", "tapin", week: week)
      let july = try CivilDate(year: row.year, month: 7, day: ten)
      let prognosis = try office.report("Prognosis").code
      let planned = try office.plan(row.year).dated.filter { $0.id.report == prognosis }
      #expect(planned.map(\.due) == [july])
      let calendar = office.workingDays
      let june = Month.june.lastDay(of: row.year)
      #expect(try calendar.date(10, workingDaysAfter: june) == july)
      #expect(
        try calendar.date(7, workingDaysAfter: june)
          == CivilDate(year: row.year, month: 7, day: seven))
      #expect(
        try calendar.date(10, workingDaysAfter: Month.december.lastDay(of: row.year - 1))
          == CivilDate(year: row.year, month: 1, day: january))
    }
  }

  /// The domain document's columns about the ends of February and March, for the week of five days.
  static let monthEnds: [(year: Int, february: Int, weekday: Weekday, last: String, next: String)] =
    [
      (2019, 28, .sunday, "2019-03-29", "2019-04-01"),
      (2020, 28, .tuesday, "2020-03-31", "2020-03-31"),
      (2021, 26, .wednesday, "2021-03-31", "2021-03-31"),
      (2022, 25, .thursday, "2022-03-31", "2022-03-31"),
      (2023, 28, .friday, "2023-03-31", "2023-03-31"),
      (2024, 29, .sunday, "2024-03-28", "2024-04-01"),
      (2025, 28, .monday, "2025-03-27", "2025-04-08"),
      (2026, 27, .tuesday, "2026-03-31", "2026-03-31"),
      (2027, 26, .wednesday, "2027-03-31", "2027-03-31"),
    ]

  @Test(arguments: monthEnds)
  func `the last and next working days at the ends of months are those of the table`(
    _ year: Int, _ february: Int, _ weekday: Weekday, _ last: String, _ next: String
  ) throws {
    let office = try ShippedOffice.hatungun()
    let calendar = office.workingDays
    let financial = try office.report("LKAT").code
    let due = try #require(try office.plan(year).dated.first { $0.id.report == financial }?.due)
    #expect(due == Month.february.lastDay(of: year))
    #expect(
      try calendar.workingDay(onOrBefore: due)
        == CivilDate(year: year, month: 2, day: february))
    let march = Month.march.lastDay(of: year)
    #expect(march.weekday == weekday)
    #expect(try calendar.workingDay(onOrBefore: march) == day(last))
    #expect(try calendar.workingDay(onOrAfter: march) == day(next))
  }

  // MARK: - The second week of July

  /// The domain document's four readings, as days of July.
  static let secondWeeks: [(year: Int, days: [Int])] = [
    (2019, [14, 14, 12, 12]), (2020, [14, 12, 17, 10]), (2021, [14, 11, 16, 9]),
    (2022, [14, 10, 15, 8]), (2023, [14, 9, 14, 14]), (2024, [14, 14, 12, 12]),
    (2025, [14, 13, 18, 11]), (2026, [14, 12, 17, 10]), (2027, [14, 11, 16, 9]),
  ]

  @Test(arguments: secondWeeks)
  func `the second week of July has four readings`(_ year: Int, _ days: [Int]) throws {
    let words = ["hari-ke-7n", "minggu-kalender", "minggu-penuh", "jumat"]
    let calendar = try ShippedOffice.workingDays(.five)
    for (word, number) in zip(words, days) {
      let written = try WrittenCalendar(
        report: "aturan:\n"
          + WrittenCalendar.rule("{ minggu_ke: 2, bulan: Juli, bacaan: \(word) }"))
      let rule = try #require(written.report("Uji").layers.first?.first)
      let due = try rule.due(
        for: period("\(year)"), unit: region("63.05.12"), event: nil, calendar: calendar)
      #expect(try due == CivilDate(year: year, month: 7, day: number), "\(word)")
    }
    // The shipped rule keeps to the first.
    let office = try ShippedOffice.hatungun()
    let report = try office.report("RealisasiDes").code
    let first = try office.plan(year).dated.filter {
      $0.id.report == report && $0.id.period.ordinal == 1
    }
    #expect(Set(first.map(\.due)) == [try CivilDate(year: year, month: 7, day: 14)])
  }
}
