public import SystemPackage

/// Files that survive a power cut, a full disk and another writer.
///
/// Whatever these methods report as done is on the disk. What they report as failed has not changed
/// what a reader finds under the final name.
public struct FileSystem: Sendable {
  /// Where the calls lie: one reference, since whatever reads or writes holds a file system of its own.
  private final class Kernel: Sendable {
    let calls: SystemCalls

    init(_ calls: SystemCalls) { self.calls = calls }
  }

  private let kernel: Kernel

  /// The calls into the kernel.
  var calls: SystemCalls { kernel.calls }

  /// The kernel's own file system.
  public static let live = FileSystem(calls: .live)

  /// How the name of a file begins that is being written and has no final name yet.
  ///
  /// A process that is killed leaves such a file behind; nothing ever reads it.
  public static let temporaryPrefix = ".tenggat-"

  /// A name that nothing has, for something that is to get another name or to go.
  ///
  /// - Parameter word: What it is, before the number that makes the name its own.
  /// - Returns: The name.
  public static func temporaryName(_ word: String = "") -> FilePath.Component {
    let number = String(UInt64.random(in: 0 ... .max), radix: 36)
    return FilePath.Component("\(temporaryPrefix)\(word)\(number)") ?? ".tenggat-"
  }

  /// Creates a file system over some calls.
  public init(calls: SystemCalls) { kernel = Kernel(calls) }

  /// The bytes of a file; `nil` where nothing has its name.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have, one of ``Limits``.
  /// - Returns: All of its bytes.
  /// - Throws: ``FileFailure`` where something has the name and cannot be read: a link that leads nowhere too.
  public func read(
    _ path: FilePath, atMost limit: Int = Limits.book
  ) throws(FileFailure) -> [UInt8]? {
    try readWithState(path, atMost: limit)?.bytes
  }

  /// The bytes of a file, and what the opened file was: who owns it; `nil` where nothing has its name.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have, one of ``Limits``.
  /// - Returns: All of its bytes, and its state.
  /// - Throws: ``FileFailure``, as ``read(_:atMost:)``.
  public func readWithState(
    _ path: FilePath, atMost limit: Int = Limits.book
  ) throws(FileFailure) -> (bytes: [UInt8], state: FileState)? {
    let file: FileDescriptor
    do {
      // A pipe would be waited on for ever.
      file = try open(FilePlace(path), .readOnly, [.closeOnExec, .nonBlocking])
    } catch {
      if error.isMissing {
        try requireNothing(at: path)
        return nil
      }
      // A socket is opened by nobody.
      guard error.errno == .noSuchAddressOrDevice, let named = try status(of: FilePlace(path)),
        named.type != .regular
      else { throw error }
      throw try irregular(named, path, while: .read)
    }
    defer { calls.close(file) }
    let bytes = try readToEnd(file, path, atMost: limit)
    let status = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
    return (bytes, FileState(status))
  }

  /// Refuses a path that could not be opened for want of a file, and that is, or leads through, a link to
  /// nothing: whoever put the link there meant a file.
  private func requireNothing(at path: FilePath) throws(FileFailure) {
    var place = path
    while !place.isEmpty {
      guard let named = try state(of: place) else {
        place = place.parent
        continue
      }
      if named.kind == .symbolicLink, try state(of: place, followingLink: true) == nil {
        throw FileFailure(.open, place, .danglingLink)
      }
      return
    }
  }

  /// The names in a folder, in the order of their bytes; empty where nothing has the folder's name.
  ///
  /// - Throws: ``FileFailure`` where something has the name and cannot be listed: a file, a link that leads
  ///   nowhere.
  public func names(in folder: FilePath) throws(FileFailure) -> [FileName] {
    do {
      return try names(in: FilePlace(folder))
    } catch {
      guard error.isMissing else { throw error }
      try requireNothing(at: folder)
      return []
    }
  }

  /// The names in a folder, in the order of their bytes.
  func names(in folder: FilePlace) throws(FileFailure) -> [FileName] {
    try call(.list, folder.path) { () throws(Errno) in try calls.list(folder) }
      .sorted { $0.string < $1.string }
  }

