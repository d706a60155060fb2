import CalendarFiles
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Nasional, then the kabupaten, then the office's own files: each overrides by code.
@Suite struct `Layers of calendars` {
  private typealias Text = WrittenCalendar

  private static let national = Text.file(
    Text.report("alias: [Lapor]\naturan:\n" + Text.rule("{ tanggal: 31 Maret, tahun: 1 }")))

  private static func override(_ lines: String, region: String? = nil) -> String {
    Text.file(
      (region.map { "wilayah: \"\($0)\"\n" } ?? "") + "laporan:\n  - kode: Uji\n"
        + lines.split(separator: "\n").map { "    \($0)\n" }.joined())
  }

  private static func dates(
    _ layers: [(CalendarBuilder.Layer, String)], years: ClosedRange<Int>
  ) throws -> [String] {
    let calendar = try WrittenCalendar(layers)
    #expect(calendar.findings.isEmpty, "\(calendar.findings.map(\.line))")
    let office = try ShippedOffice.hatungun()
    let definitions = Definitions(
      kecamatan: office.kecamatan, office: office.definitions.office,
      calendar: try #require(calendar.calendar), workingDays: office.workingDays)
    let plan = Planner(
      definitions, History([]), asOf: try day("2026-01-01"), years: years
    ).plan()
    #expect(plan.ruleFaults.isEmpty)
    return plan.dated.compactMap { $0.due?.description }
  }

  @Test func `nobody owes what the national layer defines`() throws {
    let written = try WrittenCalendar([(.national, `Layers of calendars`.national)])
    #expect(try !written.report("Uji").isOwed)
  }

  @Test func `a kabupaten owes what it lists, by name or by an entry`() throws {
    let listed = try WrittenCalendar([
      (.national, `Layers of calendars`.national), (.regency, Text.file("wajib: [uji]\n")),
    ])
    #expect(try listed.report("Uji").isOwed)
    let entered = try WrittenCalendar([
      (.national, `Layers of calendars`.national),
      (.regency, `Layers of calendars`.override("kepada: Setda")),
    ])
    #expect(try entered.report("Uji").isOwed)
    #expect(try entered.report("Uji").recipient == "Setda")
    #expect(try entered.report("Uji").name == "Laporan Uji")
  }

  @Test func `the kabupaten overrides the nation, and the office both`() throws {
    let regency = `Layers of calendars`.override(
      "aturan:\n" + Text.rule("{ tanggal: 20 Februari, tahun: 1 }"))
    let own = `Layers of calendars`.override(
      "aturan:\n" + Text.rule("{ tanggal: 10 Januari, tahun: 1 }"))
    let below: [(CalendarBuilder.Layer, String)] = [
      (.national, `Layers of calendars`.national), (.regency, regency),
    ]
    #expect(try `Layers of calendars`.dates(below, years: 2026...2026) == ["2026-02-20"])
    let all = below + [(.office, own)]
    #expect(try `Layers of calendars`.dates(all, years: 2026...2026) == ["2026-01-10"])
  }

  @Test func `an override that begins later leaves the years before to the layer below`() throws {
    let own = `Layers of calendars`.override(
      "aturan:\n"
        + Text.rule("{ tanggal: 1 Januari, tahun: 1 }", "berlaku: { sejak: 2027-01-01 }"))
    let layers: [(CalendarBuilder.Layer, String)] = [
      (.national, `Layers of calendars`.national), (.office, own),
    ]
    #expect(
      try `Layers of calendars`.dates(layers, years: 2025...2027)
        == ["2025-03-31", "2026-03-31", "2027-01-01"])
  }

  @Test func `an office says that it does not owe a report`() throws {
    let layers: [(CalendarBuilder.Layer, String)] = [
      (.national, `Layers of calendars`.national), (.regency, Text.file("wajib: [Uji]\n")),
      (.office, `Layers of calendars`.override("wajib: tidak")),
    ]
    let written = try WrittenCalendar(layers)
    #expect(try !written.report("Uji").isOwed)
    #expect(try `Layers of calendars`.dates(layers, years: 2026...2026) == [])
  }

  @Test func `a report binds the units that it names`() throws {
    let entry = `Layers of calendars`.override("unit: [\"63.05.05\"]")
    let written = try WrittenCalendar([
      (.national, `Layers of calendars`.national), (.regency, entry),
    ])
    let report = try written.report("Uji")
    #expect(report.isOwed(by: try region("63.05.05")))
    #expect(!report.isOwed(by: try region("63.05.12")))
    #expect(!report.isOwed(by: try region("63.05.05.2001")), "an office report of a desa")
  }

  @Test func `a file of another wilayah is left aside, but its faults are told`() throws {
    let foreign = `Layers of calendars`.override("kepada: Setda", region: "35.08")
    let written = try WrittenCalendar([
      (.national, `Layers of calendars`.national), (.regency, foreign),
    ])
    #expect(try !written.report("Uji").isOwed)
    #expect(try written.report("Uji").recipient == nil)
    let faulty = try WrittenCalendar([
      (.national, `Layers of calendars`.national),
      (.regency, `Layers of calendars`.override("warna: biru", region: "35.08")),
    ])
    #expect(faulty.findings.map(\.place.line) == [6])
  }

