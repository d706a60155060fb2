import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

struct PlannerTests {
  private let desa = SmallOffice.villages

  // MARK: - The duty year

  @Test func `the duty year is that of the rule's own due date`() throws {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    office.add("Renja", nature: .plan, yearOffset: 1, try rule(.fixed(13, .march, -1)))
    office.add("Renja-P", nature: .plan, try rule(.fixed(28, .august)))
    office.add("RFK", length: .quarter, try rule(.dayOfFollowingMonth(10)))
    office.add("Rakor", length: .month, try rule(.dayOfFollowingMonth(5)))
    let words = try office.words(office.plan(2026, on: "2026-01-01").dated)
    #expect(
      words.prefix(7) == [
        "LPPD 2025 63.05.12 2026-02-27", "Renja 2027 63.05.12 2026-03-13",
        "Renja-P 2026 63.05.12 2026-08-28", "RFK 2025-TW4 63.05.12 2026-01-10",
        "RFK 2026-TW1 63.05.12 2026-04-10", "RFK 2026-TW2 63.05.12 2026-07-10",
        "RFK 2026-TW3 63.05.12 2026-10-10",
      ])
    #expect(words.count == 3 + 4 + 12)
    #expect(words[7] == "Rakor 2025-12 63.05.12 2026-01-05")
    #expect(words.last == "Rakor 2026-11 63.05.12 2026-12-05")
    #expect(try office.plan(2025...2027, on: "2026-01-01").dated.count == 3 * words.count)
  }

  @Test func `a report has only the periods that a rule speaks of`() throws {
    var office = SmallOffice()
    office.add("Lap", length: .quarter, try rule(.dayOfFollowingMonth(10), ordinals: [1, 3]))
    #expect(
      try office.words(office.plan(2026, on: "2026-01-01").dated) == [
        "Lap 2026-TW1 63.05.12 2026-04-10", "Lap 2026-TW3 63.05.12 2026-10-10",
      ])
    #expect(try office.obligation("Lap", "2026-TW1", on: "2026-01-01") != nil)
    #expect(try office.obligation("Lap", "2026-TW2", on: "2026-01-01") == nil)
    #expect(try office.obligation("Lap", "2026", on: "2026-01-01") == nil)
  }

  @Test func `a report is owed by its level's units and by listed ones alone`() throws {
    var office = SmallOffice()
    office.add("Kec", try rule(.fixed(1, .may)))
    office.add("Desa", level: .village, try rule(.fixed(1, .may)))
    office.add("Satu", level: .village, units: [try region(desa[1])], try rule(.fixed(1, .may)))
    office.add("Lain", units: [try region("63.05.05")], try rule(.fixed(1, .may)))
    office.add("Tidak", isOwed: false, try rule(.fixed(1, .may)))
    let plan = try office.plan(2026, on: "2026-01-01")
    #expect(
      plan.dated.map { "\(office.codes[$0.id.report]) \($0.id.unit)" }
        == ["Kec 63.05.12"] + desa.map { "Desa \($0)" } + ["Satu \(desa[1])"])
    #expect(plan.undated.isEmpty && plan.gaps.isEmpty && plan.ruleFaults.isEmpty)
    #expect(try office.obligation("Tidak", "2026", on: "2026-01-01") == nil)
    #expect(try office.obligation("Kec", "2026", of: desa[0], on: "2026-01-01") == nil)
  }

  @Test func `a date far from its period is found`() throws {
    var office = SmallOffice()
    let months = DueShape.offset(count: 66, unit: .months, direction: .after, anchor: .periodEnd)
    office.add("Jauh", try rule(months))
    #expect(
      try office.words(office.plan(2026, on: "2026-01-01").dated)
        == ["Jauh 2020 63.05.12 2026-06-30"])
  }

  // MARK: - Versions of a rule

  /// A report whose date was 31 July and is 14 July from 2019 on.
  private func versioned(oldThrough: String = "2018-12-31") throws -> SmallOffice {
    var office = SmallOffice()
    office.add(
      "LRA", try rule(.fixed(14, .july), since: "2019-01-01", line: 1),
      try rule(.fixed(31, .july), through: oldThrough, line: 2))
    return office
  }

  @Test(arguments: [(2018, "2018-07-31"), (2019, "2019-07-14"), (2026, "2026-07-14")])
  func `the version holds in whose validity its date lies`(year: Int, due: String) throws {
    let plan = try versioned().plan(year, on: "2026-01-01")
    #expect(plan.dated.map(\.due) == [try day(due)])
    #expect(plan.ruleFaults.isEmpty)
  }

  @Test func `two versions that hold are a fault, of that year alone`() throws {
    let office = try versioned(oldThrough: "2020-07-31")
    for (year, faults) in [(2018, 0), (2019, 1), (2020, 1), (2021, 0)] {
      let plan = try office.plan(year, on: "2026-01-01")
      #expect(plan.ruleFaults.count == faults, "\(year)")
      #expect(plan.dated.count == 1 - faults, "\(year)")
    }
    let fault = try #require(try office.plan(2020, on: "2026-01-01").ruleFaults.first)
    #expect(fault.holding.map(\.line) == [1, 2])
    #expect(fault.place.line == 2)
    #expect(fault.period == (try period("2020")))
  }

  @Test func `no version that holds is a fault, of that year alone`() throws {
    let office = try versioned(oldThrough: "2017-12-31")
    let plan = try office.plan(2018, on: "2026-01-01")
    #expect(plan.dated.isEmpty)
    #expect(plan.ruleFaults.map(\.holding) == [[]])
    #expect(try office.plan(2017, on: "2026-01-01").ruleFaults.isEmpty)
    #expect(try office.plan(2019, on: "2026-01-01").ruleFaults.isEmpty)
  }

  @Test(arguments: [("2026-02-27", true), ("2026-02-26", false)])
  func `both ends of a validity lie in it`(through: String, isDated: Bool) throws {
    var office = SmallOffice()
    office.add(
      "A", yearOffset: -1, try rule(.fixed(27, .february, 1), since: "2026-02-27", through: through)
    )
    let plan = try office.plan(2026, on: "2026-01-01")
    #expect(plan.dated.count == (isDated ? 1 : 0))
    #expect(plan.ruleFaults.count == (isDated ? 0 : 1))
  }

  @Test func `a fault that all desa share is told once`() throws {
    var office = SmallOffice()
    let own = [try region(desa[0]): AnnualDay(month: .may, day: 2, yearOffset: 0)]
    office.add(
      "ADD", level: .village, try rule(.fixed(1, .may), unitDates: own, through: "2020-12-31"))
    // The desa with a date of its own has a fault of its own.
    #expect(try office.plan(2026, on: "2026-01-01").ruleFaults.count == 2)
  }

  @Test func `a layer replaces the one below for the dates in its validity`() throws {
    var office = SmallOffice()
    office.add(
      "LKIP", try rule(.fixed(15, .january, 1), since: "2027-01-01"),
      lowerLayer: [try rule(.fixed(28, .february, 1))])
    for (year, due) in [(2026, "2026-02-28"), (2027, "2027-01-15"), (2028, "2028-01-15")] {
      #expect(try office.plan(year, on: "2026-01-01").dated.map(\.due) == [day(due)])
    }
  }

  @Test func `a version that has ended asks for no holidays`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add(
      "Prognosis", try rule(.workingDays(10), through: "2027-12-31"),
      try rule(.fixed(14, .january, 1), since: "2028-01-01"))
    #expect(try office.plan(2028, on: "2026-01-01").dated.map(\.due) == [day("2028-01-14")])
    #expect(try office.plan(2028, on: "2026-01-01").gaps.isEmpty)
    #expect(try office.plan(2027, on: "2026-01-01").gaps.map(\.year) == [2027])
  }

  // MARK: - Dates of single desa

  @Test func `a desa's own date replaces the shape's`() throws {
    var office = SmallOffice()
    let own = [try region(desa[1]): AnnualDay(month: .january, day: 10, yearOffset: 1)]
    office.add("LRA", level: .village, try rule(.fixed(20, .january, 1), unitDates: own))
    #expect(
      try office.plan(2026, on: "2026-01-01").dated.map { $0.due?.description }
        == ["2026-01-20", "2026-01-10", "2026-01-20"])
  }

  @Test func `a desa's own date may fall in another duty year`() throws {
    var office = SmallOffice()
    let own = [try region(desa[1]): AnnualDay(month: .december, day: 30, yearOffset: 0)]
    office.add("LRA", level: .village, try rule(.fixed(20, .january, 1), unitDates: own))
    #expect(
      try office.words(office.plan(2026, on: "2026-01-01").dated) == [
        "LRA 2025 \(desa[0]) 2026-01-20", "LRA 2025 \(desa[2]) 2026-01-20",
        "LRA 2026 \(desa[1]) 2026-12-30",
      ])
  }

  // MARK: - Days off

  @Test(arguments: [
    (Roll.stay, "2027-12-31", 2027), (.forward, "2028-01-03", 2028),
    (.backward, "2027-12-30", 2027),
  ]) func `a date is rolled across the end of the year`(
    roll: Roll, due: String, dutyYear: Int
  ) throws {
    var office = SmallOffice()
    office.coveredYears = [2027, 2028]
    office.holidays = [
      Holiday(date: try day("2027-12-31"), name: "Libur", kind: .local, decree: "SK contoh")
    ]
    office.add("A", try rule(.fixed(31, .december), roll: roll), lowerLayer: [])
    for year in [2026, 2027, 2028, 2029] {
      let dated = try office.plan(year, on: "2026-01-01").dated.filter {
        try $0.id.period == period("2027")
      }
      #expect(dated.map(\.due) == (year == dutyYear ? [try day(due)] : []), "\(year)")
    }
  }

  @Test func `a date is rolled back into the year before`() throws {
    var office = SmallOffice()
    office.coveredYears = [2027, 2028]
    office.holidays = [
      Holiday(date: try day("2028-01-01"), name: "Libur", kind: .national, decree: "SKB contoh")
    ]
    // 1 January 2028 is a Saturday.
    office.add("A", yearOffset: -1, try rule(.fixed(1, .january, 1), roll: .backward))
    let dated = try office.plan(2027, on: "2026-01-01").dated
    #expect(dated.map(\.due).contains(try day("2027-12-31")))
  }

  // MARK: - Gaps

  @Test func `a count into a year without holidays is a gap of the duty year that it falls in`()
    throws
  {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add("Prognosis", length: .semester, try rule(.workingDays(10), ordinals: [1]))
    #expect(try office.plan(2026, on: "2026-01-01").gaps.isEmpty)
    let plan = try office.plan(2027, on: "2026-01-01")
    #expect(plan.dated.isEmpty)
    #expect(plan.gaps.map(\.year) == [2027])
    #expect(plan.gaps.map(\.period) == [try period("2027-S1")])
    #expect(throws: CalendarNotCovered(year: 2027)) {
      try office.obligation("Prognosis", "2027-S1", on: "2026-01-01")
    }
  }

  @Test func `a count from the last day of a year is the next year's gap`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add("LKAT", yearOffset: -1, try rule(.workingDays(10)))
    #expect(try office.plan(2026, on: "2026-01-01").gaps.isEmpty)
    #expect(try office.plan(2026, on: "2026-01-01").dated.map(\.due) == [day("2026-01-14")])
    #expect(try office.plan(2027, on: "2026-01-01").gaps.map(\.year) == [2027])
  }

  @Test func `a gap that many desa share is told once`() throws {
    var office = SmallOffice()
    office.add("LRA", level: .village, try rule(.workingDays(5)))
    #expect(try office.plan(2026, on: "2026-01-01").gaps.count == 1)
  }

  @Test func `a count that begins in the year before is not lost when only its own is asked`()
    throws
  {
    var office = SmallOffice()
    office.coveredYears = [2028]
    let count = DueShape.offset(
      count: 10, unit: .workingDays, direction: .after,
      anchor: .event(office.codes.intern("rkpd-ditetapkan")))
    office.add("A", try rule(count))
    try office.row(.fact, "rkpd-ditetapkan", "2028", "2027-12-20")
    // The holidays of 2027 are asked for; once they are there, so is the date.
    #expect(try office.plan(2028, on: "2028-01-01").gaps.map(\.year) == [2027])
    office.coveredYears = [2027, 2028]
    #expect(try office.plan(2028, on: "2028-01-01").dated.map(\.due) == [day("2028-01-03")])
    #expect(try office.plan(2027, on: "2028-01-01").dated.isEmpty)
  }

  @Test func `a date that may be rolled into a year asks for the holidays of the one before`()
    throws
  {
    var office = SmallOffice()
    office.coveredYears = [2028]
    office.add("A", try rule(.fixed(31, .december), roll: .forward))
    #expect(try office.plan(2028, on: "2026-01-01").gaps.map(\.year) == [2027])
    // 31 December 2028 is a Sunday: its date lies in 2029 and is asked for with that year.
    #expect(try office.plan(2028, on: "2026-01-01").dated.isEmpty)
    #expect(try office.plan(2029, on: "2026-01-01").gaps.map(\.year) == [2029, 2029])
    office.coveredYears = [2027, 2028]
    #expect(try office.plan(2028, on: "2026-01-01").gaps.isEmpty)
    #expect(try office.plan(2027, on: "2026-01-01").dated.map(\.due) == [day("2027-12-31")])
  }

  // MARK: - Events

  /// Due two weeks after the RKPD of the period's own or of the year before.
  private func anchored(level: Report.Level = .office, yearOffset: Int = 0) throws -> SmallOffice {
    var office = SmallOffice()
    let weeks = DueShape.offset(
      count: 2, unit: .weeks, direction: .after,
      anchor: .event(office.codes.intern("rkpd-ditetapkan")))
    office.add("R", level: level, nature: .plan, yearOffset: yearOffset, try rule(weeks))
    return office
  }

  @Test func `an event counts from its date on`() throws {
    var office = try anchored()
    try office.row(.fact, "rkpd-ditetapkan", "2026", "2026-06-20")
    #expect(try office.plan(2026, on: "2026-06-19").dated.isEmpty)
    #expect(try office.words(office.plan(2026, on: "2026-06-19").undated) == ["R 2026 63.05.12 -"])
    #expect(try office.plan(2026, on: "2026-06-20").dated.map(\.due) == [day("2026-07-04")])
    #expect(try office.plan(2026, on: "2026-06-20").undated.isEmpty)
  }

  @Test func `an event's own period goes before a later event without one`() throws {
    var office = try anchored()
    try office.row(.fact, "rkpd-ditetapkan", "2026", "2026-06-20")
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-07-01")
    #expect(try office.obligation("R", "2026", on: "2026-12-01")?.due == day("2026-07-04"))
    // For another year neither serves.
    #expect(try office.obligation("R", "2027", on: "2026-12-01")?.due == nil)
  }

  @Test func `of events without a period the last one counts`() throws {
    var office = try anchored()
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-01")
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-20")
    #expect(try office.obligation("R", "2026", on: "2026-06-19")?.due == day("2026-06-15"))
    #expect(try office.obligation("R", "2026", on: "2026-06-20")?.due == day("2026-07-04"))
    try office.void(LedgerEvent.RowID(year: 2026, number: 2), on: "2026-06-25")
    #expect(try office.obligation("R", "2026", on: "2026-06-20")?.due == day("2026-06-15"))
  }

  @Test(arguments: [(0, "2026"), (1, "2027"), (-1, "2025")])
  func `an event without a period does not anchor every year`(
    yearOffset: Int, served: String
  ) throws {
    var office = try anchored(yearOffset: yearOffset)
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-20")
    let plan = try office.plan(2020...2032, on: "2026-12-01")
    #expect(office.words(plan.dated) == ["R \(served) 63.05.12 2026-07-04"])
    #expect(plan.undated.count == 12)
  }

  @Test func `an event of the next year does not leave a working-day gap in every year`() throws {
    var office = SmallOffice()
    let count = DueShape.offset(
      count: 10, unit: .workingDays, direction: .after,
      anchor: .event(office.codes.intern("rkpd-ditetapkan")))
    office.add("A", try rule(count))
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-20")
    let plan = try office.plan(2026, on: "2026-12-01")
    #expect(plan.gaps.map(\.period) == [try period("2026")])
    #expect(try office.plan(2025, on: "2026-12-01").gaps.isEmpty)
    #expect(try office.plan(2027, on: "2026-12-01").gaps.isEmpty)
  }

  @Test func `a desa's own event goes before its kecamatan's`() throws {
    var office = try anchored(level: .village)
    try office.row(.fact, "rkpd-ditetapkan", "2026", "2026-06-20")
    try office.row(.fact, "rkpd-ditetapkan", "2026", of: desa[1], "2026-06-25")
    let plan = try office.plan(2026, on: "2026-12-01")
    #expect(
      plan.dated.map { $0.due?.description } == ["2026-07-04", "2026-07-09", "2026-07-04"])
    var general = try anchored(level: .village)
    try general.row(.fact, "rkpd-ditetapkan", "2026", "2026-06-20")
    try general.row(.fact, "rkpd-ditetapkan", nil, of: desa[0], "2026-06-21")
    #expect(
      try general.obligation("R", "2026", of: desa[0], on: "2026-12-01")?.due
        == day("2026-07-05"))
  }

  @Test func `a kecamatan does not take an event of its desa`() throws {
    var office = try anchored()
    try office.row(.fact, "rkpd-ditetapkan", "2026", of: desa[0], "2026-06-20")
    #expect(try office.plan(2026, on: "2026-12-01").dated.isEmpty)
  }

  // MARK: - Without a due date

  @Test func `what has no due date stands in the year of its period`() throws {
    var office = SmallOffice()
    office.add("Surat", yearOffset: 1, try rule(.countOnly(target: 1)))
    let plan = try office.plan(2026, on: "2026-01-01")
    #expect(office.words(plan.undated) == ["Surat 2026 63.05.12 -"])
    #expect(plan.dated.isEmpty)
  }

  // MARK: - Reports an event

  @Test func `two versions that hold for an event are a fault`() throws {
    var office = SmallOffice()
    let event = Anchor.event(office.codes.intern("pelantikan-kades"))
    office.add(
      "RPJMDes", level: .village, nature: .plan,
      try rule(
        .offset(count: 3, unit: .months, direction: .after, anchor: event), since: "2026-01-01",
        line: 1),
      try rule(
        .offset(count: 6, unit: .months, direction: .after, anchor: event),
        through: "2026-12-31", line: 2), perEvent: "pelantikan-kades")
    try office.row(.fact, "pelantikan-kades", of: desa[0], "2025-02-01")
    try office.row(.fact, "pelantikan-kades", of: desa[1], "2026-02-01")
    #expect(try office.plan(2025, on: "2026-06-01").dated.map(\.due) == [day("2025-08-01")])
    #expect(try office.plan(2026, on: "2026-06-01").ruleFaults.map(\.holding.count) == [2])
    try office.row(.fact, "pelantikan-kades", of: desa[2], "2027-02-01")
    #expect(try office.plan(2027, on: "2027-06-01").dated.map(\.due) == [day("2027-05-01")])
  }

  @Test func `no version that holds for an event is a fault`() throws {
    var office = SmallOffice()
    let event = Anchor.event(office.codes.intern("pelantikan-kades"))
    office.add(
      "RPJMDes", level: .village, nature: .plan,
      try rule(
        .offset(count: 3, unit: .months, direction: .after, anchor: event), through: "2025-12-31"),
      perEvent: "pelantikan-kades")
    try office.row(.fact, "pelantikan-kades", of: desa[0], "2026-02-01")
    #expect(try office.plan(2026, on: "2026-06-01").ruleFaults.map(\.holding) == [[]])
  }

  @Test func `a plan keeps what concerns some reports`() throws {
    var office = try versioned(oldThrough: "2017-12-31")
    office.add("Surat", try rule(.countOnly(target: 1)))
    office.add("A", try rule(.workingDays(3)))
    office.add("B", try rule(.fixed(1, .may)))
    var plan = try office.plan(2018, on: "2026-01-01")
    #expect([plan.dated.count, plan.undated.count, plan.ruleFaults.count] == [1, 1, 1])
    #expect(!plan.gaps.isEmpty)
    let kept = office.codes.code("B")
    plan.keep { $0 == kept }
    #expect([plan.dated.count, plan.undated.count, plan.ruleFaults.count] == [1, 0, 0])
    #expect(plan.gaps.isEmpty)
  }
}
