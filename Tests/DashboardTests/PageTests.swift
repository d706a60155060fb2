import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Dashboard

/// What the pages show.
struct PageTests {
  @Test(arguments: [
    ("/", "beranda"), ("/jadwal", "jadwal"),
    ("/jadwal?triwulan=2026-TW1&semua=ya", "jadwal-triwulan"),
    ("/desa?tahun=2026", "desa"), ("/kepatuhan?triwulan=2026-TW1&tingkat=kecamatan", "kepatuhan"),
    ("/riwayat", "riwayat"), ("/kewajiban/63.05.12/LKIP/2025", "kewajiban"),
    ("/kewajiban/63.05.12.2001/LPPDesa/2025", "kewajiban-dikembalikan"),
    ("/kewajiban/63.05.12.2001/RPJMDes/2026", "kewajiban-masa-jabatan"),
  ])
  func `every page shows what it is asked`(uri: String, name: String) async throws {
    let pages = try Pages.filled()
    expectGolden(Browser.stable(try await pages.answer(uri)), named: "\(name).html")
  }

  @Test(arguments: [
    ("/jadwal?semula=triwulan%3D2026-TW1&triwulan=2026-TW1&tahun=2025", "2025"),
    ("/jadwal?semula=tahun%3D2026&tahun=2026&bulan=2026-03", "Maret 2026"),
    ("/kepatuhan?semula=triwulan%3D2026-TW1&triwulan=2026-TW1&tahun=2025", "2025"),
    ("/ekspor?semula=triwulan%3D2026-TW1&triwulan=2026-TW1&tahun=2025", "Tahun 2025"),
    ("/ekspor?semula=triwulan%3D2026-TW1&triwulan=2026-TW2&tahun=", "TW II 2026"),
  ])
  func `the time that a form showed gives way to the one that is chosen beside it`(
    uri: String, heading: String
  ) async throws {
    let html = try await Pages.filled().html(uri)
    let scope = try #require(html.firstMatch(of: #/<p class="scope"><bdi>(.*?)</#))
    #expect(scope.1.contains(heading))
  }

  @Test func `what was recorded a moment ago is seen`() async throws {
    let pages = try Pages.filled()
    #expect(try await pages.html("/riwayat").contains("5 dari 5 baris"))
    try pages.office.append(
      [FoundedWorkspace.entry(.submitted, "Renja", "2027", "2026-04-02")],
      at: "2026-04-02T10:00:00+08:00")
    #expect(try await pages.html("/riwayat").contains("6 dari 6 baris"))
  }

