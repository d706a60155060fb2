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

/// A table that is sent from a visitor's computer.
struct TableFormTests {
  private func table(_ text: String, named name: String = "rekap.csv") -> Browser.File {
    Browser.File(name, text, field: "tabel")
  }

  private static let sound = """
    Desa;Dokumen;Tahun;Tgl;Keterangan
    Bagak;LPPD;2025;2026-03-31;=map <b>biru</b>
    Batu Hapu;LPPD;2025;1/4/2026;
    Matang Batas;LKPPD;2025;17/3/2026;
    """

  @Test func `what it will write is shown, and only then it is written, once`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post(
        "/masuk/tabel", ["alasan": "tabel lama"], files: [table(Self.sound)])
      #expect(seen.status == .ok)
      expectGolden(Browser.stable(seen), named: "masuk-tabel.html")
      #expect(try pages.rows().count == 5)
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      for _ in 0..<2 {
        let written = try await browser.post(confirm, ["aksi": "catat"])
        let told = try await browser.html(try #require(written.headers[.location]))
        #expect(told.contains("rekap.csv: 2 baris dicatat"), "\(told)")
        #expect(told.contains("1 sudah tercatat sebelumnya"))
      }
    }
    let rows = try pages.rows()
    #expect(rows.count == 7 && rows.suffix(2).map(\.subject) == ["LPPDesa", "LPPDesa"])
    #expect(rows.suffix(2).map(\.recorder) == ["budi", "budi"])
    #expect(rows[5].note == "=map <b>biru</b>")
  }

  @Test func `its faults stand beside their cells, and nothing is written until they are mended`()
    async throws
  {
    let pages = try Pages.filled()
    let text = """
      desa,laporan,periode,tanggal
      Bagak,LPPDesa,2025,31-02-2026
      <i>Bagakk</i>,LPPDesa,2025,2026-03-31
      Batu Hapu,LPPDesa,2025,2026-03-31
      """
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/tabel", [:], files: [table(text)])
      #expect(seen.status == .unprocessableContent)
      let html = String(buffer: seen.body)
      expectGolden(Browser.stable(seen), named: "masuk-tabel-salah.html")
      #expect(html.contains("class=\"faulty\"><bdi>31-02-2026</bdi> <span class=\"fault\">"))
      #expect(html.contains("class=\"faulty\"><bdi>&lt;i&gt;Bagakk&lt;/i&gt;</bdi>"))
      #expect(Browser.confirmation(in: html) == nil)
      let draft = try #require(Browser.value(of: "draf", in: html))
      let skipping = try await browser.post(
        "/masuk/tabel", ["draf": draft, "lewati-salah": "ya"])
      let confirm = try #require(Browser.confirmation(in: String(buffer: skipping.body)))
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().count == 6)
  }

  @Test func `a column that is not understood is asked about, and the answer is taken`()
    async throws
  {
    let pages = try Pages.filled()
    let text = "desa,laporan,periode,Waktu Setoran,Sifat\nBagak,LPPDesa,2025,2026-03-31,biasa\n"
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/tabel", [:], files: [table(text)])
      #expect(seen.status == .unprocessableContent)
      let html = String(buffer: seen.body)
      #expect(html.contains("<details open>"))
      #expect(html.contains("&#39;abaikan&#39; untuk kolom &#39;Sifat&#39;"))
      #expect(Browser.confirmation(in: html) == nil)
      let draft = try #require(Browser.value(of: "draf", in: html))
      let mapped = try await browser.post(
        "/masuk/tabel",
        [
          "draf": draft, "kolom.0": "desa", "kolom.1": "laporan", "kolom.2": "periode",
          "kolom.3": "tanggal", "kolom.4": "abaikan",
        ])
      let confirm = try #require(
        Browser.confirmation(in: String(buffer: mapped.body)), "\(String(buffer: mapped.body))")
      #expect(try await browser.post(confirm, ["aksi": "catat"]).status == .seeOther)
    }
    #expect(try pages.rows().last?.date?.description == "2026-03-31")
  }

  @Test func `what others decide meanwhile is seen before anything is written`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let confirm = try await browser.checked(
        "/masuk/tabel", ["alasan": "tabel lama"], files: [table(Self.sound)])
      try pages.office.append(
        [
          FoundedWorkspace.entry(
            .exempted, "LPPDesa", "2025", "2026-04-01", unit: "63.05.12.2008", note: "surat")
        ], at: "2026-04-02T08:00:00+08:00")
      let written = try await browser.post(confirm, ["aksi": "catat"])
      let told = try await browser.html(try #require(written.headers[.location]))
      #expect(told.contains("Tidak dicatat: rekap.csv") && told.contains("dibebaskan"), "\(told)")
    }
    #expect(try pages.rows().count == 6)
  }

  @Test(arguments: [
    ("", 422), ("PK\u{3}\u{4}sisa", 422), ("satu,dua\n1,2\n", 422),
    ("urutan,dicatat_pada,petugas,peristiwa,rantai\n1,2,3,4,5\n", 422),
    ("desa,laporan,periode,tanggal\n\"Bagak,LPPDesa,2025,2026-03-31\n", 422),
    ("desa,laporan,periode,tanggal\n", 200),
  ])
  func `what is no table is told, whatever it is`(text: String, status: Int) async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/tabel", [:], files: [table(text)])
      #expect(seen.status.code == status, "\(String(buffer: seen.body))")
      #expect(Browser.confirmation(in: String(buffer: seen.body)) == nil)
    }
    #expect(try pages.rows().count == 5)
  }

  @Test func `no file beside the table is read for evidence, and none outside`() async throws {
    let pages = try Pages.filled()
    let paths = ["../../kantor.yaml", "/etc/passwd", "bukti.pdf", "..\\..\\kantor.yaml"]
    let text =
      "desa,laporan,periode,tanggal,berkas\n"
      + paths.map { "Bagak,LPPDesa,2025,2026-03-31,\($0)\n" }.joined()
    try await pages.browse { browser in
      let seen = try await browser.post("/masuk/tabel", [:], files: [table(text)])
      #expect(seen.status == .unprocessableContent)
      #expect(String(buffer: seen.body).matches(of: #/class="faulty"/#).count == 4)
    }
  }

  @Test(arguments: [
    (["draf": "0"], 410), ([:], 422), (["kolom.0": "apa"], 400), (["kolom.60": "desa"], 400),
    (["lewati-salah": "mungkin"], 400), (["petugas": "x"], 400),
  ])
  func `what the form does not have is refused`(fields: [String: String], status: Int) async throws
  {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let files = fields.isEmpty || fields["draf"] != nil ? [] : [table(Self.sound)]
      let answer = try await browser.post(
        "/masuk/tabel", fields.map { ($0.key, $0.value) }, files: files)
      #expect(answer.status.code == status)
    }
  }

  @Test func `a kasi takes in the rows that are theirs, and a table with others is refused whole`()
    async throws
  {
    let premises = try Premises.withUsers([.section], forms: Dashboard.forms)
    try await premises.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("kasi")
      let token = try await browser.token()
      func send(_ text: String) async throws -> String {
        let body =
          "--batas\r\nContent-Disposition: form-data; name=\"tanda\"\r\n\r\n\(token)\r\n"
          + "--batas\r\nContent-Disposition: form-data; name=\"tabel\"; filename=\"a.csv\"\r\n\r\n"
          + "\(text)\r\n--batas--\r\n"
        var headers = browser.headers(Guest.origin)
        headers[.contentType] = "multipart/form-data; boundary=batas"
        let answer = try await client.execute(
          uri: "/masuk/tabel", method: .post, headers: headers, body: ByteBuffer(string: body))
        return String(buffer: answer.body)
      }
      let own = "unit,laporan,periode,tanggal\n63.05.12.2003,LPPDesa,2025,2026-04-01\n"
      #expect(Browser.confirmation(in: try await send(own)) != nil)
      let foreign = try await send(own + "63.05.12,LKPJ,2025,2026-04-01\n")
      #expect(Browser.confirmation(in: foreign) == nil)
      #expect(foreign.contains("baris 3: bukan laporan yang Anda catat"))
      let event = try await send(
        "peristiwa,unit,tanggal\npelantikan,63.05.12.2003,2026-04-01\n")
      #expect(Browser.confirmation(in: event) == nil)
      #expect(event.contains("bukan laporan yang Anda catat"))
    }
  }
}
