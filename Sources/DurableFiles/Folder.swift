public import SystemPackage

/// A folder that is held open, so that what is done in it is done in this folder and no other.
///
/// Whoever may write in a folder can put a link or another folder in the place of one that was looked at.
/// A path that is used twice may therefore be two folders; a descriptor is one. All that is done here takes
/// one name, is done below the descriptor, and follows no link unless it says so.
///
/// It is a class: the entries of a folder share it, and its descriptor is closed once, with the last of them.
public final class Folder: Sendable {
  /// The path under which it was opened, for messages.
  public let path: FilePath
  let system: FileSystem
  let descriptor: FileDescriptor

  init(_ descriptor: FileDescriptor, at path: FilePath, in system: FileSystem) {
    self.descriptor = descriptor
    self.path = path
    self.system = system
  }

  deinit { system.calls.close(descriptor) }

  /// What it is now; the same folder (``FileState/isSameFile(as:)``) for as long as it is held.
  public var state: FileState {
    get throws(FileFailure) {
      FileState(
        try system.call(.inspect, path) { () throws(Errno) in
          try system.calls.inspect(descriptor)
        })
    }
  }

  /// The names in it, in the order of their bytes.
  ///
  /// - Throws: ``FileFailure`` where it cannot be read.
  public var names: [FilePath.Component] {
    get throws(FileFailure) { try system.names(in: FilePlace(.here, in: self)).map(\.component) }
  }

  /// What a name in it names.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - followsLink: Whether a symbolic link stands for what it leads to.
  /// - Returns: Its state; `nil` where there is nothing.
  /// - Throws: ``FileFailure`` where that cannot be known.
  public func state(
    of name: FilePath.Component, followingLink followsLink: Bool = false
  ) throws(FileFailure) -> FileState? {
    try system.state(of: FilePlace(name, in: self), followingLink: followsLink)
  }

  /// What a path below it names, links followed.
  ///
  /// - Returns: Its state; `nil` where there is nothing.
  /// - Throws: ``FileFailure`` where that cannot be known.
  public func state(below path: FilePath) throws(FileFailure) -> FileState? {
    try system.state(of: FilePlace(below: path, in: self), followingLink: true)
  }

  /// Opens a folder in it; a link is none.
  ///
  /// - Throws: ``FileFailure``, with `notDirectory` for a link and for whatever else is no folder.
  public func folder(_ name: FilePath.Component) throws(FileFailure) -> Folder {
    do throws(FileFailure) {
      return try system.openFolder(FilePlace(name, in: self), [.noFollow])
    } catch {
      // The kernel has two words for a link.
      guard error.errno == .tooManySymbolicLinkLevels else { throw error }
      throw FileFailure(error.operation, error.path, .system(.notDirectory))
    }
  }

  /// Opens the folder that holds it, which for the topmost one is itself; it cannot be listed, since one may
  /// pass through folders that one may not read.
  ///
  /// - Throws: ``FileFailure`` where it may not be entered.
  public func parent() throws(FileFailure) -> Folder {
    try system.openFolder(FilePlace(.above, in: self), [.pathOnly])
  }

  /// Opens a regular file in it for reading; a link, a pipe or a device is never opened nor waited on.
  ///
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/notRegular(_:)`` for anything else.
  public func file(_ name: FilePath.Component) throws(FileFailure) -> OpenedFile {
    try system.openRegular(FilePlace(name, in: self))
  }

  /// The bytes of a regular file in it; `nil` where there is none.
  ///
  /// - Throws: ``FileFailure`` where the file is there and is not regular, or cannot be read.
  public func read(_ name: FilePath.Component) throws(FileFailure) -> [UInt8]? {
    let file: OpenedFile
    do {
      file = try self.file(name)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
    return try file.read()
  }

  /// Puts bytes under a name, so that a reader finds the old bytes or the new ones and nothing else.
  ///
  /// - Parameters:
  ///   - name: The name; a link of that name is replaced, not followed.
  ///   - bytes: The bytes.
  ///   - replaces: Whether what has the name may be replaced.
  /// - Throws: ``FileFailure``; what had the name is then as it was.
  public func replaceAtomically(
    _ name: FilePath.Component, with bytes: [UInt8], replacing replaces: Bool = true
  ) throws(FileFailure) {
    try system.replaceAtomically(FilePlace(name, in: self), with: bytes, replacing: replaces)
  }

  /// Removes a file from it, durably; one that is not there is removed already.
  ///
  /// - Throws: ``FileFailure`` where it is still there.
  public func remove(_ name: FilePath.Component) throws(FileFailure) {
    try system.remove(FilePlace(name, in: self))
  }

  /// Makes its entries durable.
  func sync() throws(FileFailure) {
    try system.call(.sync, path) { () throws(Errno) in try system.calls.sync(descriptor) }
  }

  /// Makes everything durable that was written to its file system, in one call (syncfs).
  func syncAll() throws(FileFailure) {
    try system.call(.sync, path) { () throws(Errno) in
      try system.calls.syncFileSystem(descriptor)
    }
  }
}

extension FilePath.Component {
  /// The folder itself.
  static let here: FilePath.Component = "."
  /// The folder that holds it.
  static let above: FilePath.Component = ".."
}

extension FileDescriptor.OpenOptions {
  /// A place in the tree of folders, which needs no right to read (`O_PATH`, open(2)).
  fileprivate static let pathOnly = FileDescriptor.OpenOptions(rawValue: 0o10000000)
}

extension FileSystem {
  /// Opens a folder that a person named: links on the way and in the last place are followed, once.
  ///
  /// - Throws: ``FileFailure`` where there is none.
  public func folder(_ path: FilePath) throws(FileFailure) -> Folder {
    try openFolder(FilePlace(path.isEmpty ? "." : path), [])
  }

  /// Opens a folder that a person named, or the nearest one above it that is there.
  ///
  /// - Parameter path: The folder.
  /// - Returns: The folder that is there, and the names below it that are missing.
  /// - Throws: ``FileFailure`` where none can be opened, and where a step upward (`..`) is among the missing
  ///   names.
  public func nearestFolder(
    _ path: FilePath
  ) throws(FileFailure) -> (folder: Folder, missing: FilePath) {
    var missing: [FilePath.Component] = []
    var place = path
    while true {
      do throws(FileFailure) {
        return (try folder(place), FilePath(root: nil, missing))
      } catch {
        guard error.isMissing, let last = place.lastComponent, last.kind == .regular else {
          throw error
        }
        missing.insert(last, at: 0)
        place.removeLastComponent()
      }
    }
  }

  func openFolder(
    _ place: FilePlace, _ options: FileDescriptor.OpenOptions
  ) throws(FileFailure) -> Folder {
    Folder(
      try open(place, .readOnly, options.union([.closeOnExec, .directory])), at: place.path,
      in: self)
  }
}
