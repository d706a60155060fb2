import ComplianceModel
import DurableFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Pages that are kept for as long as nothing has changed of what they were made of.
struct KeptPageTests {
  /// An office whose files are old enough, by the clock of its pages, to be told apart by their times.
  private static func settled() throws -> Pages {
    var pages = try Pages.filled()
    pages.clockAhead = .seconds(600)
    return pages
  }

  private static let kept = [
    "/", "/jadwal", "/jadwal?bulan=2026-03", "/desa", "/kepatuhan", "/iku", "/riwayat",
    "/kewajiban/63.05.12/LPPD/2025",
  ]

  @Test(arguments: kept)
  func `a page that nothing has changed is sent again as it was`(uri: String) async throws {
    let pages = try Self.settled()
    try await pages.application().test(.router) { client in
      let first = try await client.execute(uri: uri, method: .get)
      let second = try await client.execute(uri: uri, method: .get)
      #expect(first.status == .ok && first.body == second.body)
      #expect(first.headers == second.headers)
    }
  }

  @Test(arguments: kept)
  func `a page shows what was written to any of its files, as a new server would`(
    uri: String
  ) async throws {
    let pages = try Self.settled()
    try await pages.application().test(.router) { client in
      /// The page as the running server gives it and as one that has kept nothing does.
      func both() async throws -> (running: ByteBuffer, new: ByteBuffer) {
        let running = try await client.execute(uri: uri, method: .get).body
        return (running, try await pages.answer(uri).body)
      }
      _ = try await both()
      let changes: [() throws -> Void] = [
        {
          try pages.office.append(
            [FoundedWorkspace.entry(.submitted, "LKPJ", "2025", "2026-03-25")],
            at: "2026-03-25T09:00:00+08:00")
        },
        { try pages.office.change("kantor.yaml", "zona: WITA", to: "zona: WIB") },
        { try pages.office.change("wilayah.csv", "Tarungin", to: "Tarungin Baru") },
        {
          try pages.office.folder.write(
            """
            kalender: kantor
            laporan:
              - kode: LPPD
                ubah:
                  nama: LPPD yang diubah
            """ + "\n", to: "kalender/kantor.yaml")
        },
        { try pages.office.folder.write("x", to: "kotak-masuk/LPPD 2025.pdf") },
      ]
      for change in changes {
        try change()
        let (running, new) = try await both()
        #expect(withoutTokens(running) == withoutTokens(new))
      }
    }
  }

  /// A page without what differs from server to server.
  private func withoutTokens(_ page: ByteBuffer) -> String {
    String(buffer: page).replacing(/value="[0-9a-f]{64}"/, with: "")
  }

  @Test func `a ledger that a page was made of is not opened for the same page again`() throws {
    let pages = try Self.settled()
    let ledger = FilePath(pages.office.folder.path(of: "buku/63.05.12/2026.csv"))
    let witness = FileWitness(now: .seconds(Date().timeIntervalSince1970 + 600))
    #expect(try witness.noting(.live).read(ledger) != nil)
    let kept = KeptPages()
    let ground = PageGround(on: witness, now: .zero)
    let key = KeptPages.Key(
      address: "/", user: nil, token: "a", origin: "", today: try day("2026-04-02"))
    let page = PageTemplates.Page(html: ByteBuffer(string: "halaman"))
    kept.keep(page, key, on: ground)
    #expect(kept.page(key)?.html == page.html)
    try pages.office.append(
      [FoundedWorkspace.entry(.submitted, "LKPJ", "2025", "2026-03-25")],
      at: "2026-03-25T09:00:00+08:00")
    #expect(kept.page(key) == nil)
  }

  @Test func `a page of its moment is not kept`() throws {
    let kept = KeptPages()
    let ground = PageGround(on: FileWitness(now: .zero), now: .zero)
    _ = ground.now
    let key = KeptPages.Key(
      address: "/", user: nil, token: "a", origin: "", today: try day("2026-04-02"))
    kept.keep(PageTemplates.Page(html: ByteBuffer(string: "halaman")), key, on: ground)
    #expect(kept.page(key) == nil)
  }

  @Test func `pages that are asked for the least go first, and no more are kept than may be`()
    throws
  {
    let kept = KeptPages()
    func key(_ number: Int) throws -> KeptPages.Key {
      KeptPages.Key(
        address: "/\(number)", user: nil, token: "a", origin: "", today: try day("2026-04-02"))
    }
    let ground = PageGround(on: FileWitness(now: .zero), now: .zero)
    for number in 0..<KeptPages.mostPages {
      kept.keep(
        PageTemplates.Page(html: ByteBuffer(string: "\(number)")), try key(number), on: ground)
    }
    #expect(kept.page(try key(0)) != nil)
    kept.keep(
      PageTemplates.Page(html: ByteBuffer(string: "satu lagi")), try key(-1), on: ground)
    #expect(kept.page(try key(0)) != nil)
    #expect(kept.page(try key(1)) == nil)
    let large = ByteBuffer(repeating: 32, count: KeptPages.mostBytes / 8)
    for number in 200..<220 {
      kept.keep(PageTemplates.Page(html: large), try key(number), on: ground)
    }
    #expect(kept.page(try key(0)) == nil)
    #expect(kept.page(try key(219)) != nil)
    kept.keep(
      PageTemplates.Page(html: ByteBuffer(repeating: 32, count: KeptPages.mostBytes / 8 + 1)),
      try key(300), on: ground)
    #expect(kept.page(try key(300)) == nil)
  }
}
