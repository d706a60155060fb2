import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Dashboard

/// Where the pages are to be found, and from where.
struct SiteTests {
  private static let site = Site(
    base: "", names: ["Kantor.contoh.go.id", "10.1.2.3"], proxies: ["127.0.0.1", "10.0.0.2"],
    isEncrypted: false, isExposed: true)

  @Test(arguments: [
    ("kantor.contoh.go.id", true), ("KANTOR.contoh.go.id:443", true), ("10.1.2.3:8617", true),
    ("localhost", true), ("contoh.go.id", false), ("kantor.contoh.go.id.evil.example", false),
    ("kantor.contoh.go.id@evil.example", false), ("10.1.2.4", false), ("", false),
  ])
  func `the office's own names are answered`(authority: String, isAnswered: Bool) {
    #expect(Self.site.answers(to: authority) == isAnswered)
  }

  /// The other end, what it says, who asks, and whether nobody on the way reads along.
  @Test(
    arguments: [
      ("127.0.0.1", "203.0.113.9", "https", "203.0.113.9", true),
      ("127.0.0.1", "203.0.113.9", "http", "203.0.113.9", false),
      ("127.0.0.1", "203.0.113.9", nil, "203.0.113.9", false),
      ("127.0.0.1", "6.6.6.6, 203.0.113.9", "https", "203.0.113.9", true),
      ("127.0.0.1", "203.0.113.9,10.0.0.2", "https", "203.0.113.9", true),
      ("127.0.0.1", nil, "https", "127.0.0.1", true), ("127.0.0.1", "", "https", "127.0.0.1", true),
      ("198.51.100.7", "203.0.113.9", "https", "198.51.100.7", false),
      (nil, "203.0.113.9", "https", "", false),
    ] as [(String?, String?, String?, String, Bool)])
  func `only a proxy that is trusted says who asks`(
    remote: String?, forwarded: String?, scheme: String?, client: String, isEncrypted: Bool
  ) {
    var fields = HTTPFields()
    fields[Site.name("X-Forwarded-For")] = forwarded
    fields[Site.name("X-Forwarded-Proto")] = scheme
    #expect(
      Self.site.way(from: remote, fields) == Site.Way(client: client, isEncrypted: isEncrypted))
  }

  @Test func `with TLS of its own every way is encrypted`() {
    let site = Site(base: "", names: [], proxies: [], isEncrypted: true, isExposed: true)
    #expect(
      site.way(from: "198.51.100.7", [:])
        == Site.Way(client: "198.51.100.7", isEncrypted: true))
  }
}

/// Whoever sends or takes next to nothing is not waited for.
struct RequestPaceTests {
  private let channel = EmbeddedChannel(handler: RequestPace())
  private let head = HTTPRequest(
    method: .post, scheme: "http", authority: "localhost", path: "/")

  init() throws { try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait() }

  private func send(_ part: HTTPRequestPart) throws { try channel.writeInbound(part) }

  private func send(_ count: Int) throws {
    try send(.body(ByteBuffer(repeating: 0, count: count)))
  }

  @Test func `a body that comes at a modem's pace is waited for`() throws {
    try send(.head(head))
    for _ in 0..<100 {
      try send(RequestPace.leastBytes)
      channel.embeddedEventLoop.advanceTime(by: RequestPace.interval)
      #expect(channel.isActive)
    }
  }

  @Test func `a body that comes slower is not`() throws {
    try send(.head(head))
    try send(RequestPace.leastBytes - 1)
    channel.embeddedEventLoop.advanceTime(by: RequestPace.interval - .nanoseconds(1))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .nanoseconds(1))
    #expect(!channel.isActive)
  }

  @Test func `an answer that is not taken ends the connection`() throws {
    try send(.head(head))
    try send(.end(nil))
    for _ in 0..<RequestPace.answerLooks {
      channel.embeddedEventLoop.advanceTime(by: RequestPace.interval)
      #expect(channel.isActive)
    }
    channel.embeddedEventLoop.advanceTime(by: RequestPace.interval)
    #expect(!channel.isActive)
  }

  @Test func `between requests nobody is looked at`() throws {
    try send(.head(head))
    try send(.end(nil))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .hours(1))
    #expect(channel.isActive)
  }

  @Test func `a body that was answered already is taken for a while and no longer`() throws {
    try send(.head(head))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    try send(RequestPace.mostUnread)
    #expect(channel.isActive)
    try send(1)
    #expect(!channel.isActive)
  }
}
