import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct KecamatanTests {
  @Test func `desa and kelurahan are told apart and ordered by code`() throws {
    let kecamatan = Kecamatan(
      province: nil, regency: nil, unit: try unit("63.05.12", "Contoh"),
      members: try [
        unit("63.05.12.2002", "Dua"), unit("63.05.12.1001", "Kota"),
        unit("63.05.12.3001", "Adat"), unit("63.05.12.2001", "Satu"),
      ])
    #expect(kecamatan.villages.map(\.name) == ["Satu", "Dua", "Adat"])
    #expect(kecamatan.wards.map(\.name) == ["Kota"])
    #expect(kecamatan.code == (try region("63.05.12")))
    #expect(try kecamatan.name(of: region("63.05.12")) == "Contoh")
    #expect(try kecamatan.name(of: region("63.05.12.2002")) == "Dua")
    #expect(try kecamatan.name(of: region("63.05.12.1001")) == "Kota")
    #expect(try kecamatan.name(of: region("63.05.12.2009")) == nil)
    #expect(try kecamatan.name(of: region("63.05")) == nil)
  }

  private func unit(_ code: String, _ name: String) throws -> Unit {
    Unit(code: try region(code), name: name)
  }
}

struct OfficeTests {
  @Test(arguments: [
    ("kasi-pemerintahn", ["kasi-pemerintahan"]), ("Sekcm", ["sekcam"]), ("camatt", ["camat"]),
    ("Kasubag", ["kasubbag-perencanaan-keuangan", "kasubbag-umum-kepegawaian"]),
    ("kasubbag", ["kasubbag-perencanaan-keuangan", "kasubbag-umum-kepegawaian"]),
    ("Kasubbag  Perencanaan", ["kasubbag-perencanaan-keuangan"]),
    ("kasubag umum", ["kasubbag-umum-kepegawaian"]),
    ("kasubg", ["kasubbag-perencanaan-keuangan", "kasubbag-umum-kepegawaian"]),
    ("bendahara", []), ("", []),
  ])
  func `a role that is misspelt or shortened is taken for what it can stand for`(
    _ word: String, _ roles: [String]
  ) {
    #expect(Office.likelyRoles(for: word, among: Office.usualRoles) == roles)
  }

  @Test func `a role is held by the last who began by that day`() throws {
    let office = try makeOffice([
      official("camat", "B", since: "2026-03-01"), official("camat", "A", since: "2020-01-01"),
      official("sekcam", "C", since: "2026-02-01"),
    ])
    let here = try region("63.05.12")
    #expect(try office.official("camat", in: here, on: day("2019-12-31")) == nil)
    #expect(try office.official("camat", in: here, on: day("2020-01-01"))?.name == "A")
    #expect(try office.official("camat", in: here, on: day("2026-02-28"))?.name == "A")
    #expect(try office.official("camat", in: here, on: day("2026-03-01"))?.name == "B")
    #expect(try office.official("kasi-kesra", in: here, on: day("2026-03-01")) == nil)
  }

  @Test func `an entry that names a kecamatan holds there alone, one that names none everywhere`()
    throws
  {
    let office = try makeOffice([
      official("camat", "Umum", since: "2020-01-01"),
      official("camat", "A", since: "2024-01-01", in: "63.05.12"),
      official("camat", "B", since: "2020-01-01", in: "63.05.05"),
      official("sekcam", "A", since: "2020-01-01", in: "63.05.05"),
    ])
    func camat(_ unit: String, _ date: String) throws -> String? {
      try office.official("camat", in: region(unit), on: day(date))?.name
    }
    #expect(try camat("63.05.12", "2023-12-31") == "Umum")
    #expect(try camat("63.05.12", "2024-01-01") == "A")
    // Of two who began on one day the one whose entry says where.
    #expect(try camat("63.05.05", "2024-01-01") == "B")
    #expect(try camat("63.05.01", "2024-01-01") == "Umum")
    // The same name in another kecamatan is no second role here.
    let held = try office.holdings(
      ofHolderOf: "camat", in: region("63.05.12"), on: day("2024-01-01"))
    #expect(held.map(\.role) == ["camat"])
  }

  private func official(
    _ role: String, _ name: String, since: String, in unit: String? = nil
  ) throws -> Official {
    Official(
      role: role, unit: try unit.map { try region($0) }, name: name, employeeNumber: nil,
      since: try day(since), contacts: [:])
  }

  private func makeOffice(_ officials: [Official]) -> Office {
    Office(
      zone: .wita, calendars: [], weeks: [], officials: officials,
      deciding: .first, leadDays: Office.defaultLeadDays)
  }
}

struct LedgerEventTests {
  @Test func `a row speaks of an obligation where it names a report and a period`() throws {
    var codes = CodeTable()
    let report = codes.intern("LPPD")
    let unit = try region("63.05.12")
    let whole = try event(unit: unit, subject: report, period: period("2025"))
    #expect(
      whole.obligation == Obligation.ID(report: report, unit: unit, period: try period("2025")))
    #expect(try event(unit: unit, subject: report, period: nil).obligation == nil)
    #expect(try event(unit: unit, subject: nil, period: period("2025")).obligation == nil)
  }

  @Test func `rows are ordered by the year of their file, then by number`() {
    let rows = [(2025, 9), (2025, 10), (2026, 1), (2026, 2)].map {
      LedgerEvent.RowID(year: $0, number: $1)
    }
    #expect(rows.reversed().sorted() == rows)
  }

  private func event(unit: RegionCode, subject: Code?, period: Period?) throws -> LedgerEvent {
    let date = try day("2026-02-20")
    return LedgerEvent(
      row: LedgerEvent.RowID(year: 2026, number: 1), kind: .submitted, unit: unit,
      subject: subject, period: period, date: date, received: date, recorded: date)
  }
}
