import ComplianceModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// Measured values and surveys, recorded on pages.
struct MeasuringTests {
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  private static let value: KeyValuePairs<String, String> = [
    "periode": "2026-TW1", "nilai": "12/15", "tanggal": "2026-03-31",
    "catatan": "rapat & <b>hasil</b>",
  ]

  private static let survey = Browser.File(
    "survei.csv",
    "layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9\nKTP,3,3,3,3,3,3,3,3,3\nKTP,4,4,4,4,4,4,4,4,4\nKK,2,2,2,2,2,2,2,2,2\n"
  )

  private func measured() throws -> [LedgerEntry] {
    try pages.rows().filter { $0.kind == .measured }
  }

  @Test func `a value is shown with what it comes to, and recorded once`() async throws {
    let pages = pages
    try await pages.browse { browser in
      expectGolden(
        Browser.stable(try await browser.get("/iku/63.05.12/H03/ukur")), named: "isian-ukur.html")
      let answer = try await browser.post(
        "/iku/63.05.12/H03/ukur", Self.value, files: [.init("daftar.pdf", "%PDF-1.7 isi")])
      #expect(answer.status == .ok)
      expectGolden(Browser.stable(answer), named: "isian-periksa-ukur.html")
      #expect(try pages.rows().allSatisfy { $0.kind != .measured })
      let address = try #require(Browser.confirmation(in: String(buffer: answer.body)))
      for _ in 0..<2 {
        let done = try await browser.post(address, ["aksi": "catat"])
        let target = try #require(done.headers[.location])
        #expect(target.hasPrefix("/iku/63.05.12/H03?tercatat="))
        let html = try await browser.html(target)
        #expect(html.contains("Tercatat (baris 2026#6): H03 TW I 2026 = 80,00% (12/15)"))
      }
    }
    let rows = try measured()
    #expect(rows.map(\.value) == ["12/15"] && rows.map(\.subject) == ["H03"])
    #expect(rows.first?.note == "[daftar.pdf] rapat & <b>hasil</b>")
    #expect(rows.first?.sha256.count == 64)
  }

  @Test func `a correction says what it takes the place of`() async throws {
    try await pages.browse { browser in
      let first = try await browser.checked("/iku/63.05.12/H03/ukur", Self.value)
      _ = try await browser.post(first, ["aksi": "catat"])
      let second = try await browser.post(
        "/iku/63.05.12/H03/ukur",
        ["periode": "2026-TW1", "nilai": "13/15", "tanggal": "2026-04-02"])
      #expect(
        String(buffer: second.body).contains(
          "Menggantikan 12/15 (baris 2026#6); baris lama tetap ada"))
    }
  }

  @Test(arguments: [
    ("H03", "periode", "", "Periode belum diisi"), ("H03", "periode", "TW1", "bukan periode"),
    ("H03", "nilai", "", "Nilai belum diisi"), ("H03", "nilai", "12,5", "bukan nilai H03"),
    ("H03", "nilai", "5/0", "penyebutnya 0"), ("H03", "tanggal", "2026-04-03", "belum tiba"),
    ("H03", "tanggal", "2025-12-31", "sebelum TW I 2026 dimulai"),
    ("H03", "periode", "2026-TW3", "belum dimulai"),
    ("H03", "periode", "2019", "tidak berlaku pada"),
  ])
  func `what is no value is told beside its field, and nothing is recorded`(
    _ code: String, _ field: String, _ value: String, _ sentence: String
  ) async throws {
    try await pages.browse { browser in
      let sent = Self.value.map { ($0.key, $0.key == field ? value : $0.value) }
      let answer = try await browser.post("/iku/63.05.12/\(code)/ukur", sent)
      let html = String(buffer: answer.body).replacing("&#39;", with: "'")
      #expect(answer.status == .unprocessableContent && html.contains(sentence), "\(html)")
    }
    #expect(try measured().isEmpty)
  }

  @Test(arguments: ["/iku/63.05.12/H05/ukur", "/iku/63.05.12/H99/ukur", "/iku/63.05.99/H03/ukur"])
  func `what is counted from documents, or is not there, is not measured`(uri: String) async throws
  {
    let (status, _) = try await pages.refusal(uri)
    #expect(status == 404 || status == 400)
  }

  @Test func `a survey shows respondents, index and class before it is recorded`() async throws {
    let pages = pages
    try await pages.browse { browser in
      expectGolden(
        Browser.stable(try await browser.get("/iku/63.05.12/survei/baru")),
        named: "isian-survei.html")
      let answer = try await browser.post(
        "/iku/63.05.12/survei/baru", ["periode": "2026-TW1", "tanggal": "2026-03-31"],
        files: [Self.survey])
      #expect(answer.status == .ok)
      expectGolden(Browser.stable(answer), named: "isian-periksa-survei.html")
      let html = String(buffer: answer.body)
      #expect(html.contains("IKM 75,00 (C") && html.contains("dari 3 responden"))
      let address = try #require(Browser.confirmation(in: html))
      for _ in 0..<2 { _ = try await browser.post(address, ["aksi": "catat"]) }
    }
    #expect(try measured().map(\.subject) == ["H01", "H02"])
    #expect(try measured().map(\.value) == ["75.00", "1/2"])
  }

  @Test func `the faults of a table are told with their lines, and nothing is recorded`()
    async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let faulty = Browser.File("survei.csv", "U1,U2,U3,U4,U5,U6,U7,U8,U9\n3,3,3,3,9,3,3,3,3\n")
      let terms: KeyValuePairs<String, String> = ["periode": "2026-TW1", "tanggal": "2026-03-31"]
      let answer = try await browser.post("/iku/63.05.12/survei/baru", terms, files: [faulty])
      #expect(answer.status == .unprocessableContent)
      let html = String(buffer: answer.body)
      #expect(html.contains("survei.csv baris 2") && html.contains("1 galat dalam tabel survei"))
      #expect(!html.contains("tenggat-isian-"))
      let none = try await browser.post("/iku/63.05.12/survei/baru", terms)
      #expect(String(buffer: none.body).contains("Tabel jawaban belum dipilih"))
      let letters = Browser.File("survei.csv", "U1,U2,U3,U4,U5,U6,U7,U8,U9\nc,c,c,c,c,c,c,c,c\n")
      let read = try await browser.post(
        "/iku/63.05.12/survei/baru", terms.map { ($0.key, $0.value) } + [("huruf", "ya")],
        files: [letters])
      #expect(read.status == .ok && String(buffer: read.body).contains("IKM 75,00"))
    }
    #expect(try measured().isEmpty)
  }

  @Test func `a kasi measures what is on their own card alone`() async throws {
    let premises = try Premises.withUsers([.section, .head], forms: Dashboard.forms)
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasi")
      #expect(try await browser.get("/iku/63.05.12/H16/ukur").status == .ok)
      #expect(try await browser.get("/iku/63.05.12/H03/ukur").status == .forbidden)
      #expect(try await browser.get("/iku/63.05.12/survei/baru").status == .forbidden)
      #expect(
        !String(buffer: try await browser.get("/iku/63.05.12/H03").body).contains("/ukur\""))
      #expect(
        String(buffer: try await browser.get("/iku/63.05.12/H16").body).contains("/ukur\""))
    }
  }
}
