import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// `wilayah.csv` as offices and their spreadsheets write it, and the life of units in it.
struct RegionTableTests {
  private static let plain = """
    kode,nama
    63,Kalimantan Selatan
    63.05,Kabupaten Tapin
    63.05.12,Hatungun
    63.05.12.2001,Tarungin
    63.05.12.2002,Pasi Kuala Ba'u

    """

  private func table(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RegionTable {
    let read = RegionTable.read(Array(text.utf8), file: "wilayah.csv")
    let faults = read.findings.map { "\($0.line)" }
    return try #require(read.table, "\(faults)", sourceLocation: sourceLocation)
  }

  private func kecamatan(_ text: String, _ code: String = "63.05.12", on day: String? = nil) throws
    -> Kecamatan
  {
    let day = try day.map { try CivilDate($0) }
    return try #require(try table(text).kecamatan(try region(code), on: day))
  }

  // MARK: - Spreadsheets

  @Test(arguments: [
    plain.replacing(",", with: ";"), plain.replacing(",", with: "\t"), "\u{FEFF}" + plain,
    plain.replacing("\n", with: "\r\n"), plain.replacing("kode,nama", with: "Kode,Nama Wilayah"),
    plain.replacing("kode,nama", with: " KODE ,\u{A0}nama\u{A0}wilayah "),
    plain.replacing("kode,nama", with: "\"Kode\",\"Nama_Unit\""),
    plain.replacing("63.05.12", with: "630512").replacing(".200", with: "200"),
    plain.replacing("63.05.12", with: "63-05-12").replacing(".200", with: "-200"),
    plain.replacing("63.05.12", with: "'63.05.12"), plain + "\n\n", plain + ",\n",
    plain.replacing("Tarungin", with: "\"Tarungin\""),
    plain.replacing("Tarungin", with: "\u{A0}Tarungin "),
  ])
  func `a spreadsheet's table is the same table`(_ text: String) throws {
    #expect(try kecamatan(text) == kecamatan(RegionTableTests.plain))
  }

  @Test func `columns are found by their headings, and others are named`() throws {
    let text = """
      No;Nama Wilayah;Luas (km2);Kode
      1;Kalimantan Selatan;38744;63
      2;Kabupaten Tapin;2315;6305
      3;Hatungun;93;630512
      4;Tarungin;1,5;6305122001
      5;"Pasi Kuala Ba'u";2;6305122002
      """
    #expect(try kecamatan(text) == kecamatan(RegionTableTests.plain))
    #expect(try table(text).unreadHeadings == ["No", "Luas (km2)"])
    #expect(try table(RegionTableTests.plain).unreadHeadings == [])
  }

  // MARK: - The life of units

  private static let life = """
    kode,nama,sejak,sampai,dahulu
    63,Kalimantan Selatan,,,
    63.05,Kabupaten Tapin,,,
    63.05.12,Hatungun,,,
    63.05.12.2001,Tarungin Lama,,2025-06-30,
    63.05.12.2001,Tarungin,1 Juli 2025,,
    63.05.12.2002,Bagak,,31/12/2025,
    63.05.12.2012,Bagak Baru,2026-01-01,,63.05.12.2002
    63.05.12.2003,Batu Hapu,,30 Juni 2026,
    63.05.12.2004,Asam Randah,2026-07-01,,
    63.05.13,Binuang,,,
    63.05.13.2009,Burakai,2026-01-01,,6305122009
    63.05.13.2010,Pualam,2024-01-01,,63.05.13.2008 63.05.13.2007

    """

  @Test func `units have the code and the name of a day`() throws {
    let life = RegionTableTests.life
    func names(_ day: String?) throws -> [String] {
      try kecamatan(life, on: day).villages.map { "\($0.code.description.suffix(4)) \($0.name)" }
    }
    #expect(
      try names("2025-06-30") == [
        "2001 Tarungin Lama", "2002 Bagak", "2003 Batu Hapu", "2004 Asam Randah", "2009 Burakai",
      ])
    #expect(
      try names("2025-07-01").first == "2001 Tarungin")
    #expect(
      try names("2026-01-01") == [
        "2001 Tarungin", "2003 Batu Hapu", "2004 Asam Randah", "2009 Burakai", "2012 Bagak Baru",
      ])
    #expect(try names(nil) == names("2026-01-01"))
  }

  @Test(arguments: [
    ("2025-12-31", ["2001", "2002", "2003", "2009"]), ("2026-01-01", ["2001", "2003", "2012"]),
    ("2026-06-30", ["2001", "2003", "2012"]), ("2026-07-01", ["2001", "2004", "2012"]),
  ])
  func `the desa that are there on a day`(_ day: String, _ codes: [String]) throws {
    let there = try kecamatan(RegionTableTests.life, on: day).villages(on: CivilDate(day))
    #expect(there.map { String($0.code.description.suffix(4)) } == codes)
  }

  @Test func `a unit is found by its codes of any time`() throws {
    let hatungun = try kecamatan(RegionTableTests.life)
    let bagak = try #require(hatungun.unit(try region("63.05.12.2002")))
    #expect(bagak.code == (try region("63.05.12.2012")))
    #expect(bagak.otherNames == ["Bagak"])
    #expect(bagak.since == nil && bagak.joined == nil && bagak.through == nil)
    let binuang = try kecamatan(RegionTableTests.life, "63.05.13")
    let burakai = try #require(binuang.unit(try region("63.05.12.2009")))
    #expect(burakai.joined == (try CivilDate("2026-01-01")))
    #expect(burakai.since == nil)
    #expect(binuang.otherKecamatan == [try region("63.05.12")])
    let left = try #require(hatungun.unit(try region("63.05.12.2009")))
    #expect(left.through == (try CivilDate("2025-12-31")))
    #expect(left.name == "Burakai")
    let pualam = try #require(binuang.unit(try region("63.05.13.2007")))
    #expect(pualam.code == (try region("63.05.13.2010")))
    #expect(pualam.since == nil)
  }

  @Test func `the provinces of a table are those of its codes of any time, each once`() throws {
    func provinces(_ text: String) throws -> [String] {
      try table(text).provinces.map(\.description)
    }
    #expect(try provinces(RegionTableTests.plain) == ["63"])
    #expect(
      try provinces(
        """
        kode,nama,sejak,sampai,dahulu
        96,Papua Barat Daya,,,
        96.71,Kota Sorong,2022-12-08,,92.71
        63,Kalimantan Selatan,,,
        63.05,Kabupaten Tapin,,,

        """) == ["63", "92", "96"])
  }

  @Test func `a table without days has none`() throws {
    #expect(try !table(RegionTableTests.plain).hasLife)
    #expect(try table(RegionTableTests.life).hasLife)
    #expect(try kecamatan(RegionTableTests.plain).villages.allSatisfy { !$0.hasLife })
  }
}
