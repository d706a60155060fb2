import CivilCalendar
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// What the names of dropped files say, without any file.
struct DroppedNameTests {
  private static let offices = [
    kecamatan(
      "63.05.12", "Hatungun",
      [
        ("63.05.12.2001", "Tarungin"), ("63.05.12.2003", "Hatungun"),
        ("63.05.12.2006", "Kambang Kuning"), ("63.05.12.2007", "Sungai Rasau 2"),
        ("63.05.12.1001", "Pasar"),
      ]),
    kecamatan("63.05.05", "Candi Laras Selatan", [("63.05.05.2001", "Tarungin Baru")]),
  ]

  private static let words = NameWords(
    offices,
    reports: [
      "LPPD", "LPPDesa", "LPPDes", "LPPD Desa", "APBDes", "Realisasi APBDes", "Realisasi", "RFK",
      "Laporan Realisasi Fisik dan Keuangan", "Laporan Realisasi", "Renja", "Renja-P", "LKj",
      "LKjIP", "RKP Desa", "Realisasi Triwulan", "RealisasiDes", "Rakor",
    ])

  private static func kecamatan(
    _ code: String, _ name: String, _ members: [(String, String)]
  ) -> Kecamatan {
    func unit(_ code: String, _ name: String) -> [Unit] {
      RegionCode(code).map { [Unit(code: $0, name: name)] } ?? []
    }
    let own = unit(code, name)
    return Kecamatan(
      province: nil, regency: nil, unit: own[0], members: members.flatMap { unit($0.0, $0.1) })
  }

  private func read(_ path: String) -> DroppedName {
    let parts = path.split(separator: "/").map(String.init)
    return DroppedName(parts.last ?? "", in: Array(parts.dropLast()), words: Self.words)
  }

  // MARK: - Units

  @Test(arguments: [
    "Tarungin/APBDes 2027.pdf", "tarungin/x.pdf", "Desa Tarungin/x.pdf", "desa_tarungin/x.pdf",
    "63.05.12.2001/x.pdf", "01. Tarungin/x.pdf", "63.05.12.2001_LPPDesa_2025.pdf",
    "LPPDesa 63-05-12-2001 2025.pdf", "LPPDesa_63_05_12_2001.pdf", "LPPDesa 6305122001.pdf",
    "LPPDesa 63.05.12.2001", "LPPDesaTarungin2025.pdf", "LPPD-DESA-TARUNGIN-2025.pdf",
    "LPPDTarungin2025.pdf", "Hatungun/Tarungin/x.pdf", "63.05.12/Tarungin/x.pdf",
    "LPPDesa Tarungin Kec. Hatungun 2025.pdf", "Tarungin/2025/x.pdf",
    "Tarungin/LPPDesa Tarungin.pdf", "Tarungin/LPPD Kecamatan Hatungun.pdf",
    "Kiriman Januari/Tarungin LPPDesa 2025.pdf", "2025/Tarungin/x.pdf",
  ])
  func `a desa is known by code or name, in a folder or in the name`(path: String) throws {
    #expect(read(path).place == .units([try region("63.05.12.2001")]))
  }

  @Test(arguments: [
    ("Kambang_Kuning LPPDesa.pdf", "63.05.12.2006"), ("kambangkuning.pdf", "63.05.12.2006"),
    ("KambangKuning-APBDes.pdf", "63.05.12.2006"), ("Sungai Rasau 2 LPPDesa.pdf", "63.05.12.2007"),
    ("LPPDesa Tarungin Baru 2025.pdf", "63.05.05.2001"), ("Kelurahan Pasar.pdf", "63.05.12.1001"),
    ("LPPD Desa Hatungun.pdf", "63.05.12.2003"), ("LPPD Kecamatan Hatungun.pdf", "63.05.12"),
    ("LPPD Kec Hatungun 2025.pdf", "63.05.12"), ("LPPD 63.05.12 2025.pdf", "63.05.12"),
    ("Hatungun/LPPDesa Desa Hatungun.pdf", "63.05.12.2003"),
  ])
  func `the longest name wins, and a word before it tells which unit is meant`(
    _ path: String, _ code: String
  ) throws {
    #expect(read(path).place == .units([try region(code)]))
  }

