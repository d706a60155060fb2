internal import NIOPosix

/// Work that waits: for a disk, or for the lock of a ledger.
enum Blocking {
  /// Threads that wait at once.
  ///
  /// A deed waits ten seconds for a lock at most, and the pages that others open meanwhile go on.
  private static let threads = 16

  private static let pool: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    return pool
  }()

  /// Does something on a thread of its own kind, so that those that answer others are not held up by it.
  ///
  /// - Parameter body: What is done.
  /// - Returns: What it gives.
  /// - Throws: What it throws.
  static func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await pool.runIfActive(body)
  }
}
