import Glibc
import SystemPackage

/// What a path named at a moment, as far as it tells one state of a file from another.
///
/// A file that is renamed keeps its state; one that is written to or replaced does not.
public struct FileState: Hashable, Sendable {
  /// What it is; `nil` for a regular file.
  public let kind: FileFailure.Kind?
  /// Its length in bytes.
  public let size: Int64
  /// When its bytes were last written, since 1970-01-01T00:00:00Z.
  public let modified: Duration

  private let device: UInt64
  private let inode: UInt64

  init(_ status: Stat) {
    kind = status.type == .regular ? nil : FileFailure.Kind(status.type)
    size = status.size
    let written = status.st_mtim
    modified = .seconds(Int64(written.tv_sec)) + .nanoseconds(Int64(written.tv_nsec))
    device = UInt64(status.deviceID.rawValue)
    inode = UInt64(status.inode.rawValue)
  }

  /// Whether it is a regular file.
  public var isRegular: Bool { kind == nil }

  /// Whether both are the same file or folder, whatever was written to it in between.
  public func isSameFile(as other: FileState) -> Bool {
    device == other.device && inode == other.inode
  }
}