  @Test func `a file of the kecamatan itself, or of its kabupaten, is read`() throws {
    for region in ["63", "63.05", "63.05.12"] {
      let written = try WrittenCalendar([
        (.national, `Layers of calendars`.national),
        (.regency, `Layers of calendars`.override("kepada: Setda", region: region)),
      ])
      #expect(try written.report("Uji").recipient == "Setda", "\(region)")
    }
  }

  // MARK: - Two at once

  @Test func `two files of the office are one layer, and their rules may not meet`() throws {
    let first = `Layers of calendars`.override(
      "aturan:\n"
        + Text.rule("{ tanggal: 1 Februari, tahun: 1 }", "berlaku: { sampai: 2026-12-31 }"))
    func second(since day: String) -> String {
      `Layers of calendars`.override(
        "aturan:\n"
          + Text.rule("{ tanggal: 2 Februari, tahun: 1 }", "berlaku: { sejak: \(day) }"))
    }
    func written(_ day: String) throws -> WrittenCalendar {
      try WrittenCalendar([
        (.national, `Layers of calendars`.national), (.office, first),
        (.office, second(since: day)),
      ])
    }
    #expect(try written("2027-01-01").findings == [])
    let faults = try written("2026-12-31").findings
    #expect(
      faults.map(\.line) == [
        "3.yaml:6:9: dua aturan Uji berlaku pada saat yang sama (yang lain di 2.yaml:6);"
          + " batasi salah satunya dengan 'berlaku: { sejak: ..., sampai: ... }'"
      ])
  }

  @Test func `rules for different periods do not meet`() throws {
    let rules =
      Text.rule("{ hari_bulan_berikutnya: 5 }", "untuk: S1") + "\n"
      + Text.rule("{ hari_bulan_berikutnya: 6 }", "untuk: S2")
    let written = try WrittenCalendar([
      (.regency, Text.file(Text.report("aturan:\n" + rules, period: "semester")))
    ])
    #expect(written.findings == [])
  }

  @Test(arguments: [("TW1", true), ("TW2", false), ("TW4", false)])
  func `the stated quarter must hold the date`(_ quarter: String, _ isFine: Bool) throws {
    let written = try WrittenCalendar(
      report: "aturan:\n"
        + Text.rule("{ setelah: akhir-periode, bulan: 3 }", "triwulan: \(quarter)"))
    #expect(written.findings.isEmpty == isFine)
  }

  // MARK: - Names

  @Test func `aliases are read at the level of the unit`() throws {
    let office = try ShippedOffice.hatungun()
    func code(_ word: String, _ levels: [Report.Level]) -> [String] {
      office.calendar.reports(named: word, at: levels).map { office.calendar.codes[$0.code] }
    }
    #expect(code("LPPD", [.office]) == ["LPPD"])
    #expect(code("LPPD", [.village, .recommendation]) == ["LPPDesa"])
    #expect(code("lkpj", [.village]) == ["LKPJDes"])
    #expect(code("Laporan Realisasi", [.office]) == ["Realisasi"])
    #expect(code("laporan_realisasi", [.village]) == ["RealisasiDes"])
    #expect(code("LKjIP", [.office]) == ["LKIP"])
    #expect(code("rkpd desa", [.village]) == ["RKPDes"])
    #expect(code("RKPD", [.office]) == [])
    #expect(code("ADD", [.village, .recommendation]) == ["RekADD"])
  }

  @Test func `a desa and the camat's recommendation for it may not share a name`() throws {
    func reports(_ level: String) throws -> WrittenCalendar {
      let first = Text.report(
        "alias: [Sama]\naturan:\n" + Text.rule("{ tanggal: 31 Maret }")
      )
      .replacing("tingkat: kecamatan", with: "tingkat: desa")
      let second = Text.report(
        "alias: [sama]\naturan:\n" + Text.rule("{ tanggal: 31 Maret }"), code: "Lain"
      )
      .replacing("tingkat: kecamatan", with: "tingkat: \(level)")
      .replacing("laporan:\n", with: "")
      return try WrittenCalendar([(.regency, Text.file(first + second))])
    }
    #expect(try reports("kecamatan").findings == [])
    #expect(try reports("desa").findings.count == 1)
    #expect(try reports("rekomendasi").findings.count == 1)
  }

  @Test func `the nearest known name is offered`() throws {
    let written = try WrittenCalendar([
      (.national, try nationalText()), (.regency, Text.file("wajib: [LKIPP, Qwertyuiop]\n")),
    ])
    #expect(
      written.findings.map(\.remedy) == [
        "mungkin maksudnya 'LKIP'", "periksa kodenya, atau lengkapi nama dan periodenya",
      ])
  }

  private func nationalText() throws -> String {
    String(decoding: try Repository.bytes("Calendars/laporan/nasional.yaml"), as: UTF8.self)
  }
}