  @Test func `a folder may bear the name of two units, a file may not`() throws {
    let both: Set = [try region("63.05.12"), try region("63.05.12.2003")]
    #expect(read("Hatungun/LPPDesa 2025.pdf").place == .units(both))
    #expect(read("LPPDesa Hatungun 2025.pdf").place == .conflicting(both))
    // The word is the end of a longer one and says nothing.
    #expect(read("LPPDesa-2025-Hatungun.pdf").place == .conflicting(both))
  }

  @Test(arguments: [
    "LPPDesa Tarungin Kambang Kuning.pdf", "Tarungin/LPPDesa Kambang Kuning.pdf",
    "Tarungin/Kambang Kuning/x.pdf", "LPPDesa Tarungin Hatungun.pdf",
    "Candi Laras Selatan/Tarungin/x.pdf",
  ])
  func `units that exclude each other are a conflict`(path: String) {
    guard case .conflicting = read(path).place else {
      Issue.record("\(read(path).place)")
      return
    }
  }

  @Test(arguments: [
    ("Taringin/LPPD 2025.pdf", "Taringin"), ("LPPDesa 63.05.12.2099 2025.pdf", "63.05.12.2099"),
    ("LKjIP Desa Sukamaju 2025.pdf", "Desa Sukamaju"), ("Desa Pasar LPPDesa.pdf", "Desa Pasar"),
    ("Tarungin/LPPDesa 63.05.99.2001.pdf", "63.05.99.2001"),
  ])
  func `a unit of elsewhere is never taken for one of ours`(_ path: String, _ text: String) {
    #expect(read(path).place == .unknown(text))
  }

  @Test func `a name without any unit says so, and a slip is noticed`() {
    #expect(read("LPPD-2025.pdf").place == .unsaid)
    #expect(read("LPPD-2025.pdf").nearlyUnit == nil)
    #expect(read("Laporan Tahunan LPPD 2025 final.pdf").nearlyUnit == nil)
    #expect(read("LPPD Taringin 2025.pdf").place == .unsaid)
    #expect(read("LPPD Taringin 2025.pdf").nearlyUnit?.name == "Tarungin")
    #expect(read("LPPD Kambang Kunng 2025.pdf").nearlyUnit?.name == "Kambang Kuning")
  }

  // MARK: - Reports

  @Test(arguments: [
    ("LPPD-2025.pdf", ["lppd"]), ("Tarungin/LPPD Desa 2025.pdf", ["lppddesa"]),
    ("lkj-ip 2025.pdf", ["lkjip"]), ("LKj 2025.pdf", ["lkj"]), ("Renja-P 2026.pdf", ["renjap"]),
    ("Renja 2026.pdf", ["renja"]), ("Realisasi APBDes 2026-S1.pdf", ["realisasiapbdes"]),
    ("Realisasi belanja APBDes.pdf", ["realisasi", "apbdes"]),
    ("Laporan Realisasi Fisik dan Keuangan.pdf", ["laporanrealisasifisikdankeuangan"]),
    ("RKP_Desa_2027.pdf", ["rkpdesa"]), ("RFKX 2026.pdf", []), ("foto.jpg", []), ("", []),
  ])
  func `the longest word names the report`(_ path: String, _ words: [String]) {
    #expect(read(path).reportWords.sorted() == words.sorted())
  }

  // MARK: - Dates

