import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// The rows of a large table that a question about some units needs.
struct RegionExcerptTests {
  private static let rows = [
    "kode,nama", "63,Kalimantan Selatan", "63.01,Satu", "63.01.01,Hulu", "63.01.01.2001,Sawah",
    "63.05,Tapin", "63.05.11,Hilir", "63.05.11.2001,Rawa", "63.05.12,Muara",
    "63.05.12.2001,\"Kebun \"\"Lama\"\", Baru\"", "91,Papua", "91.01,Jauh", "91.01.01,Pantai",
  ]
  private static let table = rows.joined(separator: "\n") + "\n"

  private func excerpt(_ units: [String], of text: String = table) throws -> RegionExcerpt? {
    RegionExcerpt(of: Array(text.utf8), around: try units.map { try region($0) })
  }

  private func codes(_ units: [String], of text: String = table) throws -> [String]? {
    try excerpt(units, of: text).map { excerpt in
      String(decoding: excerpt.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
        String($0.prefix { $0 != "," })
      }
    }
  }

  @Test(
    arguments: [
      (["63.05.12"], ["63", "63.05", "63.05.12", "63.05.12.2001"]),
      (["63.05.12.2001"], ["63", "63.05", "63.05.12", "63.05.12.2001"]),
      (
        ["63.05"], ["63", "63.05", "63.05.11", "63.05.11.2001", "63.05.12", "63.05.12.2001"]
      ),
      (["91"], ["91", "91.01", "91.01.01"]),
      (
        ["91.01.01", "63.01.01"],
        ["63", "63.01", "63.01.01", "63.01.01.2001", "91", "91.01", "91.01.01"]
      ), (["64"], []), ([], []),
    ] as [([String], [String])])
  func `it has the units, what lies in them, and what is around their kecamatan`(
    units: [String], wanted: [String]
  ) throws {
    #expect(try codes(units) == wanted)
  }

  @Test func `rows are taken as they are, also the last one without an end`() throws {
    let village = "63.05.12.2001,\"Kebun \"\"Lama\"\", Baru\"\n"
    let excerpt = try #require(try excerpt(["63.05.12"]))
    #expect(String(decoding: excerpt.bytes, as: UTF8.self).hasSuffix("63.05.12,Muara\n" + village))
    let open = try #require(try self.excerpt(["91"], of: String(Self.table.dropLast())))
    #expect(String(decoding: open.bytes, as: UTF8.self).hasSuffix("91.01.01,Pantai"))
  }

  @Test func `it knows whether kecamatan are left out`() throws {
    #expect(try excerpt(["63"])?.leavesOutKecamatan == true)
    #expect(try excerpt(["63", "91"])?.leavesOutKecamatan == false)
  }

  @Test(arguments: [
    "kode;nama\n63;Provinsi\n", "\u{FEFF}" + table, "nama,kode\nProvinsi,63\n",
    "kode,nama,sejak\n63.05.12,Muara,2020-01-01\n",
    table.replacing("\n", with: "\r\n"), table + "6305122002,Tanpa Titik\n",
    table + "63.05.12.2002,\"Dua\nBaris\"\n", table + "\n", table + "63.05.12.2002\n",
    table + "'63.05.12.2002,Petik\n", "",
  ])
  func `a table of another form is read as a whole`(text: String) throws {
    #expect(try excerpt(["63.05.12"], of: text) == nil)
  }
}
