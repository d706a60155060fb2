import CivilCalendar
import ComplianceModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A quarter is frozen on a page, and what differs since is shown.
struct FreezingTests {
  private let premises: Premises
  private static let quarter = [("triwulan", "2026-TW1")]

  init() throws {
    premises = try Premises.withUsers(
      [.head, .planner, .section, .reader], forms: Dashboard.forms)
    try premises.office.change(
      "kantor.yaml", "pejabat: []",
      to: "pejabat:\n  - { jabatan: camat, nama: 'Nama & Contoh', sejak: 2026-01-05 }")
  }

  private func frozenRows() throws -> [LedgerEntry] {
    let desk = try premises.office.desk()
    return desk.ledger.events.filter { $0.kind == .frozen }.compactMap { desk.row($0.row)?.entry }
  }

  /// A page without what differs from one run to the next.
  private static func stable(_ answer: TestResponse) -> String {
    Browser.stable(answer)
      .replacing(#/[0-9a-f]{64}/#, with: "SIDIK").replacing(
        #/TW1-[0-9a-f]{12}\.xml/#, with: "TW1-SIDIK.xml")
  }

  /// Somebody who is in, with what their forms send back.
  private func sit(
    _ role: UserRole, _ body: @escaping @Sendable (Guest, [(String, String)]) async throws -> Void
  ) async throws {
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn(role.rawValue)
      try await body(browser, [("tanda", try await browser.token())])
    }
  }

  /// What the confirming form of a page sends.
  private static func confirmation(_ html: String) -> [(String, String)] {
    ["triwulan", "kecamatan", "ditandatangani", "catatan", "dibuat", "sidik", "tahap"].compactMap {
      name in
      Browser.value(of: name, in: html).map { (name, $0.replacing("&amp;", with: "&")) }
    }
  }

  @Test func `what is shown is what is frozen, and a form that is sent twice freezes once`()
    async throws
  {
    let premises = premises
    try await sit(.head) { browser, token in
      expectGolden(Self.stable(try await browser.get("/bekukan")), named: "bekukan.html")
      let seen = try await browser.post(
        "/bekukan",
        token + Self.quarter + [("ditandatangani", "2026-04-01"), ("catatan", "BA 4 & 5")])
      #expect(seen.status == .ok)
      expectGolden(Self.stable(seen), named: "periksa-bekukan.html")
      #expect(try premises.office.desk().freezes.isEmpty)
      let confirmation = Self.confirmation(String(buffer: seen.body))
      #expect(confirmation.last?.1 == "simpan" && confirmation.count == 6)
      for _ in 0..<3 {
        let done = try await browser.post("/bekukan", token + confirmation)
        #expect(
          done.headers[.location] == "/beku?triwulan=2026-TW1&kecamatan=63.05.12&tersimpan=ya")
      }
      expectGolden(
        Self.stable(try await browser.get("/beku?triwulan=2026-TW1&tersimpan=ya")),
        named: "beku.html")
      #expect(try premises.office.desk().freezes.count == 1)
      let export = String(buffer: try await browser.get("/ekspor?triwulan=2026-TW1").body)
      #expect(export.contains("href=\"/beku?triwulan=2026-TW1&amp;kecamatan=63.05.12\""))
    }
    let rows = try frozenRows()
    #expect(rows.map(\.recorder) == ["Nama camat"] && rows.map(\.note) == ["BA 4 & 5"])
    #expect(try rows.map(\.date) == [day("2026-04-01")])
    let file = try premises.office.folder.text(of: try #require(rows.first?.file))
    #expect(LedgerStore.sha256(of: Array(file.utf8)) == rows.first?.sha256)
    #expect(file.contains("nama=\"Nama &amp; Contoh\" tanggal=\"2026-04-01\""))
  }

  @Test func `what changed meanwhile is shown before it is frozen`() async throws {
    let premises = premises
    try await sit(.planner) { browser, token in
      let seen = try await browser.post("/bekukan", token + Self.quarter)
      let confirmation = Self.confirmation(String(buffer: seen.body))
      try premises.office.append(
        [FoundedWorkspace.entry(.submitted, "LKPJ", "2025", "2026-03-30")],
        at: "2026-04-02T09:00:00+08:00")
      let late = try await browser.post("/bekukan", token + confirmation)
      #expect(late.status == .conflict)
      let html = String(buffer: late.body)
      #expect(html.contains("Keadaan berubah sejak ditampilkan"))
      #expect(try premises.office.desk().freezes.isEmpty)
      let again = try await browser.post("/bekukan", token + Self.confirmation(html))
      #expect(again.status == .seeOther)
    }
    #expect(try frozenRows().count == 1)
  }

