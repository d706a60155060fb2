public import SystemPackage

extension FileSystem {
  /// Copies a regular file into a folder under a name that its bytes decide, durably.
  ///
  /// What stood under that name is replaced, which for a name made of a hash means the same bytes:
  /// the same file twice is stored once, and a damaged copy is mended.
  ///
  /// - Parameters:
  ///   - source: A regular file; anything else, a symbolic link too, is refused without waiting on
  ///     it.
  ///   - folder: The folder to copy into; made where it is missing.
  ///   - inspect: Sees all bytes, in order.
  ///   - name: The final name, asked for once after all bytes were seen; where it throws, nothing is
  ///     kept.
  /// - Returns: The path of the copy.
  /// - Throws: ``FileFailure``; nothing then stands under the final name that did not before.
  public func copyIn(
    _ source: FilePath, into folder: FilePath, inspect: (UnsafeRawBufferPointer) -> Void,
    name: () throws(FileFailure) -> FilePath.Component
  ) throws(FileFailure) -> FilePath {
    let input = try openRegular(source)
    defer { calls.close(input) }
    try createFolder(folder)
    // The copy has its name only at the end; until then a failure names the folder.
    let (temporary, output) = try openTemporary(in: folder, for: folder)
    let final: FilePath
    do throws(FileFailure) {
      defer { calls.close(output) }
      try eachChunk(of: input, source) { (chunk) throws(FileFailure) in
        inspect(chunk)
        try writeAll(chunk, to: output, folder)
      }
      try call(.sync, folder) { () throws(Errno) in try calls.sync(output) }
      final = folder.appending(try name())
      try rename(temporary, to: final)
    } catch {
      try? calls.remove(temporary)
      throw error
    }
    try syncFolder(of: final)
    return final
  }

  /// Reads a regular file through, and tells the state in which it was read.
  ///
  /// - Parameters:
  ///   - source: A regular file; anything else, a symbolic link too, is refused without waiting on
  ///     it.
  ///   - inspect: Sees all bytes, in order.
  /// - Returns: The state of the file, the same before the first byte and after the last one.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/changed`` where it was written to meanwhile.
  public func readThrough(
    _ source: FilePath, inspect: (UnsafeRawBufferPointer) -> Void
  ) throws(FileFailure) -> FileState {
    let input = try openRegular(source)
    defer { calls.close(input) }
    func state() throws(FileFailure) -> FileState {
      FileState(try call(.inspect, source) { () throws(Errno) in try calls.inspect(input) })
    }
    let before = try state()
    try eachChunk(of: input, source) { (chunk) throws(FileFailure) in inspect(chunk) }
    guard try state() == before else { throw FileFailure(.read, source, .changed) }
    return before
  }

  private func eachChunk(
    of input: FileDescriptor, _ source: FilePath,
    _ body: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    try buffer.withUnsafeMutableBufferPointer { (bytes) throws(FileFailure) in
      let buffer = UnsafeMutableRawBufferPointer(bytes)
      while true {
        let count = try call(.read, source) { () throws(Errno) in
          try calls.read(input, buffer)
        }
        guard count > 0 else { return }
        try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  /// Opens a regular file for reading.
  ///
  /// The path is looked at first because opening a device can already do something to it, and the
  /// descriptor is looked at again because the path may name something else by then.
  private func openRegular(_ path: FilePath) throws(FileFailure) -> FileDescriptor {
    let named = try call(.inspect, path) { () throws(Errno) in try calls.inspectPath(path, false) }
    guard named.type == .regular else {
      throw FileFailure(.open, path, .notRegular(.init(named.type)))
    }
    return try openInspected(path, [.noFollow])
  }

  /// Opens a regular file for reading, through a symbolic link too.
  func openFollowing(_ path: FilePath) throws(FileFailure) -> FileDescriptor {
    try openInspected(path, [])
  }

  private func openInspected(
    _ path: FilePath, _ options: FileDescriptor.OpenOptions
  ) throws(FileFailure) -> FileDescriptor {
    let options = options.union([.closeOnExec, .nonBlocking])
    let file = try open(path, .readOnly, options)
    do throws(FileFailure) {
      let opened = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
      guard opened.type == .regular else {
        throw FileFailure(.open, path, .notRegular(.init(opened.type)))
      }
      return file
    } catch {
      calls.close(file)
      throw error
    }
  }
}
