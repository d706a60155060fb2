import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Dashboard

/// A form that says what was sent with it, as the title of a page that it is answered with.
enum SentForm: PostedForm {
  static let path = "/uji/{unit}"
  static let writers = Audience.submitters
  static let fields: Set = ["catatan", "tanggal"]
  static let repeatedFields: Set = ["unit"]
  static let fileFields: Set = ["berkas"]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard fields["tanggal"] == nil else { return .seeOther(visit.paths.page("/desa")) }
    let files = try fields.files("berkas").map { file in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path.string))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path.string)
      let permissions = (mode[.posixPermissions] as? Int).map { String($0, radix: 8) } ?? ""
      return "\(file.name):\(file.size):\(bytes.count):\(permissions)"
    }
    let parts = [visit.parameters.get("unit") ?? "", fields["catatan"] ?? "-"]
    let title = (parts + fields.all("unit") + files).joined(separator: "|")
    return .page(SentPage(title: title), .unprocessableContent)
  }

  private struct SentPage: Page {
    static let path = "/uji"
    static let name: String? = nil
    static let template = "galat"
    static let readers = Audience.everyone
    static let keys: Set<String> = []
    let title: String
    let items: [Int] = []

    init(title: String) { self.title = title }
    init(_ visit: Visit) throws { title = "" }
  }
}

/// What is sent to be written.
struct ReceivedFormTests {
  private let premises: Premises

  init() throws {
    premises = try Premises(try Pages.filled().office, forms: [SentForm.self])
  }

