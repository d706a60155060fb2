import Foundation
import TestSupport
import Testing

/// Desa that begin, end, move, and change their code or name.
struct UnitLifeTests {
  private func office(_ rows: [String], without codes: [String] = []) async throws -> Office {
    let office = try await Office.founded()
    try change(office, rows, without: codes)
    return office
  }

  private func change(_ office: Office, _ rows: [String], without codes: [String] = []) throws {
    let old = try office.text(of: "wilayah.csv").split(separator: "\n").dropFirst().filter { row in
      !codes.contains { row.hasPrefix("\($0),") }
    }.map { $0.filter { $0 == "," }.count == 1 ? $0 + ",,," : String($0) }
    let text = (["kode,nama,sejak,sampai,dahulu"] + old + rows).joined(separator: "\n") + "\n"
    try office.write(text, to: "wilayah.csv")
  }

  private func told(_ run: ProgramRun) -> String { run.outputText + run.errorText }

  private func json(_ words: String, _ office: Office, on day: String) async throws
    -> [String: Any]
  {
    let text = try await office.do("\(words) --json", on: day)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func documents(_ office: Office, _ year: Int, on day: String) async throws
    -> [Int]
  {
    let json = try await json("desa --tahun \(year)", office, on: day)
    let documents = try #require(json["dokumen"] as? [String: Any])
    return [documents["ada"] as? Int ?? -1, documents["wajib"] as? Int ?? -1]
  }

  @Test func `rows under a former code count, and the old code and name are found`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPDesa 2025 --unit 63.05.12.2001", on: "2026-03-10")
    let before = try await documents(office, 2026, on: "2026-08-01")
    let name = "Tarungin"
    try change(
      office,
      [
        "63.05.12.2001,\(name),,2026-06-30,",
        "63.05.12.2019,Karangan Baru,2026-07-01,,6305122001",
      ], without: ["63.05.12.2001"])
    #expect(try await documents(office, 2026, on: "2026-08-01") == before)
    let after = try await office.do("desa", on: "2026-08-01")
    #expect(after.contains("Karangan Baru") && !after.contains("\(name) "))
    #expect(try await office.do("desa", on: "2026-06-30").contains("\(name)"))
    for word in ["63.05.12.2001", "63.05.12.2019", "Karangan_Baru", name] {
      let output = try await office.do("jelaskan LPPDesa 2025 --unit \(word)", on: "2026-08-01")
      #expect(output.contains("2026#1") && output.contains("Karangan Baru"), "\(word)")
    }
    let xml = try await office.do(
      "ekspor xml --triwulan 2026-TW1 --per 2026-06-30 --keluaran -", on: "2026-08-01")
    #expect(xml.contains("63.05.12.2001") && !xml.contains("63.05.12.2019"))
    let later = try await office.do(
      "ekspor xml --triwulan 2026-TW1 --per 2026-07-01 --keluaran -", on: "2026-08-01")
    #expect(later.contains("63.05.12.2019") && !later.contains("63.05.12.2001"))
    let check = try await office.run("periksa", on: "2026-08-01")
    #expect(check.exitCode == 0, "\(told(check))")
    #expect(!told(check).contains("63.05.12.2001 tidak ada dalam"))
  }

