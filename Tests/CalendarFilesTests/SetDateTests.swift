import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Dates that letters set stand beside the rule of all other periods.
@Suite struct `Dates that letters set` {
  private typealias Text = WrittenCalendar

  private static let below = Text.file(
    Text.report("aturan:\n" + Text.rule("{ tanggal: 31 Maret, tahun: 1 }")))

  private static func list(_ entries: String...) -> String {
    Text.file("ditetapkan:\n" + entries.map { "  - { laporan: Uji, \($0), surat: S }\n" }.joined())
  }

  private static func definitions(_ layers: [(CalendarBuilder.Layer, String)]) throws
    -> Definitions
  {
    let calendar = try WrittenCalendar([(.regency, below)] + layers)
    let office = try ShippedOffice.hatungun()
    return Definitions(
      kecamatan: office.kecamatan, office: office.definitions.office,
      calendar: try #require(calendar.calendar, "\(calendar.findings.map(\.line))"),
      workingDays: office.workingDays)
  }

  private static func dates(
    _ layers: [(CalendarBuilder.Layer, String)], years: ClosedRange<Int>
  ) throws -> [String] {
    let plan = Planner(
      try definitions(layers), History([]), asOf: try day("2026-01-01"), years: years
    ).plan()
    #expect(plan.ruleFaults.isEmpty && plan.gaps.isEmpty)
    return plan.dated.compactMap { $0.due?.description }
  }

