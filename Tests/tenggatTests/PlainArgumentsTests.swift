import TestSupport
import Testing

/// `jadwal`, `catat` and `ingatkan` in their plainest form are read without the argument parser, and mean the same.
struct PlainArgumentsTests {
  @Test(arguments: [
    ("jadwal --dalam 45", "jadwal --dalam=45"),
    ("jadwal --json --semua --tahun 2026", "jadwal --json --semua --tahun=2026"),
    ("jadwal --triwulan 2026-tw1 --json", "jadwal --triwulan=2026-tw1 --json"),
    (
      "upcoming --per 2026-03-31 --diketahui 2026-03-20",
      "jadwal --per=2026-03-31 --diketahui 2026-03-20"
    ),
    (
      "jadwal --untuk kasi-pemerintahan --unit 63.05.12.2001",
      "jadwal --untuk=kasi-pemerintahan --unit 63.05.12.2001"
    ),
    ("jadwal --hari-ini 2026-12-20", "jadwal --hari-ini=2026-12-20"),
    ("jadwal --ketat --dalam 0", "jadwal --ketat --dalam=0"),
  ])
  func `both ways of reading give the same answer`(
    _ plain: String, _ parsed: String
  ) async throws {
    let office = try await Office.filled.value
    let first = try await office.run(plain, on: Office.day)
    let second = try await office.run(parsed, on: Office.day)
    #expect(first.outputText == second.outputText)
    #expect(first.errorText == second.errorText)
    #expect(first.exitCode == second.exitCode)
    #expect(!first.output.isEmpty)
  }

  @Test(arguments: [
    ("catat LKIP", "catat LKIP --unit=63.05.12"),
    ("record --tanggal 2026-02-19 LKIP 2025", "catat LKIP 2025 --tanggal=2026-02-19"),
    (
      "catat APBDes 2026 --unit Tarungin --tanggal 2025-12-30 --diterima 2026-02-18 --catatan asli",
      "catat APBDes 2026 --unit=Tarungin --tanggal=2025-12-30 --diterima=2026-02-18 --catatan=asli"
    ),
    (
      "catat LKPJ 2025 --tanggal 2026-01-31 --alasan sakit --petugas sekcam --berkas wilayah.csv",
      "catat LKPJ 2025 --tanggal=2026-01-31 --alasan=sakit --petugas=sekcam --berkas=wilayah.csv"
    ),
    ("catat LKPJ 2025 --tanggal 2026-01-31", "catat LKPJ 2025 --tanggal=2026-01-31"),
  ])
  func `both ways of reading record the same row`(_ plain: String, _ parsed: String) async throws {
    let offices = [try await Office.founded(), try await Office.founded()]
    let first = try await offices[0].run(plain, on: "2026-02-20")
    let second = try await offices[1].run(parsed, on: "2026-02-20")
    #expect(first.outputText == second.outputText)
    #expect(first.errorText == second.errorText)
    #expect(first.exitCode == second.exitCode)
    guard first.exitCode == 0 else { return }
    // All fields but the moment, and the chain that seals it.
    let rows = try offices.map { try $0.rows().map { $0[2...12] } }
    #expect(rows[0] == rows[1])
    #expect(rows[0].count == 1)
  }

  @Test(arguments: ["ingatkan", "remind --hari-ini 2026-02-20"])
  func `both ways of reading send the same messages`(_ plain: String) async throws {
    let first = try await Office.founded().run(plain, on: "2026-02-20")
    let second = try await Office.founded().run("ingatkan kirim", on: "2026-02-20")
    #expect(first.outputText == second.outputText)
    #expect(first.errorText == second.errorText)
    #expect(first.exitCode == second.exitCode)
    #expect(!first.output.isEmpty)
  }

  @Test(arguments: [
    "catat", "catat LKIP 2025 lagi", "catat LKIP 2025-X1", "catat LKIP --tanggal 2026-02-30",
    "catat LKIP --unit", "catat LKIP --entah ya", "catat LKIP --json",
    "jadwal --hari-ini 2026-02-30", "jadwal --dalam", "jadwal --dalam x", "jadwal --json --json",
    "jadwal --tahun 20226", "jadwal --triwulan 2026-TW5", "jadwal --lama", "jadwal LKIP",
    "ingatkan --hari 3", "ingatkan --entah ya", "ingatkan sekarang",
  ])
  func `what cannot be read is told by the argument parser, in Indonesian`(
    _ words: String
  ) async throws {
    let run = try await Office.filled.value.run(words, on: Office.day)
    #expect(run.exitCode == (words == "jadwal --json --json" ? 0 : 64))
    #expect(words == "jadwal --json --json" || run.errorText.hasPrefix("tenggat: galat: "))
  }
}