  /// Makes a folder and the ones above it that are missing, durably.
  ///
  /// The folder that holds it is synced even where it was there already: whoever made it may have
  /// been killed before it came to that.
  ///
  /// It is for its owner, and for its group where the folder around it lets the group in; nobody else may enter.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end.
  ///   - letsGroupIn: Whether the group may enter whatever the folder around it says, as it may an office's.
  /// - Throws: ``FileFailure`` for the folder that could not be made or synced.
  public func createFolder(
    _ path: FilePath, syncedLater isSyncedLater: Bool = false,
    lettingGroupIn letsGroupIn: Bool = false
  ) throws(FileFailure) {
    do throws(FileFailure) {
      try makeFolder(path, letsGroupIn)
    } catch {
      guard error.errno == .noSuchFileOrDirectory, !path.removingLastComponent().isEmpty else {
        throw error
      }
      try createFolder(path.removingLastComponent(), syncedLater: isSyncedLater)
      try makeFolder(path, letsGroupIn)
    }
    if !isSyncedLater { try syncFolder(of: FilePlace(path)) }
  }

  /// Makes a folder, unless it is there: another writer may make it at any moment.
  private func makeFolder(_ path: FilePath, _ letsGroupIn: Bool) throws(FileFailure) {
    do throws(FileFailure) {
      let around = try call(.makeFolder, path) { () throws(Errno) in
        try calls.inspectPath(FilePlace(path.folder), true)
      }
      let rights = FileAccess(around.permissions, lettingGroupIn: letsGroupIn)
      try makeFolder(FilePlace(path), rights)
    } catch {
      guard error.errno == .fileExists else { throw error }
      do throws(FileFailure) {
        let found = try call(.inspect, path) { () throws(Errno) in
          try calls.inspectPath(FilePlace(path), true)
        }
        guard found.type != .directory else { return }
      } catch let failure where failure.isMissing {
        // A link that leads nowhere.
        if let named = try status(of: FilePlace(path)) {
          throw try irregular(named, path, while: .makeFolder)
        }
      }
      throw error
    }
  }

  /// Makes a folder that is not there.
  func makeFolder(_ place: FilePlace, _ rights: FileAccess) throws(FileFailure) {
    try call(.makeFolder, place.path) { () throws(Errno) in
      try calls.makeFolder(place, rights.folder)
    }
    guard rights.isShared else { return }
    let made = try open(place, .readOnly, [.closeOnExec, .directory, .noFollow])
    defer { calls.close(made) }
    calls.changePermissions(made, rights.folder)
  }

  /// Puts bytes under a name, so that a reader finds the old bytes or the new ones and nothing
  /// else.
  ///
  /// They can be read by whoever could read the old ones; a new file is for its owner, and for its group where the
  /// folder lets the group in.
  ///
  /// - Throws: ``FileFailure``; the old file is then as it was.
  public func replaceAtomically(
    _ path: FilePath, with bytes: [UInt8], atMost permissions: FilePermissions? = nil
  ) throws(FileFailure) {
    try replaceAtomically(
      FilePlace(path), with: bytes, replacing: true, atMost: permissions)
  }

  /// Puts bytes under a name at once; where it has one already, as the flag says.
  func replaceAtomically(
    _ place: FilePlace, with bytes: [UInt8], replacing replaces: Bool,
    atMost permissions: FilePermissions? = nil
  ) throws(FileFailure) {
    var draft = try draft(place, replacing: replaces, atMost: permissions)
    try draft.append(bytes)
    try draft.finish()
  }

  /// Makes everything durable that was written to the file system that holds a folder, in one call
  /// (syncfs), whatever the number of files.
  ///
  /// - Throws: ``FileFailure``; nothing is then known to be durable.
  public func syncAll(holding folder: FilePath) throws(FileFailure) {
    try self.folder(folder).syncAll()
  }

  /// Removes a file, durably; one that is not there is removed already.
  ///
  /// - Throws: ``FileFailure`` where it is still there.
  public func remove(_ path: FilePath) throws(FileFailure) {
    try remove(FilePlace(path))
  }

  func remove(_ place: FilePlace) throws(FileFailure) {
    do {
      try call(.remove, place.path) { () throws(Errno) in try calls.remove(place) }
    } catch {
      if error.isMissing { return }
      throw error
    }
    try syncFolder(of: place)
  }
}
