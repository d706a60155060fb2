public import SystemPackage

/// A folder whose files this process alone replaces, among those who ask, until the value goes out of
/// scope.
public struct LockedFolder: ~Copyable {
  private let system: FileSystem
  private let folder: FileDescriptor

  init(_ folder: FileDescriptor, in system: FileSystem) {
    self.folder = folder
    self.system = system
  }

  deinit { system.calls.close(folder) }
}

extension FileSystem {
  /// Takes the turn to replace files of a folder, which is made where it is missing.
  ///
  /// The lock is the kernel's (flock), on the folder itself: a file that is replaced by renaming cannot
  /// hold it. On a file system without such locks the folder is given all the same, so that whoever
  /// replaces a file looks once more whether it is still the one that was read.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - patience: How long to wait for another writer at most.
  /// - Returns: The folder, locked until the value goes out of scope.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/locked`` where the wait was too long.
  public func lockFolder(
    _ path: FilePath, waiting patience: Duration
  ) throws(FileFailure) -> LockedFolder {
    try createFolder(path)
    let folder = LockedFolder(
      try open(path, .readOnly, [.closeOnExec, .directory]), in: self)
    do throws(FileFailure) {
      try folder.lock(path, until: .now + patience)
    } catch {
      if error.isLocked { throw error }
    }
    return folder
  }
}

extension LockedFolder {
  fileprivate func lock(
    _ path: FilePath, until deadline: ContinuousClock.Instant
  ) throws(FileFailure) {
    try system.lock(folder, path, until: deadline)
  }
}
