import Foundation
import TestSupport
import Testing

@testable import Dashboard

/// What the page of the checks shows.
struct InspectionPageTests {
  /// An office with a row that was recorded late, and evidence that is in no row.
  private static func doubtful(strays: Int) throws -> Pages {
    let pages = try Pages.filled()
    for number in 0..<strays {
      try pages.office.folder.write("\(number)", to: "dokumen/63.05.12/2026/sisa-\(number).pdf")
    }
    return pages
  }

  @Test(arguments: [
    ("/periksa", "periksa"), ("/periksa?nama=susulan", "periksa-susulan"),
  ])
  func `the page shows what it is asked`(uri: String, name: String) async throws {
    expectGolden(
      try await InspectionPageTests.doubtful(strays: 0).html(uri), named: "\(name).html")
  }

  @Test func `nothing is looked through before somebody asks for it`() async throws {
    #expect(!(try await Pages.filled().html("/periksa")).contains("pemeriksaan:"))
  }

  @Test func `what has one cause is told once, and each finding where it is asked for`()
    async throws
  {
    let pages = try InspectionPageTests.doubtful(strays: 5)
    let some = try await pages.html("/periksa?nama=bukti")
    #expect(some.contains("5 temuan serupa"))
    #expect(some.contains("sisa-2.pdf") && !some.contains("sisa-4.pdf"))
    let link = "/periksa?nama=bukti&amp;semua=ya"
    #expect(some.contains("href=\"\(link)\""))
    let all = try await pages.html("/periksa?nama=bukti&semua=ya")
    #expect(all.contains("sisa-4.pdf") && !all.contains("temuan serupa"))
    #expect(!all.contains(link))
  }

  @Test func `a broken chain is a fault with its place and its remedy`() async throws {
    let pages = try Pages.filled()
    try pages.office.change("buku/63.05.12/2026.csv", "susulan: sakit", to: "susulan: sehat")
    let html = try await pages.html("/periksa?nama=buku")
    #expect(html.contains("<strong class=\"bad\">galat</strong>"))
    #expect(html.contains("<code>buku/63.05.12/2026.csv:3"))
  }

  @Test(arguments: ["nama=hantu", "nama=", "semua=tidak", "berkas=kantor.yaml"])
  func `what is not understood is refused, an empty name is none`(query: String) async throws {
    let answer = try await Pages.filled().refusal("/periksa?\(query)")
    #expect(answer.status == (query == "nama=" ? 200 : 400))
  }
}
