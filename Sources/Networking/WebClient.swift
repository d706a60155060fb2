internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
public import Reminders

/// Sends requests over the network.
public enum WebClient {
  /// Sends a request, once, and follows no redirect: a network's log-in page lies behind one.
  ///
  /// Nothing that the client library says is passed on: its errors may hold the address.
  ///
  /// - Parameter request: The request.
  /// - Returns: What the server said, or why it said nothing.
  public static func send(_ request: WebRequest) async -> WebOutcome {
    let upload = Upload(ByteBuffer(bytes: request.body))
    var configuration = HTTPClient.Configuration.careful(
      connect: .seconds(Int64(request.connectSeconds)), read: .seconds(Int64(request.seconds)))
    // The outbox tries again, and says so.
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    let outcome: WebOutcome
    do {
      let answer = try await client.execute(
        WebClient.translated(request, upload), timeout: .seconds(Int64(request.seconds)))
      outcome = .answer(await WebClient.answer(answer, within: .seconds(request.seconds)))
    } catch {
      outcome = .failure(WebClient.failure(error, wasBegun: upload.wasBegun))
    }
    // How the connection is closed says nothing about the request.
    try? await client.shutdown()
    return outcome
  }

  private static func translated(_ request: WebRequest, _ upload: Upload) -> HTTPClientRequest {
    var translated = HTTPClientRequest(url: request.url)
    translated.method = HTTPMethod(rawValue: request.method.rawValue)
    for field in request.headers { translated.headers.add(name: field.name, value: field.value) }
    if !request.body.isEmpty {
      translated.body = .stream(upload, length: .known(Int64(request.body.count)))
    }
    return translated
  }

  /// Why there was no answer.
  private static func failure(_ error: any Error, wasBegun: Bool) -> WebFailure {
    let error = error as? HTTPClientError
    if wasBegun { return error == .deadlineExceeded ? .tooSlow : .brokeOff }
    switch error {
    case .some(.invalidURL), .some(.emptyHost), .some(.emptyScheme): return .badURL
    case .some(.connectTimeout), .some(.tlsHandshakeTimeout), .some(.deadlineExceeded):
      return .unreachableInTime
    default: return .unreachable
    }
  }

  /// What an answer holds, of which no more is read than is looked at.
  ///
  /// - Parameters:
  ///   - answer: Its head has been read.
  ///   - patience: How long it may take: a server that sends a byte now and then keeps nobody.
  /// - Returns: The answer with what it holds.
  private static func answer(
    _ answer: HTTPClientResponse, within patience: Duration
  ) async -> WebAnswer {
    let end = ContinuousClock.now + patience
    var content: [UInt8] = []
    var isBrokenOff = false
    do {
      for try await part in answer.body {
        content += part.readableBytesView.prefix(WebAnswer.longestContent + 1 - content.count)
        if content.count > WebAnswer.longestContent { break }
        if ContinuousClock.now > end {
          isBrokenOff = true
          break
        }
      }
    } catch {
      isBrokenOff = true
    }
    var headers: [String: String] = [:]
    for name in WebAnswer.fields { headers[name] = answer.headers.first(name: name) }
    return WebAnswer(
      status: Int(answer.status.code), headers: headers, content: content,
      isBrokenOff: isBrokenOff)
  }
}
