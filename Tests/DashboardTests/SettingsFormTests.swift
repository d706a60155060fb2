import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// The office's settings as forms, which write `kantor.yaml` and keep its comments.
struct SettingsFormTests {
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  private var text: String { get throws { try pages.office.folder.text(of: "kantor.yaml") } }

  private static let values: KeyValuePairs<String, String> = [
    "semula.zona": "WITA", "zona": "WITA", "semula.dihitung": "", "dihitung": "terakhir",
    "semula.kop.alamat": "", "kop.alamat": "Jalan <b>Contoh</b> 1",
  ]

  @Test func `what changes is shown with what moves, and only then it is written`() async throws {
    let (pages, before) = (pages, try text)
    try await pages.browse { browser in
      expectGolden(Browser.stable(try await browser.get("/pengaturan")), named: "pengaturan.html")
      let seen = try await browser.post("/pengaturan", Self.values)
      #expect(seen.status == .ok)
      expectGolden(Browser.stable(seen), named: "periksa-pengaturan.html")
      #expect(try pages.office.folder.text(of: "kantor.yaml") == before)
      for _ in 0..<2 {
        let saved = try await browser.post(
          "/pengaturan", Self.values + [("tahap", "simpan")])
        #expect(saved.status == .seeOther && saved.headers[.location] == "/pengaturan?tersimpan=ya")
      }
    }
    let after = try text
    #expect(after.contains("\ndihitung: terakhir\n"))
    #expect(after.contains("\nkop:\n  alamat: 'Jalan <b>Contoh</b> 1'\n"))
    #expect(
      after.components(separatedBy: "\n").count == before.components(separatedBy: "\n").count + 3)
  }

  @Test func `an officer is added once, changed and removed`() async throws {
    let pages = pages
    let added: KeyValuePairs<String, String> = [
      "jabatan": "camat", "nama": "Nama & Contoh, S.Sos.", "sejak": "2026-01-05",
      "kontak.surel": "camat@contoh.invalid",
    ]
    try await pages.browse { browser in
      expectGolden(
        Browser.stable(try await browser.get("/pengaturan/pejabat/baru")), named: "pejabat.html")
      for step in ["periksa", "simpan", "simpan"] {
        let answer = try await browser.post("/pengaturan/pejabat/baru", added + [("tahap", step)])
        #expect(answer.status == (step == "periksa" ? .ok : .seeOther))
      }
      #expect(try pages.office.open().office.officials.map(\.name) == ["Nama & Contoh, S.Sos."])
      let html = try await browser.html("/pengaturan/pejabat/1")
      #expect(html.contains("value=\"Nama &amp; Contoh, S.Sos.\""))
      let seen = added.map { ("semula.\($0.key)", $0.value) }
      let changed = added.map { ($0.key, $0.key == "nama" ? "Plt. Lain" : $0.value) }
      _ = try await browser.post("/pengaturan/pejabat/1", seen + changed + [("tahap", "simpan")])
      #expect(try pages.office.open().office.officials.map(\.name) == ["Plt. Lain"])
      // Who still has the old form sees that somebody was there before.
      let late = try await browser.post(
        "/pengaturan/pejabat/1", seen + added.map { ($0.key, $0.value) } + [("tahap", "simpan")])
      #expect(late.status == .conflict)
      #expect(String(buffer: late.body).contains("sudah diubah orang lain"))
      let now = changed.map { ("semula.\($0.0)", $0.1) }
      let removed = try await browser.post(
        "/pengaturan/pejabat/1", now + changed + [("hapus", "ya"), ("tahap", "simpan")])
      #expect(removed.status == .seeOther)
    }
    #expect(try pages.office.open().office.officials.isEmpty)
  }

  @Test(arguments: [
    ("/pengaturan", ["semula.zona": "WITA", "zona": "WITTA"], 422, "WITTA"),
    ("/pengaturan", ["semula.zona": "WIB", "zona": "WIT"], 409, "sudah diubah orang lain"),
    ("/pengaturan", ["semula.zona": "WITA", "zona": "WITA"], 422, "Tidak ada yang berubah"),
    ("/pengaturan", ["zone": "WITA"], 400, "tidak dikenal"),
    ("/pengaturan", ["tahap": "tulis"], 400, "bukan"),
    ("/pengaturan/minggu-kerja", ["hari": "6"], 422, "belum diisi"),
    ("/pengaturan/minggu-kerja", ["hari": "7", "sejak": "2027-01-01"], 422, "7"),
    ("/pengaturan/pejabat/baru", ["jabatan": "camat"], 422, "Nama belum diisi"),
    (
      "/pengaturan/pejabat/9", ["jabatan": "camat", "nama": "A", "sejak": "2026-01-01"], 409,
      "pejabat"
    ),
    ("/pengaturan/pejabat/nol", ["jabatan": "camat"], 404, "tidak ada halaman"),
    ("/pengaturan/pejabat/0", ["jabatan": "camat"], 404, "tidak ada halaman"),
  ])
  func `what cannot be written is told, and nothing is written`(
    _ uri: String, _ fields: [String: String], _ status: Int, _ sentence: String
  ) async throws {
    let before = try text
    try await pages.browse { browser in
      let answer = try await browser.post(uri, fields.map { ($0.key, $0.value) })
      #expect(answer.status.code == status)
      let html = String(buffer: answer.body)
      #expect(html.contains(sentence), "\(html)")
    }
    #expect(try text == before)
  }

  @Test func `a new working week is a line of its own`() async throws {
    try await pages.browse { browser in
      let week = [("hari", "6"), ("sejak", "2027-01-01")]
      let seen = try await browser.post("/pengaturan/minggu-kerja", week)
      #expect(String(buffer: seen.body).contains("Yang bergeser"))
      _ = try await browser.post("/pengaturan/minggu-kerja", week + [("tahap", "simpan")])
      #expect(try await browser.html("/pengaturan").contains("6 hari kerja sejak 1 Januari 2027"))
    }
  }
}

private func + (
  left: KeyValuePairs<String, String>, right: [(String, String)]
) -> [(String, String)] { left.map { ($0.key, $0.value) } + right }
