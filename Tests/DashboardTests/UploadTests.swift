import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import NIOCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Files that are sent from a visitor's computer, many at once.
struct UploadTests {
  private func file(_ name: String, _ text: String = "%PDF-1.4 isi") -> Browser.File {
    Browser.File(name, text, field: "kiriman")
  }

  @Test func `they are read by their names, told what they are, and recorded together`()
    async throws
  {
    let pages = try Pages.filled()
    let files = [
      file("LKPJ 2025.pdf"), file("Bagak LPPD 2025 2026-03-31.pdf"), file("scan.pdf", "%PDF-1.4 x"),
      file("scan.pdf", "%PDF-1.4 y"), file("LKIP 2025.pdf", "<!doctype html><html>masuk</html>"),
    ]
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/unggah", [("alasan", "")], files: files)
      expectGolden(Browser.stable(seen), named: "masuk-unggah.html")
      #expect(try pages.rows().count == 5)
      let draft = try #require(Browser.value(of: "draf", in: String(buffer: seen.body)))
      let key = FilingLine.key(of: "3/scan.pdf")
      let form = try await browser.post("/masuk/berkas", ["draf": draft, "sebut": key])
      #expect(String(buffer: form.body).contains("<bdi>scan.pdf</bdi>"))
      let confirm = try await browser.checked(
        "/masuk/berkas",
        [
          "draf": draft, "isi": key, "unit": "63.05.12.2003", "laporan": "LPPDesa",
          "periode": "2025", "catatan": "lewat kurir",
        ])
      for _ in 0..<2 {
        let written = try await browser.post(confirm, ["aksi": "catat"])
        let told = try await browser.html(try #require(written.headers[.location]))
        #expect(told.matches(of: #/Tercatat \(baris/#).count == 3)
      }
    }
    #expect(try pages.rows().count == 8)
    #expect(
      try pages.rows().suffix(3).map(\.note) == [
        "[LKPJ 2025.pdf]", "[Bagak LPPD 2025 2026-03-31.pdf]", "[scan.pdf] lewat kurir",
      ])
    #expect(
      try pages.rows().suffix(3).map { $0.received?.description } == [
        "2026-04-02", "2026-04-02", "2026-04-02",
      ])
    #expect(!pages.office.folder.files.contains { $0.hasPrefix("kotak-masuk/") })
  }

  @Test(arguments: [
    "../../../LKPJ 2025.pdf", "..\\..\\LKPJ 2025.pdf", "/etc/LKPJ 2025.pdf",
    "C:\\Dokumen\\LKPJ 2025.pdf",
  ])
  func `a path before a name is not part of it`(name: String) async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/unggah", [:], files: [file(name)])
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    let row = try #require(try pages.rows().last)
    #expect(row.file.hasPrefix("dokumen/63.05.12/2026/") && row.note == "[LKPJ 2025.pdf]")
  }

  @Test func `none, and more than are looked at together, are refused with the number`()
    async throws
  {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      #expect(
        try await browser.post("/masuk/unggah", [:], files: [file("", "")]).status
          == .unprocessableContent)
      let most = (0..<FilingDesk.most).map { file("foto \($0).txt", "teks") }
      #expect(try await browser.post("/masuk/unggah", [:], files: most).status == .ok)
      let answer = try await browser.post(
        "/masuk/unggah", [:], files: most + [file("satu lagi.txt", "teks")])
      #expect(answer.status == .contentTooLarge)
      #expect(String(buffer: answer.body).contains("paling banyak 200 berkas"))
    }
    #expect(try pages.rows().count == 5)
  }

  @Test func `a kasi records what is theirs, and neither by a name nor by saying so what is not`()
    async throws
  {
    let premises = try Premises.withUsers(
      [.section, .head], forms: Dashboard.forms)
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasi")
      let html = String(buffer: try await browser.get("/masuk").body)
      #expect(html.contains("action=\"/masuk/unggah\""))
      let token = try await browser.token()
      func send(_ name: String) async throws -> String {
        let boundary = "batas"
        let body =
          "--batas\r\nContent-Disposition: form-data; name=\"tanda\"\r\n\r\n\(token)\r\n"
          + "--batas\r\nContent-Disposition: form-data; name=\"kiriman\"; filename=\"\(name)\"\r\n\r\n"
          + "%PDF-1.4 isi\r\n--batas--\r\n"
        var headers = browser.headers(Guest.origin)
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        let answer = try await client.execute(
          uri: "/masuk/unggah", method: .post, headers: headers, body: ByteBuffer(string: body))
        return String(buffer: answer.body)
      }
      let own = try await send("Bagak LPPD 2025.pdf")
      #expect(Browser.confirmation(in: own) != nil)
      let foreign = try await send("LKPJ 2025.pdf")
      #expect(Browser.confirmation(in: foreign) == nil)
      #expect(foreign.contains("bukan laporan yang Anda catat"))
      let draft = try #require(Browser.value(of: "draf", in: foreign))
      let told = try await browser.post(
        "/masuk/berkas",
        [
          ("tanda", token), ("draf", draft), ("isi", FilingLine.key(of: "0/LKPJ 2025.pdf")),
          ("unit", "63.05.12"), ("laporan", "LKPJ"), ("periode", "2025"),
        ])
      #expect(told.status == .unprocessableContent)
      #expect(String(buffer: told.body).contains("bukan laporan yang Anda catat"))
      var head = Guest(client)
      _ = try await head.logIn("camat")
      let read = String(buffer: try await head.get("/masuk").body)
      #expect(!read.contains("action=\"/masuk/"))
      // What somebody else was shown is nobody's to confirm.
      let confirm = try #require(Browser.confirmation(in: own))
      var other = Guest(client)
      _ = try await other.logIn("kasi")
      let answer = try await other.post(
        confirm, [("tanda", try await other.token()), ("aksi", "catat")])
      #expect(answer.status == .gone)
    }
  }
}
