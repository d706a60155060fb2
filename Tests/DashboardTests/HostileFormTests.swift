import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import TestSupport
import Testing

@testable import Dashboard

/// Forms from whoever means harm, or types whatever comes to mind.
struct HostileFormTests {
  private static let lkpj = "/kewajiban/63.05.12/LKPJ/2025"
  private static let markup = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'&amp;"

  @Test(arguments: [
    "../../../kantor.yaml", "..\\..\\kantor.yaml", "/etc/passwd", "..", ".", "...", " ",
    "kantor.yaml\u{0}.pdf", "a\u{202E}fdp.exe", "-rf", "~", "CON", "a\nb.pdf",
    String(repeating: "é", count: 400) + ".pdf", "<b>x</b>.pdf", "a]b[c.pdf",
  ])
  func `no name of a file leads out of the evidence, or breaks a page`(name: String) async throws {
    let pages = try Pages.filled()
    let settings = try pages.office.folder.text(of: "kantor.yaml")
    try await pages.browse { browser in
      let seen = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01"], files: [.init(name, "%PDF-1.7 x")])
      // A head with a line break or a zero byte in it is no form at all.
      guard seen.status == .ok else {
        #expect(seen.status == .badRequest)
        return
      }
      let html = String(buffer: seen.body)
      #expect(!html.contains("<b>x</b>"))
      let confirm = try #require(Browser.confirmation(in: html))
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
      let row = try #require(try pages.rows().last)
      #expect(row.file.hasPrefix("dokumen/63.05.12/2026/") && !row.file.contains(".."))
      #expect(try await browser.get("\(Self.lkpj)/bukti/2026-6/1").status == .ok)
    }
    #expect(try pages.office.folder.text(of: "kantor.yaml") == settings)
  }

  @Test func `markup in every text stays text on every page`() async throws {
    let pages = try Pages.filled()
    let markup = Self.markup
    try await pages.browse { browser in
      let seen = try await browser.post(
        "\(Self.lkpj)/catat",
        ["tanggal": "2026-03-20", "catatan": markup, "alasan": markup],
        files: [.init("\(markup).txt", "teks")])
      var shown = [String(buffer: seen.body)]
      let confirm = try #require(Browser.confirmation(in: shown[0]))
      shown.append(String(buffer: try await browser.post(confirm, ["aksi": "kembali"]).body))
      let written = try await browser.post(confirm, ["aksi": "catat"])
      shown.append(try await browser.html(try #require(written.headers[.location])))
      shown.append(try await browser.html("\(Self.lkpj)/bukti/2026-6"))
      shown.append(try await browser.html("/riwayat"))
      for field in ["tanggal", "diterima", "catatan", "alasan"] {
        shown.append(
          String(buffer: try await browser.post("\(Self.lkpj)/catat", [field: markup]).body))
      }
      for html in shown {
        #expect(!html.contains("<script") && !html.contains("<img src=x"), "\(html)")
        // Of a file's name what stands before its last slash is gone.
        #expect(html.contains("script&gt;"), "\(html)")
      }
    }
  }

  @Test func `what is longer than a note can be is refused and not cut`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let long = String(repeating: "a", count: Entry.longestText + 1)
      let refused = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01", "catatan": long])
      #expect(refused.status == .unprocessableContent)
      #expect(String(buffer: refused.body).contains("Catatan terlalu panjang"))
      let taken = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01", "catatan": String(long.dropLast())])
      #expect(taken.status == .ok)
    }
  }

  @Test func `a line break in a note becomes a blank`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01", "catatan": "satu\r\ndua\n=3"])
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().last?.note == "satu dua =3")
  }

  @Test func `the files of what was never confirmed are gone with it`() async throws {
    let pages = try Pages.filled()
    let files = FileManager.default
    func left() throws -> [String] {
      try files.contentsOfDirectory(atPath: pages.office.folder.path).filter {
        $0.hasPrefix("tenggat-")
      }
    }
    try await pages.browse { browser in
      _ = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01"], files: [.init("a.txt", "teks")])
      let folders = try files.contentsOfDirectory(atPath: pages.office.folder.path).filter {
        $0.hasPrefix("tenggat-")
      }
      let folder = try #require(folders.first)
      #expect(folders.count == 1)
      let mode = try files.attributesOfItem(atPath: "\(pages.office.folder.path)/\(folder)")[
        .posixPermissions]
      #expect(mode as? Int == 0o700)
    }
    #expect(try left().isEmpty)
  }
}
