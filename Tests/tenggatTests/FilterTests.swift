import Foundation
import TestSupport
import Testing

/// What a view was narrowed to is said in its heading and in its empty sentence, and it claims no more.
struct FilterTests {
  private static let day = Office.day

  private func heading(_ words: String, on day: String = Office.day) async throws -> String {
    let text = try await Office.filled.value.do(words, on: day)
    return String(text.split(separator: "\n").first ?? "")
  }

  @Test(arguments: [
    (
      "jadwal --untuk camat",
      "Kecamatan Hatungun · yang lewat, dan 30 hari ke depan · tanggung jawab camat"
    ),
    ("jadwal --untuk kasi-pemerintahan", "· tanggung jawab kasi pemerintahan"),
    ("jadwal --unit Bagak", "Desa Bagak, Kecamatan Hatungun · "),
    ("jadwal --unit 63.05.12", "Kecamatan Hatungun · "),
    ("jadwal --triwulan 2026-TW1", "kewajiban TW I 2026 yang belum masuk"),
    ("jadwal --tahun 2026 --dalam 30", "kewajiban 2026 yang belum masuk"),
    ("kepatuhan --unit Bagak", "Desa Bagak, Kecamatan Hatungun · kepatuhan 2026 · tingkat semua"),
    ("kepatuhan --unit Bagak --tingkat desa", "· tingkat desa"),
    ("desa --unit Bagak", "Desa Bagak, Kecamatan Hatungun · dokumen desa 2026"),
    ("iku --untuk sekcam", "Kecamatan Hatungun · IKU 2026 · jabatan sekcam"),
    ("iku --indikator h05", "· IKU 2026 · indikator H05"),
    ("iku --banding --indikator H05", "Kecamatan Hatungun · perbandingan IKU 2026 · indikator H05"),
    ("riwayat LKIP 2025 --petugas kasubbag", "baris buku: LKIP 2025, dicatat oleh kasubbag"),
    (
      "riwayat --unit Bagak --tahun 2026",
      "baris buku: Desa Bagak, Kecamatan Hatungun, buku tahun 2026"
    ),
    ("riwayat --dicatat 2026-04-08", "baris buku: dicatat pada 8 April 2026"),
    (
      "ingatkan riwayat --untuk camat --sejak 2026-03-01",
      "Pengingat · kepada Camat · sejak 1 Maret 2026"
    ),
  ])
  func `a heading names what was asked for`(_ words: String, _ part: String) async throws {
    let heading = try await heading(words)
    #expect(heading.contains(part), "\(heading)")
  }

