import Foundation
import TestSupport
import Testing

/// An office that begins on a day of its own.
@Suite struct `beginning on any day` {
  @Test(arguments: [
    ("2025-10-01", "2025-10-01"), ("2025-TW4", "2025-TW4"), ("TW IV 2025", "2025-TW4"),
    ("2025", "2025"),
  ])
  func `mulai writes the first watched day into kantor.yaml`(
    _ text: String, _ kept: String
  ) async throws {
    let office = try await Office.founded("63.05.12", ["--sejak", text])
    #expect(try office.text(of: "kantor.yaml").contains("\ndipantau_sejak: \(kept) "))
    #expect(try await office.run("periksa kantor", on: "2026-01-05").exitCode == 0)
    let jadwal = try await office.do("jadwal", on: "2026-01-05")
    #expect(jadwal.contains(" · dipantau sejak 1 "))
  }

  @Test func `without it, and without a terminal, nothing is asked and nothing is written`()
    async throws
  {
    let office = try await Office.founded()
    #expect(!(try office.text(of: "kantor.yaml").contains("\ndipantau_sejak")))
  }

  @Test(arguments: ["2025-S2", "1999", "kemarin"])
  func `what is no first day is refused, and nothing is made`(_ text: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(
      ["mulai", "63.05.12", "kantor", "--sejak", text], in: folder.path)
    #expect(run.exitCode == 64)
    #expect(run.errorText.contains("--sejak"))
    #expect(folder.files.isEmpty)
  }

  @Test func `every heading, every JSON and the XML say since when`() async throws {
    let office = try await Office.founded("63.05.12", ["--sejak", "2025-10-01"])
    for command in [
      "jadwal", "desa --tahun 2025", "kepatuhan --tahun 2025", "kepatuhan --triwulan 2025-TW4",
      "iku --tahun 2025", "iku --tahun 2025 --banding",
    ] {
      let heading = try await office.do(command, on: "2026-01-05").split(separator: "\n").first
      #expect(heading?.hasSuffix(" · dipantau sejak 1 Oktober 2025") == true, "\(command)")
      let json = try await office.do("\(command) --json", on: "2026-01-05")
      #expect(json.contains("\"dipantau_sejak\" : \"2025-10-01\""), "\(command)")
    }
    for command in ["desa --tahun 2026", "kepatuhan --triwulan 2026-TW1"] {
      let text = try await office.do(command, on: "2026-01-05")
      #expect(!text.contains("dipantau sejak"), "\(command)")
    }
    let xml = try await office.do("ekspor xml --triwulan 2025-TW4 --keluaran -", on: "2026-01-05")
    #expect(xml.contains(" dipantau_sejak=\"2025-10-01\""))
    #expect(xml.contains("<ringkasan wajib=\"18\""))
    let letter = try await office.do("surat teguran Bagak --keluaran -", on: "2026-01-05")
    #expect(letter.contains("(dipantau sejak 1 Oktober 2025)"))
    #expect(letter.contains("(APBDes)"))
    #expect(!letter.contains("(LPPDesa)"))
    let digest = try await office.do("ingatkan", on: "2026-01-05")
    #expect(digest.contains("Senin, 5 Januari 2026, dipantau sejak 1 Oktober 2025\n"))
    #expect(!digest.contains("LPPD"))
  }

  @Test func `what is not watched is explained, and can be recorded`() async throws {
    let office = try await Office.founded("63.05.12", ["--sejak", "2025-10-01"])
    let line = try office.text(of: "kantor.yaml").split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.hasPrefix("dipantau_sejak") }.map { $0 + 1 }
    let text = try await office.do("jelaskan LPPD 2024", on: "2026-01-05")
    #expect(text.contains("Tidak dipantau: "))
    #expect(text.contains("1 Oktober 2025 (kantor.yaml:\(try #require(line)))"))
    let json = try await office.do("jelaskan LPPD 2024 --json", on: "2026-01-05")
    #expect(json.contains("\"dipantau\" : false"))
    #expect(
      try await office.do("jelaskan LPPD 2025 --json", on: "2026-01-05")
        .contains("\"dipantau\" : true"))
    let receipt = try await office.do(
      "catat LPPD 2022 --tanggal 2023-02-20 --alasan arsip_lama", on: "2026-01-05")
    #expect(receipt.contains("Tidak dipantau (dipantau sejak 1 Oktober 2025)"))
    #expect(!receipt.contains("Susulan"))
    try office.write(
      "laporan,periode,unit,tanggal\nLPPD,2023,63.05.12,2024-02-20\n", to: "tabel.csv")
    try await office.do("impor tabel.csv --alasan arsip_lama", on: "2026-01-05")
    #expect(try office.rows().count == 2)
    let rates = try await office.do("kepatuhan --tahun 2023 --json", on: "2026-01-05")
    #expect(rates.contains("\"disampaikan\" : 0"))
    #expect(!rates.contains("\"disampaikan\" : 1"))
  }

  @Test func `a frozen quarter is compared after the first watched day was set`() async throws {
    let office = try await Office.founded()
    try await office.do("bekukan 2026-TW1", on: "2026-04-01")
    try office.write(
      try office.text(of: "kantor.yaml")
        .replacing("# dipantau_sejak: 2019", with: "dipantau_sejak: 2026-03-31"),
      to: "kantor.yaml")
    let text = try await office.do("beda 2026-TW1", on: "2026-04-01")
    #expect(text.contains("sebab: hari pertama yang dipantau berubah"))
  }

  @Test func `an office that has recorded nothing is told how to begin before its arrears`()
    async throws
  {
    let office = try await Office.founded()
    let text = try await office.do("jadwal", on: "2026-07-06")
    let parts = text.components(separatedBy: "LEWAT TENGGAT")
    #expect(parts.count == 2)
    #expect(parts[0].contains("tenggat impor"))
    #expect(parts[0].contains("'dipantau_sejak: 2026-07-06'"))
    #expect(!(try await office.do("jadwal --json", on: "2026-07-06").contains("impor")))
    // Nothing is late, and nothing has to be explained.
    #expect(!(try await office.do("jadwal", on: "2026-01-05").contains("tenggat impor")))
    try await office.do("catat RFK 2026-TW2", on: "2026-07-06")
    #expect(!(try await office.do("jadwal", on: "2026-07-06").contains("tenggat impor")))
  }

  @Test func `the first reminder counts old arrears, and each week counts them again`()
    async throws
  {
    let office = try await Office.founded()
    let first = try await office.do("ingatkan", on: "2026-07-07")
    #expect(first.contains("- 33 lewat lebih dari 14 hari, yang terlama sejak 10 Januari 2026"))
    #expect(first.contains("tulis dipantau_sejak dalam kantor.yaml"))
    #expect(!first.contains("LPPD 2025"))
    #expect(!(try await office.do("ingatkan", on: "2026-07-10").contains("14 hari")))
    let week = try await office.do("ingatkan", on: "2026-07-13")
    #expect(week.contains("RINGKASAN MINGGU INI"))
    #expect(week.contains("- 33 lewat lebih dari 14 hari, yang terlama sejak 10 Januari 2026"))
    #expect(!week.contains("tulis dipantau_sejak"))
  }

  @Test func `kantor.yaml turns the weekly summary off`() async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml") + "pengingat: { ringkasan_mingguan: tidak }\n",
      to: "kantor.yaml")
    try await office.do("ingatkan", on: "2026-07-07")
    #expect(!(try await office.do("ingatkan", on: "2026-07-13").contains("RINGKASAN")))
  }
}
