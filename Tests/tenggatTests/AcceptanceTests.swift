import Foundation
import TestSupport
import Testing

/// `terima_wajib` of the office file, and `perpanjang`: what stands beside a count or a date.
struct AcceptanceTests {
  /// An office with two desa documents and a recommendation handed in, of which one is accepted.
  private func office(_ setting: String?) async throws -> Office {
    let office = try await Office.founded()
    if let setting {
      let settings = try office.text(of: "kantor.yaml")
      let changed = settings.replacing(
        "# terima_wajib: tidak ", with: "terima_wajib: \(setting) ")
      try #require(changed != settings)
      try office.write(changed, to: "kantor.yaml")
    }
    for words in [
      "catat LKPJDes 2025 --unit Tarungin", "catat LPPDesa 2025 --unit Tarungin",
      "terima LKPJDes 2025 --unit Tarungin",
      "catat RealisasiDes 2025-S2 --unit Tarungin --tanggal 2026-01-19 --alasan lupa",
    ] { try await office.do(words, on: "2026-03-30") }
    return office
  }

  private func village(
    _ office: Office, on day: String = "2026-04-10"
  ) async throws -> [String: Any] {
    let run = try await office.run("desa --tahun 2026 --json", on: day)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }

  @Test func `where acceptance is asked for, both counts are shown and marked`() async throws {
    let office = try await office("ya")
    let text = try await office.do("desa --tahun 2026", on: "2026-04-10")
    expectGolden(Array(text.utf8), named: "desa-terima-wajib.txt")
    #expect(text.contains("Dokumen desa: 2 dari 48 disampaikan (1 diterima)"))
    let matrix = try await village(office)
    #expect(matrix["terima_wajib"] as? Bool == true)
    #expect(
      matrix["dokumen"] as? [String: Int] == ["ada": 2, "wajib": 48, "diterima": 1])
    let desa = try #require((matrix["desa"] as? [[String: Any]])?.first)
    #expect(desa["ada"] as? Int == 2)
    #expect(desa["diterima"] as? Int == 1)
    let documents = try #require(desa["dokumen"] as? [[String: Any]])
    #expect(documents.map { $0["diterima"] as? Bool }.count { $0 == true } == 1)
  }

  @Test func `elsewhere nothing is said of it`() async throws {
    for setting in ["tidak", nil] {
      let office = try await office(setting)
      let text = try await office.do("desa --tahun 2026", on: "2026-04-10")
      #expect(text.contains("Dokumen desa: 2 dari 48   Rekomendasi"))
      #expect(!text.contains("iterima") && !text.contains("*"))
      let matrix = try await village(office)
      #expect(matrix["terima_wajib"] as? Bool == false)
      #expect(matrix["dokumen"] as? [String: Int] == ["ada": 2, "wajib": 48])
      let why = try await office.do("jelaskan LPPDesa 2025 --unit Tarungin", on: "2026-04-10")
      #expect(!why.contains("belum diterima"))
    }
  }

  @Test func `a status and a rate are the same either way`() async throws {
    let with = try await office("ya")
    let without = try await office(nil)
    for words in ["kepatuhan --tahun 2026 --json", "jadwal --tahun 2026 --semua --json"] {
      #expect(try await with.do(words, on: "2026-04-10") == without.do(words, on: "2026-04-10"))
    }
  }

  @Test func `an explanation says what waits for acceptance, and what has it`() async throws {
    let office = try await office("ya")
    let waiting = try await office.do("jelaskan LPPDesa 2025 --unit Tarungin", on: "2026-04-10")
    #expect(
      waiting.contains(
        "Disampaikan, belum diterima; catat dengan: "
          + "tenggat terima LPPDesa 2025 --unit 63.05.12.2001"))
    try await office.do("terima LPPDesa 2025 --unit Tarungin", on: "2026-04-01")
    let accepted = try await office.do("jelaskan LPPDesa 2025 --unit Tarungin", on: "2026-04-10")
    #expect(accepted.contains("  Diterima 1 April 2026 (baris 2026#5)"))
    // Before the day of its acceptance it was not accepted.
    let before = try await office.do(
      "jelaskan LPPDesa 2025 --unit Tarungin --per 2026-03-31", on: "2026-04-10")
    #expect(before.contains("belum diterima"))
    // What is not in has nothing that could be accepted.
    let open = try await office.do("jelaskan LPPDesa 2025 --unit Bagak", on: "2026-04-10")
    #expect(!open.contains("belum diterima"))
  }

  @Test func `a document that was returned is neither in nor accepted`() async throws {
    let office = try await office("ya")
    try await office.do(
      "kembalikan LPPDesa 2025 --unit Tarungin --catatan kurang", on: "2026-04-01")
    let text = try await office.do("desa --tahun 2026", on: "2026-04-10")
    #expect(text.contains("Dokumen desa: 1 dari 48 disampaikan (1 diterima)"))
  }

  @Test func `a setting that is neither yes nor no is refused`() async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml") + "terima_wajib: boleh\n", to: "kantor.yaml")
    expectRefusal(try await office.run("desa", on: "2026-04-10"), 78, "kantor.yaml:")
  }

  @Test func `the total of the desa tells its late entries`() async throws {
    let office = try await office(nil)
    try await office.do("catat RealisasiDes 2026-S1 --unit Tarungin", on: "2026-07-06")
    let text = try await office.do("desa --tahun 2026", on: "2026-07-06")
    #expect(text.contains("Dokumen desa: 3 dari 48, 1 susulan   Rekomendasi ADD: 0 dari 32"))
    #expect(
      try await village(office, on: "2026-07-06")["susulan"] as? [String: Int]
        == ["dokumen": 1, "rekomendasi_add": 0])
  }

  // MARK: - Extensions

  @Test func `an extension shows the old due date, and voiding it brings that back`() async throws {
    let office = try await Office.founded()
    let first = try await office.do(
      "perpanjang LPPD 2025 --sampai 2026-03-16 --catatan Surat_100/1 --diterima 2026-02-20",
      on: "2026-02-23")
    #expect(first.contains("tenggat 27 Februari 2026 menjadi 16 Maret 2026"))
    #expect(first.contains("surat 20 Februari 2026: Surat 100/1"))
    let second = try await office.do(
      "extend LPPD 2025 --sampai 2026-03-20 --catatan Surat_100/2", on: "2026-02-24")
    #expect(second.contains("tenggat 16 Maret 2026 menjadi 20 Maret 2026"))
    let row = try #require(try office.rows().last)
    #expect(
      Array(row[3...8]) == [
        "perpanjang", "63.05.12", "LPPD", "2025", "2026-03-20", "2026-02-24",
      ])
    #expect(row[12] == "Surat 100/2")
    try await office.do("batalkan #2 --alasan surat_dicabut", on: "2026-02-25")
    #expect(try await due(office) == "16 Maret 2026")
    let last = try await office.do("batalkan #1 --alasan surat_dicabut", on: "2026-02-25")
    #expect(last.contains("tenggat yang berlaku kembali 27 Februari 2026"))
    #expect(try await due(office) == "27 Februari 2026")
  }

  private func due(_ office: Office) async throws -> String {
    let text = try await office.do("jelaskan LPPD 2025", on: "2026-02-25")
    let line = try #require(text.split(separator: "\n").first { $0.contains("yang berlaku:") })
    return String(line.split(separator: ", ").last ?? "")
  }

  @Test func `an extension needs its letter`() async throws {
    let office = try await Office.founded()
    for words in ["", " --catatan", " --catatan _"] {
      let run = try await office.run(
        ("perpanjang LPPD 2025 --sampai 2026-03-16" + words).split(separator: " ")
          .map { String($0).replacing("_", with: " ") }, on: "2026-02-23")
      #expect(run.exitCode == 64)
    }
    #expect(try office.records().isEmpty)
  }
}
