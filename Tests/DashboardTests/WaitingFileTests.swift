import DurableFiles
import Foundation
import HTTPTypes
import HummingbirdTesting
import LedgerStore
import NIOCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A file that waits, looked at before it is recorded.
struct WaitingFileTests {
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  private func drop(_ name: String, _ text: String = "%PDF-1.4 isi") throws {
    try pages.office.folder.write(text, to: "kotak-masuk/\(name)")
  }

  private static func address(_ name: String, _ query: String = "") -> String {
    "/masuk/berkas/\(FilingLine.key(of: name))\(query)"
  }

  @Test(arguments: [
    ("LKPJ 2025.pdf", "application/pdf"), ("Bagak/peta.png", "image/png"),
    ("karantina/foto.jpg", "image/jpeg"), ("surat.pdf.exe", "application/pdf"),
    ("a.svg", nil), ("b.html", nil), ("c.xlsx", nil), ("d.pdf", nil),
  ])
  func `PDF and pictures by their bytes are shown, all else is saved, and nothing runs`(
    name: String, type: String?
  ) async throws {
    let texts = [
      "application/pdf": "%PDF-1.4 isi", "image/png": "\u{89}PNG\r\n\u{1a}\n",
      "image/jpeg": "",
    ]
    var bytes = Array((type.flatMap { texts[$0] } ?? "<svg onload='alert(1)'/>").utf8)
    if type == "image/png" { bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] }
    if type == "image/jpeg" { bytes = [0xFF, 0xD8, 0xFF, 0xE0] }
    try pages.office.folder.write(bytes, to: "kotak-masuk/\(name)")
    let file = try await pages.answer(Self.address(name))
    #expect(file.status == .ok && Array(file.body.readableBytesView) == bytes)
    #expect(file.headers[.contentType] == type ?? "application/octet-stream")
    #expect(file.headers[.xContentTypeOptions] == "nosniff")
    let policy = try #require(file.headers[.contentSecurityPolicy])
    #expect(policy.contains("default-src 'none'") && !policy.contains("script-src"))
    #expect(policy.hasPrefix("sandbox; ") == (type != "application/pdf"))
    let shown = try #require(file.headers[.contentDisposition])
    #expect(shown.hasPrefix(type == nil ? "attachment; " : "inline; "))
    #expect(!shown.contains("/"), "\(shown)")
    let saved = try await pages.answer(Self.address(name, "?unduh=ya"))
    #expect(saved.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
    #expect(saved.headers[.contentSecurityPolicy]?.hasPrefix("sandbox; ") == true)
  }

  @Test func `the page leads to each file that can be looked at, as it was read`() async throws {
    var pages = pages
    pages.files = FileSystem(calls: .arrivingAsWritten())
    try drop("LKPJ 2025.pdf")
    try pages.office.folder.setModified("kotak-masuk/LKPJ 2025.pdf", to: 1_775_008_800)
    try drop("karantina/scan.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: pages.office.folder.path(of: "kotak-masuk/tautan.pdf"),
      withDestinationPath: "../kantor.yaml")
    let html = try await pages.html("/masuk")
    let links = html.matches(of: #/href="(\/masuk\/berkas\/[^"]*)"/#).map { String($0.1) }
    let sha256 = LedgerStore.sha256(of: Array("%PDF-1.4 isi".utf8))
    #expect(
      Set(links) == [
        Self.address("LKPJ 2025.pdf", "?sidik=\(sha256)"), Self.address("karantina/scan.pdf"),
      ])
    for link in links { #expect(try await pages.answer(link).status == .ok) }
  }

  @Test func `a file that is no longer what was shown, or gone, is told and not sent`() async throws
  {
    try drop("LKPJ 2025.pdf")
    let sha256 = LedgerStore.sha256(of: Array("%PDF-1.4 isi".utf8))
    let address = Self.address("LKPJ 2025.pdf", "?sidik=\(sha256)")
    #expect(try await pages.answer(address).status == .ok)
    try drop("LKPJ 2025.pdf", "%PDF-1.4 lain")
    let changed = try await pages.refusal(address)
    #expect(changed.status == 422 && changed.text.contains("berubah sejak halaman Masuk dibuka"))
    #expect(!changed.text.contains("%PDF"))
    try FileManager.default.removeItem(
      atPath: pages.office.folder.path(of: "kotak-masuk/LKPJ 2025.pdf"))
    #expect(try await pages.answer(address).status == .notFound)
    try FileManager.default.removeItem(atPath: pages.office.folder.path(of: "kotak-masuk"))
    #expect(try await pages.answer(address).status == .notFound)
  }

  @Test func `links, other names of a file and what is no file are never opened`() async throws {
    let folder = pages.office.folder
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path(of: "kotak-masuk/tautan.pdf"), withDestinationPath: "../kantor.yaml")
    try manager.linkItem(
      atPath: folder.path(of: "kantor.yaml"), toPath: folder.path(of: "kotak-masuk/nama-lain.pdf"))
    try manager.createSymbolicLink(
      atPath: folder.path(of: "kotak-masuk/Luar"), withDestinationPath: "/etc")
    #expect(mkfifo(folder.path(of: "kotak-masuk/pipa.pdf"), 0o600) == 0)
    for name in ["tautan.pdf", "nama-lain.pdf", "pipa.pdf", "Luar"] {
      let refused = try await pages.refusal(Self.address(name))
      #expect(refused.status == 422, "\(name)")
      #expect(refused.text.contains("bukan berkas biasa") && !refused.text.contains("kalender: ["))
    }
    for name in ["Luar/passwd", "../kantor.yaml", "kantor.yaml", "selesai/2026/a.pdf"] {
      #expect(try await pages.answer(Self.address(name)).status == .notFound, "\(name)")
    }
  }

  @Test(arguments: [
    ("/masuk/berkas/..%2F..%2Fkantor.yaml", 404), ("/masuk/berkas/LKPJ%202025.pdf", 404),
    ("/masuk/berkas/0", 404), ("/masuk/berkas/%00", 404), ("/masuk/berkas/kunci?x=1", 400),
    ("/masuk/berkas/kunci?unduh=mungkin", 400),
  ])
  func `a name is no key, and no key is a path`(uri: String, status: Int) async throws {
    try drop("LKPJ 2025.pdf")
    let answer = try await pages.answer(uri)
    #expect(answer.status.code == status)
  }

  @Test func `who hands in the documents of a desa looks at none of them`() async throws {
    let premises = try Premises.withUsers([.villageOperator, .reader])
    try premises.office.folder.write("%PDF-1.4 isi", to: "kotak-masuk/LKPJ 2025.pdf")
    try await premises.visit { client in
      for (account, status) in [("operator-desa", 403), ("pembaca", 200)] {
        var guest = Guest(client)
        _ = try await guest.logIn(account)
        #expect(try await guest.get(Self.address("LKPJ 2025.pdf")).status.code == status)
      }
      let stranger = try await Guest(client).get(Self.address("LKPJ 2025.pdf"))
      #expect(stranger.status == .seeOther)
    }
  }
}