  /// What is left of the files that were received.
  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: premises.spool.string)
  }

  private func title(_ answer: TestResponse) -> String {
    let html = String(buffer: answer.body)
    return html.firstMatch(of: #/<h1><bdi>(.*)</bdi></h1>/#).map { String($0.1) } ?? html
  }

  @Test func `the owner of the computer sends a form, and its fields come whole`() async throws {
    try await premises.visit { client in
      let browser = Guest(client)
      let answer = try await browser.post(
        "/uji/63.05.12",
        [("tanda", token), ("catatan", " a+b=c&d é% "), ("unit", "x"), ("unit", "y"), ("unit", "")])
      #expect(answer.status == .unprocessableContent)
      #expect(title(answer) == "63.05.12|a+b=c&amp;d é%|x|y")
      let done = try await browser.post(
        "/uji/63.05.12", [("tanda", token), ("tanggal", "2026-04-02")])
      #expect(done.status == .seeOther && done.headers[.location] == "/desa")
    }
  }

  /// What the pages have their forms send back.
  private var token: String { premises.ownToken.withLock { $0 } }

  @Test(
    arguments: [
      (nil, []), ("null", []), ("http://evil.example", []), ("http://localhost.evil.example", []),
      ("http://localhost:8080", []), ("http://localhost/", []), ("ftp://localhost", []), ("", []),
      (nil, [("Referer", "http://evil.example/localhost")]),
      (nil, [("Referer", "http://localhost@evil.example/")]),
      ("http://localhost", [("Sec-Fetch-Site", "cross-site")]),
      ("http://localhost", [("Sec-Fetch-Site", "same-site")]),
    ] as [(String?, [(String, String)])])
  func `a form that a page of another site sends is refused`(
    origin: String?, also: [(String, String)]
  ) async throws {
    try await premises.visit { client in
      let answer = try await Guest(client).post(
        "/uji/63.05.12", [("tanda", token)], from: origin, also: also)
      #expect(answer.status == .forbidden)
      #expect(title(answer) == "Formulir tidak diterima")
    }
  }

  @Test(
    arguments: [
      ("http://localhost", []), ("https://LOCALHOST", []),
      (nil, [("Referer", "http://localhost/desa?tahun=2026")]),
      ("http://localhost", [("Sec-Fetch-Site", "same-origin")]),
    ] as [(String?, [(String, String)])])
  func `a form that a page of this server sends is taken`(
    origin: String?, also: [(String, String)]
  ) async throws {
    try await premises.visit { client in
      let answer = try await Guest(client).post(
        "/uji/63.05.12", [("tanda", token)], from: origin, also: also)
      #expect(answer.status == .unprocessableContent)
    }
  }

  @Test func `a form without its token, or with another one, is refused`() async throws {
    let other = try Premises.withUsers([.planner, .manager], forms: [SentForm.self])
    try await other.visit { client in
      var first = Guest(client)
      var second = Guest(client)
      _ = try await first.logIn("kasubbag")
      _ = try await second.logIn("pengelola")
      let old = try await first.token()
      let foreign = try await second.token()
      _ = try await first.logIn("kasubbag")
      let own = try await first.token()
      #expect(Set([old, foreign, own]).count == 3)
      for pairs in [
        [], [("tanda", "")], [("tanda", old)], [("tanda", foreign)], [("tanda", own + "0")],
      ] {
        let answer = try await first.post("/uji/63.05.12", pairs)
        #expect(answer.status == .forbidden, "\(pairs)")
      }
      #expect(
        try await first.post("/uji/63.05.12", [("tanda", own), ("tanda", own)]).status
          == .badRequest)
      #expect(
        try await first.post("/uji/63.05.12", [("tanda", own)]).status == .unprocessableContent)
    }
  }

  @Test func `whoever is out is told so, and nothing is done`() async throws {
    let other = try Premises.withUsers([.planner], forms: [SentForm.self])
    try await other.visit { client in
      var browser = Guest(client)
      #expect(try await browser.post("/uji/63.05.12", []).status == .unauthorized)
      _ = try await browser.logIn("kasubbag")
      let token = try await browser.token()
      other.pass(Sessions.idle + .seconds(1))
      let answer = try await browser.post("/uji/63.05.12", [("tanda", token)])
      #expect(answer.status == .unauthorized)
      #expect(title(answer) == "Anda sudah keluar")
    }
  }

  @Test(arguments: [
    ([("catatn", "x")], "'catatn' tidak dikenal di formulir ini"),
    ([("catatan", "x"), ("catatan", "y")], "'catatan' dikirim dua kali"),
    ([("berkas", "x")], "'berkas' tidak dikenal di formulir ini"),
  ])
  func `what a form does not know is refused`(
    pairs: [(String, String)], sentence: String
  ) async throws {
    try await premises.visit { client in
      let answer = try await Guest(client).post(
        "/uji/63.05.12", [("tanda", token)] + pairs)
      #expect(answer.status == .badRequest)
      #expect(
        String(buffer: answer.body).replacing("&#39;", with: "'").contains(sentence))
    }
  }

  @Test(arguments: [
    ("text/plain", "tanda=x"), ("application/json", "{}"), ("", "tanda=x"),
    ("multipart/form-data", "--x\r\n"), ("multipart/form-data; boundary=", "--\r\n"),
    ("multipart/form-data; boundary=x", "--y--\r\n"), ("multipart/form-data; boundary=x", ""),
    ("application/x-www-form-urlencoded", "a=%ff"),
    ("application/x-www-form-urlencoded", "a=%zz"),
  ])
  func `a body that is no form is refused`(type: String, body: String) async throws {
    try await premises.visit { client in
      var headers = Guest(client).headers(Guest.origin)
      if !type.isEmpty { headers[.contentType] = type }
      let answer = try await client.execute(
        uri: "/uji/63.05.12", method: .post, headers: headers, body: ByteBuffer(string: body))
      #expect(answer.status == .badRequest)
    }
  }

  @Test func `a form has a size, whether it is announced or not`() async throws {
    try await premises.visit { client in
      let most = FormBody.longestText - "tanda=\(token)&catatan=".utf8.count
      for (count, status) in [
        (most, HTTPResponse.Status.unprocessableContent), (most + 1, .contentTooLarge),
      ] {
        let answer = try await Guest(client).post(
          "/uji/63.05.12", [("tanda", token), ("catatan", String(repeating: "a", count: count))])
        #expect(answer.status == status)
      }
    }
  }

  // MARK: - Files

  private func send(
    _ client: any TestClientProtocol, _ parts: [(head: String, body: [UInt8])]
  ) async throws -> TestResponse {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--batas\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8)
      body += part.body + Array("\r\n".utf8)
    }
    body += Array("--batas--\r\n".utf8)
    var headers = Guest(client).headers(Guest.origin)
    headers[.contentType] = "multipart/form-data; boundary=batas"
    return try await client.execute(
      uri: "/uji/63.05.12", method: .post, headers: headers, body: ByteBuffer(bytes: body))
  }

  @Test func `files come whole, under their own names, for this program alone, and are gone then`()
    async throws
  {
    try await premises.visit { client in
      let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      let answer = try await send(
        client,
        [
          ("name=\"tanda\"", Array(token.utf8)), ("name=\"catatan\"", Array("é\r\n--bata".utf8)),
          ("name=\"berkas\"; filename=\"C:\\folder\\LPPD 2025.pdf\"", large),
          ("name=\"berkas\"; filename=\"../../etc/a%22b.pdf\"", []),
          ("name=\"berkas\"; filename=\"\"", []),
        ])
      #expect(answer.status == .unprocessableContent)
      let html = String(buffer: answer.body)
      #expect(html.contains("|LPPD 2025.pdf:300000:300000:600|a&quot;b.pdf:0:0:600"))
      #expect(try leftovers().isEmpty)
    }
  }

  @Test(arguments: [
    [("name=\"lain\"; filename=\"a.pdf\"", "x")], [("name=\"catatan\"; filename=\"a.pdf\"", "x")],
    [("name=\"berkas\"", "x")], [("name=\"berkas\"; filename=\"\"", "x")],
    [("name=\"berkas\"; filename=\"a.pdf\"", "x"), ("name=\"tak\"", "x")],
    [("filename=\"a.pdf\"", "x")], [("name=berkas; nama=x", "x")],
  ])
  func `a file that no form asked for is refused, and none is left`(
    parts: [(String, String)]
  ) async throws {
    try await premises.visit { client in
      let answer = try await send(
        client,
        [("name=\"tanda\"", Array(token.utf8))] + parts.map { (head: $0.0, body: Array($0.1.utf8)) }
      )
      #expect(answer.status == .badRequest)
      #expect(try leftovers().isEmpty)
    }
  }

  @Test func `a file without a token is received and thrown away`() async throws {
    try await premises.visit { client in
      let answer = try await send(client, [("name=\"berkas\"; filename=\"a.pdf\"", [1, 2, 3])])
      #expect(answer.status == .forbidden)
      #expect(try leftovers().isEmpty)
    }
  }

  @Test func `who may not write sends no file`() async throws {
    let other = try Premises.withUsers([.reader], forms: [SentForm.self])
    try await other.visit { client in
      var browser = Guest(client)
      _ = try await browser.logIn("pembaca")
      var headers = browser.headers(Guest.origin)
      headers[.contentType] = "multipart/form-data; boundary=batas"
      let answer = try await client.execute(
        uri: "/uji/63.05.12", method: .post, headers: headers,
        body: ByteBuffer(string: "not even a form"))
      #expect(answer.status == .forbidden)
    }
  }
}
