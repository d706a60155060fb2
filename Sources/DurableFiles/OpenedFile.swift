public import SystemPackage

/// A regular file that is held open for reading: what was looked at is what is read and copied.
///
/// It is a class, so that its descriptor is closed once, with the last that has it.
public final class OpenedFile: Sendable {
  /// The path under which it was opened, for messages and for its name.
  public let path: FilePath
  /// The file as it was when it was opened.
  public let state: FileState
  let system: FileSystem
  let descriptor: FileDescriptor

  init(
    _ descriptor: FileDescriptor, _ state: FileState, at path: FilePath, in system: FileSystem
  ) {
    self.descriptor = descriptor
    self.state = state
    self.path = path
    self.system = system
  }

  deinit { system.calls.close(descriptor) }

  /// Reads it through from its first byte.
  ///
  /// - Parameter inspect: Sees all bytes, in order.
  /// - Returns: Its state, the same before the first byte and after the last one.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/changed`` where it was written to meanwhile.
  @discardableResult
  public func readThrough(
    inspect: (UnsafeRawBufferPointer) -> Void
  ) throws(FileFailure) -> FileState {
    try eachChunk { (chunk) throws(FileFailure) in inspect(chunk) }
  }

  /// Its bytes from the first to the last; of a file that is being added to, those that it has at the moment.
  ///
  /// - Throws: ``FileFailure`` where they cannot be read.
  public func read() throws(FileFailure) -> [UInt8] {
    try rewind()
    return try system.readToEnd(descriptor, path)
  }

  /// Its first bytes.
  ///
  /// - Parameter count: How many of them, where it has so many.
  /// - Returns: The bytes.
  /// - Throws: ``FileFailure`` where they cannot be read.
  public func head(_ count: Int) throws(FileFailure) -> [UInt8] {
    try rewind()
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBufferPointer { (bytes) throws(FileFailure) in
      try next(into: UnsafeMutableRawBufferPointer(bytes))
    }
    bytes.removeLast(count - got)
    return bytes
  }

  /// Reads on from where the last call ended.
  ///
  /// - Parameter buffer: Gets the bytes.
  /// - Returns: How many they are; 0 at the end of the file.
  /// - Throws: ``FileFailure`` where they cannot be read.
  public func next(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    try system.call(.read, path) { () throws(Errno) in
      try system.calls.read(descriptor, buffer)
    }
  }

  /// Reads it through, a part at a time, as ``readThrough(inspect:)``.
  func eachChunk(
    _ body: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
  ) throws(FileFailure) -> FileState {
    let before = try currentState()
    try rewind()
    var rest = before.size
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    try buffer.withUnsafeMutableBufferPointer { (bytes) throws(FileFailure) in
      let buffer = UnsafeMutableRawBufferPointer(bytes)
      while true {
        let count = try next(into: buffer)
        guard count > 0 else { return }
        rest -= Int64(count)
        // Who goes on writing would be read for ever.
        guard rest >= 0 else { throw FileFailure(.read, path, .changed) }
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    guard try currentState() == before else { throw FileFailure(.read, path, .changed) }
    return before
  }

  private func currentState() throws(FileFailure) -> FileState {
    FileState(
      try system.call(.inspect, path) { () throws(Errno) in
        try system.calls.inspect(descriptor)
      })
  }

  private func rewind() throws(FileFailure) {
    try system.call(.read, path) { () throws(Errno) in try system.calls.rewind(descriptor) }
  }
}

extension FileSystem {
  /// Opens a regular file that a person named: links on the way are followed, one in the last place is not.
  ///
  /// - Throws: ``FileFailure``; anything else, a symbolic link too, is refused without waiting on it.
  public func file(_ path: FilePath) throws(FileFailure) -> OpenedFile {
    try openRegular(FilePlace(path))
  }

  /// Reads a regular file through, and tells the state in which it was read.
  ///
  /// - Parameters:
  ///   - source: A regular file, as for ``file(_:)``.
  ///   - inspect: Sees all bytes, in order.
  /// - Returns: The state of the file, the same before the first byte and after the last one.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/changed`` where it was written to meanwhile.
  public func readThrough(
    _ source: FilePath, inspect: (UnsafeRawBufferPointer) -> Void
  ) throws(FileFailure) -> FileState {
    try file(source).readThrough(inspect: inspect)
  }

  /// Opens a regular file for reading.
  ///
  /// The name is looked at first because opening a device can already do something to it, and the
  /// descriptor is looked at again because the name may be another file's by then.
  func openRegular(_ place: FilePlace) throws(FileFailure) -> OpenedFile {
    let named = try call(.inspect, place.path) { () throws(Errno) in
      try calls.inspectPath(place, false)
    }
    guard named.type == .regular else {
      throw FileFailure(.open, place.path, .notRegular(.init(named.type)))
    }
    return try openInspected(place, [.noFollow])
  }

  /// Opens a regular file for reading, through a symbolic link too.
  ///
  /// - Throws: ``FileFailure``; what is no regular file is refused without waiting on it.
  public func openFollowing(_ path: FilePath) throws(FileFailure) -> OpenedFile {
    try openFollowing(FilePlace(path))
  }

  /// Opens a regular file of a folder that is open for reading, through a symbolic link too.
  func openFollowing(_ place: FilePlace) throws(FileFailure) -> OpenedFile {
    try openInspected(place, [])
  }

  private func openInspected(
    _ place: FilePlace, _ options: FileDescriptor.OpenOptions
  ) throws(FileFailure) -> OpenedFile {
    let options = options.union([.closeOnExec, .nonBlocking])
    let file = try open(place, .readOnly, options)
    do throws(FileFailure) {
      let opened = try call(.inspect, place.path) { () throws(Errno) in try calls.inspect(file) }
      guard opened.type == .regular else {
        throw FileFailure(.open, place.path, .notRegular(.init(opened.type)))
      }
      return OpenedFile(file, FileState(opened), at: place.path, in: self)
    } catch {
      calls.close(file)
      throw error
    }
  }
}
