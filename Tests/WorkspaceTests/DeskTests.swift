import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Calendars, ledgers and holidays of one kecamatan, brought together.
@Suite struct `The desk of a kecamatan` {
  @Test func `a unit that is not watched has no kecamatan here, and no unit means the only one`()
    throws
  {
    let workspace = try FoundedWorkspace().open()
    #expect(try workspace.kecamatan(of: nil).code == region("63.05.12"))
    #expect(try workspace.kecamatan(of: region("63.05.12.2001")).code == region("63.05.12"))
    #expect(throws: UnitRefusal.self) { try workspace.kecamatan(of: region("63.05.05.2001")) }
  }

  @Test func `it reads the ledgers of all years`() throws {
    let founded = try FoundedWorkspace()
    #expect(try founded.desk().ledger.files.isEmpty)
    #expect(try founded.desk().watchedSince(asOf: day("2026-05-01")) == 2026)
    try founded.append(
      [try FoundedWorkspace.entry(.submitted, "LPPD", "2023", "2024-02-20")],
      at: "2024-02-20T09:00:00+08:00")
    try founded.append(
      [try FoundedWorkspace.entry(.submitted, "LPPD", "2025", "2026-02-20")],
      at: "2026-02-21T09:00:00+08:00")
    let desk = try founded.desk()
    #expect(desk.ledger.files.map(\.year) == [2024, 2026])
    #expect(try desk.watchedSince(asOf: day("2026-05-01")) == 2024)
    let report = try #require(desk.calendar.codes.code("LPPD"))
    func rows(_ desk: Desk, _ year: String) throws -> Int {
      desk.history.rows(
        of: Obligation.ID(report: report, unit: desk.kecamatan.code, period: try period(year))
      ).count
    }
    #expect(try [rows(desk, "2023"), rows(desk, "2024"), rows(desk, "2025")] == [1, 0, 1])
    // What was recorded on the day is known on the day, and not the day before.
    let before = try founded.desk(knownThrough: day("2026-02-20"))
    #expect(try [rows(before, "2023"), rows(before, "2025")] == [1, 0])
    let on = try founded.desk(knownThrough: day("2026-02-21"))
    #expect(try rows(on, "2025") == 1)
    // A void in a later year's file takes back the row of an earlier one.
    let void = LedgerEntry(
      kind: .voided, unit: try region("63.05.12"), subject: "LPPD", period: "2023",
      note: "2024#1 salah", recorder: "operator")
    try founded.append([void], at: "2026-03-01T09:00:00+08:00")
    #expect(try rows(founded.desk(), "2023") == 0)
  }

  @Test func `the office's own word on what is watched goes before the ledger`() throws {
    let founded = try FoundedWorkspace()
    try founded.change("kantor.yaml", "# dipantau_sejak: 2019 ", to: "dipantau_sejak: 2019 ")
    #expect(try founded.desk().watchedSince(asOf: day("2026-05-01")) == 2019)
  }

