internal import NIOPosix

/// Work that waits: for the lock of a ledger, or for a disk.
enum Blocking {
  /// Does something on a thread of its own kind, so that those that answer others are not held up by it.
  ///
  /// - Parameter body: What is done.
  /// - Returns: What it gives.
  /// - Throws: What it throws.
  static func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(body)
  }
}
