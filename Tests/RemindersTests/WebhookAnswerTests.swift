import CalendarFiles
import ComplianceModel
import Foundation
import Reminders
import TestSupport
import Testing

/// What a server answers, read from its content, against a real server on this machine.
struct WebhookAnswerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let token = "bot7712345:AAE-rahasia_9x"

  /// The services that the program ships.
  private static var services: [WebhookService] {
    get throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let file = root.appending(path: "Calendars/saluran/layanan.yaml")
      let text = YAMLText(try [UInt8](Data(contentsOf: file)), file: "layanan.yaml")
      let (services, findings) = ServiceFile.read(text)
      #expect(findings == [])
      return services
    }
  }

  /// What became of a message to which a server answered so; `nil` where it was sent.
  private func failure(
    _ body: String, status: String = "200 OK", _ header: [String] = [], service: String? = nil,
    accepted: AcceptedAnswer? = nil, headers: [String: SecretSource] = [:],
    address: String = "081234567890"
  ) async throws -> DeliveryFailure? {
    let sink = try HTTPSink(.answers(status, header, body: body))
    let sender = ChannelSender(
      .webhook(
        url: .plain(sink.url("/\(WebhookAnswerTests.token)/sendMessage")), key: nil,
        headers: headers, template: nil, timeoutSeconds: 300, service: service,
        accepted: accepted), in: folder, services: try WebhookAnswerTests.services)
    do {
      try await sender.send(.sample(address: address))
      return nil
    } catch let failure as DeliveryFailure {
      return failure
    }
  }

  // MARK: Without a description

  @Test(arguments: [
    #"{"ok":true}"#, "{}", "[]", "7", #""antre""#, #"{"status":"queued","id":1}"#,
    #"{"status":true,"detail":"success! message in queue"}"#, #"{"error":null,"errors":[]}"#,
    #"{"error":"","errors":{},"error_code":0,"is_error":false}"#, "\u{FEFF}{\"ok\":true}",
    #"{"status":200,"code":"200"}"#, #"{"text":"<html>error: failed</html>"}"#,
    #"{"result":{"text":"status failed"}}"#, #"{"messages":[{"id":"wamid.1"}]}"#,
  ])
  func `JSON that denies nothing is a message sent`(body: String) async throws {
    let failure = try await failure(body)
    #expect(failure == nil)
  }

  @Test(arguments: [
    #"{"ok":false}"#, #"{"OK":false}"#, #"{"status":false}"#, #"{"Status":false}"#,
    #"{"success":false}"#, #"{"success":0}"#, #"{"success":0.0}"#, #"{"code":400.0}"#,
    #"{"success":"false"}"#, #"{"status":"error"}"#,
    #"{"status":"Failed"}"#, #"{"status":"gagal"}"#, #"{"error":"x"}"#, #"{"error":true}"#,
    #"{"error":{"code":5}}"#, #"{"errors":[{"a":1}]}"#, #"{"error_code":12}"#,
    #"{"status":401}"#, #"{"code":"403"}"#, #"{"sukses":false}"#, #"{"data":{"ok":false}}"#,
    #"[{"status":true},{"status":false}]"#, "false", "null", #""error""#,
    #"{"data":{"results":[{"success":false}]}}"#,
  ])
  func `JSON that denies anything is a message not sent, which waits for a person`(
    body: String
  ) async throws {
    let failure = try #require(try await failure(body))
    #expect(failure.reason.hasPrefix("server webhook menolak pesan (jawaban 200)"))
    #expect(!failure.isOutcomeUnknown)
    #expect(failure.needsPerson)
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body>Silakan masuk</body></html>", "\n <HTML>login</HTML>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html/>", "<head><title>WiFi</title></head>",
  ])
  func `a web page is a network's log-in, also where anything is accepted`(
    body: String
  ) async throws {
    for accepted in [nil, AcceptedAnswer.anything] {
      let failure = try #require(
        try await failure(body, ["Content-Type: text/html"], accepted: accepted))
      #expect(failure.reason.contains("halaman web"))
      #expect(!failure.isOutcomeUnknown)
      #expect(!failure.needsPerson)
    }
  }

  @Test(arguments: [
    ("", "200 OK", "menjawab 200 tanpa isi"), ("", "204 No Content", "menjawab 204 tanpa isi"),
    (" \n\t", "200 OK", "menjawab 200 tanpa isi"),
    ("Pesan diterima", "202 Accepted", "menjawab 202 bukan dengan JSON (Pesan diterima)"),
    ("{\"ok\":tr", "200 OK", "menjawab 200 bukan dengan JSON ({\"ok\":tr)"),
    ("<ok/>", "200 OK", "menjawab 200 bukan dengan JSON (<ok/>)"),
  ])
  func
    `an answer that may mean anything leaves the outcome unknown until a person says what it means`(
      body: String, status: String, reason: String
    ) async throws
  {
    let failure = try #require(try await failure(body, status: status))
    #expect(failure.reason.contains(reason))
    #expect(failure.reason.contains("diterima_bila: apa-saja"))
    #expect(failure.isOutcomeUnknown)
    #expect(failure.needsPerson)
    let taken = try await self.failure(body, status: status, accepted: .anything)
    #expect(taken == nil)
  }

  @Test func `an answer that breaks off leaves the outcome unknown`() async throws {
    let sink = try HTTPSink(.breaksOffInBody("200 OK"))
    let sender = ChannelSender(
      .webhook(url: .plain(sink.url("/")), key: nil, template: nil, timeoutSeconds: 300),
      in: folder)
    let failure = try await sender.failure(.sample())
    #expect(failure.reason.contains("sebelum jawabannya selesai"))
    #expect(failure.isOutcomeUnknown)
    #expect(!failure.needsPerson)
  }

  // MARK: With a description

  @Test(arguments: [
    (#"{"id":["1"],"process":"pending"}"#, true), (#"{"ID":"1","process":"Pending"}"#, true),
    (#"{"id":[],"process":"pending"}"#, false), (#"{"id":"1","process":"stop"}"#, false),
    (#"{"process":"pending"}"#, false), (#"{"id":"1","process":"sent","error":"x"}"#, false),
    (#"{"id":"1","process":"sent","error":null}"#, true), ("[]", false), ("7", false),
    (#"[{"id":1,"process":"sent"},{"id":2,"process":"pending"}]"#, true),
    (#"[{"id":1,"process":"sent"},{"id":2,"process":"stop"}]"#, false),
  ])
  func `a channel says itself what an accepted answer looks like`(
    body: String, isSent: Bool
  ) async throws {
    let accepted = AcceptedAnswer.holding([
      AnswerCondition(path: ["id"], expected: [.present]),
      AnswerCondition(path: ["process"], expected: [.text("pending"), .text("sent")]),
      AnswerCondition(path: ["error"], expected: [.absent]),
    ])
    let failure = try await failure(body, accepted: accepted)
    #expect((failure == nil) == isSent)
  }

  @Test(arguments: [
    ("telegram", #"{"ok":true,"result":{"message_id":1,"text":"error"}}"#, true),
    ("telegram", #"{"result":{"message_id":1}}"#, false),
    ("fonnte", #"{"status":true,"id":["1"],"process":"pending"}"#, true),
    ("fonnte", #"{"Status":false,"reason":"token invalid"}"#, false),
    ("whatsapp-cloud", #"{"messages":[{"id":"wamid.1","message_status":"accepted"}]}"#, true),
    ("whatsapp-cloud", #"{"contacts":[{"wa_id":"1"}],"messages":[{"id":"wamid.1"}]}"#, true),
    (
      "whatsapp-cloud",
      #"{"messages":[{"id":"w","message_status":"held_for_quality_assessment"}]}"#, false
    ),
    ("whatsapp-cloud", #"{"messages":[]}"#, false), ("whatsapp-cloud", "{}", false),
  ])
  func `the services that are shipped are read as they answer`(
    service: String, body: String, isSent: Bool
  ) async throws {
    let failure = try await failure(body, service: service)
    #expect((failure == nil) == isSent)
  }

  // MARK: Why

  @Test(arguments: [
    (#"{"ok":false,"description":"Bad Request: x"}"#, ": Bad Request: x"),
    (#"{"status":false,"message":"kuota"}"#, ": kuota"),
    (#"{"status":false,"reason":"r"}"#, ": r"), (#"{"error":{"message":"m"}}"#, ": m"),
    (#"{"success":false,"detail":"d"}"#, ": d"), (#"{"errors":["satu","dua"]}"#, ": satu"),
    (#"{"errors":[{"detail":"d"}]}"#, ": d"), (#"{"error":"e"}"#, ": e"),
    (#"{"ok":false,"data":{"msg":"m"}}"#, ": m"), (#"{"ok":false}"#, " tanpa alasan"),
    (#"{"ok":false,"description":"a\u0000\u001b[31mb\nc\u202e"}"#, ": a[31mb c"),
    (#"{"ok":false,"description":5}"#, " tanpa alasan"),
  ])
  func `the server's own reason is told`(body: String, reason: String) async throws {
    let failure = try #require(try await failure(body))
    #expect(failure.reason == "server webhook menolak pesan (jawaban 200)\(reason)")
  }

  @Test func `a reason is no longer than 300 characters and holds no secret and no address`()
    async throws
  {
    let bare = WebhookAnswerTests.token.dropFirst(3)
    let said =
      "token \(bare) untuk 081234567890 di /\(WebhookAnswerTests.token)/, kunci KUNCI-77 "
      + String(repeating: "x", count: 500)
    let failure = try #require(
      try await failure(
        #"{"ok":false,"description":"\#(said)"}"#,
        headers: ["Authorization": .plain("Bearer KUNCI-77")]))
    #expect(
      failure.reason.hasPrefix(
        "server webhook menolak pesan (jawaban 200): token *** untuk *** di /***/, kunci *** xxx"))
    #expect(failure.reason.count == "server webhook menolak pesan (jawaban 200): ".count + 300)
  }

  @Test(arguments: [
    (
      "400 Bad Request",
      #"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234}}"#,
      "ganti kontaknya di kantor.yaml dengan -1001234", true
    ),
    (
      "403 Forbidden",
      #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
      "penerima memblokir bot", true
    ),
    (
      "400 Bad Request", #"{"ok":false,"description":"Bad Request: chat not found"}"#,
      "belum mengirim /start", true
    ),
    ("200 OK", #"{"reason":"disconnected device","status":false}"#, "memindai kode QR", true),
    (
      "400 Bad Request", #"{"error":{"message":"(#130429) Rate limit hit","code":130429}}"#,
      "Rate limit hit", false
    ),
    (
      "400 Bad Request", #"{"error":{"message":"Re-engagement message","code":131047}}"#,
      "@RINGKAS@", true
    ),
    ("500 Internal Server Error", #"{"message":"coba nanti"}"#, "menjawab 500: coba nanti", false),
    ("401 Unauthorized", "Token salah", "menjawab 401: Token salah; periksa token", true),
    ("403 Forbidden", "<html>proxy</html>", "menjawab 403", false),
  ])
  func `a known refusal has its own remedy, also without naming the service`(
    status: String, body: String, reason: String, needsPerson: Bool
  ) async throws {
    let failure = try #require(try await failure(body, status: status))
    #expect(failure.reason.contains(reason))
    #expect(failure.needsPerson == needsPerson)
    #expect(!failure.isOutcomeUnknown)
  }

  @Test(arguments: [("7", 7), ("-3", 0), ("99999999999", 86_400), ("\"x\"", nil), ("1e300", nil)])
  func `a wait that stands in the answer is kept`(asked: String, seconds: Int?) async throws {
    let failure = try #require(
      try await failure(
        #"{"ok":false,"parameters":{"retry_after":\#(asked)}}"#, status: "429 Too Many Requests"))
    #expect(failure.retryAfterSeconds == seconds)
    #expect(!failure.needsPerson)
  }

  // MARK: What no service answers

  @Test(arguments: [
    "000 Nothing", "099 X", "199 X", "600 X", "999 X", "abc", "", "-1 X", "20000 X",
    "200", "18446744073709551616 X",
  ])
  func `a status that is none ends the attempt and nothing else`(status: String) async throws {
    let failure = try await failure(#"{"ok":true}"#, status: status)
    #expect((failure == nil) == (status == "200"))
  }

  @Test func `whatever bytes an answer holds end the attempt and nothing else`() async throws {
    let deep = String(repeating: "[", count: 60_000)
    let nested =
      String(repeating: #"{"a":"#, count: 400) + "1" + String(repeating: "}", count: 400)
    let long = #"{"ok":true,"x":""# + String(repeating: "y", count: 200_000) + #""}"#
    let odd = [
      deep, nested, long, "{\"ok\":1e999}", "{\"ok\":-99999999999999999999999}", "\u{0}\u{0}",
      "{\"status\":1e999}", "{\"code\":9223372036854775808}", "{\"\":{\"\":[]}}", "\"\\ud800\"",
      "{\"ok\":true}{\"ok\":true}", "<", "{", "]", "nan",
    ]
    for body in odd {
      _ = try await failure(body)
      _ = try await failure(body, service: "telegram")
      _ = try await failure(body, status: "400 Bad Request")
    }
    let failure = try #require(try await failure(long))
    #expect(failure.reason.contains("terlalu panjang"))
    #expect(failure.isOutcomeUnknown)
  }

  @Test func `random answers never crash`() async throws {
    var random = SplitMix64(seed: 7)
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"ok\"", "\"error\"", "true", "false", "null", "1e5", "-",
      "\"", "\\u00", "<html>", "\u{FEFF}", " ", "9999999999999999999",
    ]
    for _ in 0..<60 {
      let body = (0..<(1 + Int(random.next() % 12))).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      _ = try await failure(body)
    }
  }
}
