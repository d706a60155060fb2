import CLinux
import Glibc
public import SystemPackage

/// The calls into the kernel that everything durable is made of, as values that a test can replace.
///
/// Each does one call and reports what the kernel said; interrupted calls and short writes are the
/// business of ``FileSystem``.
public struct SystemCalls: Sendable {
  /// Opens a path; a new file gets the permissions less the umask.
  public var open:
    @Sendable (
      FilePath, FileDescriptor.AccessMode, FileDescriptor.OpenOptions, FilePermissions
    ) throws(Errno) -> FileDescriptor
  /// Closes a descriptor.
  ///
  /// What must be durable was synced before, so that no error is of use here.
  public var close: @Sendable (FileDescriptor) -> Void
  /// Reads at most as many bytes as the buffer holds; 0 at the end.
  public var read: @Sendable (FileDescriptor, UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// Reads from a place in a file, which the descriptor does not move to.
  public var readAt:
    @Sendable (FileDescriptor, UnsafeMutableRawBufferPointer, _ offset: Int) throws(Errno) -> Int
  /// Writes at most the buffer's bytes and tells how many.
  public var write: @Sendable (FileDescriptor, UnsafeRawBufferPointer) throws(Errno) -> Int
  /// Makes the bytes and the metadata of a file, or the entries of a folder, durable.
  public var sync: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// Makes the bytes and the length of a file durable.
  public var syncData: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// Asks for the written bytes of a file to be brought to the disk soon, and does not wait.
  ///
  /// It promises nothing, so that no error is of use here.
  public var startWriting: @Sendable (FileDescriptor) -> Void
  /// Makes everything durable on the file system that a descriptor lies on.
  public var syncFileSystem: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// Cuts a file to a length in bytes.
  public var truncate: @Sendable (FileDescriptor, Int) throws(Errno) -> Void
  /// Gives the first path the second name, replacing what had it.
  public var rename: @Sendable (FilePath, FilePath) throws(Errno) -> Void
  /// Takes the exclusive lock (flock) without waiting; `wouldBlock` where another has it.
  public var lock: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// The users whose processes hold the lock (flock) of a file, as far as this computer knows.
  public var lockHolders: @Sendable (Stat) -> [UserID]
  /// Makes one folder with the permissions less the umask.
  public var makeFolder: @Sendable (FilePath, FilePermissions) throws(Errno) -> Void
  /// Gives a file or a folder permissions, whatever the umask.
  ///
  /// Some file systems have none to give, so that no error is of use here.
  public var changePermissions: @Sendable (FileDescriptor, FilePermissions) -> Void
  /// Gives a file to a user and a group, and tells whether it worked.
  public var changeOwner: @Sendable (FileDescriptor, UserID, GroupID) -> Bool
  /// Removes a file's name.
  public var remove: @Sendable (FilePath) throws(Errno) -> Void
  /// Removes the name of a file that is of no use any more.
  ///
  /// One that is left says nothing to anybody, so that no error is of use here.
  public var dropName: @Sendable (FilePath) -> Void
  /// Where a symbolic link leads.
  public var linkTarget: @Sendable (FilePath) throws(Errno) -> FilePath
  /// The kind of the file system that a descriptor lies on (`f_type` of statfs(2)).
  public var fileSystemType: @Sendable (FileDescriptor) throws(Errno) -> UInt32
  /// The names in a folder, in no order, without `.` and `..`.
  public var list: @Sendable (FilePath) throws(Errno) -> [FilePath.Component]
  /// What a descriptor refers to.
  public var inspect: @Sendable (FileDescriptor) throws(Errno) -> Stat
  /// What a path names; a symbolic link in its last place is followed when the flag says so.
  public var inspectPath: @Sendable (FilePath, _ followsLink: Bool) throws(Errno) -> Stat
  /// Sleeps.
  public var pause: @Sendable (Duration) -> Void
}

extension SystemCalls {
  /// The kernel's own calls.
  public static let live = SystemCalls(
    open: { (path, access, options, permissions) throws(Errno) in
      let flags = access.rawValue | options.rawValue
      return FileDescriptor(
        rawValue: try checked(
          path.withPlatformString { Glibc.open($0, flags, permissions.rawValue) }))
    },
    close: { _ = Glibc.close($0.rawValue) },
    read: { (file, buffer) throws(Errno) in
      try checked(Glibc.read(file.rawValue, buffer.baseAddress, buffer.count))
    },
    readAt: { (file, buffer, offset) throws(Errno) in
      try checked(Glibc.pread(file.rawValue, buffer.baseAddress, buffer.count, offset))
    },
    write: { (file, buffer) throws(Errno) in
      try checked(Glibc.write(file.rawValue, buffer.baseAddress, buffer.count))
    },
    sync: { (file) throws(Errno) in _ = try checked(Glibc.fsync(file.rawValue)) },
    syncData: { (file) throws(Errno) in _ = try checked(Glibc.fdatasync(file.rawValue)) },
    startWriting: { file in
      let startsWriting: UInt32 = 2  // SYNC_FILE_RANGE_WRITE
      _ = CLinux.sync_file_range(file.rawValue, 0, 0, startsWriting)
    },
    syncFileSystem: { (file) throws(Errno) in _ = try checked(CLinux.syncfs(file.rawValue)) },
    truncate: { (file, length) throws(Errno) in
      _ = try checked(Glibc.ftruncate(file.rawValue, length))
    },
    rename: { (old, new) throws(Errno) in
      _ = try checked(
        old.withPlatformString { old in new.withPlatformString { Glibc.rename(old, $0) } })
    },
    lock: { (file) throws(Errno) in
      _ = try checked(flock(file.rawValue, LOCK_EX | LOCK_NB))
    },
    lockHolders: { HeldLocks.holders(of: $0) },
    makeFolder: { (path, permissions) throws(Errno) in
      _ = try checked(path.withPlatformString { Glibc.mkdir($0, permissions.rawValue) })
    },
    changePermissions: { (file, permissions) in
      _ = Glibc.fchmod(file.rawValue, permissions.rawValue)
    },
    changeOwner: { (file, user, group) in
      Glibc.fchown(file.rawValue, user.rawValue, group.rawValue) == 0
    },
    remove: { (path) throws(Errno) in
      _ = try checked(path.withPlatformString { Glibc.unlink($0) })
    },
    dropName: { path in _ = path.withPlatformString { Glibc.unlink($0) } },
    linkTarget: { (path) throws(Errno) in
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let room = bytes.count - 1
      _ = try checked(path.withPlatformString { Glibc.readlink($0, &bytes, room) })
      return FilePath(platformString: bytes)
    },
    fileSystemType: { (file) throws(Errno) in
      var status = statfs()
      _ = try checked(fstatfs(file.rawValue, &status))
      return UInt32(truncatingIfNeeded: status.f_type)
    },
    list: { (path) throws(Errno) in try names(in: path) },
    inspect: { (file) throws(Errno) in try Stat(file) },
    inspectPath: { (path, followsLink) throws(Errno) in
      try Stat(path, followTargetSymlink: followsLink)
    },
    pause: { duration in
      let (seconds, attoseconds) = duration.components
      var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      _ = nanosleep(&time, nil)
    })

  private static func names(in folder: FilePath) throws(Errno) -> [FilePath.Component] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else {
      throw Errno(rawValue: errno)
    }
    defer { closedir(stream) }
    var names: [FilePath.Component] = []
    while true {
      // The end and an error both give a null pointer; only errno tells them apart.
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap {
          FilePath.Component(platformString: $0)
        }
      }
      if let name, name.kind == .regular { names.append(name) }
    }
  }
}

/// The result of a call, or what errno says where it is negative.
private func checked<Result: SignedInteger>(_ result: Result) throws(Errno) -> Result {
  guard result >= 0 else { throw Errno(rawValue: errno) }
  return result
}