  @Test(arguments: ["jadwal", "kepatuhan", "desa", "iku", "jelaskan LKIP 2025", "jelaskan iku H05"])
  func `a view of what was known by a day says so`(_ words: String) async throws {
    let office = try await Office.filled.value
    let known = ", menurut catatan sampai 1 April 2026"
    #expect(
      try await office.do("\(words) --diketahui 2026-04-01", on: FilterTests.day).contains(known))
    #expect(!(try await office.do(words, on: FilterTests.day).contains(known)))
  }

  @Test(arguments: [
    (
      "jadwal --untuk camat",
      "Tidak ada yang lewat dan tidak ada yang jatuh tempo: Kecamatan Hatungun, tanggung jawab camat, "
        + "30 hari ke depan, pada Jumat, 2 Januari 2026; tidak ada pula yang dieskalasi"
    ),
    (
      "jadwal --untuk sekcam --unit Bagak --triwulan 2026-TW4",
      "Desa Bagak, Kecamatan Hatungun, tanggung jawab sekcam, kewajiban TW IV 2026, pada "
    ),
    ("jadwal --untuk sekcam --tahun 2026 --semua", "Tidak ada kewajiban: Kecamatan Hatungun"),
    (
      "jadwal --untuk camat --diketahui 2026-01-01",
      "pada Jumat, 2 Januari 2026, menurut catatan sampai 1 Januari 2026; "
    ),
    (
      "kepatuhan --unit Bagak --tingkat kecamatan",
      "Tidak ada kewajiban: Desa Bagak, Kecamatan Hatungun, tingkat kecamatan, 2026, pada "
    ),
    ("riwayat LPPD 2024", "Buku masih kosong."),
    ("ingatkan riwayat --untuk sekcam", "Belum ada yang dikirim."),
  ])
  func `an empty answer names what was asked for`(_ words: String, _ part: String) async throws {
    let office = try await Office.founded()
    let text = try await office.do(words, on: "2026-01-02")
    #expect(text.contains(part), "\(text)")
  }

  @Test func `an empty history names its filters`() async throws {
    let office = try await Office.filled.value
    let text = try await office.do("riwayat LPPD 2024 --unit 63.05.12", on: FilterTests.day)
    #expect(text.contains("baris buku: LPPD 2024, Kecamatan Hatungun."), "\(text)")
  }

  @Test func `a kelurahan is said to owe no desa document, rather than to be missing`() async throws
  {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "wilayah.csv") + "63.05.12.1001,Rantau\n", to: "wilayah.csv")
    let text = try await office.do("desa --unit 63.05.12.1001", on: FilterTests.day)
    #expect(text.contains("Kelurahan Rantau bukan desa"), "\(text)")
    #expect(!text.contains("Tidak ada desa dalam wilayah.csv"))
  }

  @Test(arguments: [
    "ekspor xml --triwulan 2026-TW1 --keluaran -", "bekukan 2026-TW1", "beda 2026-TW1", "iku",
    "iku --banding", "iku ukur H03 --nilai 1/2 --periode 2026-TW1",
  ])
  func `what only a kecamatan has is not answered for a desa`(_ words: String) async throws {
    let office = try await Office.founded()
    let run = try await office.run("\(words) --unit Bagak", on: FilterTests.day)
    expectRefusal(run, 64, "unit 'Bagak' bukan kecamatan")
    #expect(run.errorText.contains("tulis --unit 63.05.12"))
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
  }

  @Test func `a role is no filter of a comparison`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("iku --banding --untuk sekcam", on: FilterTests.day), 64,
      "--untuk tidak dipakai bersama --banding")
  }

  @Test func `one check says that it is one`() async throws {
    let office = try await Office.founded()
    #expect(
      try await office.do("periksa buku", on: FilterTests.day)
        == "1 pemeriksaan (buku): 0 galat, 0 peringatan\n")
    #expect(try await office.do("periksa", on: FilterTests.day).contains(" pemeriksaan: 0 galat"))
  }

  // MARK: - What has come to somebody from below

  private func obligations(_ office: Office, _ words: String, on day: String) async throws
    -> [[String: Any]]
  {
    let run = try await office.run("\(words) --json", on: day)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    return try #require(json["kewajiban"] as? [[String: Any]])
  }

  @Test(arguments: [("2026-04-06", false), ("2026-04-07", true)])
  func `what is late comes to the camat from the stage of the settings on`(
    _ day: String, _ isThere: Bool
  ) async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml")
        + "pengingat: { eskalasi: [{ jabatan: camat, mulai: H+7 }], hari_tenang: tidak-ada }\n",
      to: "kantor.yaml")
    // Due on 31 March 2026; H+7 is 7 April, a working day.
    let camat = try await obligations(office, "jadwal --untuk camat --unit Bagak", on: day)
    #expect(camat.contains { $0["laporan"] as? String == "LPPDesa" } == isThere)
    let text = try await office.do("jadwal --untuk camat --unit Bagak", on: day)
    #expect(text.contains("DIESKALASI KEPADA CAMAT"))
    let all = try await obligations(office, "jadwal --unit Bagak", on: day)
    let report = try #require(all.first { $0["laporan"] as? String == "LPPDesa" })
    #expect(report["dieskalasi"] as? [String] == (isThere ? ["camat"] : []))
    #expect(report["penanggung_jawab"] as? String == "kasi-pemerintahan")
  }

  @Test func `where nothing is passed on to somebody they have what is theirs alone`() async throws
  {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml") + "pengingat: { eskalasi: [] }\n", to: "kantor.yaml")
    #expect(try await obligations(office, "jadwal --untuk camat", on: FilterTests.day).isEmpty)
    #expect(
      try await obligations(office, "jadwal --untuk kasi-pemerintahan", on: FilterTests.day)
        .allSatisfy { $0["penanggung_jawab"] as? String == "kasi-pemerintahan" })
    #expect(try await office.run("jadwal --untuk camat --ketat", on: FilterTests.day).exitCode == 0)
    #expect(
      try await Office.founded().run("jadwal --untuk camat --ketat", on: FilterTests.day).exitCode
        == 1)
  }
}
