import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import HummingbirdTesting
import LedgerStore
import NIOCore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Letters to desa: looked at, issued, and printed.
struct LettersPageTests {
  private static let two: [(String, String)] = [
    ("pilih", "63.05.12.2001"), ("pilih", "63.05.12.2002"), ("nomor", "100.3/{n}/Pem/{bulan}"),
    ("nomor-awal", "12"), ("tanggal", "2026-04-02"),
  ]
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  /// What the form that confirms letters sends.
  private static func confirmation(in html: String) -> [(String, String)] {
    let form = html[(html.firstRange(of: "<form class=\"entry\"")?.lowerBound ?? html.endIndex)...]
    return form.matches(of: #/<input type="hidden" name="([a-z-]+)" value="([^"]*)">/#).map {
      (String($0.1), String($0.2))
    }.filter { $0.0 != "tanda" }
  }

  /// Letters as far as they are shown to be checked.
  private static func checked(
    _ browser: Browser, _ fields: [(String, String)] = two
  ) async throws -> [(String, String)] {
    let seen = try await browser.post("/surat", fields)
    let html = String(buffer: seen.body)
    try #require(seen.status == .ok, "\(html)")
    return confirmation(in: html)
  }

  private func letters() throws -> [LedgerEntry] { try pages.rows().filter { $0.kind == .fact } }

  // MARK: - Issuing

