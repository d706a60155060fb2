public import SystemPackage

extension FileSystem {
  /// Opens a file for appending under its exclusive lock; made where it is missing, with its
  /// folders.
  ///
  /// The lock is the kernel's (flock), on a file beside it that only those can open who may write there
  /// (``LockedFile``): it goes when its process goes. It is asked for again and again with short sleeps. The file
  /// itself is locked too, as long as nobody holds it who may only read. A new file's entry in its folder is durable
  /// before this returns.
  ///
  /// - Parameters:
  ///   - path: The file; a symbolic link is not followed.
  ///   - patience: How long to wait for another writer at most.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end, so that a
  ///     new file's entry in its folder need not be durable before.
  /// - Returns: The file with its bytes, locked until the value goes out of scope.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/locked`` where the wait was too long. The operation is
  ///   ``FileFailure/Operation/create`` where something else than a file has its name.
  public func lockForAppending(
    _ path: FilePath, waiting patience: Duration, syncedLater isSyncedLater: Bool = false
  ) throws(FileFailure) -> LockedFile {
    let deadline = ContinuousClock.now + patience
    if try status(of: FilePlace(path)) == nil {
      try createFolder(path.folder, syncedLater: isSyncedLater)
    }
    let turn = try turn(
      to: path, by: FileSystem.turnName(path.lastComponent?.string ?? ""), in: path.folder,
      until: deadline)
    while true {
      let (file, wasCreated) = try openOrCreate(path)
      do throws(FileFailure) {
        let opened = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
        try lock(file, path, until: deadline) { () throws(FileFailure) in
          calls.lockHolders(opened).contains { opened.lets($0) }
        }
        if try isNamed(path, file) {
          let contents = try readToEnd(file, path)
          if contents.isEmpty, !isSyncedLater { try syncFolder(of: FilePlace(path)) }
          return LockedFile(
            file, at: path, in: self, contents: contents,
            wasCreated: wasCreated && contents.isEmpty, turn)
        }
      } catch {
        if wasCreated { removeIfEmpty(file, path) }
        calls.close(file)
        throw error
      }
      // Another writer removed or replaced the file while this one waited.
      calls.close(file)
      guard ContinuousClock.now < deadline else { throw FileFailure(.lock, path, .locked) }
    }
  }

  private func openOrCreate(_ path: FilePath) throws(FileFailure) -> (FileDescriptor, Bool) {
    for _ in 1...FileSystem.mostLooks {
      if let named = try status(of: FilePlace(path)) {
        guard named.type == .regular else { throw try irregular(named, path, while: .create) }
        do {
          return (
            try open(
              FilePlace(path), .readWrite, [.append, .closeOnExec, .noFollow, .nonBlocking]), false
          )
        } catch {
          guard error.isMissing else { throw error }
        }
      } else {
        do {
          return (try make(FilePlace(path), .readWrite, .append, for: path), true)
        } catch {
          // Another writer made it in between: open that one.
          guard error.errno == .fileExists else { throw error }
        }
      }
    }
    throw FileFailure(.lock, path, .locked)
  }

  /// Removes a file that this call made and could not use, if nobody else has used it.
  private func removeIfEmpty(_ file: FileDescriptor, _ path: FilePath) {
    guard (try? isNamed(path, file)) == true, (try? calls.inspect(file))?.size == 0 else { return }
    try? calls.remove(FilePlace(path))
  }
}

extension Stat {
  /// Whether a user may write to the file, as far as that is known without the groups that the user is in.
  fileprivate func lets(_ user: UserID) -> Bool {
    if user.rawValue == 0 || user == userID || permissions.contains(.otherWrite) { return true }
    // Where others may not read, whoever opened it is of the group.
    return permissions.contains(.groupWrite) && !permissions.contains(.otherRead)
  }
}