  @Test func `a desa founded in July takes nothing from a frozen quarter`() async throws {
    let office = try await Office.founded()
    try await office.do("bekukan 2026-TW1", on: "2026-04-01")
    try change(office, ["63.05.12.2030,Karangan,2026-07-01,,"])
    let same = try await office.do("beda 2026-TW1 --per 2026-04-01", on: "2026-08-01")
    #expect(same.contains("tidak ada yang berbeda"), "\(same)")
    let later = try await office.do("beda 2026-TW1", on: "2026-08-01")
    #expect(later.contains("unit berubah menurut wilayah.csv"), "\(later)")
    let rates = try await json("kepatuhan --triwulan 2026-TW1", office, on: "2026-08-01")
    let old = try await json(
      "kepatuhan --triwulan 2026-TW1", try await Office.founded(), on: "2026-08-01")
    #expect(
      (rates["total"] as? [String: Any])?["wajib"] as? Int
        == (old["total"] as? [String: Any])?["wajib"] as? Int)
    #expect(try await documents(office, 2026, on: "2026-06-30").last == 48)
    // RKPDes and APBDes of 2027, and the RPJMDes that every desa must have.
    #expect(try await documents(office, 2026, on: "2026-07-01").last == 51)
    #expect(try await documents(office, 2027, on: "2027-12-31").last == 52)
    #expect(try await documents(office, 2028, on: "2028-12-31").last == 54)
  }

  @Test func `one that left owes nothing after`() async throws {
    let office = try await office(
      ["63.05.12.2003,Karangan,,2026-06-30,"], without: ["63.05.12.2003"])
    #expect(try await documents(office, 2026, on: "2026-06-30").last == 48)
    #expect(try await documents(office, 2026, on: "2026-07-01").last == 42)
    let open = try await office.do("jadwal --tahun 2026 --json", on: "2026-07-01")
    #expect(!open.contains("63.05.12.2003"))
    #expect(
      try await office.do("jadwal --tahun 2026 --json", on: "2026-06-30").contains("63.05.12.2003"))
  }

  @Test func `rows in the ledger of the former kecamatan count`() async throws {
    let office = try await Office.founded()
    try change(office, ["63.05.13,Karangan,,,"])
    try await office.do("catat LPPDesa 2025 --unit 63.05.12.2003", on: "2026-03-10")
    try await office.do(
      "catat APBDes 2026 --unit 63.05.12.2003 --tanggal 2026-03-09 --diterima 2026-03-10",
      on: "2026-03-10")
    try await office.do("catat RekADD 2026-TW1 --unit 63.05.12.2003", on: "2026-03-10")
    try change(
      office,
      ["63.05.12.2003,Pindahan,,2026-06-30,", "63.05.13.2009,Pindahan,2026-07-01,,63.05.12.2003"],
      without: ["63.05.12.2003"])
    let there = try await json("desa --unit 63.05.13", office, on: "2026-07-01")
    let villages = try #require(there["desa"] as? [[String: Any]])
    #expect(villages.map { $0["kode"] as? String } == ["63.05.13.2009"])
    let documents = try #require(villages[0]["dokumen"] as? [[String: Any]])
    let report = documents.first { $0["laporan"] as? String == "LPPDesa" }
    #expect(report?["tanggal"] as? String == "2026-03-10")
    let explained = try await office.do(
      "jelaskan LPPDesa 2025 --unit 63.05.13.2009", on: "2026-07-01")
    #expect(explained.contains("63.05.12/2026#1"), "\(explained)")
    #expect(try await self.documents(office, 2026, on: "2026-07-01").last == 48)
    let check = try await office.run("periksa", on: "2026-07-01")
    #expect(check.exitCode == 0, "\(told(check))")
  }

  @Test func `a kecamatan whose kabupaten has no name is a fault, and not exported`() async throws {
    let office = try await Office.founded()
    let text = try office.text(of: "wilayah.csv")
    try office.write(
      text.split(separator: "\n").filter { !$0.hasPrefix("63.05,") }.joined(separator: "\n") + "\n",
      to: "wilayah.csv")
    let check = try await office.run("periksa wilayah", on: "2026-04-01")
    #expect(check.exitCode == 1)
    #expect(told(check).contains("kabupaten atau kota 63.05"), "\(told(check))")
    expectRefusal(
      try await office.run("ekspor xml --triwulan 2026-TW1", on: "2026-04-01"), 65, "63.05")
  }

  // MARK: - Holidays

  @Test func `a year without holidays keeps only what needs them waiting`() async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      "ekspor xml --triwulan 2028-TW1 --keluaran -", on: "2028-04-01")
    #expect(run.exitCode == 0, "\(run.errorText)")
    for words in ["kepatuhan --tahun 2028", "desa --tahun 2028", "iku --tahun 2028"] {
      let run = try await office.run(words, on: "2028-04-01")
      #expect([0, 64].contains(run.exitCode), "\(words): \(run.errorText)")
    }
    let rates = try await office.do("kepatuhan --tahun 2028", on: "2028-04-01")
    #expect(rates.contains("Belum dapat dihitung"), "\(rates)")
    let json = try await json("kepatuhan --tahun 2028", office, on: "2028-04-01")
    #expect((json["belum_dihitung"] as? [[String: Any]])?.isEmpty == false)
    // The office puts the year in.
    try office.write(
      """
      tahun: 2028
      diperiksa: 2028-01-02
      dasar: { skb: SKB 3 Menteri karangan }
      libur:
        - { tanggal: 2028-01-01, nama: Tahun Baru, jenis: libur nasional, dasar: skb, keyakinan: LOCAL }

      """, to: "kalender/libur/2028.yaml")
    let full = try await self.json("kepatuhan --tahun 2028", office, on: "2028-04-01")
    let missing = try #require(full["belum_dihitung"] as? [[String: Any]])
    #expect(missing.allSatisfy { $0["tahun_libur"] as? Int != 2028 })
  }

  @Test(arguments: [
    ("kalender/libur/2028.txt", true), ("kalender/lokal.YAML", true),
    ("kalender/catatan.txt", false),
  ])
  func `a calendar file that nobody reads is told`(_ name: String, _ isFault: Bool) async throws {
    let office = try await Office.founded()
    try office.write("isi\n", to: name)
    let check = try await office.run("periksa", on: "2026-04-01")
    #expect(check.exitCode == (isFault ? 1 : 0))
    #expect(told(check).contains(name), "\(told(check))")
  }

  // MARK: - Roles

  @Test func `an unknown role is refused, and a title is read`() async throws {
    let office = try await Office.founded()
    let text = try office.text(of: "kantor.yaml")
    expectRefusal(
      try await office.run("jadwal --untuk kasi-pemerintaan", on: "2026-04-01"), 64,
      "mungkin maksudnya 'kasi-pemerintahan'")
    for word in ["Kasi_Pemerintahan", "kasi-pem", "kasi-pemerintahan"] {
      #expect(
        try await office.run("jadwal --untuk \(word)", on: "2026-04-01").exitCode == 0, "\(word)")
    }
    func official(_ role: String) throws {
      try office.write(
        text.replacing(
          "pejabat: []",
          with: "pejabat:\n  - { jabatan: \(role), nama: Nama Karangan, sejak: 2019-01-01 }"),
        to: "kantor.yaml")
    }
    try official("kasubag-perencanaan-keuangan")
    #expect(try await office.run("periksa", on: "2026-04-01").exitCode == 0)
    try official("kasi-pemerintaan")
    let check = try await office.run("periksa pengingat", on: "2026-04-01")
    #expect(check.exitCode == 1)
    #expect(
      told(check).contains("jabatan 'kasi-pemerintaan' tidak dikenal")
        && told(check).contains("kasi-pemerintahan"), "\(told(check))")
    #expect(try await office.run("ingatkan", on: "2026-04-01").exitCode == 78)
  }
}