  @Test(arguments: [(3600, 303), (3601, 409)])
  func `a document that was shown long ago is shown again`(_ seconds: Int, _ status: Int)
    async throws
  {
    let premises = premises
    try await sit(.planner) { browser, token in
      let seen = try await browser.post("/bekukan", token + Self.quarter)
      let confirmation = Self.confirmation(String(buffer: seen.body))
      // Somebody is busy with the pages meanwhile, so that nobody is logged out.
      for _ in 0..<2 {
        premises.pass(.seconds(1200))
        _ = try await browser.get("/beku")
      }
      premises.pass(.seconds(seconds - 2400))
      #expect(try await browser.post("/bekukan", token + confirmation).status.code == status)
    }
  }

  @Test func `the day of a signature is the camat's alone to say`() async throws {
    let signed = Self.quarter + [("ditandatangani", "2026-04-01")]
    try await sit(.planner) { (browser, token) async throws in
      #expect(!String(buffer: try await browser.get("/bekukan").body).contains("ditandatangani\""))
      #expect(try await browser.post("/bekukan", token + signed).status == .forbidden)
    }
    for role in [UserRole.section, .reader] {
      try await sit(role) { (browser, token) async throws in
        #expect(try await browser.get("/bekukan").status == .forbidden)
        #expect(try await browser.post("/bekukan", token + Self.quarter).status == .forbidden)
        #expect(!String(buffer: try await browser.get("/beku").body).contains("/bekukan"))
      }
    }
    #expect(try frozenRows().isEmpty)
  }

  @Test(arguments: [
    ("triwulan", "2026", 400, "bukan triwulan"), ("triwulan", "", 422, "Triwulan belum diisi"),
    ("ditandatangani", "kemarin", 422, "bukan tanggal"),
    ("ditandatangani", "2026-04-03", 422, "belum tiba"),
    ("ditandatangani", "2025-12-31", 422, "belum mulai"),
    ("ditandatangani", "2026-01-04", 422, "tidak tercatat siapa camat"),
    ("kecamatan", "63.05.99", 400, "bukan kecamatan"), ("tahap", "tulis", 400, "bukan"),
    ("keadaan", "2026-04-01", 400, "tidak dikenal"),
  ])
  func `what is not understood is refused, and nothing is frozen`(
    _ field: String, _ value: String, _ status: Int, _ sentence: String
  ) async throws {
    try await sit(.head) { browser, token in
      let fields = (Self.quarter + [("ditandatangani", "2026-04-01")]).filter { $0.0 != field }
      let answer = try await browser.post("/bekukan", token + fields + [(field, value)])
      #expect(answer.status.code == status)
      #expect(
        String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
    }
    #expect(try frozenRows().isEmpty)
  }

  @Test func `what differs since is told with its rows and its causes`() async throws {
    let premises = premises
    try await sit(.planner) { browser, token in
      let seen = try await browser.post("/bekukan", token + Self.quarter)
      _ = try await browser.post(
        "/bekukan", token + Self.confirmation(String(buffer: seen.body)))
      try premises.office.append(
        [
          FoundedWorkspace.entry(
            .submitted, "LKPJ", "2025", "2026-03-30", note: "susulan: <b>sakit</b>")
        ], at: "2026-04-02T10:00:00+08:00")
      let differs = try await browser.get("/beku?triwulan=2026-TW1&kecamatan=63.05.12")
      expectGolden(Self.stable(differs), named: "beku-beda.html")
      let html = String(buffer: differs.body)
      #expect(html.contains("sebab: <bdi>baris 2026#7") && html.contains("&lt;b&gt;sakit"))
    }
  }

  @Test(arguments: [
    ("/beku?triwulan=2026-TW1", 404, "belum dibekukan"),
    ("/beku?kecamatan=63.05.12", 400, "'triwulan' belum disebut"),
    ("/beku?triwulan=2026-TW5", 400, "bukan triwulan"), ("/beku?tahun=2026", 400, "tidak dikenal"),
  ])
  func `a page about what was not frozen says so`(
    _ uri: String, _ status: Int, _ sentence: String
  ) async throws {
    try await sit(.reader) { browser, _ in
      let answer = try await browser.get(uri)
      #expect(answer.status.code == status)
      #expect(String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
    }
  }

  @Test func `a frozen file that was changed is told with its place`() async throws {
    let premises = premises
    try await sit(.planner) { browser, token in
      let seen = try await browser.post("/bekukan", token + Self.quarter)
      _ = try await browser.post(
        "/bekukan", token + Self.confirmation(String(buffer: seen.body)))
    }
    let file = try #require(try frozenRows().first?.file)
    try premises.office.folder.write("<lain/>", to: file)
    try await sit(.reader) { browser, _ in
      let answer = try await browser.get("/beku?triwulan=2026-TW1")
      #expect(answer.status == .unprocessableContent)
      #expect(
        String(buffer: answer.body).contains("<code>buku/63.05.12/2026.csv:7</code>"))
    }
  }
}
