import CLinux
import Glibc
public import SystemPackage

/// The calls into the kernel that everything durable is made of, as values that a test can replace.
///
/// Each does one call and reports what the kernel said; interrupted calls and short writes are the
/// business of ``FileSystem``.
public struct SystemCalls: Sendable {
  /// Opens a file or folder; a new file gets the permissions less the umask.
  public var open:
    @Sendable (
      FilePlace, FileDescriptor.AccessMode, FileDescriptor.OpenOptions, FilePermissions
    ) throws(Errno) -> FileDescriptor
  /// Closes a descriptor.
  ///
  /// What must be durable was synced before, so that no error is of use here.
  public var close: @Sendable (FileDescriptor) -> Void
  /// Goes back to the first byte.
  public var rewind: @Sendable (FileDescriptor) throws(Errno) -> Void
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
  /// Gives the first file the second name; what had that name is replaced where the flag says so.
  public var rename: @Sendable (FilePlace, FilePlace, _ replaces: Bool) throws(Errno) -> Void
  /// Takes the exclusive lock (flock) without waiting; `wouldBlock` where another has it.
  public var lock: @Sendable (FileDescriptor) throws(Errno) -> Void
  /// The users whose processes hold the lock (flock) of a file, as far as this computer knows.
  public var lockHolders: @Sendable (Stat) -> [UserID]
  /// Makes one folder with the permissions less the umask.
  public var makeFolder: @Sendable (FilePlace, FilePermissions) throws(Errno) -> Void
  /// Gives a file or a folder permissions, whatever the umask.
  ///
  /// Some file systems have none to give, so that no error is of use here.
  public var changePermissions: @Sendable (FileDescriptor, FilePermissions) -> Void
  /// Gives a file to a user and a group, and tells whether it worked.
  public var changeOwner: @Sendable (FileDescriptor, UserID, GroupID) -> Bool
  /// Removes a file's name.
  public var remove: @Sendable (FilePlace) throws(Errno) -> Void
  /// Removes an empty folder.
  public var removeFolder: @Sendable (FilePlace) throws(Errno) -> Void
  /// Removes the name of a file that is of no use any more.
  ///
  /// One that is left says nothing to anybody, so that no error is of use here.
  public var dropName: @Sendable (FilePlace) -> Void
  /// Where a symbolic link leads.
  public var linkTarget: @Sendable (FilePlace) throws(Errno) -> FilePath
  /// The kind of the file system that a descriptor lies on (`f_type` of statfs(2)).
  public var fileSystemType: @Sendable (FileDescriptor) throws(Errno) -> UInt32
  /// The names in a folder, in no order, without `.` and `..`.
  public var list: @Sendable (FilePlace) throws(Errno) -> [FileName]
  /// What a descriptor refers to.
  public var inspect: @Sendable (FileDescriptor) throws(Errno) -> Stat
  /// What a place names; a symbolic link in its last place is followed when the flag says so.
  public var inspectPath: @Sendable (FilePlace, _ followsLink: Bool) throws(Errno) -> Stat
  /// Sleeps.
  public var pause: @Sendable (Duration) -> Void
}

extension SystemCalls {
  /// The kernel's own calls.
  public static let live = SystemCalls(
    open: { (place, access, options, permissions) throws(Errno) in
      let flags = access.rawValue | options.rawValue
      return FileDescriptor(
        rawValue: try checked(
          place.withName { Glibc.openat($0, $1, flags, permissions.rawValue) }))
    },
    close: { _ = Glibc.close($0.rawValue) },
    rewind: { (file) throws(Errno) in _ = try checked(Glibc.lseek(file.rawValue, 0, SEEK_SET)) },
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
    rename: { (old, new, replaces) throws(Errno) in try rename(old, to: new, replaces) },
    lock: { (file) throws(Errno) in
      _ = try checked(flock(file.rawValue, LOCK_EX | LOCK_NB))
    },
    lockHolders: { HeldLocks.holders(of: $0) },
    makeFolder: { (place, permissions) throws(Errno) in
      _ = try checked(place.withName { Glibc.mkdirat($0, $1, permissions.rawValue) })
    },
    changePermissions: { (file, permissions) in
      _ = Glibc.fchmod(file.rawValue, permissions.rawValue)
    },
    changeOwner: { (file, user, group) in
      Glibc.fchown(file.rawValue, user.rawValue, group.rawValue) == 0
    },
    remove: { (place) throws(Errno) in
      _ = try checked(place.withName { Glibc.unlinkat($0, $1, 0) })
    },
    removeFolder: { (place) throws(Errno) in
      _ = try checked(place.withName { Glibc.unlinkat($0, $1, AT_REMOVEDIR) })
    },
    dropName: { place in _ = place.withName { Glibc.unlinkat($0, $1, 0) } },
    linkTarget: { (place) throws(Errno) in
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let room = bytes.count - 1
      _ = try checked(place.withName { Glibc.readlinkat($0, $1, &bytes, room) })
      return FilePath(platformString: bytes)
    },
    fileSystemType: { (file) throws(Errno) in
      var status = statfs()
      _ = try checked(fstatfs(file.rawValue, &status))
      return UInt32(truncatingIfNeeded: status.f_type)
    },
    list: { (place) throws(Errno) in try names(in: place) },
    inspect: { (file) throws(Errno) in try Stat(file) },
    inspectPath: { (place, followsLink) throws(Errno) in
      var status = stat()
      let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
      _ = try checked(place.withName { Glibc.fstatat($0, $1, &status, flags) })
      return Stat(rawValue: status)
    },
    pause: { duration in
      let (seconds, attoseconds) = duration.components
      var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      _ = nanosleep(&time, nil)
    })

  private static func rename(
    _ old: FilePlace, to new: FilePlace, _ replaces: Bool
  ) throws(Errno) {
    let noReplace: UInt32 = 1  // RENAME_NOREPLACE
    _ = try checked(
      old.withName { from, old in
        new.withName { to, new in
          guard !replaces else { return Glibc.renameat(from, old, to, new) }
          let result = CLinux.renameat2(from, old, to, new, noReplace)
          // A file system that does not know the flag; the caller has looked.
          return result < 0 && errno == EINVAL ? Glibc.renameat(from, old, to, new) : result
        }
      })
  }

  private static func names(in folder: FilePlace) throws(Errno) -> [FileName] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let descriptor = try checked(folder.withName { Glibc.openat($0, $1, flags) })
    guard let stream = fdopendir(descriptor) else {
      let error = Errno(rawValue: errno)
      _ = Glibc.close(descriptor)
      throw error
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    while true {
      // The end and an error both give a null pointer; only errno tells them apart.
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap {
          FileName($0)
        }
      }
      if let name { names.append(name) }
    }
  }
}

extension FilePlace {
  /// The descriptor that a name starts from, and the name, for the calls that end in `at`.
  fileprivate func withName<Result>(_ body: (CInt, UnsafePointer<CChar>) -> Result) -> Result {
    withPlatformString { body(folder?.descriptor.rawValue ?? AT_FDCWD, $0) }
  }
}

/// The result of a call, or what errno says where it is negative.
private func checked<Result: SignedInteger>(_ result: Result) throws(Errno) -> Result {
  guard result >= 0 else { throw Errno(rawValue: errno) }
  return result
}
