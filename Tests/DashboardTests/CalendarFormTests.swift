import CivilCalendar
import ComplianceModel
import Deeds
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// What would move by other holidays and by a letter, before it is written.
struct CalendarFormTests {
  private let pages: Pages

  init() throws {
    pages = try Pages.filled()
    let quarter = try #require(Quarter(year: 2026, number: 2))
    _ = try Freeze(
      quarter, document: Array("<kepatuhan/>".utf8), asOf: day("2026-04-02"), recorder: "budi"
    ).record(at: pages.office.desk(), #require(ClockReading("2026-04-02T09:00:00+08:00")))
  }

  private static let days = [
    ("hari", "2026-04-29 Haul & Doa\n2026-04-30 Haul kedua"), ("jenis", "libur daerah"),
    ("dasar", "SE Bupati 7/2026"),
  ]

  private static let letter = [
    ("laporan", "LPPDesa"), ("periode", "2025"), ("tanggal", "2026-05-20"),
    ("surat", "Camat 7, 2 April 2026"), ("unit", "63.05.12.2003"),
  ]

  private func calendarFiles() -> [String] {
    pages.office.folder.files.filter { $0.contains("kalender/") }
  }

  /// What the confirming form of a page sends.
  private static func again(_ html: String, _ names: [String]) -> [(String, String)] {
    names.compactMap { name in
      html.contains("type=\"hidden\" name=\"\(name)\"")
        ? Browser.value(of: name, in: html).map { (name, $0.replacing("&amp;", with: "&")) } : nil
    }
  }

  @Test func `days beside a decree are shown with what moves, and written once`() async throws {
    let (pages, before) = (pages, calendarFiles())
    try await pages.browse { browser in
      expectGolden(Browser.stable(try await browser.get("/kalender/libur")), named: "libur.html")
      let seen = try await browser.post("/kalender/libur", Self.days)
      #expect(seen.status == .ok)
      expectGolden(Browser.stable(seen), named: "periksa-libur.html")
      #expect(pages.office.folder.files.filter { $0.contains("kalender/") } == before)
      let again = Self.again(
        String(buffer: seen.body), ["hari", "jenis", "dasar", "semula", "tahap"])
      #expect(again.count == 5)
      for _ in 0..<2 {
        let saved = try await browser.post("/kalender/libur", again)
        #expect(saved.headers[.location] == "/kalender?tahun=2026&tersimpan=ya")
      }
      let html = try await browser.html("/kalender?tahun=2026&tersimpan=ya")
      #expect(html.contains("Tersimpan") && html.contains("Haul &amp; Doa"))
      let known = try await browser.post("/kalender/libur", Self.days)
      #expect(String(buffer: known.body).contains("Sudah demikian"))
    }
    let text = try pages.office.folder.text(of: "kalender/libur-tambahan.yaml")
    #expect(text.components(separatedBy: "- tanggal:").count == 3)
  }

  @Test func `a year's file is taken from an upload and from a field`() async throws {
    let text = """
      tahun: 2026
      diperiksa: 2026-01-02
      dasar: { skb: SKB contoh }
      libur:
        - { tanggal: 2026-04-30, nama: Contoh, jenis: libur nasional, dasar: skb, keyakinan: LOCAL }
      """
    try await pages.browse { browser in
      let uploaded = try await browser.post(
        "/kalender/libur", [], files: [.init("2026.yaml", text)])
      let typed = try await browser.post(
        "/kalender/libur", [("isi", text.replacing("\n", with: "\r\n"))])
      for answer in [uploaded, typed] {
        let html = String(buffer: answer.body)
        #expect(answer.status == .ok && html.contains("kalender/libur/2026.yaml"))
        #expect(
          html.contains(
            "Tidak ada tenggat atau status yang bergeser, dari 285 kewajiban 2025 sampai 2027."))
      }
      #expect(String(buffer: uploaded.body) == String(buffer: typed.body))
    }
  }

