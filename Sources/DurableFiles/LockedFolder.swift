public import SystemPackage

/// A folder whose files this process alone replaces, among those who ask, until the value goes out of
/// scope.
public struct LockedFolder: ~Copyable {
  private let turn: WritersTurn?
  /// Whether the lock is held: the file system may know none.
  public let isHeld: Bool

  init(_ turn: consuming WritersTurn) {
    self.turn = consume turn
    isHeld = true
  }

  /// A folder on a file system without locks.
  init() {
    turn = nil
    isHeld = false
  }
}

extension FileSystem {
  /// Takes the turn to replace files of a folder, which is made where it is missing.
  ///
  /// The lock is the kernel's (flock), on a file in the folder that only those can open who may write there: a file
  /// that is replaced by renaming cannot hold it. On a file system without such locks the folder is given all the
  /// same, so that whoever replaces a file looks once more whether it is still the one that was read.
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
    do throws(FileFailure) {
      return LockedFolder(
        try turn(to: path, by: FileSystem.turnName(), in: path, until: .now + patience))
    } catch {
      guard error.reason == .system(.notSupported) || error.reason == .system(.noLocks) else {
        throw error
      }
      return LockedFolder()
    }
  }
}
