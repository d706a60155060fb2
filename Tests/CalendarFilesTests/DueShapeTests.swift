import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// The grammar's shapes of a due date, one by one.
@Suite struct `Shapes of a due date` {
  static let shapes: [(text: String, shape: DueShape)] = [
    ("{ tanggal: 31 Maret }", .annualDay(AnnualDay(month: .march, day: 31, yearOffset: 0))),
    (
      "{ tanggal: 29 februari, tahun: -1 }",
      .annualDay(AnnualDay(month: .february, day: 29, yearOffset: -1))
    ),
    (
      "{ setelah: akhir-periode, bulan: 2 }",
      .offset(count: 2, unit: .months, direction: .after, anchor: .periodEnd)
    ),
    (
      "{ setelah: akhir-periode, hari_kerja: 10 }",
      .offset(count: 10, unit: .workingDays, direction: .after, anchor: .periodEnd)
    ),
    (
      "{ setelah: awal-periode, hari: 6 }",
      .offset(count: 6, unit: .days, direction: .after, anchor: .periodStart)
    ),
    (
      "{ setelah: akhir-periode, minggu: 2 }",
      .offset(count: 2, unit: .weeks, direction: .after, anchor: .periodEnd)
    ),
    (
      "{ sebelum: akhir-periode, hari_kerja: 60 }",
      .offset(count: 60, unit: .workingDays, direction: .before, anchor: .periodEnd)
    ),
    (
      "{ minggu_ke: 2, bulan: Juli }",
      .weekOfMonth(ordinal: 2, month: .july, yearOffset: 0, reading: .sevenDays)
    ),
    (
      "{ minggu_ke: 3, bulan: Agustus, tahun: -1, bacaan: jumat }",
      .weekOfMonth(ordinal: 3, month: .august, yearOffset: -1, reading: .friday)
    ),
    ("{ akhir_bulan: September, tahun: -1 }", .endOfMonth(month: .september, yearOffset: -1)),
    ("{ hari_bulan_berikutnya: 10 }", .dayOfFollowingMonth(10)),
    ("{ akhir_triwulan: TW1, tahun: 1 }", .endOfQuarter(number: 1, yearOffset: 1)),
    ("{ hitungan: 12 }", .countOnly(target: 12)),
  ]

  @Test(arguments: shapes)
  func `reads as written`(_ text: String, _ shape: DueShape) throws {
    let written = try WrittenCalendar(report: "aturan:\n" + WrittenCalendar.rule(text))
    #expect(try written.report("Uji").layers.map { $0.map(\.shape) } == [[shape]])
  }

