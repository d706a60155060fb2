internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection whose other end sends or takes next to nothing, so that nobody holds it for hours.
///
/// How long the head of a request may take is the server's own idle time-out; here it is the body, and the
/// answer.
final class RequestPace: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How often it is looked.
  static let interval = TimeAmount.seconds(30)
  /// The bytes of a body that must come between two looks: a modem's pace.
  static let leastBytes = 30 * 1024
  /// Looks after which an answer must be taken.
  static let answerLooks = 4

  /// The bytes of a body that are still taken once it is answered, so that its sender sees the answer.
  static let mostUnread = 1 << 20

  /// Whether a body comes in, and its bytes since the last look.
  private var received: Int?
  /// Whether an answer is due, and the looks since the request was whole.
  private var waited: Int?
  /// The bytes of a body that came after its answer.
  private var unread = 0
  private var look: RepeatedTask?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      (received, waited, unread) = (0, 0, 0)
      if look == nil { begin(context) }
    case .body(let bytes):
      received = (received ?? 0) + bytes.readableBytes
      if waited == nil {
        unread += bytes.readableBytes
        if unread > RequestPace.mostUnread { return context.close(promise: nil) }
      }
    case .end:
      received = nil
      restIfDone()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    let sent = promise ?? context.eventLoop.makePromise()
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in
      handler.value.waited = nil
      handler.value.restIfDone()
    }
    context.write(data, promise: sent)
  }

  func channelInactive(context: ChannelHandlerContext) {
    rest()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { rest() }

  private func begin(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    look = context.eventLoop.scheduleRepeatedTask(
      initialDelay: RequestPace.interval, delay: RequestPace.interval
    ) { _ in
      let (handler, context) = bound.value
      handler.check(context)
    }
  }

  private func check(_ context: ChannelHandlerContext) {
    if let received {
      guard received >= RequestPace.leastBytes else { return context.close(promise: nil) }
      self.received = 0
    } else if let waited {
      guard waited < RequestPace.answerLooks else { return context.close(promise: nil) }
      self.waited = waited + 1
    }
  }

  private func restIfDone() { if received == nil, waited == nil { rest() } }

  private func rest() {
    look?.cancel()
    look = nil
  }
}
