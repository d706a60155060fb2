import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Dashboard

/// What keeps others from reading the pages, or through them.
struct SafeguardTests {
  @Test(arguments: [
    "/", "/jadwal", "/gaya.css", "/tidak-ada", "/jadwal?tahun=x", "/kewajiban/63.05.12/LPPD/2025",
  ])
  func `every answer has the headers that keep it where it is`(uri: String) async throws {
    let answer = try await Pages.filled().answer(uri)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"))
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(answer.headers[.cacheControl] == "no-store")
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace])
  func `nothing but a read is answered`(method: HTTPRequest.Method) async throws {
    let pages = try Pages.filled()
    for uri in ["/", "/kewajiban/63.05.12/LPPD/2025", "/tidak-ada"] {
      let answer = try await pages.answer(uri, method)
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == "GET, HEAD")
    }
  }

  @Test func `a head alone is answered without a body`() async throws {
    let answer = try await Pages.filled().answer("/", .head)
    #expect(answer.status == .ok)
    #expect(answer.body.readableBytes == 0)
  }

  @Test(arguments: [
    ("127.0.0.1:8617", true), ("127.0.0.1", true), ("localhost:9000", true), ("LOCALHOST", true),
    ("[::1]:8617", true), ("[::1]", true), ("evil.example", false), ("evil.example:8617", false),
    ("127.0.0.1.evil.example", false), ("localhost.evil.example:8617", false), ("", false),
    ("[::1].evil.example", false), ("[::1", false), ("127.0.0.1:8617@evil.example", false),
    ("192.168.1.2:8617", false), (":8617", false), ("localhost:", true),
  ])
  func `only this computer's own names are answered`(authority: String, isOwn: Bool) {
    #expect(Site.ownComputer.answers(to: authority) == isOwn)
  }

  @Test func `a request without a name is refused`() { #expect(!Site.ownComputer.answers(to: nil)) }

  @Test func `no page names anything beyond this server`() async throws {
    let pages = try Pages.filled()
    for uri in ["/", "/jadwal", "/desa", "/kepatuhan", "/riwayat", "/gaya.css"] {
      let text = try await pages.html(uri)
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("//"))
      #expect(!text.contains("<script") && !text.contains(" style=") && !text.contains(" on"))
    }
  }
}
