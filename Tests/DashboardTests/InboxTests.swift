import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import NIOCore
import SystemPackage
import TestSupport
import Testing

@testable import Dashboard

/// What came into the drop folder, as a page on which it is recorded.
struct InboxTests {
  private let pages: Pages

  init() throws {
    var pages = try Pages.filled()
    pages.files = FileSystem(calls: .arrivingAsWritten())
    self.pages = pages
  }

  /// Drops a file on 1 April 2026, 10:00 WITA.
  private static func drop(_ name: String, _ text: String = "%PDF-1.4 isi", in pages: Pages) throws
  {
    try pages.office.folder.write(text, to: "kotak-masuk/\(name)")
    try pages.office.folder.setModified("kotak-masuk/\(name)", to: 1_775_008_800)
  }

  private static func lying(in pages: Pages) -> [String] {
    pages.office.folder.files.filter { $0.hasPrefix("kotak-masuk/") }
      .map { String($0.dropFirst("kotak-masuk/".count)) }
  }

  // MARK: - The page

  @Test func `each file is shown with what its name is read for, or why it is not`() async throws {
    let pages = pages
    try Self.drop("LKPJ 2025.pdf", in: pages)
    try Self.drop("Bagak/LPPD 2025 2026-03-31.pdf", in: pages)
    try Self.drop("karantina/foto <b>rapat</b>.pdf", in: pages)
    try Self.drop("Permintaan data LPPD 2025.pdf", in: pages)
    try Self.drop("LKAT 2025 2026-03-01.pdf", in: pages)
    try Self.drop("LPPDesa 2025 Batu Hapu.pdf", "<html>masuk</html>", in: pages)
    let html = Browser.stable(try await pages.answer("/masuk"))
    expectGolden(html, named: "masuk.html")
    #expect(!html.contains("<b>rapat"))
    #expect(try pages.rows().count == 5)
  }

  @Test func `an empty folder, and none at all, are told`() async throws {
    let pages = pages
    #expect(try await pages.html("/masuk").contains("Tidak ada."))
    try FileManager.default.removeItem(atPath: pages.office.folder.path(of: "kotak-masuk"))
    #expect(try await pages.html("/masuk").contains("kotak-masuk belum ada"))
  }

