public import SystemPackage

/// A file that this process alone may append to, until the value goes out of scope.
///
/// What is appended counts only after ``commit(afterSync:)``. A file that goes out of scope without
/// it, and one where a call failed, is cut back to the bytes it had; a file that was made for it is
/// removed.
///
/// A network folder may not keep the lock. So nothing is cut that is not proved to be this value's own: what
/// stands at the end of the file is read again before.
public struct LockedFile: ~Copyable {
  /// The path.
  public let path: FilePath
  /// The bytes under the lock, before anything was appended.
  public let contents: [UInt8]

  private let system: FileSystem
  private let file: FileDescriptor
  private let turn: WritersTurn
  private let wasCreated: Bool
  /// The length that a reader may rely on: what is undone goes back to it.
  private var soundLength: Int
  /// What was appended since the last commit, as far as the kernel took it.
  private var written = WrittenBytes()

  /// Bytes of an append that more are likely to follow.
  private static let largeAppend = 1 << 20

  init(
    _ file: FileDescriptor, at path: FilePath, in system: FileSystem, contents: [UInt8],
    wasCreated: Bool, _ turn: consuming WritersTurn
  ) {
    self.path = path
    self.contents = contents
    self.system = system
    self.file = file
    self.turn = turn
    self.wasCreated = wasCreated
    soundLength = contents.count
  }

  deinit {
    _ = undo()
    removeIfUnused()
    system.calls.close(file)
  }

  /// Cuts the file, to which nothing was appended yet, to a length, durably with the next
  /// ``commit(afterSync:)``.
  ///
  /// - Throws: ``FileFailure``; the file is then as long as before. With ``FileFailure/Reason/locked`` what would be
  ///   cut is not what stood there under the lock.
  public mutating func truncate(to length: Int) throws(FileFailure) {
    guard try tail(from: length) == contents[length...] else {
      throw FileFailure(.truncate, path, .locked)
    }
    try cut(to: length)
    soundLength = length
  }

  /// Appends bytes, in one write where the kernel takes them in one.
  ///
  /// - Throws: ``FileFailure``; all that was appended since the last ``commit(afterSync:)`` is then
  ///   undone, but with ``FileFailure/Reason/unclear(_:)``.
  public mutating func append(_ bytes: ArraySlice<UInt8>) throws(FileFailure) {
    var count = 0
    do throws(FileFailure) {
      try system.writeAll(bytes, to: file, path) { count += $0 }
    } catch {
      written.append(bytes.prefix(count))
      throw undone(error)
    }
    written.append(bytes)
    // While more is made the disk is at work already, so that the wait at the end is short.
    if bytes.count >= LockedFile.largeAppend { system.calls.startWriting(file) }
  }

  /// Makes everything appended durable.
  ///
  /// - Parameter isSynced: Whether the caller made the whole file system durable already
  ///   (``FileSystem/syncAll(holding:)``), so that this file needs no call of its own.
  /// - Throws: ``FileFailure``; all that was appended since the last commit is then undone, but with
  ///   ``FileFailure/Reason/unclear(_:)``. With ``FileFailure/Reason/locked`` another writer was at work.
  public mutating func commit(afterSync isSynced: Bool = false) throws(FileFailure) {
    do throws(FileFailure) {
      if !isSynced {
        try system.call(.sync, path) { () throws(Errno) in try system.calls.syncData(file) }
      }
      // What others put behind it is theirs; between, it would break what each row says of the one before.
      guard try stands(from: soundLength, length: written.count) else {
        throw FileFailure(.write, path, .locked)
      }
    } catch {
      throw undone(error)
    }
    soundLength += written.count
    written = WrittenBytes()
  }

  /// The failure that is told after what was appended was undone, or was not.
  private mutating func undone(_ failure: FileFailure) -> FileFailure {
    defer { written = WrittenBytes() }
    return undo() ? failure : FileFailure(failure.operation, path, .unclear(failure.errno))
  }

  /// Cuts off what was appended since the last commit, if it is what the file ends with.
  ///
  /// The disk may be dying: the caller throws the first failure. That the cut cannot be made durable changes nothing
  /// for who reads now.
  ///
  /// - Returns: Whether none of it stands in the file.
  private func undo() -> Bool {
    guard !written.isEmpty else { return true }
    guard let size = try? size else { return false }
    let there = max(size - soundLength, 0)
    let length: Int
    if there > written.count,
      (try? stands(from: size - written.count, length: written.count)) == true
    {
      length = size - written.count
    } else if there <= written.count, (try? stands(from: soundLength, length: there)) == true {
      length = soundLength
    } else {
      return false
    }
    guard (try? cut(to: length)) != nil else { return false }
    _ = try? system.call(.sync, path) { () throws(Errno) in try system.calls.syncData(file) }
    return true
  }

  /// Whether so many of the bytes that were appended stand in the file from a place on.
  private func stands(from start: Int, length: Int) throws(FileFailure) -> Bool {
    try written.areThere(from: start, length: length) { (start, count) throws(FileFailure) in
      try tail(from: start, atMost: count)
    }
  }

  /// The size of the file now.
  private var size: Int {
    get throws(FileFailure) {
      Int(
        try system.call(.inspect, path) { () throws(Errno) in try system.calls.inspect(file) }.size)
    }
  }

  private func cut(to length: Int) throws(FileFailure) {
    try system.call(.truncate, path) { () throws(Errno) in
      try system.calls.truncate(file, length)
    }
  }

  /// The bytes of the file from a place on, to its end or as many as are asked for.
  private func tail(
    from start: Int, atMost most: Int = .max
  ) throws(FileFailure) -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: min(most, max(try size - start, 0)))
    var count = 0
    while count < bytes.count {
      let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileFailure) in
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        return try system.call(.read, path) { () throws(Errno) in
          try system.calls.readAt(file, rest, start + count)
        }
      }
      guard got > 0 else { break }
      count += got
    }
    return bytes[..<count]
  }

  /// Removes a file that was made for nothing, and that nobody else has written to.
  ///
  /// The lock is still held: who waits for it finds the name gone and starts again.
  private func removeIfUnused() {
    guard wasCreated, soundLength == 0, (try? tail(from: 0, atMost: 1))?.isEmpty == true else {
      return
    }
    try? system.calls.remove(FilePlace(path))
  }
}
