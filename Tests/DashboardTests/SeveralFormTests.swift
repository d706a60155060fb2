import ComplianceModel
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Dashboard

/// Documents that are ticked in the matrix of the desa, and recorded together.
struct SeveralFormTests {
  private static let ticked: KeyValuePairs = [
    "pilih": "63.05.12.2003/LPPDesa/2025", "pilih": "63.05.12.2003/LKPJDes/2025",
    "pilih": "63.05.12.2004/LPPDesa/2025",
  ]

  @Test func `they are shown in one form and one list, and written all together`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let form = try await browser.post("/desa/catat", Self.ticked)
      expectGolden(Browser.stable(form), named: "isian-beberapa.html")
      let seen = try await browser.post(
        "/desa/catat",
        [
          "tahap": "periksa", "pilih": "63.05.12.2003/LPPDesa/2025",
          "pilih": "63.05.12.2003/LKPJDes/2025", "pilih": "63.05.12.2004/LPPDesa/2025",
          "tanggal": "2026-04-01", "catatan": "map biru",
        ])
      expectGolden(Browser.stable(seen), named: "isian-periksa-beberapa.html")
      let confirm = try #require(Browser.confirmation(in: String(buffer: seen.body)))
      let written = try await browser.post(confirm, ["aksi": "catat"])
      let address = try #require(written.headers[.location])
      #expect(address.hasPrefix("/desa?tercatat="))
      let page = try await browser.html(address)
      #expect(page.matches(of: #/Tercatat \(baris/#).count == 3)
    }
    #expect(try pages.rows().count == 8)
  }

  @Test func `none is written where one of them is refused, and each refusal is told`() async throws
  {
    let pages = try Pages.filled()
    try pages.office.append(
      [
        FoundedWorkspace.entry(
          .exempted, "LKPJDes", "2025", "2026-04-01", unit: "63.05.12.2003", note: "surat")
      ], at: "2026-04-02T08:00:00+08:00")
    try await pages.browse { browser in
      let answer = try await browser.post(
        "/desa/catat",
        [
          "tahap": "periksa", "pilih": "63.05.12.2003/LPPDesa/2025",
          "pilih": "63.05.12.2003/LKPJDes/2025", "tanggal": "2026-04-01",
        ])
      #expect(answer.status == .unprocessableContent)
      #expect(String(buffer: answer.body).contains("LKPJDes 2025 Desa"))
    }
    #expect(try pages.rows().count == 6)
  }

  @Test(arguments: [
    (["pilih": "63.05.12.2003"], 400), (["pilih": "63.05.12.2003/XYZ/2025"], 404),
    (["pilih": "63.05.99.2001/LPPDesa/2025"], 404), ([:], 422),
    (["pilih": "63.05.12.2003/LPPDesa/2025", "tahap": "lain"], 400),
  ])
  func `what cannot be ticked is refused`(fields: [String: String], status: Int) async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      var sent: KeyValuePairs<String, String> = [:]
      if let ticked = fields["pilih"] { sent = ["pilih": ticked] }
      if let ticked = fields["pilih"], let step = fields["tahap"] {
        sent = ["pilih": ticked, "tahap": step]
      }
      let answer = try await browser.post("/desa/catat", sent)
      #expect(answer.status.code == status)
    }
  }

  @Test func `every cell of the matrix leads to an obligation and says its state in words`()
    async throws
  {
    let html = try await Pages.filled().html("/desa?tahun=2026")
    for row in html.matches(of: #/<tr><th scope="row".*?<\/tr>/#) {
      let cells = row.output.matches(of: #/<td data-heading="(?<heading>[^"]*)".*?<\/td>/#)
      for cell in cells where cell.output.heading != "Ada" {
        // Nobody owes a document that waits for an event which is not recorded.
        let isUndated = cell.output.0.contains("belum bertenggat")
        #expect(isUndated != cell.output.0.contains("href=\"/kewajiban/"), "\(cell.output.0)")
        #expect(cell.output.0.contains(#/<bdi>[^<]+<\/bdi>/#), "\(cell.output.0)")
      }
    }
    #expect(html.contains("value=\"63.05.12.2003/LPPDesa/2025\" aria-label=\"LPPDesa 2025 Desa"))
    #expect(!html.contains("value=\"63.05.12.2002/LKPJDes/2025\""))
  }
}
