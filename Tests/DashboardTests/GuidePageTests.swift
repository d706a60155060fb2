import Foundation
import HTTPTypes
import HummingbirdTesting
import PlainText
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// The guide as pages, and the way to it from every other page.
struct GuidePageTests {
  /// The pages that others lead to the guide from, by their paths.
  static let helped: [String: GuidePlace] = {
    var places: [String: GuidePlace] = [:]
    for page in Dashboard.pages { places[page.path] = page.help }
    return places
  }()

  @Test func `every page that is not of the guide has a part of it that explains it`() throws {
    for page in Dashboard.pages where !page.path.hasPrefix(GuideIndexPage.path) {
      #expect(page.help != nil, "\(page.path)")
    }
  }

  @Test(arguments: helped.values.sorted { "\($0)" < "\($1)" })
  func `what is linked to is there`(_ place: GuidePlace) throws {
    let guide = try Guide(try FoundedWorkspace().data)
    let page = try #require(try guide.page(named: place.page))
    #expect(page.name == place.page)
    if let heading = place.heading { #expect(page.section(heading) != nil, "\(heading)") }
  }

  @Test(arguments: [
    ("https://contoh.invalid/a", true), ("http://contoh.invalid/a", true),
    ("javascript:x", false),
  ])
  func `a link to another site leads there, and none to anything else`(
    _ place: String, _ leads: Bool
  ) throws {
    let guide = try Guide(try FoundedWorkspace().data)
    let page = try #require(try guide.page(named: Guide.front))
    let today = try day("2026-04-02")
    let lines = GuideLines(guide, PagePath(today, today: today, base: ""))
    let line = try lines.line("lihat [di sini](\(place))", on: page)
    #expect(line.runs.compactMap(\.address) == (leads ? [place] : []))
  }

  @Test func `a page leads to what explains it`() async throws {
    let html = try await Pages.filled().html("/kepatuhan")
    let address = "/panduan/Kasubbag#Berapa-persen-tepat-waktu"
    #expect(html.contains("<li class=\"help\"><a href=\"\(address)\">Bantuan</a></li>"))
    #expect(
      try await Pages.filled().html("/panduan/Kasubbag").contains(
        "<h2 id=\"Berapa-persen-tepat-waktu\">Berapa persen tepat waktu</h2>"))
    // A page of another day leads to one of that day, on which one comes back to it.
    let earlier = try await Pages.filled().html("/kepatuhan?per=2026-03-12")
    #expect(
      earlier.contains("href=\"/panduan/Kasubbag?per=2026-03-12#Berapa-persen-tepat-waktu\""))
  }

  @Test func `the list names every page of the guide`() async throws {
    let pages = try Pages.filled()
    let html = try await pages.html("/panduan")
    for name in try Guide(pages.office.data).names where name != Guide.front {
      #expect(html.contains("<a href=\"/panduan/\(name)\">"), "\(name)")
    }
    #expect(html.contains("<h2>Menurut jabatan</h2>"))
  }

  @Test func `a page of the guide is shown with its headings, tables, lists, code and pictures`()
    async throws
  {
    let html = try await Pages.filled().html("/panduan/Halaman")
    for part in [
      "<h2 id=\"Yang-masuk\">Yang masuk</h2>",
      "<a href=\"/panduan/Halaman#Yang-masuk\">Yang masuk</a>",
      "<th scope=\"row\" data-heading=\"halaman\">Beranda</th>",
      "<ol><li>Isi, lalu tekan <em>Periksa dahulu</em>.",
      "<pre tabindex=\"0\"><code>cd hatungun\ntenggat layani</code></pre>",
      "<img src=\"/panduan/gambar/halaman-desa.png\" alt=\"Dokumen desa: ",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  /// The words of a text: what people read, without any mark.
  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
  }

  @Test func `no page of the guide loses a word, shows a mark, or leads nowhere`() async throws {
    let pages = try Pages.filled()
    let guide = try Guide(pages.office.data)
    var anchors: [String: Set<String>] = [:]
    var links: [(page: String, address: Substring)] = []
    for name in guide.names {
      let html = try await pages.html("/panduan/\(name)")
      let main = try #require(html.firstMatch(of: #/<main id="isi">((.|\n)*)</main>/#)).1
      anchors["/panduan/\(name)"] = Set(main.matches(of: #/ id="([^"]+)"/#).map { String($0.1) })
      links += main.matches(of: #/href="([^"]+)"/#).map { (name, $0.1) }
      let prose = main.replacing(#/<pre(.|\n)*?</pre>/#, with: "")
        .replacing(#/<code>.*?</code>/#, with: "")
      for mark in ["**", "&lt;doc:", "```", "](", "&lt;!--", "| ---"] {
        #expect(!prose.contains(mark), "\(name): \(mark)")
      }
      var source = try guide.text(of: name)
      source = source.replacing(#/<!--(.|\n)*?-->/#, with: "")
        .replacing(#/(?m)^@Metadata \{(.|\n)*?^\}/#, with: "")
        .replacing(#/(?m)^ *```[a-z]*$/#, with: "")
        .replacing(#/\]\([^)\n]*\)/#, with: "").replacing(#/<doc:[^>]*>/#, with: "")
      let shown = main.replacing(#/alt="([^"]*)"/#) { " > \($0.1) <" }
        .replacing(#/<[^>]*>/#, with: " ").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      let lost = Self.words(source).subtracting(Self.words(String(shown)))
      // What orders the items of a list, the browser counts.
      #expect(lost.filter { Int($0) == nil } == [], "\(name)")
    }
    for (page, address) in links where address.hasPrefix("/panduan/") {
      let parts = address.split(separator: "#", maxSplits: 1)
      let known = try #require(anchors[String(parts[0])], "\(page): \(address)")
      if parts.count > 1 { #expect(known.contains(String(parts[1])), "\(page): \(address)") }
    }
  }

  @Test func `a picture of the guide is shown, and no other file`() async throws {
    let pages = try Pages.filled()
    let picture = try await pages.answer("/panduan/gambar/halaman-desa.png")
    #expect(picture.status == .ok)
    #expect(picture.headers[.contentType] == "image/png")
    for name in ["Mulai.md", "tidak-ada.png", "..%2F..%2Fkantor.yaml", "..%2FMulai.md"] {
      #expect(try await pages.refusal("/panduan/gambar/\(name)").status == 404, "\(name)")
    }
    #expect(try await pages.refusal("/panduan/tidak-ada").status == 404)
    #expect(try await pages.refusal("/panduan/..%2FREADME").status == 404)
  }
}
