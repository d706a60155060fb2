internal import Hummingbird

/// What has an address and is no page: a file that is sent as it is.
protocol Resource: Sendable {
  /// The path, as the router reads it.
  static var path: String { get }
  /// Who may have it.
  static var readers: Audience { get }
  /// The keys that its address may have, beside those of all pages.
  static var keys: Set<String> { get }

  /// The answer; headers that it has of its own are kept.
  ///
  /// - Throws: What finding it throws, a ``QueryFault``, or ``ShownTrouble``.
  static func response(_ visit: Visit) async throws -> Response
}