  @Test(arguments: [
    "Sources/CalendarFiles/Documentation.docc/Grammar.md",
    "Sources/tenggat/Panduan.docc/Hukum-dan-tenggat.md",
  ])
  func `is told of where people look, and what is shown there is read`(_ page: String) throws {
    let text = String(decoding: try Repository.bytes(page), as: UTF8.self)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let shown = rows.flatMap { row in row.matches(of: #/`({ [a-z_]+: [^`]+ })`/#) }
      .map { String($0.1) }
    let keys = Set(shown.compactMap { $0.split(separator: ":").first.map { $0.dropFirst(2) } })
    let known = Set(
      Self.shapes.compactMap { $0.text.split(separator: ":").first.map { $0.dropFirst(2) } })
    #expect(known.subtracting(keys).isEmpty)
    let events =
      "kejadian:\n"
      + ["akhir-masa-jabatan", "rkpd-ditetapkan"].map {
        "  - { kode: \($0), nama: Contoh, tingkat: desa }\n"
      }.joined()
    for example in shown.filter({ known.contains($0.dropFirst(2).prefix { $0 != ":" }) }) {
      let written = try WrittenCalendar(
        report: "aturan:\n" + WrittenCalendar.rule(example),
        events: events)
      #expect(written.findings.isEmpty, "\(example): \(written.findings.map(\.line))")
    }
  }

  /// A leap year, the end of a short month, the turn of a year.
  @Test(
    arguments: [
      ("{ tanggal: 29 Februari, tahun: 1 }", "2026", "2027-02-28"),
      ("{ tanggal: 29 Februari, tahun: 1 }", "2027", "2028-02-29"),
      ("{ setelah: akhir-periode, bulan: 1 }", "2026-TW3", "2026-10-30"),
      ("{ setelah: akhir-periode, bulan: 2 }", "2027", "2028-02-29"),
      ("{ setelah: akhir-periode, hari_kerja: 10 }", "2026-S1", "2026-07-14"),
      ("{ setelah: awal-periode, hari: 6 }", "2026-09", "2026-09-07"),
      ("{ sebelum: awal-periode, minggu: 2 }", "2027", "2026-12-18"),
      ("{ minggu_ke: 2, bulan: Juli }", "2026", "2026-07-14"),
      ("{ akhir_bulan: Februari }", "2028", "2028-02-29"),
      ("{ akhir_bulan: September, tahun: -1 }", "2027", "2026-09-30"),
      ("{ hari_bulan_berikutnya: 31 }", "2026-TW1", "2026-04-30"),
      ("{ hari_bulan_berikutnya: 10 }", "2026-12", "2027-01-10"),
      ("{ akhir_triwulan: TW1, tahun: 1 }", "2026", "2027-03-31"),
      ("{ hitungan: 12 }", "2026", nil),
    ] as [(String, String, String?)])
  func `gives its date`(_ text: String, _ covered: String, _ due: String?) throws {
    let written = try WrittenCalendar(report: "aturan:\n" + WrittenCalendar.rule(text))
    let shape = try #require(written.report("Uji").layers.first?.first?.shape)
    let found = try shape.date(
      for: period(covered), event: nil, calendar: try ShippedOffice.workingDays(.five))
    #expect(try found == due.map { try day($0) })
  }

  @Test func `an event anchors by its code`() throws {
    let written = try WrittenCalendar(
      report: "aturan:\n" + WrittenCalendar.rule("{ sebelum: akhir-masa, bulan: 5 }"),
      events: "kejadian:\n  - { kode: akhir-masa, nama: Akhir Masa, tingkat: desa }\n")
    let shape = try #require(written.report("Uji").layers.first?.first?.shape)
    let code = try #require(written.calendar?.codes.code("akhir-masa"))
    #expect(
      shape == .offset(count: 5, unit: .months, direction: .before, anchor: .event(code)))
    #expect(written.calendar?.event(code)?.isOfVillage == true)
  }

  @Test(
    arguments: [
      ("{ hari_bulan_berikutnya: 31 }", true), ("{ hari_bulan_berikutnya: 32 }", false),
      ("{ hari_bulan_berikutnya: 1 }", true), ("{ hari_bulan_berikutnya: 0 }", false),
      ("{ setelah: akhir-periode, bulan: 400 }", true),
      ("{ setelah: akhir-periode, bulan: 401 }", false),
      ("{ setelah: akhir-periode, bulan: 0 }", false),
      ("{ minggu_ke: 4, bulan: Juli }", true), ("{ minggu_ke: 5, bulan: Juli }", false),
      ("{ tanggal: 31 Maret, tahun: 3 }", true), ("{ tanggal: 31 Maret, tahun: 4 }", false),
      ("{ tanggal: 29 Februari }", true), ("{ tanggal: 30 Februari }", false),
      ("{ setelah: akhir-periode, sebelum: awal-periode, bulan: 1 }", false),
      ("{ tanggal: 31 Maret, bulan: 2 }", false),
    ])
  func `a number out of bounds is a fault`(_ text: String, _ isFine: Bool) throws {
    let written = try WrittenCalendar(report: "aturan:\n" + WrittenCalendar.rule(text))
    #expect(written.findings.isEmpty == isFine, "\(written.findings.map(\.line))")
  }

  @Test func `a rule carries its roll, its meaning, its validity and its source`() throws {
    let written = try WrittenCalendar(
      report: """
        aturan:
          - tenggat: { tanggal: 31 Maret, tahun: 1 }
            gulir: mundur
            tanggal_adalah: penetapan
            berlaku: { sejak: 2020-01-01, sampai: 2026-12-31 }
            sumber: Perbup 1/2020
            rujukan: dibaca di papan pengumuman
            keyakinan: KNOWN
            tabel:
              - { unit: "63.05.12.2001", tanggal: 20 Januari, tahun: 1 }
        """)
    let rule = try #require(written.report("Uji").layers.first?.first)
    #expect(rule.roll == .backward)
    #expect(rule.meaning == .enactment)
    #expect(
      rule.validity == Validity(since: try day("2020-01-01"), through: try day("2026-12-31")))
    #expect(
      rule.source == LegalSource(title: "Perbup 1/2020", reference: "dibaca di papan pengumuman"))
    #expect(rule.confidence == .known)
    #expect(rule.place == SourcePlace(file: "1.yaml", line: 11, column: 9))
    let calendar = try ShippedOffice.workingDays(.five)
    func due(_ unit: String) throws -> CivilDate? {
      try rule.due(for: period("2024"), unit: region(unit), event: nil, calendar: calendar)
    }
    // 31 March 2025 is Idul Fitri, and the offices close on the 28th.
    #expect(try due("63.05.12.2002") == day("2025-03-27"))
    #expect(try due("63.05.12.2001") == day("2025-01-20"))
  }

  @Test func `a rule says what it leaves out in the usual way`() throws {
    let written = try WrittenCalendar(
      report: "aturan:\n" + WrittenCalendar.rule("{ tanggal: 31 Maret }"))
    let rule = try #require(written.report("Uji").layers.first?.first)
    #expect(rule.roll == .stay)
    #expect(rule.meaning == .submission)
    #expect(rule.validity == .always)
    #expect(rule.ordinals == nil)
  }

  @Test(
    arguments: [
      ("semester", "S1", [1]), ("triwulan", "[TW2, tw4]", [2, 4]), ("bulan", "09", [9]),
    ])
  func `a rule speaks of some periods alone`(
    _ length: String, _ periods: String, _ ordinals: [Int]
  ) throws {
    let rule = WrittenCalendar.rule("{ hari_bulan_berikutnya: 5 }", "untuk: \(periods)")
    let written = try WrittenCalendar([
      (.regency, WrittenCalendar.file(WrittenCalendar.report("aturan:\n" + rule, period: length)))
    ])
    let report = try written.report("Uji")
    #expect(report.layers.first?.first?.ordinals == Set(ordinals))
    #expect(report.ordinals == Set(ordinals))
  }
}
