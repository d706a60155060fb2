internal import AsyncHTTPClient
internal import CivilCalendar
internal import Crypto
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// One POST to a webhook.
struct WebhookCall {
  /// Where to, with whatever secret is in it.
  let url: WebURL
  /// Signs the body.
  let key: String?
  /// Further fields of the request.
  let headers: [(name: String, value: String)]
  /// The JSON.
  let body: String
  /// The time for everything, in seconds.
  let timeoutSeconds: Int

  /// The longest time to connect, in seconds: a dead server is told from a slow one.
  private static let connectSeconds = 10

  /// Sends it, once.
  ///
  /// Nothing that the client library says is passed on: its errors may hold the URL.
  ///
  /// - Returns: What the server said.
  /// - Throws: ``DeliveryFailure`` where it said nothing.
  func send(_ message: ReminderMessage) async throws(DeliveryFailure) -> WebhookAnswer {
    // RFC 9110 5.5, without what is obsolete there.
    for (name, value) in headers
    where !value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x9 }) {
      throw DeliveryFailure(reason: ChannelSentence.headerIsNone(name))
    }
    let upload = Upload(ByteBuffer(string: body))
    let client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    let result: Result<WebhookAnswer, DeliveryFailure>
    do {
      let answer = try await client.execute(
        request(upload, id: message.id), timeout: .seconds(Int64(timeoutSeconds)))
      result = .success(
        WebhookAnswer(
          status: Int(answer.status.code),
          retryAfterSeconds: WebhookCall.wait(answer, sentAt: message.sentAt.unixSeconds),
          body: await answer.content(within: .seconds(timeoutSeconds))))
    } catch {
      result = .failure(WebhookCall.failure(error, wasBegun: upload.wasBegun))
    }
    // How the connection is closed says nothing about the message.
    try? await client.shutdown()
    return try result.get()
  }

  private var configuration: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration.careful(
      connect: .seconds(Int64(min(timeoutSeconds, WebhookCall.connectSeconds))),
      read: .seconds(Int64(timeoutSeconds)))
    // The outbox tries again, and says so.
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }

  private func request(_ upload: Upload, id: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: url.text)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
    request.headers.add(name: "User-Agent", value: "tenggat")
    request.headers.add(name: "X-Tenggat-Id", value: id)
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    if let key {
      request.headers.add(name: "X-Tenggat-Signature", value: "sha256=\(signature(key))")
    }
    request.body = .stream(upload, length: .known(Int64(body.utf8.count)))
    return request
  }

  /// The HMAC-SHA256 of the body (RFC 2104) in 64 lower-case hexadecimal digits.
  private func signature(_ key: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(body.utf8), using: SymmetricKey(data: Array(key.utf8)))
    return code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension WebhookCall {
  /// Why there was no answer.
  private static func failure(_ error: any Error, wasBegun: Bool) -> DeliveryFailure {
    if wasBegun {
      let isTooLate = error as? HTTPClientError == .deadlineExceeded
      return DeliveryFailure(
        reason: isTooLate ? ChannelSentence.webhookTooSlow : ChannelSentence.webhookBrokeOff,
        isOutcomeUnknown: true, stopsChannel: isTooLate)
    }
    switch error as? HTTPClientError {
    case .some(.invalidURL), .some(.emptyHost), .some(.emptyScheme):
      return DeliveryFailure(reason: ChannelSentence.webhookURLIsNone)
    case .some(.connectTimeout), .some(.tlsHandshakeTimeout), .some(.deadlineExceeded):
      return DeliveryFailure(
        reason: ChannelSentence.webhookUnreachableInTime, stopsChannel: true)
    default:
      return DeliveryFailure(reason: ChannelSentence.webhookUnreachable)
    }
  }

  /// The seconds for which the header of an answer asks to be left alone.
  private static func wait(_ answer: HTTPClientResponse, sentAt unixSeconds: Int) -> Int? {
    let serverClock = answer.headers.first(name: "Date").flatMap(RetryAfter.unixSeconds)
    return answer.headers.first(name: "Retry-After").flatMap {
      RetryAfter.seconds($0, now: serverClock ?? unixSeconds)
    }
  }
}

extension HTTPClientResponse {
  /// What an answer holds, of which no more is read than is looked at.
  ///
  /// - Parameter patience: How long it may take: a server that sends a byte now and then keeps nobody.
  /// - Returns: What it holds.
  func content(within patience: Duration) async -> WebhookAnswer.Body {
    let end = ContinuousClock.now + patience
    var bytes: [UInt8] = []
    do {
      for try await part in body {
        bytes += part.readableBytesView.prefix(WebhookAnswer.Body.longest + 1 - bytes.count)
        if bytes.count > WebhookAnswer.Body.longest { break }
        if ContinuousClock.now > end { return .brokenOff }
      }
    } catch {
      return .brokenOff
    }
    let type = headers.first(name: "Content-Type")?.lowercased() ?? ""
    return WebhookAnswer.Body(bytes, isHTML: type.contains("html"))
  }
}

/// A body that knows whether any of it was asked for: until then nothing has gone out.
private final class Upload: AsyncSequence, Sendable {
  private let bytes: ByteBuffer
  private let begun = Mutex(false)

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  /// Whether the connection stood and the body was asked for.
  var wasBegun: Bool { begun.withLock { $0 } }

  func makeAsyncIterator() -> Iterator { Iterator(upload: self, isDone: false) }

  struct Iterator: AsyncIteratorProtocol {
    let upload: Upload
    var isDone: Bool

    mutating func next() async -> ByteBuffer? {
      guard !isDone else { return nil }
      isDone = true
      upload.begun.withLock { $0 = true }
      return upload.bytes
    }
  }
}
