internal import SystemPackage

extension FileSystem {
  /// Repeats a call that a signal interrupted, and says what it was done to where it fails.
  func call<Value>(
    _ operation: FileFailure.Operation, _ path: @autoclosure () -> FilePath,
    _ body: () throws(Errno) -> Value
  ) throws(FileFailure) -> Value {
    while true {
      do {
        return try body()
      } catch {
        guard error == .interrupted else {
          throw FileFailure(operation, path(), .system(error))
        }
      }
    }
  }

  func open(
    _ place: FilePlace, _ access: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions
  ) throws(FileFailure) -> FileDescriptor {
    try call(.open, place.path) { () throws(Errno) in
      try calls.open(place, access, options, [])
    }
  }

  /// What a place names, a symbolic link not followed; `nil` where there is nothing.
  func status(of place: FilePlace) throws(FileFailure) -> Stat? {
    do {
      return try call(.inspect, place.path) { () throws(Errno) in
        try calls.inspectPath(place, false)
      }
    } catch {
      // Nothing lies below a file either.
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }

  /// The failure of something that is no regular file and stands where one belongs.
  func irregular(
    _ status: Stat, _ path: FilePath, while operation: FileFailure.Operation
  ) throws(FileFailure) -> FileFailure {
    guard status.type == .symbolicLink else {
      return FileFailure(operation, path, .notRegular(.init(status.type)))
    }
    let target = try call(.inspect, path) { () throws(Errno) in
      try calls.linkTarget(FilePlace(path))
    }
    return FileFailure(operation, path, .link(to: target))
  }

  /// The bytes from where a descriptor stands to the end.
  func readToEnd(
    _ file: FileDescriptor, _ path: FilePath, atMost limit: Int = Limits.book
  ) throws(FileFailure) -> [UInt8] {
    let status = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
    guard status.type == .regular else {
      throw FileFailure(.read, path, .notRegular(.init(status.type)))
    }
    // A sparse file has no more on the disk than a name, and any length.
    guard status.size <= limit else {
      throw FileFailure(.read, path, .tooLarge(most: limit))
    }
    // A byte more than the length shows the end without another round.
    var bytes = [UInt8](repeating: 0, count: max(Int(status.size) + 1, 4096))
    var count = 0
    while true {
      guard count <= limit else { throw FileFailure(.read, path, .tooLarge(most: limit)) }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
      let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileFailure) in
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        return try call(.read, path) { () throws(Errno) in try calls.read(file, rest) }
      }
      guard got > 0 else { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Writes all bytes, in one call where the kernel takes them in one.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - file: Where they go.
  ///   - path: What a failure names.
  ///   - taken: Is told how many bytes the kernel took, after each call.
  /// - Throws: ``FileFailure``.
  func writeAll(
    _ bytes: ArraySlice<UInt8>, to file: FileDescriptor, _ path: FilePath,
    taken: (Int) -> Void = { _ in }
  ) throws(FileFailure) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(FileFailure) in
      try writeAll(UnsafeRawBufferPointer(buffer), to: file, path, taken: taken)
    }
  }

  func writeAll(
    _ buffer: UnsafeRawBufferPointer, to file: FileDescriptor, _ path: FilePath,
    taken: (Int) -> Void = { _ in }
  ) throws(FileFailure) {
    var written = 0
    while written < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = try call(.write, path) { () throws(Errno) in try calls.write(file, rest) }
      // A device that takes nothing and reports nothing would be asked for ever.
      guard count > 0 else { throw FileFailure(.write, path, .system(.ioError)) }
      written += count
      taken(count)
    }
  }

  func rename(
    _ old: FilePlace, to new: FilePlace, replacing replaces: Bool = true
  ) throws(FileFailure) {
    try call(.rename, new.path) { () throws(Errno) in try calls.rename(old, new, replaces) }
  }

  /// Makes the entry of a file or folder in the folder that holds it durable.
  func syncFolder(of place: FilePlace) throws(FileFailure) {
    if let folder = place.folder { return try folder.sync() }
    try folder(place.path.folder).sync()
  }

  /// Makes a file without a final name.
  ///
  /// - Parameters:
  ///   - place: The name that it will get, or another one in the same folder.
  ///   - wanted: What a failure names.
  ///   - permissions: What the file gets at most; all that its folder gives where it is `nil`.
  /// - Returns: Its place and its descriptor.
  /// - Throws: ``FileFailure``.
  func openTemporary(
    beside place: FilePlace, for wanted: FilePath, _ permissions: FilePermissions? = nil
  ) throws(FileFailure) -> (FilePlace, FileDescriptor) {
    let temporary = place.beside(FileSystem.temporaryName())
    return (temporary, try make(temporary, .writeOnly, [], for: wanted, atMost: permissions))
  }
}
