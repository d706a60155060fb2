import TestSupport

/// The bytes of an answer that no honest server gives, made up from a seed.
struct HostileAnswer {
  let bytes: [UInt8]

  private static let versions = [
    "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/99999.1", "ICY",
    "PRI * HTTP/2.0", "",
  ]
  private static let statuses = [
    "200", "200", "0", "000", "001", "099", "100", "101", "102", "103", "199", "204", "304", "429",
    "503", "600", "999", "1000", "65535", "65536", "99999999999999999999", "-1", "", "2e2",
  ]
  private static let fields = [
    "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999",
    "Content-Length: 9223372036854775807", "Content-Length: 5\r\nContent-Length: 6",
    "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 3", "Retry-After: 1e300", "Retry-After: -5",
    "Retry-After: 99999999999999999999", "Retry-After: Mon, 99 Foo 99999999 99:99:99 GMT",
    "Date: Fri, 31 Dec 9999 23:59:59 GMT", "Date: Mon, 31 Mar 0000 00:00:00 GMT",
    "Upgrade: h2c\r\nConnection: Upgrade", "Connection: close", "Content-Type: text/html",
    "Content-Encoding: gzip", "\u{0}: \u{0}", ": ", "a", " folded", "HTTP/1.1 200 OK",
  ]
  private static let bodies = [
    "", "hello", "{}", "5\r\nhello\r\n0\r\n\r\n", "ffffffffffffffff\r\nx", "-1\r\n",
    "7fffffffffffffff\r\nabc", "0\r\nTrailer: x\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    #"{"ok":false,"error_code":1e300,"parameters":{"retry_after":1e300}}"#,
    #"{"ok":false,"error_code":-9223372036854775808,"parameters":{"retry_after":-9223372036854775808}}"#,
    #"{"ok":false,"parameters":{"retry_after":99999999999999999999}}"#,
    #"{"status":1e308,"code":-1e308,"statusCode":9223372036854775807}"#,
    String(repeating: "[", count: 60_000), String(repeating: "{\"a\":", count: 10_000),
  ]

  /// Makes up one.
  init(_ random: inout SplitMix64) {
    func pick(_ texts: [String], _ random: inout SplitMix64) -> String {
      texts[Int.random(in: 0..<texts.count, using: &random)]
    }
    func noise(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    guard Int.random(in: 0..<10, using: &random) > 0 else {
      bytes = noise(Int.random(in: 0..<400, using: &random), &random)
      return
    }
    var text = ""
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let version = pick(HostileAnswer.versions, &random)
      text += "\(version) \(pick(HostileAnswer.statuses, &random)) OK\r\n"
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        text += pick(HostileAnswer.fields, &random) + "\r\n"
      }
      text += "\r\n" + pick(HostileAnswer.bodies, &random)
    }
    var bytes = Array(text.utf8)
    if Int.random(in: 0..<4, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = noise(1, &random)[0]
      }
    }
    self.bytes = bytes
  }
}
