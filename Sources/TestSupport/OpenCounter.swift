public import DurableFiles
internal import Synchronization
internal import SystemPackage

/// Counts how often each file is opened.
public final class OpenCounter: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  /// Creates a counter that has seen nothing.
  public init() {}

  /// A file system whose openings are counted; what is not there is not opened.
  public var files: FileSystem {
    var calls = SystemCalls.live
    let open = calls.open
    calls.open = { [self] (place, access, options, permissions) throws(Errno) in
      let file = try open(place, access, options, permissions)
      counts.withLock { $0[place.path.string, default: 0] += 1 }
      return file
    }
    return FileSystem(calls: calls)
  }

  /// How often each file was opened, by its path.
  public var openings: [String: Int] { counts.withLock { $0 } }
}
