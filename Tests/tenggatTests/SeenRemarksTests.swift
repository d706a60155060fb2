import Foundation
import TestSupport
import Testing

/// `periksa` after somebody has looked at its remarks, from end to end.
struct SeenRemarksTests {
  private static let day = "2026-07-06"

  /// An office with a year and a half of submissions that came in long after their day, each twice.
  private func used() async throws -> Office {
    let office = try await Office.founded()
    for part in 1...2 {
      var table = "unit,laporan,periode,tanggal,catatan\n"
      for village in 2001...2008 {
        for (report, period, date) in [
          ("APBDes", "2026", "2025-12-29"), ("LKPJDes", "2025", "2026-01-12"),
          ("LPPDesa", "2025", "2026-01-13"), ("RealisasiDes", "2025-S2", "2026-01-14"),
          ("RKPDes", "2026", "2025-09-20"), ("RekADD", "2026-TW1", "2026-01-20"),
          ("RKPDes", "2027", "2026-01-22"), ("LKPJDes", "2024", "2025-03-12"),
        ] { table += "63.05.12.\(village),\(report),\(period),\(date),map \(part)\n" }
      }
      try office.write(table, to: "tabel.csv")
      try await office.do("impor tabel.csv --alasan arsip_lama", on: "2026-03-30")
    }
    return office
  }

  private func transcript(
    _ office: Office, _ words: String, code: Int = 0, on day: String = SeenRemarksTests.day
  ) async throws -> String {
    let run = try await office.run(words, on: day)
    #expect(run.exitCode == code, "\(words): \(run.errorText)")
    return "$ tenggat \(words)\n\(run.errorText)\(run.outputText)"
  }

  @Test func `what was seen is counted, and what is new is told`() async throws {
    let office = try await used()
    let all = try await office.run("periksa --semua", on: SeenRemarksTests.day)
    #expect(all.errorText.split(separator: "\n").count > 138)
    let first = try await office.run("periksa --tandai-dilihat", on: SeenRemarksTests.day)
    #expect(first.exitCode == 0)
    let marked = all.errorText.split(separator: "\n").count
    #expect(
      first.outputText.hasSuffix(
        "\(marked) peringatan ditandai sudah dilihat oleh kasubbag, 6 Juli 2026 (sudah-dilihat.csv).\n"
      ), "\(first.outputText)")
    var text = try await transcript(office, "periksa")
    #expect(text.split(separator: "\n").count == 3, "\(text)")
    text += try await transcript(office, "periksa --tandai-dilihat --petugas Sekcam")
    try await office.do("catat LKIP 2025 --tanggal 2026-02-20 --alasan baru_ada", on: "2026-07-07")
    text += try await transcript(office, "periksa susulan", on: "2026-07-07")
    text +=
      try await transcript(office, "periksa susulan --json", on: "2026-07-07")
      .split(separator: "\n").suffix(14).joined(separator: "\n") + "\n"
    text += try await transcript(
      office, "periksa susulan --tandai-dilihat --petugas Sekcam", on: "2026-07-07")
    text += try await transcript(office, "periksa susulan", on: "2026-07-07")
    expectGolden(text, named: "periksa-sudah-dilihat.txt")
    let again = try await office.run("periksa --semua", on: SeenRemarksTests.day)
    #expect(again.errorText.split(separator: "\n").count > marked)
  }

  @Test func `a damaged file of what was seen is refused, and hides nothing`() async throws {
    let office = try await Office.founded()
    try await office.do("periksa --tandai-dilihat", on: SeenRemarksTests.day)
    let text = try office.text(of: "sudah-dilihat.csv")
    try office.write(text.replacing("kasubbag", with: "camat"), to: "sudah-dilihat.csv")
    let check = try await office.run("periksa", on: SeenRemarksTests.day)
    #expect(check.exitCode == 1)
    #expect(check.errorText.contains("sudah-dilihat.csv:2:1: galat: baris ini bukan yang ditulis"))
    #expect(check.errorText.contains("kantor.yaml: peringatan: "))
    let refused = try await office.run("periksa --tandai-dilihat", on: SeenRemarksTests.day)
    #expect(refused.exitCode == 65, "\(refused.errorText)")
    #expect(!refused.outputText.contains("ditandai"))
  }

  @Test(arguments: [
    ("--tandai-dilihat --json", "--tandai-dilihat hanya digabung"),
    ("--tandai-dilihat --daftar", "--tandai-dilihat hanya digabung"),
    ("--tandai-dilihat --pulihkan", "--tandai-dilihat hanya digabung"),
    ("--tandai-dilihat --terhadap ../x", "--tandai-dilihat hanya digabung"),
    ("--petugas Sekcam", "--petugas hanya bersama --tandai-dilihat"),
    ("--tandai-dilihat --petugas root", "bukan nama orang"),
  ])
  func `what makes no sense is refused`(_ words: String, _ message: String) async throws {
    let office = try await Office.founded()
    let run = try await office.run(
      ["periksa"] + words.split(separator: " ").map(String.init), on: SeenRemarksTests.day)
    expectRefusal(run, 64, message)
  }
}