  @Test func `a page about another day is only read`() async throws {
    try Self.drop("LKPJ 2025.pdf", in: pages)
    let html = try await pages.html("/masuk?per=2026-04-01")
    #expect(
      html.contains("LKPJ 2025.pdf") && !html.contains("<form class=\"entry\" action=\"/masuk"))
  }

  // MARK: - Recording

  @Test func `one press shows what will be written, another writes it, and twice is once`()
    async throws
  {
    let pages = pages
    try Self.drop("LKPJ 2025.pdf", in: pages)
    try Self.drop("Bagak/LPPD 2025 2026-03-31.pdf", in: pages)
    try await pages.browse { browser in
      let key = FilingLine.key(of: "LKPJ 2025.pdf")
      let seen = try await browser.post("/masuk/berkas", ["hanya": key])
      expectGolden(Browser.stable(seen), named: "masuk-periksa.html")
      #expect(try pages.rows().count == 5)
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      for _ in 0..<2 {
        let written = try await browser.post(confirm, ["aksi": "catat"])
        #expect(written.status == .seeOther)
        let address = try #require(written.headers[.location])
        #expect(address.hasPrefix("/masuk?tercatat="))
        let html = try await browser.html(address)
        #expect(html.contains("Tercatat (baris 2026#6): LKPJ 2025 Kecamatan Hatungun"))
      }
    }
    let row = try #require(try pages.rows().last)
    #expect(try pages.rows().count == 6)
    #expect(row.subject == "LKPJ" && row.recorder == "budi" && row.note == "[LKPJ 2025.pdf]")
    #expect([row.date, row.received].map { $0?.description } == ["2026-04-01", "2026-04-01"])
    #expect(
      Self.lying(in: pages) == ["Bagak/LPPD 2025 2026-03-31.pdf", "selesai/2026/LKPJ 2025.pdf"])
  }

  @Test func `all that are ticked are recorded together, and what became of each is told`()
    async throws
  {
    let pages = pages
    let names = ["LKPJ 2025.pdf", "Bagak/LPPD 2025 2026-03-31.pdf", "foto.pdf"]
    for name in names { try Self.drop(name, in: pages) }
    try await pages.browse { browser in
      let seen = try await browser.post(
        "/masuk/berkas", names.map { ("berkas", FilingLine.key(of: $0)) } + [("alasan", "")])
      let html = String(buffer: seen.body)
      #expect(html.contains("Tidak ikut dicatat") && html.contains("laporan tidak dikenali"))
      let confirm = try #require(Browser.confirmation(in: html))
      // A neighbour takes one of them meanwhile.
      try FileManager.default.removeItem(
        atPath: pages.office.folder.path(of: "kotak-masuk/LKPJ 2025.pdf"))
      let written = try await browser.post(confirm, ["aksi": "catat"])
      let told = try await browser.html(try #require(written.headers[.location]))
      #expect(told.contains("Tidak dicatat: LKPJ 2025.pdf") && told.contains("tidak ada di sini"))
      #expect(told.contains("Tercatat (baris 2026#6): LPPDesa 2025 Desa Bagak"))
    }
    #expect(try pages.rows().count == 6)
    #expect(
      Self.lying(in: pages) == ["foto.pdf", "selesai/2026/Bagak/LPPD 2025 2026-03-31.pdf"])
  }

  @Test func `a file that is swapped after it was shown is not recorded, whatever its time says`()
    async throws
  {
    let pages = pages
    try Self.drop("LKPJ 2025.pdf", "%PDF-1.4 satu", in: pages)
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "/masuk/berkas", ["hanya": FilingLine.key(of: "LKPJ 2025.pdf")])
      try Self.drop("LKPJ 2025.pdf", "%PDF-1.4 dua!", in: pages)
      let written = try await browser.post(confirm, ["aksi": "catat"])
      let told = try await browser.html(try #require(written.headers[.location]))
      #expect(told.contains("Tidak dicatat: LKPJ 2025.pdf"))
      #expect(told.contains("berubah sejak diperiksa"))
    }
    #expect(try pages.rows().count == 5)
    #expect(Self.lying(in: pages) == ["LKPJ 2025.pdf"])
  }

  @Test func `a late entry asks for its reason, and is recorded with it`() async throws {
    let pages = pages
    try Self.drop("LKAT 2025 2026-03-01.pdf", in: pages)
    try await pages.browse { browser in
      let key = FilingLine.key(of: "LKAT 2025 2026-03-01.pdf")
      let seen = String(buffer: try await browser.post("/masuk/berkas", ["hanya": key]).body)
      #expect(seen.contains("susulan 32 hari, tanpa alasan"))
      #expect(Browser.confirmation(in: seen) == nil)
      let draft = try #require(Browser.value(of: "draf", in: seen))
      let confirm = try await browser.checked(
        "/masuk/berkas", ["draf": draft, "alasan": "petugas sakit"])
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().last?.note == "[LKAT 2025 2026-03-01.pdf] susulan: petugas sakit")
  }

  // MARK: - What a person says

  @Test func `a person says what a file is, every fault is told at its field, and it is recorded`()
    async throws
  {
    let pages = pages
    try Self.drop("karantina/scan0012.pdf", in: pages)
    try Self.drop("karantina/scan0012.pdf.sebab.txt", "sebab", in: pages)
    let key = FilingLine.key(of: "karantina/scan0012.pdf")
    try await pages.browse { browser in
      let form = try await browser.post("/masuk/berkas", ["sebut": key])
      expectGolden(Browser.stable(form), named: "masuk-sebut.html")
      let faulty = try await browser.post(
        "/masuk/berkas",
        [
          "isi": key, "unit": "63.05.12.2099", "laporan": "", "periode": "kemarin",
          "tanggal": "lusa", "diterima": "2026-04-01", "catatan": "", "alasan": "",
        ])
      #expect(faulty.status == .unprocessableContent)
      let html = String(buffer: faulty.body)
      for field in ["unit", "laporan", "periode", "tanggal"] {
        #expect(html.contains("<a href=\"#\(field)\">"), "\(field)")
      }
      #expect(html.contains("value=\"kemarin\"") && html.contains("value=\"lusa\""))
      let foreign = try await browser.post(
        "/masuk/berkas",
        ["isi": key, "unit": "63.05.12.2001", "laporan": "LKIP", "periode": "2025"])
      #expect(foreign.status == .unprocessableContent)
      let confirm = try await browser.checked(
        "/masuk/berkas",
        [
          "isi": key, "unit": "63.05.12.2003", "laporan": "LPPDesa", "periode": "2025",
          "tanggal": "2026-03-31", "diterima": "2026-04-01", "catatan": "=dari <i>surat</i>",
        ])
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    let row = try #require(try pages.rows().last)
    #expect("\(row.unit)" == "63.05.12.2003" && row.subject == "LPPDesa" && row.period == "2025")
    #expect(row.note == "[scan0012.pdf] =dari <i>surat</i>")
    #expect(Self.lying(in: pages) == ["selesai/2026/scan0012.pdf"])
  }

  @Test(arguments: [
    (["hanya": "0"], 404), (["berkas": "../../kantor.yaml"], 404), (["sebut": "x"], 404),
    (["isi": "karantina"], 404), ([:], 422), (["draf": "0"], 410), (["nama": "x"], 400),
  ])
  func `what there is not is refused`(fields: [String: String], status: Int) async throws {
    try Self.drop("LKPJ 2025.pdf", in: pages)
    try await pages.browse { browser in
      let answer = try await browser.post("/masuk/berkas", fields.map { ($0.key, $0.value) })
      #expect(answer.status.code == status)
    }
    #expect(try pages.rows().count == 5)
  }

  // MARK: - Names

  @Test(arguments: [
    "<script>alert(1)<\u{2215}script>.pdf", "a\nb LKPJ 2025.pdf", "a\u{202E}fdp.exe",
    "\u{1b}[2J.pdf",
    "\"><img src=x onerror=alert(1)>.pdf", String(repeating: "é", count: 120) + ".pdf", "-rf", "~",
    "a&amp;b.pdf",
  ])
  func `no name breaks the page, and each can be chosen by its key`(name: String) async throws {
    let pages = pages
    try Self.drop(name, in: pages)
    try await pages.browse { browser in
      let html = try await browser.html("/masuk")
      #expect(!html.contains("<script") && !html.contains("<img src=x"))
      #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{1b}"))
      let key = FilingLine.key(of: name)
      #expect(html.contains(key))
      let form = try await browser.post("/masuk/berkas", ["sebut": key])
      #expect(form.status == .ok)
      #expect(!String(buffer: form.body).contains("<img src=x"))
      let confirm = try await browser.checked(
        "/masuk/berkas", ["isi": key, "unit": "63.05.12", "laporan": "LKPJ", "periode": "2025"])
      let written = try await browser.post(confirm, ["aksi": "catat"])
      let told = try await browser.html(try #require(written.headers[.location]))
      #expect(told.contains("Tercatat (baris 2026#6)") && !told.contains("<img src=x"))
    }
    #expect(try pages.rows().count == 6)
  }
}
