import ComplianceModel
import Foundation
import Reminders
import TestSupport
import Testing

/// A webhook, against a real server on this machine.
struct WebhookTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What stands in every URL below and may stand in no reason.
  private let token = "bot-RAHASIA-7"

  private func sender(
    _ sink: HTTPSink, key: SecretSource? = nil, template: String? = nil, seconds: Int = 300
  ) -> ChannelSender {
    ChannelSender(
      .webhook(
        url: .plain(sink.url("/\(token)/sendMessage")), key: key, template: template,
        timeoutSeconds: seconds),
      in: folder)
  }

  // MARK: What is sent

  @Test func `a message is posted as JSON that holds it whole`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    let text = "Baris \"satu\" \\ é 🌾\nBaris dua\n"
    try await sender(sink).send(.sample(text: text, isMaybeRepeated: true))

    let request = try #require(sink.requests.first)
    #expect(sink.requests.count == 1)
    #expect(request.line == "POST /\(token)/sendMessage HTTP/1.1")
    #expect(request.header["content-type"] == "application/json; charset=utf-8")
    #expect(request.header["x-tenggat-id"] == "63.05.12-2025-03-30-kasi-pemerintahan")
    #expect(request.header["x-tenggat-signature"] == nil)
    #expect(request.text.hasPrefix(#"{"id":"63.05.12-2025-03-30-kasi-pemerintahan","kepada":"#))
    let read = try JSONSerialization.jsonObject(with: Data(request.body))
    let body = try #require(read as? [String: Any])
    #expect(body.count == 7)
    #expect(body["ringkas"] as? String == "1 lewat: LKPJ 2024 Desa Contoh")
    #expect(body["kepada"] as? String == "Kasi Pemerintahan")
    #expect(body["alamat"] as? String == "kasi@contoh.example")
    #expect(body["perihal"] as? String == "Pengingat 31 Maret 2025")
    #expect(body["teks"] as? String == text)
    #expect(body["mungkin_terkirim_ulang"] as? Bool == true)
  }

  @Test func `a person without an address is told as null`() async throws {
    let sink = try HTTPSink(.answers("201 Created"))
    try await sender(sink).send(.sample(address: nil))
    #expect(sink.requests.first?.text.contains(#""alamat":null"#) == true)
  }

  @Test func `a template is filled in its strings, once, and stays JSON`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    let template = """
      {"chat_id": "@ALAMAT@", "text": "*@PERIHAL@*\\n@TEKS@", "@TEKS@": [1, 2.5, true, null],
       "ke": {"nama": "@KEPADA@", "id": "@ID@@ID@", "lain": "@LAIN@"}, "besar": -1001234567890}
      """
    try await sender(sink, template: template).send(
      .sample(
        id: "A-1", person: "Budi \"B\" @ID@", address: "-100", subject: "P\\",
        text: "a\"}, {\"\nb @ALAMAT@\n"))
    let request = try #require(sink.requests.first)
    let read = try JSONSerialization.jsonObject(with: Data(request.body))
    let body = try #require(read as? NSDictionary)
    let expected: NSDictionary = [
      "chat_id": "-100", "text": "*P\\*\na\"}, {\"\nb @ALAMAT@\n",
      "@TEKS@": [1, 2.5, true, NSNull()] as [Any],
      "ke": ["nama": "Budi \"B\" @ID@", "id": "A-1A-1", "lain": "@LAIN@"],
      "besar": -1_001_234_567_890,
    ]
    #expect(body == expected)
  }

  @Test func `a template that is no JSON, or lacks its address, is not sent`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    let broken = try await sender(sink, template: "{\"teks\": @TEKS@}").failure(.sample())
    #expect(broken.reason == "templat webhook bukan JSON; perbaiki di kantor.yaml")
    let lacking = try await sender(sink, template: "[\"@ALAMAT@\"]").failure(.sample(address: nil))
    #expect(lacking.reason.contains("kontak Kasi Pemerintahan"))
    #expect(sink.requests.isEmpty)
  }

  @Test func `the signature is the HMAC of the very bytes that arrive`() async throws {
    try folder.write("  kunci-é-\(String(repeating: "panjang", count: 12)) \n\n", to: "kunci.txt")
    let sink = try HTTPSink(.answers("200 OK"))
    try await sender(sink, key: .file("kunci.txt")).send(.sample())
    let request = try #require(sink.requests.first)
    let key = "kunci-é-\(String(repeating: "panjang", count: 12))"
    let expected = hmac(key: Array(key.utf8), request.body)
    #expect(request.header["x-tenggat-signature"] == "sha256=\(expected)")
  }

  /// RFC 2104 word for word, from the hash alone.
  private func hmac(key: [UInt8], _ text: [UInt8]) -> String {
    var key = key.count > 64 ? ReferenceSHA256.digest(key) : key
    key += repeatElement(0, count: 64 - key.count)
    let inner = ReferenceSHA256.digest(key.map { $0 ^ 0x36 } + text)
    return ReferenceSHA256.hexadecimal(key.map { $0 ^ 0x5c } + inner)
  }

  // MARK: What is answered

  @Test(arguments: [
    ("400 Bad Request", "server webhook menjawab 400", true),
    ("401 Unauthorized", "server webhook menjawab 401: periksa token atau kunci saluran ini", true),
    ("404 Not Found", "server webhook menjawab 404: periksa alamat saluran ini (url)", true),
    ("408 Request Timeout", "server webhook menjawab 408", false),
    ("500 Internal Server Error", "server webhook menjawab 500", false),
    ("502 Bad Gateway", "server webhook menjawab 502", false),
  ])
  func
    `a refusal is a failure that names the status, and waits for a person where time mends nothing`(
      status: String, reason: String, needsPerson: Bool
    ) async throws
  {
    let sink = try HTTPSink(.answers(status))
    let failure = try await sender(sink, key: .plain("kunci")).failure(.sample())
    #expect(failure == DeliveryFailure(reason: reason, needsPerson: needsPerson))
    #expect(sink.requests.count == 1)
  }

  @Test func `a gateway that gave up waiting leaves the outcome unknown`() async throws {
    let sink = try HTTPSink(.answers("504 Gateway Timeout"))
    let failure = try await sender(sink).failure(.sample())
    #expect(failure.isOutcomeUnknown)
  }

  @Test(arguments: [
    (["Retry-After: 120"], 120), (["Retry-After: 0"], 0), (["Retry-After: 86401"], 86_400),
    (["Retry-After: 99999999999999999999"], 86_400), (["Retry-After: -5"], nil),
    (["Retry-After: besok"], nil), ([], nil),
    // The server's own clock counts; the message was sent on 30 March 2025 at 23:05:09 GMT.
    (["Date: Sun, 30 Mar 2025 23:00:00 GMT", "Retry-After: Sun, 30 Mar 2025 23:10:00 GMT"], 600),
    (["Retry-After: Sun, 30 Mar 2025 23:06:09 GMT"], 60),
    (["Retry-After: Sun, 30 Mar 2025 22:00:00 GMT"], 0),
    (["Retry-After: Sun, 30 Feb 2025 22:00:00 GMT"], nil),
  ])
  func `a server that asks to be left alone says for how long`(
    header: [String], seconds: Int?
  ) async throws {
    for status in ["429 Too Many Requests", "503 Service Unavailable"] {
      let sink = try HTTPSink(.answers(status, header))
      let failure = try await sender(sink).failure(.sample())
      #expect(failure.retryAfterSeconds == seconds)
      #expect(failure.reason == "server webhook menjawab \(status.prefix(3))")
      #expect(!failure.isOutcomeUnknown)
    }
  }

  @Test(arguments: ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
  func `a redirect is not followed`(status: String) async throws {
    let target = try HTTPSink(.answers("200 OK"))
    let sink = try HTTPSink(.answers(status, ["Location: \(target.url("/lain"))"]))
    let failure = try await sender(sink).failure(.sample())
    #expect(
      failure.reason == "server webhook mengalihkan (\(status.prefix(3))) dan pengalihan tidak "
        + "diikuti; pakai alamat tujuannya, kecuali itu halaman masuk jaringan (hotspot)")
    #expect(!failure.isOutcomeUnknown)
    #expect(target.requests.isEmpty)
  }

  // MARK: No answer

  @Test(arguments: [
    (HTTPSink.Manner.isSilent, 3, "server webhook tidak menjawab tepat waktu"),
    (.breaksOff, 300, "server webhook memutus sambungan sebelum menjawab"),
    (.breaksOffInHead, 300, "server webhook memutus sambungan sebelum menjawab"),
  ])
  func `once the message has gone out, silence leaves the outcome unknown`(
    manner: HTTPSink.Manner, seconds: Int, reason: String
  ) async throws {
    let sink = try HTTPSink(manner)
    let failure = try await sender(sink, key: .plain("kunci"), seconds: seconds).failure(.sample())
    let isSlow = if case .isSilent = manner { true } else { false }
    #expect(
      failure
        == DeliveryFailure(reason: reason, isOutcomeUnknown: true, stopsChannel: isSlow))
    #expect(sink.requests.count == 1)
  }

  @Test func `a server that is not there has got nothing`() async throws {
    let port = try TCPSink { _ in }.port
    let sender = ChannelSender(
      .webhook(
        url: .plain("http://127.0.0.1:\(port)/\(token)"), key: nil, template: nil,
        timeoutSeconds: 300),
      in: folder)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.hasPrefix("server webhook tidak dapat dihubungi"))
    #expect(!failure.reason.contains(token))
    #expect(!failure.isOutcomeUnknown)
  }

  @Test func `a server that hangs up on a long message ends the attempt and nothing else`()
    async throws
  {
    let server = try TCPSink { connection in
      while let field = connection.readLine(), !field.isEmpty {}
      _ = connection.read(1)
    }
    let sender = ChannelSender(
      .webhook(
        url: .plain("http://127.0.0.1:\(server.port)/\(token)"), key: nil, template: nil,
        timeoutSeconds: 300),
      in: folder)
    let long = String(repeating: "Baris panjang sekali\n", count: 500_000)
    let failure = try await sender.failure(.sample(text: long))
    #expect(failure.reason == "server webhook memutus sambungan sebelum menjawab")
    #expect(failure.isOutcomeUnknown)
  }

  @Test func `a server that speaks no TLS has got nothing`() async throws {
    let server = try TCPSink { connection in connection.write("HTTP/1.1 400 Bad Request\r\n\r\n") }
    let sender = ChannelSender(
      .webhook(
        url: .plain("https://127.0.0.1:\(server.port)/\(token)"), key: nil, template: nil,
        timeoutSeconds: 300),
      in: folder)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.hasPrefix("server webhook tidak dapat dihubungi"))
    #expect(!failure.isOutcomeUnknown)
  }

  // MARK: Secrets

  @Test(arguments: [
    "", "bot-RAHASIA-7", "ftp://contoh.example/bot-RAHASIA-7", "http://", "https:///bot-RAHASIA-7",
    "http://contoh.example:x/bot-RAHASIA-7", "http://127.0.0.1:99999/bot-RAHASIA-7",
    "http://127.0.0.1:0/bot-RAHASIA-7", "http://[::1]:65536/bot-RAHASIA-7",
    "http://127.0.0.1:-1/bot-RAHASIA-7", "http://127.0.0.1:/bot-RAHASIA-7",
    "http://127.0.0.1:18446744073709551616/bot-RAHASIA-7", "http+unix://bot-RAHASIA-7/",
    "file:///bot-RAHASIA-7",
    "http://contoh.example/bot-RAHASIA-7 spasi\r\nX: y",
  ])
  func `a URL that is none is told without it`(url: String) async throws {
    let sender = ChannelSender(
      .webhook(url: .plain(url), key: nil, template: nil, timeoutSeconds: 300), in: folder)
    let failure = try await sender.failure(.sample())
    #expect(!failure.reason.contains("RAHASIA"))
    #expect(!failure.isOutcomeUnknown)
  }

  @Test func `secrets come from the environment and from files of the workspace`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    try folder.write("\(sink.url("/dari-berkas"))\r\n", to: "rahasia/url.txt")
    let sources: [SecretSource] = [.environment("URL_UJI"), .file("rahasia/url.txt")]
    for source in sources {
      let sender = ChannelSender(
        .webhook(url: source, key: nil, template: nil, timeoutSeconds: 300), in: folder,
        variables: ["URL_UJI": sink.url("/dari-lingkungan")])
      try await sender.send(.sample())
    }
    #expect(
      sink.requests.map(\.line) == [
        "POST /dari-lingkungan HTTP/1.1", "POST /dari-berkas HTTP/1.1",
      ])
  }

  @Test func `further headers go with it, from where their values lie`() async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    try folder.write("Bearer \(token)\n", to: "rahasia/wa.txt")
    let sender = ChannelSender(
      .webhook(
        url: .plain(sink.url("/")), key: nil,
        headers: [
          "Authorization": .file("rahasia/wa.txt"), "X-Kantor": .plain("Hatungun"),
          "user-agent": .environment("AGEN"),
        ], template: nil, timeoutSeconds: 300), in: folder, variables: ["AGEN": "kantor/1"])
    try await sender.send(.sample())
    let header = try #require(sink.requests.first).header
    #expect(header["authorization"] == "Bearer \(token)")
    #expect(header["x-kantor"] == "Hatungun")
    #expect(header["user-agent"] == "kantor/1")
  }

  @Test(arguments: ["satu\r\nX-Lain: dua", "rahasia-\u{E9}", "a\u{0}b"])
  func `a header of more than a line of ASCII is refused and not shown`(
    _ value: String
  ) async throws {
    let sink = try HTTPSink(.answers("200 OK"))
    let sender = ChannelSender(
      .webhook(
        url: .plain(sink.url("/")), key: nil, headers: ["X-Kunci": .plain(value)], template: nil,
        timeoutSeconds: 300), in: folder)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason == "isi kepala X-Kunci bukan satu baris teks ASCII")
    #expect(sink.requests.isEmpty)
  }

  @Test func `a secret that is not there is named by its place`() async throws {
    try folder.write(" \n", to: "kosong.txt")
    let cases: [(SecretSource, String)] = [
      (.environment("TAK_ADA"), "variabel lingkungan TAK_ADA belum diisi"),
      (.environment("KOSONG"), "variabel KOSONG kosong"),
      (.file("tak-ada.txt"), "berkas rahasia tak-ada.txt tidak dapat dibaca: tidak ada"),
      (.file("kosong.txt"), "berkas kosong.txt kosong"),
      (.file("."), "berkas rahasia . tidak dapat dibaca: itu folder"),
    ]
    let sink = try HTTPSink(.answers("200 OK"))
    for (source, reason) in cases {
      for (url, key) in [(source, nil), (.plain(sink.url("/")), source)] {
        let sender = ChannelSender(
          .webhook(url: url, key: key, template: nil, timeoutSeconds: 300), in: folder,
          variables: ["KOSONG": ""])
        let failure = try await sender.failure(.sample())
        #expect(failure == DeliveryFailure(reason: reason))
      }
    }
    #expect(sink.requests.isEmpty)
  }
}
