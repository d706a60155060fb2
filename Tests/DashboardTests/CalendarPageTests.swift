import TestSupport
import Testing

@testable import Dashboard

/// The schedule by months, by states, and with the work that comes first.
struct CalendarPageTests {
  @Test(arguments: [
    ("/jadwal?bulan=2026-03", "jadwal-bulan"), ("/jadwal?tahun=2026", "jadwal-tahun"),
    ("/jadwal?bulan=2026-03&unit=63.05.12.2001&status=lewat", "jadwal-bulan-saringan"),
  ])
  func `every view of the schedule shows what it is asked`(uri: String, name: String) async throws {
    expectGolden(try await Pages.filled().html(uri), named: "\(name).html")
  }

  @Test func `a month keeps what it was narrowed to`() async throws {
    let html = try await Pages.filled().html("/jadwal?bulan=2026-03&untuk=kasi%20pemerintahan")
    #expect(html.contains("href=\"/jadwal?bulan=2026-04&amp;untuk=kasi%20pemerintahan\""))
  }

  @Test func `an office that works in other steps sees its own`() async throws {
    let pages = try Pages.filled()
    #expect(try await pages.html("/jadwal").contains("kebiasaan kantor, bukan aturan"))
    try pages.office.change(
      "kantor.yaml", "pejabat: []",
      to: "pejabat: []\nrencana_kerja: [{ nama: rapat awal, hari_kerja: 4 }]")
    let html = try await pages.html("/jadwal")
    #expect(html.contains(">Rapat awal</th>") && !html.contains("bukan aturan"))
  }

  @Test(arguments: [
    ("/jadwal?bulan=2026", "'2026' bukan bulan"), ("/jadwal?bulan=2026-13", "bukan bulan"),
    ("/jadwal?bulan=1899-12", "bukan bulan"), ("/jadwal?bulan=2201-01", "bukan bulan"),
    ("/jadwal?bulan=2026-03&tahun=2026", "tidak dapat bersamaan"),
    ("/jadwal?bulan=2026-03&dalam=3", "tidak dapat bersamaan"),
    ("/jadwal?status=hilang", "'hilang' bukan keadaan: dibebaskan, tepat-waktu"),
  ])
  func `what is not understood is refused with its reason`(
    uri: String, sentence: String
  ) async throws {
    let answer = try await Pages.filled().refusal(uri)
    #expect(answer.status == 400)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  @Test(arguments: ["1900-01", "2200-12"])
  func `the first and the last month that can be asked for have a page`(month: String) async throws
  {
    _ = try await Pages.filled().html("/jadwal?bulan=\(month)")
  }
}
