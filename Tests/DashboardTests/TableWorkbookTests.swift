import Foundation
import HTTPTypes
import HummingbirdTesting
import LedgerStore
import NIOCore
import SystemPackage
import TestSupport
import Testing

@testable import Dashboard

/// A workbook that is sent as a table.
struct TableWorkbookTests {
  private static let header = ["unit", "laporan", "periode", "tanggal", "catatan"]
  private static let sound = [
    header,
    ["63.05.12.2002", "LPPDesa", "2025", "2026-03-31", "=map <b>biru</b>"],
    ["Batu Hapu", "LPPDesa", "2025", "1/4/2026", ""],
  ]
  private static let faulty = [
    header,
    ["Bagak", "LPPDesa", "2025", "31-02-2026", ""],
    ["<i>Bagakk</i>", "LPPDesa", "2025", "2026-03-31", "", "", "lebih"],
    ["Batu Hapu", "LPPDesa", "2025", "2026-03-31", ""],
  ]

  private func file(_ workbook: MadeWorkbook, named name: String = "rekap.xlsx") -> Browser.File {
    Browser.File(name, workbook.bytes, field: "tabel")
  }

  @Test(arguments: ["rekap.xlsx", "REKAP.XLSX", "rekap", "rekap.csv"])
  func `its rows are shown and then recorded once, whatever it is called`(name: String) async throws
  {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post(
        "/masuk/tabel", [:], files: [file(.table(Self.sound), named: name)])
      #expect(seen.status == .ok, "\(String(buffer: seen.body))")
      if name == "rekap.xlsx" { expectGolden(Browser.stable(seen), named: "masuk-lembar.html") }
      #expect(try pages.rows().count == 5)
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      for _ in 0..<2 {
        let written = try await browser.post(confirm, ["aksi": "catat"])
        let told = try await browser.html(try #require(written.headers[.location]))
        #expect(told.contains("\(name): 2 baris dicatat"), "\(told)")
      }
    }
    let rows = try pages.rows()
    #expect(rows.count == 7 && rows[5].note == "=map <b>biru</b>")
  }

