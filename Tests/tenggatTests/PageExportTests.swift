import Foundation
import TestSupport
import Testing

/// `ekspor html`, as a whole process.
struct PageExportTests {
  private static let made = "--dibuat 2026-07-06T08:00:00+08:00"

  private func page(_ office: Office, _ words: String) async throws -> String {
    try await office.do("ekspor html \(words) \(Self.made) --keluaran -", on: Office.day)
  }

  @Test func `the page of a quarter is as it was last read over`() async throws {
    let office = try await Office.filled.value
    let html = try await page(office, "--triwulan 2026-TW1")
    #expect(try await page(office, "--triwulan 2026-TW1") == html)
    // When a row was recorded the clock tells, and nobody else.
    expectGolden(
      html.replacing(#/ pukul \d\d\.\d\d</#, with: " pukul JAM<"), named: "ekspor-2026-TW1.html")
  }

  @Test func `nothing in it is loaded, and nothing runs`() async throws {
    let office = try await Office.founded()
    let note = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    let run = try await office.run(
      ["catat", "LKIP", "2025", "--catatan", note], on: "2026-02-20")
    #expect(run.exitCode == 0)
    let html = try await office.do("ekspor html --tahun 2026 --keluaran -", on: "2026-02-20")
    #expect(!html.contains("<script") && !html.contains("<img"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.firstMatch(of: #/(?i)(?:src|href)\s*=\s*"(?!#)/#) == nil)
  }

  @Test func `it lies on its long side on the paper that is asked for`() async throws {
    let office = try await Office.filled.value
    #expect(try await page(office, "--tahun 2026").contains("size: 330mm 215mm"))
    #expect(try await page(office, "--tahun 2026 --kertas a4").contains("size: 297mm 210mm"))
  }

  @Test func `a page goes into the folder of exports, a file for each kecamatan`() async throws {
    let office = try await Office.founded()
    for _ in 1...2 {
      let said = try await office.do("ekspor html --tahun 2026", on: "2026-01-05")
      #expect(said.contains("/ekspor/63.05.12-2026.html: "))
    }
    expectRefusal(
      try await office.run("ekspor html --tahun 2026 --kertas a5", on: "2026-01-05"), 64,
      "pilih f4, a4")
  }
}
