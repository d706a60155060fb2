import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Exports of made-up offices, added up.
struct RollupTests {
  private static let chain = String(repeating: "0a", count: 32)

  private func export(
    _ code: String, file: String? = nil, quarter: Int? = 1,
    made: String = "2026-04-01T08:00:00+08:00",
    onTime: Int = 1, late: Int = 0, overdue: Int = 0, waiting: Int = 0, rows: Int = 10,
    chain: String = chain, asOf: String = "2026-04-01", reports: [String] = ["LPPD", "LKPJ"],
    indicators: [String] = []
  ) throws -> SubmittedExport {
    let kecamatan = try region(code)
    let quarter = try quarter.map { try #require(Quarter(year: 2026, number: $0)) }
    return SubmittedExport(
      file: file ?? "\(code).xml", kecamatan: kecamatan, provinceName: "", regencyName: "",
      kecamatanName: "Nama \(code)", duty: quarter.map { .quarter($0) } ?? .year(2026),
      asOf: try day(asOf), watchedSince: nil, made: try #require(ClockReading(made)),
      tally: Tally(
        onTime: onTime, late: late, overdue: overdue, waiting: waiting, exempt: 1, lateEntries: 0),
      ledgers: [
        SubmittedExport.Mark(
          LedgerMark(kecamatan: kecamatan, year: 2026, rows: rows, chain: chain), line: 9)
      ], reports: reports, indicators: indicators)
  }

  private func rollup(
    _ exports: [SubmittedExport], duty: DutyStatement.Duty? = nil, region: RegionCode? = nil,
    expected: [Kecamatan]? = nil
  ) throws -> Rollup {
    try Rollup(exports, Rollup.Question(duty: duty, region: region, expected: expected))
  }

  private func kecamatan(_ code: String, _ name: String) throws -> Kecamatan {
    let code = try region(code)
    return Kecamatan(
      province: nil, regency: Unit(code: code.regency, name: "Kabupaten Meja"),
      unit: Unit(code: code, name: name), members: [])
  }

  // MARK: - Sums

  @Test func `counts are added up by kabupaten, by province and for the country`() throws {
    let recap = try rollup([
      export("63.05.12", onTime: 3, late: 1), export("63.05.05", onTime: 2, overdue: 5),
      export("63.04.17", onTime: 4, waiting: 2), export("35.08.09", onTime: 7),
    ]).recap
    #expect(
      recap.rows(of: .kecamatan).map(\.code) == ["35.08.09", "63.04.17", "63.05.05", "63.05.12"])
    #expect(recap.rows(of: .regency).map(\.code) == ["35.08", "63.04", "63.05"])
    #expect(recap.rows(of: .regency).map(\.tally.required) == [7, 6, 11])
    #expect(recap.rows(of: .province).map(\.tally.onTime) == [7, 9])
    #expect(recap.rows(of: .country).map(\.code) == ["ID"])
    #expect(recap.total.required == 24 && recap.total.exempt == 4)
    #expect(
      recap.rows(of: [.country, .kecamatan]).map(\.level).last == .country,
      "the smallest level stands first")
  }

  @Test func `a rate is that of the sums and no mean of rates`() throws {
    let recap = try rollup([
      export("63.05.12", onTime: 1), export("63.05.05", onTime: 0, overdue: 9),
    ]).recap
    #expect(recap.rows(of: .regency).map { $0.tally.onTimeRate.percent() } == ["10.00"])
  }

  @Test func `the table for programs has its columns in their order`() throws {
    #expect(
      Recap.plainColumns.map(\.key) == [
        "tingkat", "kode", "wajib", "disampaikan", "tepat_waktu", "terlambat", "belum",
        "persen_tepat_waktu",
      ])
    let row = try #require(
      try rollup([export("63.05.12", onTime: 3, late: 1, overdue: 2, waiting: 4)]).recap
        .rows(of: .kecamatan).first)
    #expect(
      Recap.plainColumns.map { $0.cell(row) } == [
        .text("kecamatan"), .text("63.05.12"), .count(10), .count(4), .count(3), .count(1),
        .count(6), .ratio(Ratio(3, of: 10)),
      ])
  }

  @Test
  func `equal rates share a place, the next one is passed over, and what is undecided has none`()
    throws
  {
    let ranks = try rollup([
      export("63.05.01", onTime: 1, late: 1), export("63.05.02", onTime: 4),
      export("63.05.03", onTime: 2, late: 2), export("63.05.04", onTime: 0, late: 1),
      export("63.05.05", onTime: 0, waiting: 3),
    ]).recap.rankedRows(of: .kecamatan)
    #expect(ranks.map(\.row.code) == (1...5).map { "63.05.0\($0)" })
    #expect(ranks.map(\.rank) == [2, 1, 2, 4, nil])
  }

  // MARK: - Several exports of one kecamatan

  @Test func `the export that was made last counts, whatever the order and the zone`() throws {
    let first = try export("63.05.12", file: "a.xml", made: "2026-04-01T09:00:00+09:00", onTime: 1)
    let last = try export("63.05.12", file: "b.xml", made: "2026-04-01T08:00:01+08:00", onTime: 2)
    for exports in [[first, last], [last, first]] {
      let rollup = try rollup(exports)
      #expect(rollup.used.map(\.file) == ["b.xml"])
      #expect(rollup.repetitions.map { $0.ignored.map(\.file) } == [["a.xml"]])
      #expect(rollup.recap.total.onTime == 2)
    }
  }

  @Test func `the same export twice counts once, and one that differs at that moment is doubtful`()
    throws
  {
    let export = try export("63.05.12")
    let again = try self.export("63.05.12", file: "salinan.xml")
    #expect(try rollup([export, again]).recap.total.onTime == 1)
    let other = try self.export("63.05.12", file: "lain.xml", onTime: 5)
    let doubtful = try rollup([export, other, self.export("63.05.05")])
    #expect(doubtful.doubts == [.sameMoment(export, other)])
    #expect(doubtful.used.map(\.file) == ["63.05.05.xml"])
    #expect(doubtful.recap.total.onTime == 1)
  }

  // MARK: - Ledgers

  @Test func `another chain at the same row is a ledger that was written again`() throws {
    let chain = String(repeating: "9f", count: 32)
    let earlier = try export("63.05.12", file: "a.xml", quarter: 1)
    let later = try export(
      "63.05.12", file: "b.xml", quarter: 2, made: "2026-07-01T08:00:00+08:00", chain: chain)
    let quarter = try #require(Quarter(year: 2026, number: 2))
    // Also where one of the two is of another quarter, and in whatever order they come.
    for exports in [[earlier, later], [later, earlier]] {
      let rollup = try rollup(exports, duty: .quarter(quarter))
      #expect(rollup.used.isEmpty && rollup.doubts.count == 1)
      guard case .rewritten(let stated, let before) = rollup.doubts[0] else {
        Issue.record("\(rollup.doubts)")
        return
      }
      #expect(stated.export.file == "b.xml" && stated.mark.line == 9)
      #expect(before.export.file == "a.xml")
    }
  }

  @Test func `more rows are no contradiction, and fewer are only remarked on`() throws {
    let made = "2026-05-01T08:00:00+08:00"
    let other = String(repeating: "9f", count: 32)
    for (rows, isShorter) in [(11, false), (9, true)] {
      let rollup = try rollup([
        export("63.05.12", file: "a.xml"),
        export("63.05.12", file: "b.xml", made: made, rows: rows, chain: other),
      ])
      #expect(rollup.doubts.isEmpty)
      #expect(rollup.shortened.map(\.later.export.file) == (isShorter ? ["b.xml"] : []))
      #expect(rollup.used.map(\.file) == ["b.xml"])
    }
  }

  // MARK: - Who and when

  @Test func `exports of several quarters are not added up unless one is chosen`() throws {
    let exports = try [export("63.05.12"), export("63.05.05", quarter: 2), export("63.05.04")]
    let (first, second) = (
      try #require(Quarter(year: 2026, number: 1)), try #require(Quarter(year: 2026, number: 2))
    )
    #expect(throws: Rollup.Refused.severalDuties([.quarter(first): 2, .quarter(second): 1])) {
      try rollup(exports)
    }
    let chosen = try rollup(exports, duty: .quarter(second))
    #expect(chosen.used.map(\.kecamatan.description) == ["63.05.05"])
    #expect(chosen.ofOtherDuties == 2)
    #expect(throws: Rollup.Refused.nothing([.quarter(first): 2, .quarter(second): 1])) {
      try rollup(exports, duty: .year(2026))
    }
    #expect(throws: Rollup.Refused.nothing([:])) { try rollup([]) }
  }

  @Test func `who has not sent is known from a table, and within the region that is asked for`()
    throws
  {
    let expected = try [
      kecamatan("63.05.12", "Meja"), kecamatan("63.05.05", "Kursi"),
      kecamatan("63.04.17", "Bangku"),
    ]
    let exports = try [export("63.05.12"), export("35.08.09")]
    #expect(try rollup(exports).missing == nil)
    let all = try rollup(exports, expected: expected)
    #expect(all.missing?.map(\.code.description) == ["63.05.05", "63.04.17"])
    #expect(all.strangers.map(\.kecamatan.description) == ["35.08.09"])
    let kabupaten = try rollup(exports, region: region("63.05"), expected: expected)
    #expect(kabupaten.missing?.map(\.code.description) == ["63.05.05"])
    #expect(kabupaten.strangers.isEmpty && kabupaten.ofOtherRegions == 1)
    #expect(kabupaten.recap.rows(of: .kecamatan).map(\.name) == ["Meja"])
    #expect(kabupaten.recap.rows(of: .regency).map(\.name) == ["Kabupaten Meja"])
  }

  @Test func `a kecamatan whose exports are doubtful has sent`() throws {
    let rollup = try rollup(
      [export("63.05.12", file: "a.xml"), export("63.05.12", file: "b.xml", onTime: 3)],
      expected: [kecamatan("63.05.12", "Meja")])
    #expect(rollup.doubts.count == 1 && rollup.missing?.isEmpty == true)
  }

  @Test func `other duties and other registers are named with who has them`() throws {
    let rollup = try rollup([
      export("63.05.01", reports: ["LKPJ", "LPPD"], indicators: ["H02", "H01"]),
      export("63.05.02", reports: ["LPPD", "LKPJ", "LPPD"], indicators: ["H01", "H02"]),
      export("63.05.03", asOf: "2026-04-02", reports: ["LPPD", "DPA"]),
    ])
    #expect(rollup.calendars.map(\.codes) == ["LKPJ LPPD", "DPA LPPD"])
    #expect(
      rollup.calendars.map { $0.kecamatan.map(\.description) } == [
        ["63.05.01", "63.05.02"], ["63.05.03"],
      ])
    #expect(rollup.registers.map(\.codes) == ["H01 H02", ""])
    #expect(rollup.days.map(\.count) == [2, 1])
  }
}
