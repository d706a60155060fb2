import TestSupport
import Testing

@testable import Dashboard

/// What the page of rules and holidays shows.
struct RulesPageTests {
  @Test func `the page shows every rule and every holiday of the year with its source`()
    async throws
  {
    expectGolden(try await Pages.filled().html("/kalender"), named: "kalender.html")
  }

  @Test func `a date of the kabupaten is told to be no law`() async throws {
    let html = try await Pages.filled().html("/kalender")
    #expect(html.contains("adalah tanggal lokal: ditetapkan kabupaten, bukan undang-undang."))
    #expect(html.contains("class=\"soon\"><bdi>tanggal lokal"))
    #expect(html.contains("Calendars/laporan/nasional.yaml, Calendars/laporan/tapin.yaml"))
  }

  @Test func `an office's own holiday and its own calendar are named`() async throws {
    let pages = try Pages.filled()
    try pages.office.folder.write(
      """
      kalender: kantor
      diperiksa: 2026-01-02
      wajib: [LPPD]
      """, to: "kalender/kantor.yaml")
    #expect(try await pages.html("/kalender").contains("tapin.yaml, kalender/kantor.yaml"))
  }

  @Test func `a year without holidays says what to do`() async throws {
    let html = try await Pages.filled().html("/kalender?tahun=2031")
    #expect(html.contains("Hari libur 2031 belum ada; sesudah SKB-nya terbit"))
  }

  @Test(arguments: ["tahun=besok", "tahun=1899", "unit=63.05.12"])
  func `what is not understood is refused`(query: String) async throws {
    #expect(try await Pages.filled().refusal("/kalender?\(query)").status == 400)
  }
}