  @Test func `a year without a holiday file is a gap that names the year`() throws {
    let founded = try FoundedWorkspace()
    let desk = try founded.desk()
    let plan = try desk.plan(2027...2028, asOf: day("2027-01-01"))
    #expect(plan.gaps.map(\.year) == [2028])
    #expect(plan.gaps.map { desk.calendar.codes[$0.report] } == ["Prognosis"])
    let id = Obligation.ID(
      report: try #require(desk.calendar.codes.code("Prognosis")), unit: desk.kecamatan.code,
      period: try period("2028-S1"))
    #expect(throws: CalendarNotCovered(year: 2028)) {
      _ = try desk.obligation(id, asOf: day("2027-01-01"))
    }
    // The year before is known, and the rest of 2028 needs no holidays.
    #expect(plan.dated.contains { $0.id.report == id.report && $0.due?.year == 2027 })
    #expect(plan.dated.count { $0.due?.year == 2028 && $0.id.unit == desk.kecamatan.code } == 14)
  }

  @Test func `one obligation is found with the holidays that it needs`() throws {
    let desk = try FoundedWorkspace().desk()
    let report = try #require(desk.calendar.codes.code("Prognosis"))
    func due(_ name: String) throws -> CivilDate? {
      let id = Obligation.ID(
        report: report, unit: desk.kecamatan.code, period: try period(name))
      return try desk.obligation(id, asOf: day("2026-01-01"))?.due
    }
    #expect(try due("2026-S1") == day("2026-07-14"))
    #expect(try due("2022-S1") == day("2022-07-14"))
    #expect(try due("2026-S2") == nil)
    #expect(try due("2026") == nil)
  }

  // MARK: - Local holidays

  private func prognosis(_ founded: FoundedWorkspace, _ year: Int) throws -> CivilDate? {
    let desk = try founded.desk()
    let plan = try desk.plan(year...year, asOf: day("\(year)-01-01"))
    let report = desk.calendar.codes.code("Prognosis")
    return plan.dated.first { $0.id.report == report }?.due
  }

  @Test func `a holiday of the office's own moves a count of working days`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write(
      """
      kalender: libur-kantor
      diperiksa: 2026-01-02
      libur_tambahan:
        - { tanggal: 2026-07-06, nama: Hari Jadi, jenis: libur daerah, dasar: SE Bupati }
        - { tanggal: 7 Juli, nama: Hari Pasar, jenis: libur daerah, dasar: SE Bupati, berlaku: { sejak: 2026-01-01, sampai: 2026-12-31 } }

      """, to: "kalender/libur.yaml")
    #expect(try prognosis(founded, 2025) == day("2025-07-14"))
    #expect(try prognosis(founded, 2026) == day("2026-07-16"))
    #expect(try prognosis(founded, 2027) == day("2027-07-14"))
  }

  @Test func `a holiday that a later decree took away is worked`() throws {
    let founded = try FoundedWorkspace()
    let desk = try founded.desk()
    let feast = try day("2026-06-16")
    #expect(try !desk.definitions.workingDays.isWorkingDay(feast))
    try founded.folder.write(
      """
      kalender: skb-perubahan
      diperiksa: 2026-05-01
      libur_dihapus:
        - { tanggal: 2026-06-16, dasar: SKB perubahan }
      libur_tambahan:
        - { tanggal: 2026-06-17, nama: Tahun Baru Islam, jenis: libur nasional, dasar: SKB perubahan }

      """, to: "kalender/skb.yaml")
    let changed = try founded.desk()
    #expect(try changed.definitions.workingDays.isWorkingDay(feast))
    #expect(try !changed.definitions.workingDays.isWorkingDay(day("2026-06-17")))
    #expect(try changed.definitions.workingDays.isWorkingDay(day("2026-06-18")))
  }

  @Test func `a week of six days shortens the count, from its first day on`() throws {
    let founded = try FoundedWorkspace()
    try founded.change(
      "kantor.yaml", "  - { hari: 5, sejak: 2019-01-01 }",
      to: "  - { hari: 6, sejak: 2019-01-01 }\n  - { hari: 5, sejak: 2023-04-12 }")
    #expect(try prognosis(founded, 2022) == day("2022-07-12"))
    #expect(try prognosis(founded, 2023) == day("2023-07-14"))
  }

  @Test func `a rule of the office's own holds from its first year on`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write(
      """
      kalender: kantor
      diperiksa: 2026-01-02
      laporan:
        - kode: LPPD
          aturan:
            - tenggat: { tanggal: 10 Februari, tahun: 1 }
              berlaku: { sejak: 2027-01-01 }
              sumber: Surat Sekda 1/2026
              keyakinan: VERIFIED

      """, to: "kalender/kantor.yaml")
    let desk = try founded.desk()
    let plan = try desk.plan(2026...2027, asOf: day("2026-01-01"))
    let report = desk.calendar.codes.code("LPPD")
    #expect(
      try plan.dated.filter { $0.id.report == report }.map(\.due)
        == [day("2026-02-27"), day("2027-02-10")])
  }
}
