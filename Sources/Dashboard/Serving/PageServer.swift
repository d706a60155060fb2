internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Serves the pages of a workspace until it is told to stop (SIGTERM, SIGINT).
///
/// An answer that is under way is finished first.
public struct PageServer: Sendable {
  private let host: String
  private let port: Int
  private let dashboard: Dashboard

  /// Connections that are open at once; the next ones wait.
  private static let connections = 256
  /// A request without a body has no need of more, in bytes.
  private static let longestHeader = 16 * 1024

  /// Prepares to serve.
  ///
  /// - Parameters:
  ///   - dashboard: The pages.
  ///   - host: The address that is listened on.
  ///   - port: The port; 0 for one that is free.
  public init(_ dashboard: Dashboard, host: String, port: Int) {
    self.dashboard = dashboard
    self.host = host
    self.port = port
  }

  /// Serves.
  ///
  /// - Parameter begun: Is told the port once requests are answered.
  /// - Throws: ``Failure`` where the address cannot be listened on.
  public func run(begun: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "tenggat")
    logger.logLevel = .critical
    let application = Application(
      router: dashboard.router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: PageServer.longestHeader,
            maxHeaderListSize: PageServer.longestHeader, maxHeaderFieldCount: 100))),
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