  @Test(arguments: [
    "APBDes 2027 2026-12-28.pdf", "APBDes 2027 28-12-2026.pdf", "APBDes 2027 28 Desember 2026.pdf",
    "APBDes_2027_2026_12_28.pdf", "APBDes 2027 28.12.2026.pdf", "APBDes-2027-28Des2026.pdf",
    "2026-12-28 APBDes 2027.pdf", "APBDes 2027 (28-Desember-2026) 2026-12-28.pdf",
  ])
  func `a date is read in the forms of offices, and its year is no period`(path: String) throws {
    let name = read(path)
    #expect(name.days.map(\.date) == [try day("2026-12-28")])
    #expect(name.periods == [try period("2027")])
    #expect(name.impossibleDates.isEmpty)
  }

  @Test func `two dates are both kept, and an impossible one is told`() throws {
    #expect(
      read("APBDes 2026-12-28 2027-01-05.pdf").days.map(\.date)
        == [try day("2026-12-28"), try day("2027-01-05")])
    #expect(read("APBDes 2027 2026-02-29.pdf").impossibleDates == ["2026-02-29"])
    #expect(read("APBDes 2027 31-04-2026.pdf").impossibleDates == ["31-04-2026"])
    #expect(read("APBDes 2027 31-04-2026.pdf").periods == [try period("2027")])
  }

  // MARK: - Periods

  @Test(arguments: [
    ("LPPD 2025.pdf", "2025"), ("LPPD_2025 (2).pdf", "2025"),
    ("RealisasiDes 2026-S1.pdf", "2026-S1"),
    ("RealisasiDes S2 2026.pdf", "2026-S2"), ("RealisasiDes Semester I 2026.pdf", "2026-S1"),
    ("RealisasiDes smt_2_2026.pdf", "2026-S2"), ("RFK 2026-TW3.pdf", "2026-TW3"),
    ("RFK TW III 2026.pdf", "2026-TW3"), ("RFK TWIII Tahun 2026.pdf", "2026-TW3"),
    ("RFK Triwulan-4-2026.pdf", "2026-TW4"), ("RFK tw1_2026 tahun 2026.pdf", "2026-TW1"),
    ("Realisasi Triwulan II 2026.pdf", "2026-TW2"), ("Rakor 2026-09.pdf", "2026-09"),
    ("Rakor September 2026.pdf", "2026-09"), ("Rakor Sep 2026.pdf", "2026-09"),
    ("2026_09 Rakor.pdf", "2026-09"), ("Rakor Mei 2026.pdf", "2026-05"),
    ("RFK 2026-TW3 2026-10-05.pdf", "2026-TW3"), ("63.05.12.2001_LPPDesa_2025.pdf", "2025"),
  ])
  func `a period is read in its forms`(_ path: String, _ text: String) throws {
    #expect(read(path).periods == [try period(text)])
    #expect(!read(path).lacksYear)
  }

  @Test func `what is no single period is not guessed`() throws {
    #expect(read("LPPD.pdf").periods.isEmpty)
    #expect(read("Renja 2026 2027.pdf").periods == [try period("2026"), try period("2027")])
    #expect(
      read("RFK TW1 TW2 2026.pdf").periods == [try period("2026-TW1"), try period("2026-TW2")])
    #expect(read("RFK TW III.pdf").lacksYear)
    #expect(read("Rakor September.pdf").lacksYear)
    #expect(read("RFK TW5 2026.pdf").lacksYear)
    // Years beside two parts of a year are told apart by where they stand.
    #expect(
      read("RFK 2025-TW4 dan 2026-TW1.pdf").periods
        == [try period("2025-TW4"), try period("2026-TW1")])
  }

  @Test func `any bytes are read without a fault`() {
    var random = SplitMix64(seed: 3)
    let pieces = [
      "Tarungin", "Desa", "2026", "-", "12", "_", " ", "TW", "S", "1", "63.05.12", ".", "LPPD",
      "\u{202E}", "\u{0}", "\n", "é", "e\u{301}", "🧾", "²", "Mei", "[", "\u{FFFD}", "X", "x",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<12, using: &random)
      let parts = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      _ = read(parts.joined())
    }
    _ = read(String(repeating: "a1", count: 127))
  }
}
