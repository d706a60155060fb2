internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
public import NIOSSL

/// Serves the pages of a workspace until it is told to stop (SIGTERM, SIGINT).
///
/// An answer that is under way is finished first.
public struct PageServer: Sendable {
  private let host: String
  private let port: Int
  private let dashboard: Dashboard
  private let tls: TLSConfiguration?
  private let log: AccessLog?

  /// Connections that are open at once; the next ones wait.
  private static let connections = 512
  /// How long a connection may be open without a whole head of a request.
  private static let patience = Duration.seconds(20)
  /// How often it is seen what has waited too long to be confirmed.
  private static let sweepInterval = Duration.seconds(5 * 60)
  /// Bytes of the head of a request.
  private static let longestHeader = 16 * 1024

  /// Prepares to serve.
  ///
  /// - Parameters:
  ///   - dashboard: The pages.
  ///   - host: The address that is listened on.
  ///   - port: The port; 0 for one that is free.
  ///   - tls: The certificate and its key; `nil` where a proxy has them, or only this computer asks.
  ///   - log: Where each answer is written down; `nil` for nowhere.
  public init(
    _ dashboard: Dashboard, host: String, port: Int, tls: TLSConfiguration? = nil,
    log: AccessLog? = nil
  ) {
    self.tls = tls
    self.log = log
    self.dashboard = dashboard
    self.host = host
    self.port = port
  }

  /// Serves.
  ///
  /// - Parameter begun: Is told the port once requests are answered.
  /// - Throws: ``Failure`` where the address cannot be listened on.
  public func run(begun: @escaping @Sendable (Int) -> Void) async throws {
    let office = dashboard.office
    // What nobody confirmed goes when its time is over, and with the server.
    let sweeper = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: PageServer.sweepInterval)
        office.drafts.sweep(at: office.now)
      }
    }
    defer {
      sweeper.cancel()
      office.drafts.removeAll()
    }
    var logger = Logger(label: "tenggat")
    logger.logLevel = .critical
    let plain = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [RequestPace()],
        idleTimeout: TimeAmount(PageServer.patience),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: PageServer.longestHeader,
          maxHeaderListSize: PageServer.longestHeader, maxHeaderFieldCount: 100)))
    let application = Application(
      router: dashboard.router(log: log),
      server: try tls.map { try .tls(plain, tlsConfiguration: $0) } ?? plain,
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: .maximum(PageServer.connections, logger: logger)),
      onServerRunning: { channel in begun(channel.localAddress?.port ?? port) },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw Failure(errno: error.errnoCode)
    }
  }

  /// An address that cannot be listened on.
  public struct Failure: Error, Hashable, Sendable {
    /// What the kernel said (errno).
    public let errno: Int32
  }
}
