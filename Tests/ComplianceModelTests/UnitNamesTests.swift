import ComplianceModel
import Foundation
import TestSupport
import Testing

/// How people write the names of units.
struct UnitNamesTests {
  private static func kecamatan(_ code: String, _ name: String, _ members: String...) throws
    -> Kecamatan
  {
    Kecamatan(
      province: nil, regency: nil, unit: Unit(code: try region(code), name: name),
      members: try members.enumerated().map {
        Unit(code: try region("\(code).\(2001 + $0)"), name: $1)
      })
  }

  private let units: UnitNames

  init() throws {
    units = UnitNames([
      try UnitNamesTests.kecamatan(
        "63.05.12", "Hatungun", "Tarungin", "Pasi Kuala Ba'u", "Kurau (Timur)", "Belok-Sidan",
        "Lalai I/II", "Lambang Sari I, II, III", "Desaloka", "Hatungun", "Mns. Mesjid", "Batu 12",
        "Désa Pakélan", "2 x 11 Koto"),
      try UnitNamesTests.kecamatan(
        "63.05.05", "Candi Laras Selatan", "Baru", "Desa Baru", "Desa Adat Ayapo",
        "Hili'alawa", "Hilialawa"),
    ])
  }

  @Test(arguments: [
    ("Tarungin", 2001), ("TARUNGIN", 2001), ("Desa Tarungin", 2001), ("desa_tarungin", 2001),
    ("Ds. Tarungin", 2001), ("DesaTarungin", 2001), ("\u{A0}Tarungin\u{202F}", 2001),
    ("Tarungin.", 2001), ("\"Tarungin\"", 2001), ("Taru\u{AD}ngin", 2001),
    ("\u{200E}Tarungin\u{200D}", 2001), ("Desa : Tarungin", 2001), ("63-05-12-2001", 2001),
    ("Pasi Kuala Ba'u", 2002), ("Pasi Kuala Ba\u{2019}u", 2002), ("Pasi Kuala Ba`u", 2002),
    ("Pasi Kuala Ba\u{2BC}u", 2002), ("Pasi Kuala Ba\u{2BB}u", 2002), ("Pasi Kuala Ba´u", 2002),
    ("Pasi Kuala Bau", 2002), ("Pasi\u{A0}Kuala_Ba'u", 2002), ("pasi-kuala-ba-u", 2002),
    ("Pasi Kuala Ba\u{A78C}u", 2002), ("Pasi Kuala Ba\u{2032}u", 2002),
    ("Kurau (Timur)", 2003), ("Kurau Timur", 2003), ("Desa Kurau [Timur]", 2003),
    ("Belok-Sidan", 2004), ("Belok/Sidan", 2004), ("Belok\u{FF0F}Sidan", 2004),
    ("Belok_Sidan", 2004), ("Belok\u{2013}Sidan", 2004), ("Belok\u{2215}Sidan", 2004),
    ("Belok, Sidan", 2004), ("BelokSidan", 2004),
    ("Lalai I/II", 2005), ("Lalai I-II", 2005), ("Lalai I II", 2005), ("lalai_i_ii", 2005),
    ("Lambang Sari I,II,III", 2006), ("Lambang Sari I-II-III", 2006),
    ("Desaloka", 2007), ("Desa Desaloka", 2007), ("Desa Hatungun", 2008), ("Mns Mesjid", 2009),
    ("Batu-12", 2010), ("Batu12", 2010), ("Désa Pakélan", 2011),
    ("De\u{301}sa Pake\u{301}lan", 2011), ("2x11 Koto", 2012),
  ])
  func `every legal spelling finds the desa`(_ text: String, _ number: Int) throws {
    #expect(units.match(text) == .one(try region("63.05.12.\(number)")))
    #expect(units.match(text, desaOnly: true) == .one(try region("63.05.12.\(number)")))
  }

  @Test(arguments: [
    "Kecamatan Hatungun", "Kec. Hatungun", "KEC HATUNGUN", "Kec.Hatungun", "63.05.12", "630512",
  ])
  func `a word in front tells the kecamatan from the desa`(_ text: String) throws {
    #expect(units.match(text) == .one(try region("63.05.12")))
    #expect(units.match("Hatungun") == .several(units.units.filter { $0.name == "Hatungun" }))
    #expect(units.match("Hatungun", desaOnly: true) == .one(try region("63.05.12.2008")))
  }

