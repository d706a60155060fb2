public import CivilCalendar
internal import HTTPTypes
public import Hummingbird
public import SystemPackage

/// Writes down what was answered, and nothing of who asked: time, method, route, status, duration, bytes.
///
/// Of a route its pattern is written, not the path, since a path names desa and what was asked of them.
public struct AccessLog: RouterMiddleware {
  /// What is known of a request beside what it says.
  public typealias Context = PageContext

  private let file: FileDescriptor
  private let zone: IndonesianZone
  private let clock: @Sendable () -> Duration

  /// Names a file.
  ///
  /// - Parameters:
  ///   - file: The file, open for appending.
  ///   - zone: The zone of the office.
  ///   - clock: The clock's own time, since 1970-01-01T00:00:00Z.
  public init(
    _ file: FileDescriptor, in zone: IndonesianZone, clock: @escaping @Sendable () -> Duration
  ) {
    self.file = file
    self.zone = zone
    self.clock = clock
  }

  /// Answers, and writes that down.
  public func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let began = ContinuousClock.now
    let response = try await next(request, context)
    let took = (ContinuousClock.now - began).components
    let milliseconds = took.seconds * 1_000 + took.attoseconds / 1_000_000_000_000_000
    let line = AccessLog.line(
      at: ClockReading(unixSeconds: Int(clock().components.seconds), in: zone), request.method,
      context.endpointPath,
      response.status.code, milliseconds: milliseconds, bytes: response.body.contentLength)
    // A disk that is full stops no answer. One write is one line, whoever else writes.
    _ = try? file.writeAll(line.utf8)
    return response
  }

  /// One line.
  static func line(
    at time: ClockReading, _ method: HTTPRequest.Method, _ route: String?, _ status: Int,
    milliseconds: Int64, bytes: Int?
  ) -> String {
    let known: [HTTPRequest.Method] = [.get, .head, .post]
    // The router's own word for a path without a route is no path.
    let route = route.flatMap { $0.hasPrefix("/") ? $0 : nil }
    let method = known.contains(method) ? method.rawValue : "-"
    return "\(time) \(method) \(route ?? "-") \(status) \(milliseconds)ms "
      + "\(bytes.map(String.init) ?? "-")\n"
  }
}
