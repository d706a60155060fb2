import TestSupport
import Testing

/// `jadwal` in its plainest form is read without the argument parser, and means the same.
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
    "jadwal --hari-ini 2026-02-30", "jadwal --dalam", "jadwal --dalam x", "jadwal --json --json",
    "jadwal --tahun 20226", "jadwal --triwulan 2026-TW5", "jadwal --lama", "jadwal LKIP",
  ])
  func `what cannot be read is told by the argument parser, in Indonesian`(
    _ words: String
  ) async throws {
    let run = try await Office.filled.value.run(words, on: Office.day)
    #expect(run.exitCode == (words == "jadwal --json --json" ? 0 : 64))
    #expect(words == "jadwal --json --json" || run.errorText.hasPrefix("tenggat: galat: "))
  }
}