  @Test func `a name of which Desa is a part is no other desa`() throws {
    #expect(units.match("Desa Desa Baru") == .one(try region("63.05.05.2002")))
    #expect(units.match("Baru") == .one(try region("63.05.05.2001")))
    #expect(units.match("Desa Adat Ayapo") == .one(try region("63.05.05.2003")))
    // Either may be called so.
    guard case .several(let several) = units.match("Desa Baru") else {
      Issue.record("Desa Baru is guessed")
      return
    }
    #expect(Set(several.map(\.name)) == ["Baru", "Desa Baru"])
    #expect(units.match("Hili'alawa") == .several(units.units.filter { $0.name.hasPrefix("Hili") }))
  }

  @Test(arguments: [
    "Loka", "Lalai III", "Lalai IV", "Lambang Sari VI", "Tarungin II", "Tarungin Baru", "Batu 1",
    "Batu 1 2", "Kurau", "Pasi Kuala", "Desa", "Kec.", "", "'", "-", "Desa Candi Laras Selatan",
    "Adat Ayapo", "Nagari Tarungin", "Kecamatan Tarungin", "Kelurahan Tarungin", "Hatungu",
    "Tarungin Tarungin",
  ])
  func `another name is no unit of ours`(_ text: String) {
    guard case .none = units.match(text) else {
      Issue.record("\(text) is \(units.match(text))")
      return
    }
  }

  @Test func `a region's own word for a desa is read too, and names keep theirs`() throws {
    let code = try region("13.04.01")
    let entry = LocalWords.Entry(
      region: code.province, words: [.village: "Nagari", .kecamatan: "Distrik"])
    let kecamatan = try UnitNamesTests.kecamatan(
      "13.04.01", "Batipuh", "Andaleh", "Batipuh", "Nagari Baruah"
    ).called(LocalWords(of: code, [entry]))
    let units = UnitNames([kecamatan])
    for text in ["Nagari Andaleh", "Desa Andaleh", "NAGARI ANDALEH", "nagari_andaleh", "Andaleh"] {
      #expect(units.match(text) == .one(try region("13.04.01.2001")))
    }
    #expect(units.match("Nagari Batipuh") == .one(try region("13.04.01.2002")))
    #expect(units.match("Distrik Batipuh") == .one(code))
    #expect(units.match("Nagari Baruah") == .one(try region("13.04.01.2003")))
    #expect(units.match("Baruah") == .one(try region("13.04.01.2003")))
  }

  @Test func `the nearest name is told`() {
    #expect(units.match("Taringin") == .none(nearest: "Tarungin"))
    #expect(units.match("Desa Taringin") == .none(nearest: "Tarungin"))
    #expect(units.match("63.05.12.2099") == .none(nearest: "63.05.12.2009"))
    #expect(units.match("Kecamatan Tarungin") == .none(nearest: "63.05.12.2001"))
  }

  /// The ministry's table, where it lies beside the sources.
  private static let table: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try? String(
      contentsOf: root.appending(path: "../shared/data/wilayah.csv"), encoding: .utf8)
  }()

  @Test(.enabled(if: table != nil))
  func `of all names only those of two pairs within a kabupaten come to be one`() throws {
    struct Key: Hashable {
      let regency: RegionCode
      let name: String
    }
    let exact = { (name: String) in name.lowercased().filter { !" .-_".contains($0) } }
    var names: [Key: Set<String>] = [:]
    var count = 0
    for line in try #require(UnitNamesTests.table).split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",", maxSplits: 1)
      let code = try region(String(parts[0]))
      guard code.level == .village else { continue }
      count += 1
      let name = String(parts[1]).filter { $0 != "\"" }
      let key = Key(regency: code.regency, name: ReportCalendar.folded(name))
      names[key, default: []].insert(exact(name))
    }
    #expect(count > 80_000)
    let merged = names.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    // Their kecamatan tell them apart; where one office watches both, their codes do.
    #expect(merged == [["hili'alawa", "hilialawa"], ["kuale'u", "kualeu"]])
  }
}
