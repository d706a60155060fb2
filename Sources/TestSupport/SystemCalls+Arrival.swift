public import DurableFiles
internal import Glibc
public import SystemPackage

extension SystemCalls {
  /// The kernel's calls as if each file had come where it lies when it was last written: a test can set that
  /// time, the kernel alone the other.
  ///
  /// - Parameter came: When the file of a path came, in seconds since 1970-01-01T00:00:00Z; `nil` for one
  ///   that came when it was written.
  /// - Returns: The calls.
  public static func arrivingAsWritten(
    came: @escaping @Sendable (FilePath?) -> Int? = { _ in nil }
  ) -> SystemCalls {
    var calls = SystemCalls.live
    let (inspect, inspectPath) = (calls.inspect, calls.inspectPath)
    @Sendable func arrived(_ stat: Stat, _ path: FilePath?) -> Stat {
      var stat = stat
      stat.st_ctim = stat.st_mtim
      if let seconds = came(path) { stat.st_ctim.tv_sec = seconds }
      return stat
    }
    calls.inspect = { (file) throws(Errno) in arrived(try inspect(file), nil) }
    calls.inspectPath = { (place, follows) throws(Errno) in
      arrived(try inspectPath(place, follows), place.path)
    }
    return calls
  }
}