  @Test(
    arguments: [
      ("/kalender/libur", [("isi", "")], 422, "Pilih berkasnya"),
      ("/kalender/libur", [("isi", "tahun: 2027")], 422, "kalender/libur/2027.yaml"),
      ("/kalender/libur", [("isi", "\t- x")], 422, "kalender/libur/TAHUN.yaml"),
      ("/kalender/libur", [("hari", "2027-03-02 A")], 422, "Dasar hari di luar SKB belum diisi"),
      (
        "/kalender/libur", [("hari", "besok"), ("jenis", "libur daerah"), ("dasar", "SE")], 422,
        "bukan tanggal dan nama"
      ),
      ("/kalender/libur", [("hari", "2027-03-02 A"), ("isi", "tahun: 2027")], 422, "bersamaan"),
      (
        "/kalender/libur", [("hari", "2026-12-25 A"), ("jenis", "libur daerah"), ("dasar", "SE")],
        422,
        "sudah libur: Hari Raya Natal"
      ),
      ("/kalender/libur", [("libur", "ya")], 400, "tidak dikenal"),
      ("/kalender/tetapkan", [("laporan", "LPPDesa")], 422, "Periode belum diisi"),
      (
        "/kalender/tetapkan",
        [("laporan", "LPPDesa"), ("periode", "x"), ("tanggal", "y"), ("surat", "z")], 422,
        "bukan periode"
      ),
      (
        "/kalender/tetapkan",
        [
          ("laporan", "LPPDesa"), ("periode", "2025-TW1"), ("tanggal", "2026-05-20"),
          ("surat", "z"),
        ],
        422, "tidak memiliki periode"
      ),
      (
        "/kalender/tetapkan",
        [("laporan", "LPPDesa"), ("periode", "2025"), ("tanggal", "2027-05-20"), ("surat", "z")],
        422, "Alasan"
      ),
    ] as [(String, [(String, String)], Int, String)])
  func `what is not understood is told, and nothing is written`(
    _ uri: String, _ fields: [(String, String)], _ status: Int, _ sentence: String
  ) async throws {
    let before = calendarFiles()
    try await pages.browse { browser in
      let answer = try await browser.post(uri, fields)
      let html = String(buffer: answer.body).replacing("&#39;", with: "'")
      #expect(answer.status.code == status && html.contains(sentence), "\(html)")
    }
    #expect(calendarFiles() == before)
  }

  @Test func `a date by letter is shown with what it moves, and written once`() async throws {
    let pages = pages
    try await pages.browse { browser in
      expectGolden(
        Browser.stable(try await browser.get("/kalender/tetapkan")), named: "tetapkan.html")
      let seen = try await browser.post("/kalender/tetapkan", Self.letter)
      #expect(seen.status == .ok)
      expectGolden(Browser.stable(seen), named: "periksa-tetapkan.html")
      let again = Self.again(
        String(buffer: seen.body), Self.letter.map(\.0) + ["tahap"])
      for _ in 0..<2 {
        let saved = try await browser.post("/kalender/tetapkan", again)
        #expect(saved.headers[.location] == "/kalender?tahun=2026&tersimpan=ya")
      }
      #expect(
        try await browser.html("/kewajiban/63.05.12.2003/LPPDesa/2025").contains("20 Mei 2026"))
    }
    let text = try pages.office.folder.text(of: "kalender/ditetapkan.yaml")
    #expect(text.components(separatedBy: "- laporan:").count == 2)
  }

  @Test func `only those who write for the office change its calendar`() async throws {
    let premises = try Premises.withUsers([.section, .head, .planner], forms: Dashboard.forms)
    try await premises.visit { client in
      for role in [UserRole.section, .head, .planner] {
        var browser = Guest(client)
        _ = try await browser.logIn(role.rawValue)
        let html = String(buffer: try await browser.get("/kalender").body)
        #expect(html.contains("/kalender/libur") == (role == .planner))
        let answer = try await browser.get("/kalender/tetapkan")
        #expect(answer.status == (role == .planner ? .ok : .forbidden))
      }
    }
  }
}
