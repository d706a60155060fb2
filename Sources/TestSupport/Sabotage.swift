public import DurableFiles
internal import Synchronization
public import SystemPackage

/// Lets one call fail, the one with a number among all calls, counted from 1; or all from it on.
public final class Sabotage: Sendable {
  private let count = Mutex(0)
  private let number: Int
  private let errno: Errno
  private let operation: FileFailure.Operation?
  private let extent: Extent

  /// Which calls fail.
  public enum Extent: Sendable {
    /// The call with the number.
    case once
    /// That call and all after it, as on a disk that dies.
    case fromThenOn
  }

  /// Fails a call.
  ///
  /// - Parameters:
  ///   - number: Which of the calls that are counted, from 1.
  ///   - operation: Which calls are counted; all where it is `nil`.
  ///   - errno: What the call fails with.
  ///   - extent: Whether the calls after it fail too.
  public init(
    _ number: Int, of operation: FileFailure.Operation? = nil, with errno: Errno = .ioError,
    _ extent: Extent = .once
  ) {
    self.number = number
    self.operation = operation
    self.errno = errno
    self.extent = extent
  }

  /// How many calls were counted.
  public var reached: Int { count.withLock { $0 } }

  /// Whether the call was reached.
  public var happened: Bool { reached >= number }

  /// A file system that asks before every call.
  public var files: FileSystem {
    FileSystem(
      calls: SystemCalls.live.asking { (operation) throws(Errno) in try self.gate(operation) })
  }

  /// Throws at the call whose turn it is.
  ///
  /// - Parameter operation: The call that is being made.
  /// - Throws: The error that was asked for.
  public func gate(_ operation: FileFailure.Operation) throws(Errno) {
    if let wanted = self.operation, wanted != operation { return }
    let turn = count.withLock { count in
      count += 1
      return count
    }
    if turn == number || (turn > number && extent == .fromThenOn) { throw errno }
  }
}