  @Test(arguments: ["2026-01-30", "2026-04-30"])
  func `a date is that of its period alone, earlier or later than the rule`(_ date: String) throws {
    let own = `Dates that letters set`.list("periode: 2025, tanggal: \(date)")
    #expect(
      try `Dates that letters set`.dates([(.office, own)], years: 2025...2027)
        == ["2025-03-31", date, "2027-03-31"])
  }

  @Test func `the duty year is that of the date, also where the rule gives another`() throws {
    let own = `Dates that letters set`.list("periode: 2025, tanggal: 2027-01-04")
    let layers: [(CalendarBuilder.Layer, String)] = [(.office, own)]
    #expect(try `Dates that letters set`.dates(layers, years: 2026...2026) == [])
    #expect(
      try `Dates that letters set`.dates(layers, years: 2027...2027)
        == ["2027-01-04", "2027-03-31"])
    let early = `Dates that letters set`.list("periode: 2025, tanggal: 2025-12-30")
    #expect(
      try `Dates that letters set`.dates([(.office, early)], years: 2025...2026)
        == ["2025-03-31", "2025-12-30"])
  }

  @Test func `it goes before the rules of every layer, and the office before the kabupaten`() throws
  {
    let regency = `Dates that letters set`.list("periode: 2025, tanggal: 2026-02-10")
    let rule = Text.file(
      "laporan:\n  - kode: Uji\n    aturan:\n    "
        + Text.rule("{ tanggal: 20 Februari, tahun: 1 }") + "\n")
    #expect(
      try `Dates that letters set`.dates(
        [(.regency, regency), (.office, rule)], years: 2026...2026)
        == ["2026-02-10"])
    let own = `Dates that letters set`.list("periode: 2025, tanggal: 2026-02-12")
    #expect(
      try `Dates that letters set`.dates([(.regency, regency), (.office, own)], years: 2026...2026)
        == ["2026-02-12"])
  }

  @Test func `that of one unit goes before that of all, wherever it stands`() throws {
    let all = "periode: 2025, tanggal: 2026-02-12"
    let one = "periode: 2025, tanggal: 2026-02-13, unit: \"63.05.12\""
    let regency = "periode: 2025, tanggal: 2026-02-14, unit: \"63.05\""
    let other = "periode: 2025, tanggal: 2026-02-15, unit: \"63.05.11\""
    for own in [
      `Dates that letters set`.list(other, all, regency, one),
      `Dates that letters set`.list(one, regency, all, other),
    ] {
      #expect(
        try `Dates that letters set`.dates([(.office, own)], years: 2026...2026) == ["2026-02-13"])
    }
    #expect(
      try `Dates that letters set`.dates(
        [(.office, `Dates that letters set`.list(all, regency, other))], years: 2026...2026)
        == ["2026-02-14"])
  }

  @Test func `its source is the letter, and what the rule would give is known`() throws {
    let definitions = try `Dates that letters set`.definitions([
      (.office, `Dates that letters set`.list("periode: 2025, tanggal: 2026-01-30"))
    ])
    let report = try #require(definitions.calendar.codes.code("Uji"))
    let id = Obligation.ID(
      report: report, unit: definitions.kecamatan.code, period: try period("2025"))
    let today = try day("2026-01-05")
    let obligation = try #require(
      try Planner.obligation(id, definitions, History([]), asOf: today))
    let rule = try #require(obligation.rule)
    #expect(rule.source.title == "S" && rule.confidence == .local && !rule.isOnlyTypical)
    #expect(rule.place == SourcePlace(file: "2.yaml", line: 4, column: 5))
    #expect(try obligation.due == day("2026-01-30") && rule.setDate == obligation.due)
    #expect(
      try Planner.ruleDate(of: id, definitions, History([]), asOf: today) == day("2026-03-31"))
    let judge = Judge(definitions, History([]), asOf: today)
    let explanation = Explanation(try #require(judge.assess(obligation)), judge)
    #expect(try explanation.ruleDate == day("2026-03-31"))
    #expect(explanation.otherVersions.map(\.isReplaced) == [true])
  }

  @Test func `two of one layer for the same unit are a fault, also in two files`() throws {
    let one = `Dates that letters set`.list("periode: 2025, tanggal: 2026-02-12")
    let found = try WrittenCalendar([
      (.regency, `Dates that letters set`.below), (.office, one), (.office, one),
    ])
    #expect(found.findings.map(\.code) == ["kalender.ditetapkan-ganda"])
    #expect(found.findings[0].place.file == "3.yaml")
    #expect(found.findings[0].what.contains("2.yaml:4"))
  }

  @Test func `a file about another region is checked and has no effect`() throws {
    let own = "wilayah: \"63.04\"\n"
    let date = `Dates that letters set`.list("periode: 2025, tanggal: 2026-02-12")
    #expect(
      try `Dates that letters set`.dates([(.office, own + date)], years: 2026...2026)
        == ["2026-03-31"])
    // It contradicts nothing that is said of this region.
    let both = try WrittenCalendar([
      (.regency, `Dates that letters set`.below), (.office, date), (.office, own + date),
    ])
    #expect(both.findings.isEmpty)
    let faulty = `Dates that letters set`.list("periode: 2025, tanggal: 2026-02-30")
    let found = try WrittenCalendar([
      (.regency, `Dates that letters set`.below), (.office, own + faulty),
    ])
    #expect(found.findings.map(\.code) == ["kalender.bukan-tanggal"])
  }

  @Test(arguments: [("2025-01-01", true), ("2024-12-31", false)])
  func `a report that looks back is due in its period at the earliest`(
    _ date: String, _ isFine: Bool
  ) throws {
    let own = `Dates that letters set`.list("periode: 2025, tanggal: \(date)")
    let found = try WrittenCalendar([(.regency, `Dates that letters set`.below), (.office, own)])
    #expect(found.findings.map(\.code) == (isFine ? [] : ["kalender.tanggal-sebelum-periode"]))
  }

  @Test(arguments: [("2028-12-31", true), ("2029-01-01", false)])
  func `a date is at most three years from the year of its period`(
    _ date: String, _ isFine: Bool
  ) throws {
    let own = `Dates that letters set`.list("periode: 2025, tanggal: \(date)")
    let found = try WrittenCalendar([(.regency, `Dates that letters set`.below), (.office, own)])
    #expect(found.findings.map(\.code) == (isFine ? [] : ["kalender.tanggal-jauh-dari-periode"]))
  }
}
