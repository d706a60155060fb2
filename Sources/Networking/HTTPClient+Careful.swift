internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

extension HTTPClient.Configuration {
  /// A configuration that follows no redirect, and survives whatever a server answers.
  ///
  /// - Parameters:
  ///   - connect: The time to connect.
  ///   - read: The time between two pieces of an answer.
  /// - Returns: The configuration.
  static func careful(connect: TimeAmount, read: TimeAmount) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = connect
    configuration.timeout.read = read
    // Only there is an answer looked over before the client sees it.
    configuration.httpVersion = .http1Only
    configuration.http1_1ConnectionDebugInitializer = { channel in
      channel.eventLoop.submit {
        let pipeline = channel.pipeline.syncOperations
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
        try pipeline.addHandler(StatusGuard(), position: .after(decoder))
      }
    }
    return configuration
  }
}

/// Ends a connection over which a server names a status that is none.
///
/// The client takes a status below 100 for one that another follows, and stops the whole program when a body
/// comes instead.
private final class StatusGuard: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart

  /// What is wrong with an answer.
  private struct NoStatus: Error {}

  private var isBroken = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isBroken else { return }
    if case .head(let head) = unwrapInboundIn(data), head.status.code < 100 {
      isBroken = true
      context.fireErrorCaught(NoStatus())
      context.close(promise: nil)
    } else {
      context.fireChannelRead(data)
    }
  }
}