  @Test func `a page of another day says so`() async throws {
    let pages = try Pages.filled()
    let html = try await pages.html("/jadwal?per=2026-03-12")
    #expect(
      html.contains("Kamis, 12 Maret 2026 WITA <strong class=\"soon\">(bukan hari ini)</strong>"))
    #expect(html.contains("<input type=\"hidden\" name=\"per\" value=\"2026-03-12\">"))
    #expect(html.contains("href=\"/desa?per=2026-03-12\""))
    #expect(html.contains("href=\"/kewajiban/63.05.12/LKPJ/2025?per=2026-03-12\""))
    #expect(!(try await pages.html("/jadwal")).contains("bukan hari ini"))
  }

  @Test func `what people wrote is text, never markup`() async throws {
    let html = try await Pages.filled().html("/kewajiban/63.05.12.2001/LPPDesa/2025")
    #expect(html.contains("lampiran &lt;b&gt;kurang&lt;/b&gt; &amp; &quot;salah&quot;"))
    #expect(!html.contains("<b>kurang"))
    let search = try await Pages.filled().html("/riwayat?laporan=%22%3E%3Cscript%3E")
    #expect(!search.contains("<script"))
    #expect(search.contains("value=\"&quot;&gt;&lt;script&gt;\""))
  }

  @Test func `an office that has recorded nothing is told how to begin`() async throws {
    let pages = Pages(try FoundedWorkspace(), on: try day("2026-04-02"))
    #expect(try await pages.html("/").contains("Buku masih kosong"))
    #expect(!(try await Pages.filled().html("/")).contains("Buku masih kosong"))
  }

  @Test func `what waits in the drop folder is told by the clock, whatever day is taken for today`()
    async throws
  {
    var pages = try Pages.filled()
    try pages.office.folder.write("x", to: "kotak-masuk/LPPD 2025.pdf")
    // A slow machine must not make the file old before it is looked at.
    pages.clockAhead = .seconds(-3600)
    #expect(!(try await pages.html("/")).contains("belum tercatat"))
    pages.clockAhead = .seconds(3600)
    for uri in ["/", "/?per=2026-01-05"] {
      #expect(
        try await pages.html(uri).contains(
          "1 berkas di kotak-masuk belum tercatat: LPPD 2025.pdf.</bdi> <a href=\"/masuk"))
    }
    let inbox = pages.office.folder.path + "/kotak-masuk"
    try FileManager.default.removeItem(atPath: inbox)
    try FileManager.default.createSymbolicLink(atPath: inbox, withDestinationPath: "kotak-masuk")
    #expect(try await pages.html("/").contains("Kotak masuk tidak dapat dibaca"))
  }

  @Test func `a kecamatan without desa has a matrix without rows`() async throws {
    let table = "kode,nama\n91,Papua\n91.99,Kabupaten Karangan\n91.99.01,Muara Contoh\n"
    let pages = Pages(try FoundedWorkspace("91.99.01", table: table), on: try day("2026-04-02"))
    #expect(try await pages.html("/desa").contains("Tidak ada desa dalam wilayah.csv."))
  }

  @Test(arguments: [
    ("/jadwal?triwulan=2026", 400, "'2026' bukan triwulan"),
    ("/jadwal?tahun=20266", 400, "'20266' bukan tahun"),
    ("/jadwal?tahun=1899", 400, "bukan tahun"), ("/jadwal?tahun=2201", 400, "bukan tahun"),
    ("/jadwal?dalam=3651", 400, "bukan jumlah hari"),
    ("/jadwal?dalam=-1", 400, "bukan jumlah hari"),
    ("/jadwal?tahun=2026&triwulan=2026-TW1", 400, "tidak dapat bersamaan"),
    ("/jadwal?per=kemarin", 400, "'kemarin' bukan tanggal"),
    ("/jadwal?taun=2026", 400, "'taun' tidak dikenal"),
    ("/jadwal?tahun=2026&tahun=2025", 400, "'tahun' disebut dua kali"),
    ("/jadwal?tahun=%zz", 400, "tidak dapat dibaca"),
    ("/jadwal?unit=63.05.13", 400, "bukan unit yang dipantau"),
    ("/jadwal?untuk=raja", 400, "jabatan 'raja' tidak dikenal"),
    ("/kepatuhan?tingkat=negara", 400, "bukan tingkat"),
    ("/kepatuhan?tahun=2025&triwulan=2026-TW1", 400, "tidak sejalan"),
    ("/tidak-ada", 404, "tidak ada halaman di alamat ini"),
    ("/kewajiban/63.05.12/LPPD/kemarin", 404, "tidak ada kewajiban"),
    ("/kewajiban/63.05.12/XYZ/2025", 404, "tidak ada kewajiban"),
    ("/kewajiban/63.05.99/LPPD/2025", 404, "tidak ada kewajiban"),
    ("/kewajiban/63.05.12/LPPD/2025-TW1", 404, "tidak ada kewajiban"),
    ("/../kantor.yaml", 404, "tidak ada halaman"),
    ("/%2e%2e/kantor.yaml", 404, "tidak ada halaman"),
  ])
  func `what is not understood is refused with its reason`(
    uri: String, status: Int, sentence: String
  ) async throws {
    let answer = try await Pages.filled().refusal(uri)
    #expect(answer.status == status)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  @Test func `a fault of a file is told with its place`() async throws {
    let pages = try Pages.filled()
    try pages.office.folder.write("laporan: [", to: "kalender/rusak.yaml")
    let answer = try await pages.answer("/")
    #expect(answer.status == .internalServerError)
    #expect(String(buffer: answer.body).contains("<code>kalender/rusak.yaml:1"))
  }

  @Test func `what cannot be read is no page of its own`() async throws {
    let pages = try Pages.filled()
    try FileManager.default.removeItem(atPath: pages.office.folder.path + "/wilayah.csv")
    let answer = try await pages.answer("/")
    #expect(answer.status == .internalServerError)
    #expect(String(buffer: answer.body).contains("tenggat periksa"))
  }
}
