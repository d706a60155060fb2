import Foundation
import TestSupport
import Testing

/// `ekspor csv`, as a whole process.
struct TableExportTests {
  @Test(arguments: [
    "jadwal --tahun 2026 --semua", "desa --tahun 2026", "kepatuhan --triwulan 2026-TW1",
    "kewajiban --tahun 2026", "jadwal --triwulan 2026-TW2 --untuk kasi-pemerintahan --pemisah ;",
  ])
  func `a table of a filled year is as it was last read over`(_ words: String) async throws {
    let run = try await Office.filled.value.run(
      "ekspor csv \(words) --keluaran -", on: Office.day)
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    let name = words.split(separator: " ").filter { !$0.hasPrefix("-") && $0 != ";" }
    expectGolden(run.output, named: "ekspor-\(name.joined(separator: "-")).csv")
  }

  @Test func `a history has every row of the ledger, and its texts as they were written`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025 --catatan =1+1", on: "2026-02-20")
    try await office.do("catat LPPD 2025 --catatan 'kutip", on: "2026-02-20")
    let text = try await office.do("ekspor csv riwayat --keluaran -", on: "2026-02-20")
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count == 4)
    #expect(lines[1].contains(",'=1+1,"))
    #expect(lines[2].contains(",''kutip,"))
    let none = try await office.do("ekspor csv riwayat --tahun 2025 --keluaran -", on: "2026-02-20")
    #expect(none.components(separatedBy: "\r\n").count == 2)
  }

  @Test func `an office of one kecamatan has its scorecard as a table`() async throws {
    let office = try await Office.filled.value
    let text = try await office.do(
      "ekspor csv iku --tahun 2026 --untuk sekcam --keluaran -", on: Office.day)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("kode,nama,realisasi,pembilang,penyebut"))
    #expect(lines[0].hasSuffix("tw4,sd_tw4"))
    let shown = try await office.do("iku --tahun 2026 --untuk sekcam --json", on: Office.day)
    #expect(shown.components(separatedBy: "\"rumus_pembilang\"").count == lines.count - 1)
  }

  @Test func `a table goes into the folder of exports, and replaces only one of its kind`()
    async throws
  {
    let office = try await Office.founded()
    for _ in 1...2 {
      let said = try await office.do(
        "ekspor csv desa --tahun 2026 --unit Bagak --bom --pemisah ;", on: Office.day)
      #expect(said.contains("/ekspor/desa-2026-63.05.12."))
      #expect(said.contains(": 1 baris, "))
    }
    try await office.do("ekspor csv desa --tahun 2026 --keluaran ../tabel.csv", on: Office.day)
    for other in ["kewajiban", "kepatuhan"] {
      expectRefusal(
        try await office.run(
          "ekspor csv \(other) --tahun 2026 --keluaran ../tabel.csv", on: Office.day), 73,
        "sudah ada dan bukan tabel CSV buatan Tenggat")
    }
    try office.folder.write("kode,nama\n", to: "wilayah-saya.csv")
    expectRefusal(
      try await office.run(
        "ekspor csv desa --tahun 2026 --keluaran ../wilayah-saya.csv", on: Office.day), 73,
      "bukan tabel CSV buatan Tenggat")
    expectRefusal(
      try await office.run(
        "ekspor csv desa --tahun 2026 --keluaran buku/x.csv", on: Office.day), 73,
      "milik ruang kerja")
  }

  @Test(arguments: [
    ("csv desa --triwulan 2026-TW1", "tabel desa tidak dibagi menurut triwulan"),
    ("csv iku --triwulan 2026-TW1", "tabel iku tidak dibagi menurut triwulan"),
    ("csv desa", "sebut satu triwulan atau satu tahun"),
    ("csv kewajiban --tahun 2026 --semua", "--semua tidak dipakai untuk tabel kewajiban"),
    ("csv desa --tahun 2026 --untuk camat", "--untuk tidak dipakai untuk tabel desa"),
    ("csv riwayat --per 2026-01-01", "--per tidak dipakai untuk tabel riwayat"),
    ("csv desa --tahun 2026 --dibuat 2026-01-01T00:00:00Z", "--dibuat tidak dipakai"),
    ("csv jadwal --tahun 2026 --untuk lurah", "jabatan 'lurah' tidak dikenal"),
    ("csv lain --tahun 2026", "pilih jadwal, desa, kepatuhan, iku, riwayat, kewajiban"),
    ("csv desa --tahun 2026 --pemisah |", "tulis ',', ';', atau tab"),
    ("csv iku --tahun 2026 --unit Bagak", "Bagak"),
  ])
  func `what has no meaning for a table is refused`(_ words: String, _ said: String) async throws {
    let run = try await Office.filled.value.run("ekspor \(words)", on: Office.day)
    expectRefusal(run, 64, said)
  }
}
