public import SystemPackage

/// A file that this process alone may append to, until the value goes out of scope.
///
/// What is appended counts only after ``commit(afterSync:)``. A file that goes out of scope without
/// it, and one where a call failed, is cut back to the bytes it had; a file that was made for it is
/// removed.
public struct LockedFile: ~Copyable {
  /// The path.
  public let path: FilePath
  /// The bytes under the lock, before anything was appended.
  public let contents: [UInt8]

  private let system: FileSystem
  private let file: FileDescriptor
  private let wasCreated: Bool
  /// The length that a reader may rely on: what is undone goes back to it.
  private var soundLength: Int
  private var hasPending = false

  /// Bytes of an append that more are likely to follow.
  private static let largeAppend = 1 << 20

  init(
    _ file: FileDescriptor, at path: FilePath, in system: FileSystem, contents: [UInt8],
    wasCreated: Bool
  ) {
    self.path = path
    self.contents = contents
    self.system = system
    self.file = file
    self.wasCreated = wasCreated
    soundLength = contents.count
  }

  deinit {
    if hasPending { undo() }
    removeIfUnused()
    system.calls.close(file)
  }

  /// Cuts the file to a length, durably with the next ``commit(afterSync:)``.
  ///
  /// - Throws: ``FileFailure``; the file is then as long as before.
  public mutating func truncate(to length: Int) throws(FileFailure) {
    try system.call(.truncate, path) { () throws(Errno) in
      try system.calls.truncate(file, length)
    }
    soundLength = length
  }

  /// Appends bytes, in one write where the kernel takes them in one.
  ///
  /// - Throws: ``FileFailure``; all that was appended since the last ``commit(afterSync:)`` is then
  ///   undone.
  public mutating func append(_ bytes: ArraySlice<UInt8>) throws(FileFailure) {
    hasPending = true
    do {
      try system.writeAll(bytes, to: file, path)
      // While more is made the disk is at work already, so that the wait at the end is short.
      if bytes.count >= LockedFile.largeAppend { system.calls.startWriting(file) }
    } catch {
      undo()
      hasPending = false
      throw error
    }
  }

  /// Makes everything appended durable.
  ///
  /// - Parameter isSynced: Whether the caller made the whole file system durable already
  ///   (``FileSystem/syncAll(holding:)``), so that this file needs no call of its own.
  /// - Throws: ``FileFailure``; all that was appended since the last commit is then undone.
  public mutating func commit(afterSync isSynced: Bool = false) throws(FileFailure) {
    do {
      if !isSynced {
        try system.call(.sync, path) { () throws(Errno) in try system.calls.syncData(file) }
      }
      soundLength = try length()
      hasPending = false
    } catch {
      undo()
      hasPending = false
      throw error
    }
  }

  private func length() throws(FileFailure) -> Int {
    let status = try system.call(.inspect, path) { () throws(Errno) in
      try system.calls.inspect(file)
    }
    return Int(status.size)
  }

  /// Goes back to the sound length.
  ///
  /// The disk may be dying: what fails here cannot be helped, and the caller throws the first
  /// failure.
  private func undo() {
    _ = try? system.call(.truncate, path) { () throws(Errno) in
      try system.calls.truncate(file, soundLength)
    }
    _ = try? system.call(.sync, path) { () throws(Errno) in try system.calls.syncData(file) }
  }

  /// Removes a file that was made for nothing.
  ///
  /// The lock is still held, so that nobody else has written to it; who waits for the lock finds
  /// the name gone and starts anew.
  private func removeIfUnused() {
    if wasCreated, soundLength == 0 { try? system.calls.remove(path) }
  }
}

extension FileSystem {
  /// Opens a file for appending under its exclusive lock; made where it is missing, with its
  /// folders.
  ///
  /// The lock is the kernel's (flock): it goes when its process goes. It is asked for again and
  /// again with short sleeps. A new file's entry in its folder is durable before this returns.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long to wait for another writer at most.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end, so that a
  ///     new file's entry in its folder need not be durable before.
  /// - Returns: The file with its bytes, locked until the value goes out of scope.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/locked`` where the wait was too long.
  public func lockForAppending(
    _ path: FilePath, waiting patience: Duration, syncedLater isSyncedLater: Bool = false
  ) throws(FileFailure) -> LockedFile {
    let deadline = ContinuousClock.now + patience
    while true {
      let (file, wasCreated) = try openOrCreate(path, syncedLater: isSyncedLater)
      do throws(FileFailure) {
        try lock(file, path, until: deadline)
        if try isNamed(path, file) {
          let contents = try readToEnd(file, path)
          if contents.isEmpty, !isSyncedLater { try syncFolder(of: path) }
          return LockedFile(
            file, at: path, in: self, contents: contents,
            wasCreated: wasCreated && contents.isEmpty)
        }
      } catch {
        if wasCreated { removeIfEmpty(file, path) }
        calls.close(file)
        throw error
      }
      // Another writer removed or replaced the file while this one waited.
      calls.close(file)
    }
  }

  private func openOrCreate(
    _ path: FilePath, syncedLater isSyncedLater: Bool
  ) throws(FileFailure) -> (FileDescriptor, Bool) {
    let options: FileDescriptor.OpenOptions = [.append, .closeOnExec]
    while true {
      do {
        return (try open(path, .readWrite, options), false)
      } catch {
        guard error.isMissing else { throw error }
      }
      try createFolder(path.folder, syncedLater: isSyncedLater)
      do {
        return (try open(path, .readWrite, options.union([.create, .exclusiveCreate])), true)
      } catch {
        // Another writer made it in between: open that one.
        guard error.errno == .fileExists else { throw error }
      }
    }
  }

  /// Takes the exclusive lock of a file or folder, waiting until a deadline at most.
  func lock(
    _ file: FileDescriptor, _ path: FilePath, until deadline: ContinuousClock.Instant
  ) throws(FileFailure) {
    var longestNap = 1.0
    while true {
      do {
        return try call(.lock, path) { () throws(Errno) in try calls.lock(file) }
      } catch {
        guard error.errno == .wouldBlock else { throw error }
      }
      let rest = ContinuousClock.now.duration(to: deadline)
      guard rest > .zero else { throw FileFailure(.lock, path, .locked) }
      // Naps of random length keep writers from waking in step and one of them from always losing.
      calls.pause(min(rest, .milliseconds(Double.random(in: 0.5...longestNap))))
      longestNap = min(longestNap * 2, 8)
    }
  }

  private func isNamed(_ path: FilePath, _ file: FileDescriptor) throws(FileFailure) -> Bool {
    let opened = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
    do {
      let named = try call(.inspect, path) { () throws(Errno) in
        try calls.inspectPath(path, true)
      }
      return named.deviceID == opened.deviceID && named.inode == opened.inode
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// Removes a file that this call made and could not use, if nobody else has it locked or used it.
  private func removeIfEmpty(_ file: FileDescriptor, _ path: FilePath) {
    guard (try? calls.lock(file)) != nil, (try? isNamed(path, file)) == true,
      (try? calls.inspect(file))?.size == 0
    else { return }
    try? calls.remove(path)
  }
}