  @Test func `letters are listed, shown, and only then recorded and written`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let page = try await browser.get("/surat")
      expectGolden(Browser.stable(page), named: "surat.html")
      let seen = try await browser.post("/surat", Self.two)
      expectGolden(Browser.stable(seen), named: "periksa-surat.html")
      #expect(try pages.rows().count == 5)
      let sent = Self.confirmation(in: String(buffer: seen.body))
      let written = try await browser.post("/surat", sent)
      #expect(written.status == .seeOther)
      #expect(written.headers[.location] == "/surat?terbit=ya")
      expectGolden(
        Browser.stable(try await browser.get("/surat?terbit=ya")), named: "surat-terbit.html")
    }
    #expect(
      try letters().map(\.note) == [
        "nomor: 100.3/12/Pem/IV; tahap: 1; surat: Surat Imbauan",
        "nomor: 100.3/13/Pem/IV; tahap: 1; surat: Surat Imbauan",
      ])
    #expect(try letters().map(\.unit.description) == ["63.05.12.2001", "63.05.12.2002"])
    #expect(try letters().allSatisfy { $0.recorder == "budi" })
  }

  @Test func `what is printed later is the file that was written, and without it the same again`()
    async throws
  {
    let pages = pages
    let name = "surat-teguran-63.05.12.2001-2026-04-02-tahap1-f4-100.3-12-Pem-IV.html"
    try await pages.browse { browser in
      let sent = try await Self.checked(browser)
      #expect(try await browser.post("/surat", sent).status == .seeOther)
      let address = "/surat/terbit/63.05.12.2001/2026-6"
      let file = try pages.office.folder.text(of: "ekspor/\(name)")
      #expect(try await browser.html(address) == file)
      #expect(file.contains("<td>100.3/12/Pem/IV</td>"))
      try FileManager.default.removeItem(atPath: pages.office.folder.path(of: "ekspor/\(name)"))
      let again = try await browser.html(address)
      #expect(again.contains("2 April 2026, menurut catatan sampai 2 April 2026"))
      // What is said around the letter is not printed.
      let letter = try #require(file.firstRange(of: "<main"))
      #expect(again.hasSuffix(file[letter.lowerBound...]))
      #expect(try await browser.get("/surat/terbit/63.05.12.2001/2026-7").status == .notFound)
      #expect(try await browser.get("/surat/terbit/63.05.12.2001/2026-1").status == .notFound)
    }
  }

  @Test func `a form that is sent twice issues once, also at the same time`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let sent = try await Self.checked(browser)
      let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
        for _ in 0..<4 { group.addTask { try await browser.post("/surat", sent) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.status == .seeOther })
      #expect(try await browser.post("/surat", sent).status == .seeOther)
    }
    #expect(try letters().count == 2)
  }

  @Test func `what changed since it was shown is shown again and not issued`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let sent = try await Self.checked(browser)
      try pages.office.append(
        [
          FoundedWorkspace.entry(
            .submitted, "LKPJDes", "2025", "2026-04-02", unit: "63.05.12.2001")
        ], at: "2026-04-02T10:00:00+08:00")
      let again = try await browser.post("/surat", sent)
      #expect(again.status == .conflict)
      let html = String(buffer: again.body)
      #expect(html.contains("Buku berubah sejak surat ini diperiksa"))
      #expect(try pages.rows().count == 6)
      let confirmed = try await browser.post("/surat", Self.confirmation(in: html))
      #expect(confirmed.status == .seeOther)
    }
    #expect(try letters().count == 2)
  }

  @Test func `a confirmation without what was shown is no confirmation`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let sent = try await browser.post("/surat", Self.two + [("langkah", "terbitkan")])
      #expect(sent.status == .conflict)
    }
    #expect(try letters().isEmpty)
  }

  // MARK: - What stands against it

  @Test(arguments: [
    (["pilih": ""], "Belum ada desa yang dicentang."),
    (["nomor": ""], "Nomor surat belum diisi."),
    (["tanggal": ""], "Tanggal surat belum diisi."),
    (["tanggal": "lusa"], "Tanggal surat 'lusa' bukan tanggal."),
    (["nomor-awal": "dua"], "Nomor urut pertama 'dua' bukan bilangan."),
    (
      ["nomor-awal": ""],
      "Nomor urut pertama untuk {n} belum disebut; tambahkan misalnya isian 'Nomor urut pertama' 12."
    ),
    (
      ["nomor-awal": "0"],
      "Isian 'Nomor urut pertama' 0 tidak mungkin; tulis bilangan 1 sampai 999999."
    ),
    (["nomor": "1/P"], "Isian 'Nomor surat' tidak memuat {n}"),
    (["nomor": "1/P", "nomor-awal": ""], "2 surat akan bernomor sama"),
    (["nomor": "1/{tahunn}"], "mungkin maksudnya '{tahun}'"),
    (["nomor": "1;{n}"], "tidak dapat menjadi nomor surat"),
    (["tanggal": "2026-04-03"], "belum tiba"),
  ])
  func `what is wrong is told on the page, and what was filled in stays`(
    changes: [String: String], sentence: String
  ) async throws {
    let pages = pages
    try await pages.browse { browser in
      let fields = Self.two.map { name, value in (name, changes[name] ?? value) }
      let answer = try await browser.post("/surat", fields)
      let html = String(buffer: answer.body).replacing("&#39;", with: "'")
      #expect(answer.status == .unprocessableContent)
      #expect(html.contains("<li><bdi>") && html.contains(sentence), "\(html)")
      #expect(!html.contains("--nomor"))
      for (name, value) in fields where name != "pilih" && !value.isEmpty {
        #expect(html.contains("value=\"\(value)\""), "\(name)")
      }
    }
    #expect(try letters().isEmpty)
  }

  @Test func `a number and a day that are taken are told with their rows`() async throws {
    let pages = pages
    try await pages.browse { browser in
      #expect(try await browser.post("/surat", Self.checked(browser)).status == .seeOther)
      let same = try await browser.post(
        "/surat",
        [("pilih", "63.05.12.2003"), ("nomor", "100.3/12/Pem/IV"), ("tanggal", "2026-04-02")])
      #expect(same.status == .unprocessableContent)
      #expect(String(buffer: same.body).contains("sudah dipakai surat 2 April 2026"))
      let again = try await browser.post(
        "/surat",
        [("pilih", "63.05.12.2001"), ("nomor", "200"), ("tanggal", "2026-04-02")])
      #expect(String(buffer: again.body).contains("sudah tercatat (baris 2026#6)"))
    }
    #expect(try letters().count == 2)
  }

  @Test(arguments: [
    ("pilih", "63.05.12"), ("pilih", "63.05.99.2001"), ("pilih", "x"), ("tahap", "99"),
    ("langkah", "kirim"), ("lampiran", "x"),
  ])
  func `what no page of ours sends is refused`(field: String, value: String) async throws {
    try await pages.browse { browser in
      let fields = Self.two.filter { $0.0 != field } + [(field, value)]
      let answer = try await browser.post("/surat", fields)
      #expect(answer.status == .badRequest)
    }
  }

  @Test func `a page that somebody has edited is not overwritten, and nothing is recorded`()
    async throws
  {
    let pages = pages
    let name = "ekspor/surat-teguran-63.05.12.2001-2026-04-02-tahap1-f4-100.3-12-Pem-IV.html"
    try pages.office.folder.write("disunting", to: name)
    try await pages.browse { browser in
      let answer = try await browser.post("/surat", Self.checked(browser))
      #expect(answer.status == .unprocessableContent)
      #expect(String(buffer: answer.body).contains("sudah ada dengan isi lain"))
    }
    #expect(try letters().isEmpty)
    #expect(try pages.office.folder.text(of: name) == "disunting")
  }

  @Test func `another day is only looked at, and a quiet office has no letters`() async throws {
    let pages = pages
    let html = try await pages.html("/surat?per=2026-04-01")
    #expect(!html.contains("Periksa dahulu") && html.contains("name=\"per\""))
    #expect(try await pages.html("/surat?per=2026-01-05").contains("tidak ada surat yang perlu"))
    try await pages.browse { browser in
      let answer = try await browser.post("/surat?per=2026-04-01", Self.two)
      #expect(answer.status == .unprocessableContent)
    }
  }

  @Test func `who does not answer for the documents issues no letters about them`() async throws {
    let premises = try Premises.withUsers([.section, .reader], forms: Dashboard.forms)
    try premises.add(.section, account: "trantib", jabatan: "kasi-trantib")
    try await premises.visit { client in
      for (account, status) in [("kasi", 200), ("trantib", 403), ("pembaca", 403)] {
        var browser = Guest(client)
        #expect(try await browser.logIn(account).status == .seeOther)
        let page = String(buffer: try await browser.get("/surat").body)
        #expect(page.contains("Periksa dahulu") == (status == 200), "\(account)")
        let answer = try await browser.post(
          "/surat", [("tanda", try await browser.token())] + Self.two)
        #expect(answer.status.code == status, "\(account)")
      }
    }
  }

  // MARK: - Pages to print

  @Test(arguments: [
    "/surat/konsep/63.05.12.2001", "/tanda-terima/63.05.12.2002/2026-5",
    "/surat/konsep/63.05.12.2001?tahap=2&tanggal=2026-04-02&nomor=1%2F2",
  ])
  func `a page to print runs in a sandbox and loads nothing`(uri: String) async throws {
    let answer = try await pages.answer(uri)
    #expect(answer.status == .ok)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(
      policy.hasPrefix("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    let disposition = try #require(answer.headers[.contentDisposition])
    #expect(disposition.hasPrefix("inline"))
    #expect(!String(buffer: answer.body).contains("<script"))
  }

  @Test(arguments: [
    ("/surat/konsep/63.05.12", 404), ("/surat/konsep/63.05.99.2001", 404),
    ("/surat/konsep/x", 404), ("/surat/konsep/63.05.12.2001?per=2026-01-05", 404),
    ("/surat/konsep/63.05.12.2001?tahap=9", 400), ("/surat/konsep/63.05.12.2001?nomor=1%3B2", 400),
    ("/surat/konsep/63.05.12.2001?tanggal=lusa", 400),
    ("/surat/terbit/63.05.12.2001/2026-1", 404), ("/surat/terbit/63.05.12.2001/x", 404),
    ("/tanda-terima/63.05.12.2002/2026-1", 404), ("/tanda-terima/63.05.12.2001/2026-5", 404),
    ("/tanda-terima/63.05.12.2001/2026-3", 404), ("/tanda-terima/63.05.12.2002/2026-05", 404),
    ("/tanda-terima/63.05.12.2002/2026-99", 404), ("/tanda-terima/63.05.12.2002/-5", 404),
    ("/tanda-terima/63.05.12.2002/2026-5?sehari=tidak", 400), ("/surat?diterima=lusa", 400),
  ])
  func `what is no letter and no receipt is refused`(uri: String, status: Int) async throws {
    #expect(try await pages.refusal(uri).status == status)
  }

  @Test func `a receipt is for one document, or for all of the day`() async throws {
    let pages = pages
    try pages.office.append(
      [
        FoundedWorkspace.entry(.submitted, "LPPDesa", "2025", "2026-03-17", unit: "63.05.12.2002")
      ], at: "2026-03-20T10:00:00+08:00")
    let one = try await pages.html("/tanda-terima/63.05.12.2002/2026-5")
    #expect(one.contains("(LKPJDes)") && !one.contains("(LPPDesa)"))
    let all = try await pages.html("/tanda-terima/63.05.12.2002/2026-5?sehari=ya")
    #expect(all.contains("(LKPJDes)") && all.contains("(LPPDesa)"))
    let obligation = try await pages.html("/kewajiban/63.05.12.2002/LKPJDes/2025")
    for link in ["2026-5\">Tanda terima<", "2026-5?sehari=ya\">Tanda terima sehari<"] {
      #expect(obligation.contains("/tanda-terima/63.05.12.2002/\(link)"))
    }
    let list = try await pages.html("/surat?diterima=2026-03-17")
    #expect(list.contains("LKPJDes 2025, LPPDesa 2025"))
    #expect(list.contains("href=\"/tanda-terima/63.05.12.2002/2026-5?sehari=ya\""))
  }

  @Test(arguments: ["/kewajiban/63.05.12.2001/LPPDesa/2025", "/kewajiban/63.05.12/LPPD/2025"])
  func `what was returned, and what the office itself owes, has no receipt`(
    uri: String
  ) async throws {
    #expect(!(try await pages.html(uri)).contains("Tanda terima"))
  }

  @Test func `a word that people wrote into the books is text in a receipt`() async throws {
    let pages = pages
    try pages.office.change(
      "wilayah.csv", "63.05.12.2002,", to: "63.05.12.2002,<b>tebal</b> ")
    let html = try await pages.html("/tanda-terima/63.05.12.2002/2026-5")
    #expect(html.contains("&lt;b&gt;tebal&lt;/b&gt;") && !html.contains("<b>tebal"))
  }
}
