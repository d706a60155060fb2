import CivilCalendar
import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerStore
import TestSupport
import Testing

@testable import Dashboard

/// What is recorded with forms, and what is not.
struct FormTests {
  private static let lkpj = "/kewajiban/63.05.12/LKPJ/2025"
  private let pages: Pages

  init() throws { pages = try Pages.filled() }

  // MARK: - The two steps

  @Test func `a form is shown, then what will be written, and only then it is written`()
    async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let form = try await browser.get("\(Self.lkpj)/catat")
      expectGolden(Browser.stable(form), named: "isian-catat.html")
      let seen = try await browser.post(
        "\(Self.lkpj)/catat",
        ["tanggal": "2026-03-31", "diterima": "", "catatan": "asli", "alasan": ""],
        files: [.init("LKPJ 2025.pdf", "%PDF-1.7 satu"), .init("surat.pdf", "%PDF-1.7 dua")])
      expectGolden(Browser.stable(seen), named: "isian-periksa.html")
      #expect(try pages.rows().count == 5)
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      let written = try await browser.post(confirm, ["aksi": "catat"])
      #expect(written.status == .seeOther)
      let address = try #require(written.headers[.location])
      #expect(address.hasPrefix("\(Self.lkpj)?tercatat="))
      expectGolden(Browser.stable(try await browser.get(address)), named: "isian-tercatat.html")
    }
    let row = try #require(try pages.rows().last)
    #expect(row.kind == .submitted && row.subject == "LKPJ" && row.recorder == "budi")
    #expect(row.note == "[LKPJ 2025.pdf; surat.pdf] asli")
    #expect(row.file.hasSuffix(".sha256"))
  }

  @Test func `a row of another obligation is none to void`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let uri = "/kewajiban/63.05.12/LPPD/2025/batalkan"
      for row in ["2026#2", "2026#99", "2025#1"] {
        let address = "\(uri)?baris=\(row.replacing("#", with: "%23"))"
        #expect(try await browser.get(address).status == .notFound)
        let sent = try await browser.post(uri, ["baris": row, "alasan": "keliru"])
        #expect(sent.status == .notFound)
      }
      #expect(try await browser.get("\(uri)?baris=2026%231").status == .ok)
    }
    #expect(try pages.rows().count == 5)
  }

  @Test func `a file that came with a faulty form is asked for again, and its lack is said`()
    async throws
  {
    try await pages.browse { browser in
      let faulty = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "kemarin dulu"], files: [.init("a.pdf", "%PDF-1.7 a")])
      #expect(faulty.status == .unprocessableContent)
      #expect(String(buffer: faulty.body).contains("pilih lagi berkasnya"))
      let gone = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-03-31", "draf": String(repeating: "0", count: 64)])
      #expect(gone.status == .unprocessableContent)
      #expect(String(buffer: gone.body).contains("tidak disimpan lagi"))
      let bare = try await browser.post("\(Self.lkpj)/catat", ["tanggal": "2026-03-31"])
      #expect(String(buffer: bare.body).contains("Bukti: tidak ada berkas"))
    }
  }

  @Test func `a tab is a blank, and what nobody sees is refused at its field`() async throws {
    try await pages.browse { browser in
      let tab = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-03-31", "catatan": "a\tb"])
      #expect(tab.status == .ok && String(buffer: tab.body).contains("a b"))
      let escape = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-03-31", "catatan": "a\u{1B}[31mb"])
      #expect(escape.status == .unprocessableContent)
      #expect(String(buffer: escape.body).contains("href=\"#catatan\""))
    }
  }

  @Test(arguments: [("kembalikan", "kembali"), ("terima", "terima"), ("batalkan", "batal")])
  func `what an office decides is shown and written alike`(
    act: String, kind: String
  ) async throws {
    let pages = pages
    let uri = "/kewajiban/63.05.12/LPPD/2025/\(act)"
    try await pages.browse { browser in
      var sent: KeyValuePairs<String, String> = [:]
      switch act {
      case "kembalikan": sent = ["tanggal": "2026-04-01", "catatan": "lampiran kurang"]
      case "terima": sent = ["tanggal": "2026-04-01"]
      default: sent = ["baris": "2026#1", "alasan": "keliru"]
      }
      let seen = try await browser.post(uri, sent)
      expectGolden(Browser.stable(seen), named: "isian-periksa-\(act).html")
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().last?.kind.rawValue == kind)
    #expect(try pages.rows().count == 6)
  }

  @Test func `an extension and an exemption are written with their letters`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let extend = try await browser.checked(
        "\(Self.lkpj)/perpanjang",
        ["sampai": "2026-04-30", "diterima": "2026-04-01", "catatan": "Surat Sekda 1"])
      #expect(try await browser.post(extend, ["aksi": "catat"]).status == .seeOther)
      let exempt = try await browser.checked(
        "/kewajiban/63.05.12/Renja-P/2026/bebaskan", ["catatan": "APBD tidak diubah"])
      #expect(try await browser.post(exempt, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().suffix(2).map(\.note) == ["Surat Sekda 1", "APBD tidak diubah"])
  }

  @Test func `whoever goes back finds what was typed, and the files go on`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01", "catatan": "asli"],
        files: [.init("a.pdf", "%PDF-1.7")])
      let form = try await browser.post(confirm, ["aksi": "kembali"])
      let html = String(buffer: form.body)
      #expect(html.contains("value=\"asli\"") && html.contains("value=\"2026-04-01\""))
      #expect(html.contains("ikut dicatat: <bdi>a.pdf</bdi>"))
      let draft = try #require(Browser.value(of: "draf", in: html))
      let again = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01", "catatan": "salinan", "draf": draft])
      #expect(try await browser.post(again, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().last?.note == "[a.pdf] salinan")
  }

  // MARK: - What is wrong

  @Test func `every fault is told at once, with a way to its field, and what was typed stays`()
    async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let answer = try await browser.post(
        "\(Self.lkpj)/perpanjang", ["sampai": "lusa", "diterima": "kemarin", "catatan": ""])
      #expect(answer.status == .unprocessableContent)
      expectGolden(Browser.stable(answer), named: "isian-galat.html")
      let html = String(buffer: answer.body)
      for field in ["sampai", "diterima", "catatan"] {
        #expect(html.contains("<a href=\"#\(field)\">"), "\(field)")
        #expect(html.contains("id=\"\(field)-galat\""), "\(field)")
      }
      #expect(html.contains("value=\"lusa\"") && html.contains("value=\"kemarin\""))
    }
    #expect(try pages.rows().count == 5)
  }

  @Test(arguments: [
    ("2026-04-03", "", "belum tiba", "tanggal"), ("2026-03-20", "", "(susulan)", "alasan"),
    ("2026-04-01", "2026-03-31", "sebelum tanggal dokumennya", "diterima"),
  ])
  func `what the rules do not take is told at its field`(
    date: String, received: String, words: String, field: String
  ) async throws {
    let pages = pages
    try await pages.browse { browser in
      let answer = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": date, "diterima": received])
      let html = String(buffer: answer.body)
      #expect(answer.status == .unprocessableContent)
      #expect(html.contains(words) && html.contains("<a href=\"#\(field)\">"), "\(html)")
      #expect(!html.contains("--"))
    }
  }

  @Test func `the seventh day needs no reason, the eighth does`() async throws {
    try await pages.browse { browser in
      let seventh = try await browser.post("\(Self.lkpj)/catat", ["tanggal": "2026-03-26"])
      #expect(seventh.status == .ok)
      let eighth = try await browser.post("\(Self.lkpj)/catat", ["tanggal": "2026-03-25"])
      #expect(eighth.status == .unprocessableContent)
      let reasoned = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-03-25", "alasan": "petugas sakit"])
      #expect(reasoned.status == .ok)
      #expect(String(buffer: reasoned.body).contains("Susulan, dihitung tersendiri."))
    }
  }

  @Test func `a file that proves nothing is refused under its own name`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let answer = try await browser.post(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-01"],
        files: [.init("LKPJ.pdf", "<!doctype html><html>masuk</html>")])
      let html = String(buffer: answer.body)
      #expect(answer.status == .unprocessableContent)
      #expect(html.contains("berkas bukti LKPJ.pdf bukan PDF"), "\(html)")
      #expect(!html.contains(pages.office.folder.path))
    }
  }

  @Test(arguments: [
    ("/kewajiban/63.05.12/LKPJ/2025/catat?per=2026-03-01", 422),
    ("/kewajiban/63.05.12/LKPJ/2025/hapus", 404), ("/kewajiban/63.05.12/XYZ/2025/catat", 404),
    ("/kewajiban/63.05.12/LKPJ/2025/batalkan", 400),
    ("/kewajiban/63.05.12/LKPJ/2025/batalkan?baris=1", 400),
    ("/kewajiban/63.05.12/LKPJ/2025/catat?baris=2026%231", 400),
    ("/kewajiban/63.05.12/LKPJ/2025/catat?jenis=x", 400),
  ])
  func `a form that makes no sense is not shown`(uri: String, status: Int) async throws {
    #expect(try await pages.answer(uri).status.code == status)
  }

  @Test func `a field that the form does not have is refused`() async throws {
    try await pages.browse { browser in
      for (uri, field) in [
        ("\(Self.lkpj)/catat", "sampai"), ("\(Self.lkpj)/terima", "alasan"),
        ("\(Self.lkpj)/catat", "petugas"),
      ] {
        let answer = try await browser.post(uri, [field: "x"])
        #expect(answer.status == .badRequest, "\(field)")
      }
    }
  }

  @Test func `a page about another day offers no form`() async throws {
    let other = try await pages.html("\(Self.lkpj)?per=2026-03-31")
    #expect(!other.contains("/catat") && !other.contains("Batalkan"))
    #expect(try await pages.html(Self.lkpj).contains("\(Self.lkpj)/catat"))
    let matrix = try await pages.html("/desa?per=2026-03-31")
    #expect(!matrix.contains("checkbox"))
  }

  // MARK: - What was written by others

  @Test func `a form that is sent twice, or often at once, is written once`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let confirm = try await browser.checked("\(Self.lkpj)/catat", ["tanggal": "2026-04-01"])
      let addresses = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<8 {
          group.addTask { try await browser.post(confirm, ["aksi": "catat"]).headers[.location] }
        }
        return try await group.reduce(into: Set<String>()) { if let one = $1 { $0.insert(one) } }
      }
      #expect(addresses.count == 1)
      let page = try await browser.html(try #require(addresses.first))
      #expect(page.contains("Tercatat (baris 2026#6)"))
      let back = try await browser.post(confirm, ["aksi": "kembali"])
      #expect(back.status == .seeOther)
    }
    #expect(try pages.rows().count == 6)
  }

  @Test func `of two people the second sees what the first wrote, and writes only when told again`()
    async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let first = try await browser.checked("\(Self.lkpj)/catat", ["tanggal": "2026-04-01"])
      let second = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-02", "catatan": "milik kedua"],
        files: [.init("dua.pdf", "%PDF-1.7")])
      #expect(try await browser.post(first, ["aksi": "catat"]).status == .seeOther)
      let conflict = try await browser.post(second, ["aksi": "catat"])
      #expect(conflict.status == .conflict)
      let html = String(buffer: conflict.body)
      #expect(html.contains("2026#6") && html.contains("milik kedua") && html.contains("dua.pdf"))
      #expect(try pages.rows().count == 6)
      let again = try await browser.post(second, ["aksi": "catat"])
      #expect(again.status == .seeOther)
    }
    #expect(try pages.rows().last?.note == "[dua.pdf] milik kedua")
    #expect(try pages.rows().count == 7)
  }

  @Test func `what a terminal writes between the two steps is seen before anything is written`()
    async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-02", "catatan": "dari halaman"])
      try pages.office.append(
        [FoundedWorkspace.entry(.submitted, "LKPJ", "2025", "2026-04-01", note: "dari terminal")],
        at: "2026-04-02T10:00:00+08:00")
      let conflict = try await browser.post(confirm, ["aksi": "catat"])
      #expect(conflict.status == .conflict)
      expectGolden(Browser.stable(conflict), named: "isian-berubah.html")
    }
    #expect(try pages.rows().map(\.note).contains("dari terminal"))
    #expect(try !pages.rows().map(\.note).contains("dari halaman"))
  }

  @Test func `what can no longer be recorded is told, and what was typed is not lost`() async throws
  {
    let pages = pages
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "\(Self.lkpj)/catat", ["tanggal": "2026-04-02", "catatan": "jangan hilang"])
      try pages.office.append(
        [FoundedWorkspace.entry(.exempted, "LKPJ", "2025", "2026-04-01", note: "surat")],
        at: "2026-04-02T10:00:00+08:00")
      let answer = try await browser.post(confirm, ["aksi": "catat"])
      #expect(answer.status == .unprocessableContent)
      let html = String(buffer: answer.body)
      #expect(html.contains("dibebaskan (baris 2026#6)") && html.contains("jangan hilang"))
    }
    #expect(try pages.rows().count == 6)
  }

  @Test func `what nobody was shown is not written`() async throws {
    let pages = pages
    try await pages.browse { browser in
      let number = String(repeating: "0", count: 64)
      #expect(try await browser.post("/isian/\(number)", ["aksi": "catat"]).status == .gone)
      let confirm = try await browser.checked("\(Self.lkpj)/catat", ["tanggal": "2026-04-01"])
      #expect(try await browser.post(confirm, ["aksi": "hapus"]).status == .badRequest)
      #expect(try await browser.post(confirm).status == .badRequest)
    }
    #expect(try pages.rows().count == 5)
  }
}
