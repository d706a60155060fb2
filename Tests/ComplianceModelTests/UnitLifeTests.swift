import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct UnitLifeTests {
  private func unit(since: String? = nil, joined: String? = nil, through: String? = nil) throws
    -> Unit
  {
    Unit(
      code: try region("63.05.12.2001"), name: "Tarungin",
      since: try since.map { try CivilDate($0) },
      joined: try joined.map { try CivilDate($0) }, through: try through.map { try CivilDate($0) })
  }

  private func belonging(_ unit: Unit, _ period: String, _ due: String?) throws -> Unit.Belonging {
    unit.belonging(of: Period(period), due: try due.map { try CivilDate($0) })
  }

  @Test(arguments: [
    ("2026-TW3", "2026-09-30", Unit.Belonging.here), ("2026-TW2", "2026-06-30", .nobody),
    ("2026-S1", "2026-07-20", .nobody), ("2026-S2", "2027-01-20", .here),
    ("2026", "2027-03-31", .nobody), ("2027", "2026-09-30", .here), ("2027", "2026-06-30", .nobody),
    ("2027", "2026-07-01", .here),
  ])
  func `a desa founded in July owes from its first full period on`(
    _ period: String, _ due: String, _ expected: Unit.Belonging
  ) throws {
    #expect(try belonging(unit(since: "2026-07-01"), period, due) == expected)
  }

  @Test(arguments: [
    ("2026-06-30", Unit.Belonging.here), ("2026-07-01", .nobody),
  ])
  func `one that ended owes what was due by then`(
    _ due: String, _ expected: Unit.Belonging
  ) throws {
    #expect(try belonging(unit(through: "2026-06-30"), "2025", due) == expected)
  }

  @Test(arguments: [
    ("2026-06-30", Unit.Belonging.formerKecamatan), ("2026-07-01", .here),
  ])
  func `one that came owes here what falls due here`(
    _ due: String, _ expected: Unit.Belonging
  ) throws {
    #expect(try belonging(unit(joined: "2026-07-01"), "2025", due) == expected)
  }

  @Test func `what an event makes is told by its date alone`() throws {
    let founded = try unit(since: "2026-07-01")
    #expect(founded.belonging(of: nil, due: try CivilDate("2026-07-01")) == .here)
    #expect(founded.belonging(of: nil, due: try CivilDate("2026-06-30")) == .nobody)
    #expect(founded.belonging(of: nil, due: nil) == .here)
  }

  @Test func `two units of one name show their codes`() throws {
    func unit(_ code: String, _ name: String) throws -> Unit {
      Unit(code: try region(code), name: name)
    }
    let kecamatan = Kecamatan(
      province: nil, regency: nil, unit: try unit("71.02.11", "Lolak"),
      members: [
        try unit("71.02.11.2003", "Sonuo"), try unit("71.02.11.2018", "sonuo"),
        try unit("71.02.11.2004", "Lolak"),
      ])
    #expect(
      kecamatan.villages.map(kecamatan.label)
        == ["Sonuo (71.02.11.2003)", "Lolak", "sonuo (71.02.11.2018)"])
    #expect(
      kecamatan.displayName(of: try region("71.02.11.2003")) == "Desa Sonuo (71.02.11.2003)")
    #expect(kecamatan.displayName(of: kecamatan.code) == "Kecamatan Lolak")
    #expect(kecamatan.namelessRegions == [try region("71"), try region("71.02")])
  }

  @Test(arguments: [
    ("kasubag-perencanaan-keuangan", "kasubbag-perencanaan-keuangan"),
    ("Kasubbag Perencanaan dan Keuangan", "kasubbag-perencanaan-keuangan"),
    ("Kasubag Umum & Kepegawaian", "kasubbag-umum-kepegawaian"),
    ("kasubag-umum-kepegawaian", "kasubbag-umum-kepegawaian"), ("kasi-pem", "kasi-pemerintahan"),
    ("Kasi Pemerintahan", "kasi-pemerintahan"), ("kasie_pemerintahan", "kasi-pemerintahan"),
    ("sekretaris-camat", "sekcam"), ("Sekretaris Kecamatan", "sekcam"), ("CAMAT", "camat"),
    ("kasi-ekonomi", "kasi-ekonomi"), ("juru-tulis", "juru-tulis"),
  ])
  func `a role is read under its common spellings`(_ word: String, _ role: String) {
    #expect(Office.canonical(word) == role)
  }

  @Test func `a row of another kecamatan's ledger tells where it stands`() throws {
    let own = LedgerEvent.RowID(year: 2026, number: 12)
    let other = LedgerEvent.RowID(year: 2026, number: 12, in: try region("63.05.13"))
    #expect(own.text == "2026#12" && own.book == nil && own.year == 2026 && own.number == 12)
    #expect(other.text == "63.05.13/2026#12")
    #expect(other.book == (try region("63.05.13")))
    #expect(other.year == 2026 && other.number == 12 && own != other)
    #expect(own < LedgerEvent.RowID(year: 2026, number: 13))
    #expect(LedgerEvent.RowID(year: 2025, number: 99) < own)
    let last = LedgerEvent.RowID(year: 9999, number: 200_000_000, in: try region("96.71.99"))
    #expect(last.year == 9999 && last.number == 200_000_000)
    #expect(last.book == (try region("96.71.99")))
  }
}
