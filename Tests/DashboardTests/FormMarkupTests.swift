import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Dashboard

/// What who hears a page, or uses it without a mouse, needs of its markup.
struct FormMarkupTests {
  private static let uris = [
    "/kewajiban/63.05.12/LKPJ/2025", "/desa?tahun=2026", "/masuk",
    "/kewajiban/63.05.12/LKPJ/2025/catat", "/kewajiban/63.05.12/LPPD/2025/kembalikan",
    "/kewajiban/63.05.12/LPPD/2025/terima", "/kewajiban/63.05.12/LKPJ/2025/bebaskan",
    "/kewajiban/63.05.12/LKPJ/2025/perpanjang",
    "/kewajiban/63.05.12/LPPD/2025/batalkan?baris=2026%231",
  ]

  @Test(arguments: uris)
  func `every field has a label, and headings are in order`(uri: String) async throws {
    try Self.expectSound(try await Pages.filled().html(uri))
  }

  @Test func `faults and previews too`() async throws {
    let pages = try Pages.filled()
    try await pages.browse { browser in
      let uri = "/kewajiban/63.05.12/LKPJ/2025/catat"
      for fields: KeyValuePairs in [["tanggal": "x"], ["tanggal": "2026-04-01"]] {
        let answer = try await browser.post(uri, fields, files: [.init("a.txt", "teks")])
        try Self.expectSound(String(buffer: answer.body))
      }
    }
  }

  private static func expectSound(_ html: String) throws {
    for field in html.matches(of: #/<(?:input|select|textarea)[^>]*>/#).map(\.output) {
      if field.contains("type=\"hidden\"") || field.contains("aria-label=") { continue }
      let id = try #require(field.firstMatch(of: #/ id="([^"]*)"/#), "\(field)").output.1
      #expect(html.contains("<label for=\"\(id)\">"), "\(field)")
      for described in field.matches(of: #/aria-describedby="([^"]*)"/#) {
        for id in described.output.1.split(separator: " ") {
          #expect(html.contains("id=\"\(id)\""), "\(id)")
        }
      }
    }
    let levels = html.matches(of: #/<h([1-6])[ >]/#).compactMap { Int($0.output.1) }
    #expect(levels.count { $0 == 1 } == 1)
    for (before, after) in zip(levels, levels.dropFirst()) where after > before {
      #expect(after == before + 1, "h\(before), then h\(after)")
    }
    let ids = html.matches(of: #/ id="([^"]*)"/#).map(\.output.1)
    #expect(Set(ids).count == ids.count, "\(ids)")
  }
}
