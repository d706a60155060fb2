import Glibc
public import SystemPackage

/// What a path named at a moment, as far as it tells one state of a file from another.
///
/// A file that is renamed keeps its state; one that is written to or replaced does not: ``changed`` says
/// nothing of it.
public struct FileState: Hashable, Sendable {
  /// What it is; `nil` for a regular file.
  public let kind: FileFailure.Kind?
  /// Its length in bytes.
  public let size: Int64
  /// When its bytes were last written, since 1970-01-01T00:00:00Z.
  public let modified: Duration
  /// When its bytes, its name or anything else about it last changed, since 1970-01-01T00:00:00Z.
  ///
  /// The kernel sets it (`st_ctim`): for a file that was copied or moved into a folder and left alone
  /// there, it is when the file came, whatever its own time says.
  public let changed: Duration

  /// The number of the user who owns it.
  public let owner: UInt32
  /// Whether everybody may write to it, or to the folder.
  public let isWorldWritable: Bool
  /// Whether others than its owner may write to it: a group or everybody.
  public let isWritableByOthers: Bool
  /// The number of the group that it belongs to.
  public let group: UInt32
  /// How many names it has.
  public let nameCount: Int
  /// Who may read and write it.
  public let permissions: FilePermissions

  private let device: UInt64
  private let inode: UInt64

  init(_ status: Stat) {
    kind = status.type == .regular ? nil : FileFailure.Kind(status.type)
    size = status.size
    modified = FileState.duration(status.st_mtim)
    changed = FileState.duration(status.st_ctim)
    owner = status.userID.rawValue
    isWorldWritable = status.permissions.contains(.otherWrite)
    isWritableByOthers = !status.permissions.isDisjoint(with: [.groupWrite, .otherWrite])
    group = status.groupID.rawValue
    nameCount = status.linkCount
    permissions = status.permissions
    device = UInt64(status.deviceID.rawValue)
    inode = UInt64(status.inode.rawValue)
  }

  private static func duration(_ time: timespec) -> Duration {
    .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  /// Whether both are one state of one file.
  public static func == (lhs: FileState, rhs: FileState) -> Bool {
    lhs.isSameFile(as: rhs) && lhs.kind == rhs.kind && lhs.size == rhs.size
      && lhs.modified == rhs.modified
  }

  /// Hashes what makes a state.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(inode)
    hasher.combine(size)
    hasher.combine(modified)
  }

  /// Whether it is a regular file.
  public var isRegular: Bool { kind == nil }

  /// Whether both are the same file or folder, whatever was written to it in between.
  public func isSameFile(as other: FileState) -> Bool {
    device == other.device && inode == other.inode
  }
}

extension FileSystem {
  /// What a path names.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - followsLink: Whether a symbolic link in the last place stands for what it leads to.
  /// - Returns: Its state; `nil` where there is nothing.
  /// - Throws: ``FileFailure`` where that cannot be known.
  public func state(
    of path: FilePath, followingLink followsLink: Bool = false
  ) throws(FileFailure) -> FileState? {
    try state(of: FilePlace(path), followingLink: followsLink)
  }

  func state(
    of place: FilePlace, followingLink followsLink: Bool
  ) throws(FileFailure) -> FileState? {
    do {
      return FileState(
        try call(.inspect, place.path) { () throws(Errno) in
          try calls.inspectPath(place, followsLink)
        })
    } catch {
      // Nothing lies below a file either.
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }
}
