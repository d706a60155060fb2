import Foundation
import TestSupport
import Testing

/// The registers of two offices that one workspace watches.
struct TwoOfficeRegisterTests {
  private static let two = Task {
    let office = try await Office.founded()
    let villages = (1...12).map { "63.05.05.\(2000 + $0),Desa Uji \($0)\n" }.joined()
    try office.write(
      try office.text(of: "wilayah.csv") + "63.05.05,Candi Laras Selatan\n" + villages,
      to: "wilayah.csv")
    try office.change(
      "kantor.yaml", "iku: [tapin-hatungun-2021]",
      to: "iku: [tapin-hatungun-2021, tapin-candi-laras-selatan-2020]")
    try await office.do("catat LKIP 2025 --unit 63.05.05", on: "2026-02-27")
    try await office.do("catat LPPD 2025 --unit 63.05.05", on: "2026-02-27")
    try await office.do("catat LKIP 2025 --unit 63.05.12", on: "2026-02-27")
    return office
  }

  @Test func `two offices are shown each by its own register`() async throws {
    let office = try await TwoOfficeRegisterTests.two.value
    let all = try await office.indicators(on: "2026-07-06")
    #expect(all.count == 49)
    #expect(Set(all.compactMap { $0["unit"] as? String }) == ["63.05.05", "63.05.12"])
    let text = try await office.do("iku", on: "2026-07-06")
    #expect(text.contains("Kecamatan Hatungun · IKU 2026"))
    #expect(text.contains("Kecamatan Candi Laras Selatan · IKU 2026"))
    #expect(try await office.indicators("iku --unit 63.05.05", on: "2026-07-06").count == 29)
    #expect(try await office.indicators("iku --unit 63.05.12", on: "2026-07-06").count == 20)
    expectRefusal(
      try await office.run("iku ukur H03 --nilai 1/2 --periode 2026", on: "2026-07-06"), 64,
      "memantau 2 kecamatan; sebut satu dengan --unit")
    expectRefusal(
      try await office.run(
        "iku ukur H03 --nilai 1/2 --periode 2026 --unit 63.05.05", on: "2026-07-06"), 64,
      "indikator 'H03' tidak ada dalam register; mungkin maksudnya C03")
  }

  @Test func `what only one office has is shown of that office alone`() async throws {
    let office = try await TwoOfficeRegisterTests.two.value
    let one = try await office.indicator("C05", on: "2026-07-06")
    #expect(figure(one) == "28.57 of 2/7")
    let text = try await office.do("iku --indikator C05", on: "2026-07-06")
    #expect(text.contains("C05 Persentase laporan kinerja") && !text.contains("Hatungun"))
    expectRefusal(
      try await office.run("iku --indikator C05 --untuk camat", on: "2026-07-06"), 64,
      "indikator 'C05' bukan milik jabatan 'camat'; hapus --untuk atau --indikator")
    let role = try await office.indicators("iku --untuk Kasi-Ekonomi", on: "2026-07-06")
    #expect(role.map { $0["kode"] as? String } == ["C17", "C18", "C19"])
    #expect(
      try await office.do("jelaskan iku C05", on: "2026-07-06").hasPrefix(
        "C05 2026 · Kecamatan Candi Laras Selatan\n"))
  }

  @Test func `the same indicator is compared across offices by its name`() async throws {
    let office = try await TwoOfficeRegisterTests.two.value
    let page = try await office.json("iku --banding --indikator H05", on: "2026-07-06")
    let groups = try #require(page["indikator"] as? [[String: Any]])
    #expect(groups.count == 1)
    let values = try #require(groups[0]["nilai"] as? [[String: Any]])
    #expect(
      values.filter { $0["tahun"] as? Int == 2026 }
        .map { "\($0["kode"] ?? "") \($0["unit"] ?? "") \(figure($0))" } == [
          "C05 63.05.05 28.57 of 2/7", "H05 63.05.12 14.29 of 1/7",
        ])
    let text = try await office.do("iku --banding --indikator h05", on: "2026-07-06")
    #expect(text.contains("C05") && text.contains("28,57%") && text.contains("14,29%"))
    let one = try await office.do("iku --banding --indikator C05 --unit 63.05.05", on: "2026-07-06")
    #expect(!one.contains("Hatungun"))
  }
}