  @Test func `two confirmations at once record it once, and both are told so`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "/masuk/tabel", [:], files: [file(.table(Self.sound))])
      async let first = browser.post(confirm, ["aksi": "catat"])
      async let second = browser.post(confirm, ["aksi": "catat"])
      let answers = try await [first, second]
      #expect(answers.map(\.status) == [.seeOther, .seeOther])
    }
    #expect(try pages.rows().count == 7)
  }

  @Test func `its faults stand beside their cells, with the letters of their columns`() async throws
  {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post(
        "/masuk/tabel", [:], files: [file(.table(Self.faulty, named: "Dokumen &lt;b>"))])
      #expect(seen.status == .unprocessableContent)
      let html = String(buffer: seen.body)
      expectGolden(Browser.stable(seen), named: "masuk-lembar-salah.html")
      #expect(html.contains("<th scope=\"col\">D · tanggal</th>"))
      #expect(html.contains("sel D2: ") && html.contains("sel G3: "))
      #expect(html.contains("class=\"faulty\"><bdi>31-02-2026</bdi> <span class=\"fault\">"))
      #expect(html.contains("class=\"faulty\"><bdi>&lt;i&gt;Bagakk&lt;/i&gt;</bdi>"))
      #expect(html.contains("lembar <bdi>Dokumen &lt;b&gt;</bdi>") && !html.contains("<b>"))
      #expect(Browser.confirmation(in: html) == nil)
      // The same workbook goes on with more said of it, and is not sent again.
      let draft = try #require(Browser.value(of: "draf", in: html))
      let skipping = try await browser.post("/masuk/tabel", ["draf": draft, "lewati-salah": "ya"])
      let confirm = try #require(Browser.confirmation(in: String(buffer: skipping.body)))
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().count == 6)
  }

  @Test func `the sheet is chosen where several have a table, and can be changed`() async throws {
    let pages = try Pages.filled()
    let other = [
      ["unit", "laporan", "periode", "Waktu Setoran"], ["Bagak", "LPPDesa", "2025", "2026-03-31"],
    ]
    let book = MadeWorkbook(
      ("Desa", MadeWorkbook.data(Self.sound)), ("Lama", MadeWorkbook.data(Self.sound)),
      ("Asing", MadeWorkbook.data(other)))
    try await pages.browse { browser in
      let asked = try await browser.post("/masuk/tabel", [:], files: [file(book)])
      #expect(asked.status == .unprocessableContent)
      var html = String(buffer: asked.body)
      #expect(html.contains("sebut lembarnya: &#39;Desa&#39; di isian Lembar"))
      #expect(html.contains("<option value=\"\" selected>belum dipilih</option>"))
      func choose(_ fields: KeyValuePairs<String, String>) async throws -> String {
        let draft = try #require(Browser.value(of: "draf", in: html))
        let fields = fields.map { ($0.key, $0.value) } + [("draf", draft)]
        return String(buffer: try await browser.post("/masuk/tabel", fields).body)
      }
      html = try await choose(["lembar": "Asing"])
      #expect(html.contains("lembar <bdi>Asing</bdi>") && html.contains("<details open>"))
      // What is said of its columns is not said of those of another sheet.
      let mapped = try await choose(["lembar": "Asing", "kolom.3": "tanggal"])
      #expect(Browser.confirmation(in: mapped) != nil)
      html = try await choose(["lembar": "Lama", "kolom.3": "abaikan"])
      #expect(Browser.confirmation(in: html) != nil, "\(html)")
      #expect(html.contains("<option value=\"Lama\" selected>Lama</option>"))
      let none = try await choose(["lembar": "Tiada"])
      #expect(none.contains("tidak ada lembar berisi bernama &#39;Tiada&#39;"))
      #expect(Browser.confirmation(in: none) == nil)
    }
    #expect(try pages.rows().count == 5)
  }

  @Test(arguments: [
    ("unit;laporan\n", "rekap.xlsx", "bukan buku kerja .xlsx"),
    ("PK\u{3}\u{4}sisa", "rekap.csv", "rusak atau terpotong"),
    ("", "rekap.ods", "bukan buku kerja"),
  ])
  func `what is no workbook is told as impor tells it`(
    text: String, name: String, sentence: String
  ) async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post(
        "/masuk/tabel", [:], files: [Browser.File(name, text, field: "tabel")])
      #expect(seen.status == .unprocessableContent)
      let html = String(buffer: seen.body)
      #expect(html.contains(sentence) && Browser.confirmation(in: html) == nil, "\(html)")
    }
  }

  @Test func `a bomb, and more bytes than are read, are refused`() async throws {
    let pages = try Pages.filled()
    var bomb = MadeWorkbook.table(Self.sound)
    bomb.more = [
      .bomb("xl/worksheets/sheet1.xml", opening: "<worksheet>", then: 0x20, runs: 400_000)
    ]
    let large = [UInt8](repeating: 0x50, count: (32 << 20) + 1)
    try await pages.browse { [bomb] browser in
      let grown = try await browser.post("/masuk/tabel", [:], files: [file(bomb)])
      #expect(grown.status == .unprocessableContent)
      #expect(String(buffer: grown.body).contains("mengembang lebih dari seratus kali lipat"))
      let seen = try await browser.post(
        "/masuk/tabel", [:], files: [Browser.File("besar.xlsx", large, field: "tabel")])
      #expect(seen.status == .unprocessableContent)
      #expect(String(buffer: seen.body).contains("terlalu besar untuk dibaca"))
    }
  }

  @Test func `without the program for workbooks that is said, and a table of text still goes`()
    async throws
  {
    var pages = try Pages.filled()
    pages.executable = "/tidak/ada/tenggat"
    let text = "unit,laporan,periode,tanggal\nBagak,LPPDesa,2025,2026-03-31\n"
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/tabel", [:], files: [file(.table(Self.sound))])
      #expect(seen.status == .serviceUnavailable)
      let html = String(buffer: seen.body)
      #expect(html.contains("tenggat-lembar tidak ada di komputer ini"))
      #expect(html.contains("CSV UTF-8"))
      let table = try await browser.post(
        "/masuk/tabel", [:], files: [Browser.File("a.csv", text, field: "tabel")])
      #expect(table.status == .ok)
    }
  }
}
