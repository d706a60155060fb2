import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import TestSupport
import Testing

@testable import Dashboard

/// The files that prove rows, as pages show and send them.
struct EvidenceTests {
  private static let lkpj = "/kewajiban/63.05.12/LKPJ/2025"
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("gambar".utf8)

  /// Records a submission with files; the address of its evidence.
  private static func record(_ files: [Browser.File], _ browser: Browser) async throws -> String {
    let confirm = try await browser.checked(
      "\(lkpj)/catat", ["tanggal": "2026-04-01"], files: files)
    try #require(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    return "\(lkpj)/bukti/2026-6"
  }

  @Test func `a PDF and a picture are shown in a sandbox, and everything else is saved`()
    async throws
  {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let place = try await Self.record(
        [
          .init("a.pdf", "%PDF-1.7 isi"), .init("b.png", Self.png),
          .init("c.svg", "<svg onload='alert(1)'/>"), .init("d.html", "<!doctype html>x"),
        ], browser)
      let page = try await browser.get(place)
      #expect(page.headers[.contentSecurityPolicy]?.contains("frame-src 'self'") == true)
      let html = String(buffer: page.body)
      #expect(html.matches(of: #/<iframe /#).count == 1 && html.matches(of: #/<img /#).count == 1)
      var types: [String: String] = [:]
      for number in 1...4 {
        let file = try await browser.get("\(place)/\(number)")
        #expect(file.headers[.xContentTypeOptions] == "nosniff")
        let policy = try #require(file.headers[.contentSecurityPolicy])
        let type = try #require(file.headers[.contentType])
        // The viewer of a browser shows no PDF in a sandbox.
        let isViewed = type == "application/pdf"
        #expect(policy.hasPrefix(isViewed ? "default-src 'none'" : "sandbox; default-src 'none'"))
        #expect(!policy.contains("script-src") && policy.contains("frame-ancestors 'self'"))
        types[type, default: ""] += "\(try #require(file.headers[.contentDisposition]).prefix(6)) "
        let saved = try await browser.get("\(place)/\(number)?unduh=ya")
        #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
        #expect(saved.headers[.contentSecurityPolicy]?.hasPrefix("sandbox; ") == true)
      }
      #expect(types["application/pdf"] == "inline " && types["image/png"] == "inline ")
      #expect(types["application/octet-stream"] == "attach attach ")
    }
  }

  @Test func `a page that calls itself a picture is saved, not shown`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let place = try await Self.record([.init("logo.svg", Self.png)], browser)
      let shown = try await browser.get("\(place)/1")
      #expect(shown.headers[.contentType] == "image/png")
      #expect(shown.headers[.contentDisposition]?.contains("filename=\"logo.svg\"") == true)
    }
  }

  @Test func `a file that is no longer what the row states is told and not sent`() async throws {
    let pages = try Pages.filled()
    let files = FileManager.default
    try await pages.browse { browser in
      let place = try await Self.record([.init("a.pdf", "%PDF-1.7 isi")], browser)
      let row = try #require(try pages.rows().last)
      let path = "\(pages.office.folder.path)/\(row.file)"
      try "%PDF-1.7 lain".write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try await browser.get("\(place)/1").status == .unprocessableContent)
      #expect(try await browser.html(place).contains("bukan lagi yang dicatat"))
      try files.removeItem(atPath: path)
      try files.createSymbolicLink(
        atPath: path, withDestinationPath: "\(pages.office.folder.path)/kantor.yaml")
      #expect(try await browser.get("\(place)/1").status == .unprocessableContent)
      #expect(try await browser.html(place).contains("bukan berkas biasa"))
    }
  }

  @Test func `a row that names a file outside the evidence leads nowhere`() async throws {
    let pages = try Pages.filled()
    let text = try pages.office.folder.text(of: "kantor.yaml")
    try pages.office.folder.write(text, to: "dokumen/rahasia.txt")
    var entry = try FoundedWorkspace.entry(.submitted, "LKPJ", "2025", "2026-04-01")
    entry.file = "kantor.yaml"
    entry.sha256 = ReferenceSHA256.hexadecimal(Array(text.utf8))
    try pages.office.append([entry], at: "2026-04-02T08:00:00+08:00")
    let answer = try await pages.answer("\(Self.lkpj)/bukti/2026-6/1")
    #expect(answer.status == .unprocessableContent)
    #expect(!String(buffer: answer.body).contains("zona:"))
  }

  @Test(arguments: [
    "/kewajiban/63.05.12/LKPJ/2025/bukti/2026-1", "/kewajiban/63.05.12/LPPD/2025/bukti/2026-1",
    "/kewajiban/63.05.12/LPPD/2025/bukti/2026-1/1", "/kewajiban/63.05.12/LPPD/2025/bukti/x/1",
    "/kewajiban/63.05.12/LPPD/2025/bukti/2026-1/0",
  ])
  func `evidence that no row has is not there`(uri: String) async throws {
    #expect(try await Pages.filled().answer(uri).status == .notFound)
  }

  @Test(arguments: [
    ("a.pdf", "inline; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"),
    ("a\"b\\c%.pdf", "inline; filename=\"a_bc_.pdf\"; filename*=UTF-8''a%22bc%25.pdf"),
    (
      "été\r\nSet-Cookie: x",
      "inline; filename=\"_t_Set-Cookie: x\"; "
        + "filename*=UTF-8''%C3%A9t%C3%A9Set-Cookie%3A%20x"
    ),
    ("../..", "inline; filename=\"berkas\"; filename*=UTF-8''berkas"),
  ])
  func `the name of a file is safe in a header`(name: String, header: String) {
    #expect(AttachmentName.header(name, shown: true) == header)
  }
}
