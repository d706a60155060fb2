public import SystemPackage

/// A file that is written piece by piece and gets its name when it is whole.
///
/// Until then a reader finds what had the name before. A draft that is let go unfinished leaves nothing behind.
public struct FileDraft: ~Copyable {
  private let place: FilePlace
  private let replaces: Bool
  private let system: FileSystem
  private let temporary: FilePlace
  private let file: FileDescriptor
  private var isFinished = false

  fileprivate init(
    _ place: FilePlace, replacing replaces: Bool, _ temporary: FilePlace, _ file: FileDescriptor,
    in system: FileSystem
  ) {
    self.place = place
    self.replaces = replaces
    self.system = system
    self.temporary = temporary
    self.file = file
  }

  deinit {
    system.calls.close(file)
    if !isFinished { try? system.calls.remove(temporary) }
  }

  /// Lets in who may read the file that has the name, and nobody beyond the permissions.
  fileprivate func keepAccess(atMost permissions: FilePermissions?) throws(FileFailure) {
    if let old = try system.status(of: place), old.type == .regular {
      try system.keepAccess(of: old, for: file, place.path)
    }
    if let permissions { system.calls.changePermissions(file, permissions) }
  }

  /// Writes the next bytes.
  ///
  /// - Throws: ``FileFailure``; the draft is then of no use any more.
  public func append(_ bytes: [UInt8]) throws(FileFailure) {
    try system.writeAll(bytes[...], to: file, place.path)
  }

  /// Leaves the name for later, when many files get theirs at once.
  ///
  /// - Returns: The file, as it is whole now.
  public consuming func prepared() -> PreparedFile {
    isFinished = true
    return PreparedFile(place, replacing: replaces, temporary, in: system)
  }

  /// Gives the file its name, durably.
  ///
  /// - Throws: ``FileFailure``; unless only the folder could not be synced, what had the name is then as it was.
  public mutating func finish() throws(FileFailure) {
    try system.call(.sync, place.path) { () throws(Errno) in try system.calls.sync(file) }
    try system.rename(temporary, to: place, replacing: replaces)
    isFinished = true
    try system.syncFolder(of: place)
  }
}

extension FileSystem {
  /// Begins a file that gets its name later.
  ///
  /// - Parameters:
  ///   - place: The name that it will have.
  ///   - replaces: Whether what has the name may be replaced.
  ///   - permissions: What it gets at most; what the old file has, or its folder gives, where it is `nil`.
  /// - Returns: The draft.
  /// - Throws: ``FileFailure``, which names the file that was wanted: the temporary one is gone when it is told.
  func draft(
    _ place: FilePlace, replacing replaces: Bool, atMost permissions: FilePermissions? = nil
  ) throws(FileFailure) -> FileDraft {
    let (temporary, file) = try openTemporary(beside: place, for: place.path, permissions)
    let draft = FileDraft(place, replacing: replaces, temporary, file, in: self)
    try draft.keepAccess(atMost: permissions)
    return draft
  }
}

extension Folder {
  /// Begins a file in it that is written piece by piece and gets its name when it is whole.
  ///
  /// - Parameters:
  ///   - name: The name; a link of that name is replaced, not followed.
  ///   - replaces: Whether what has the name may be replaced.
  /// - Returns: The draft.
  /// - Throws: ``FileFailure`` where nothing can be made in the folder.
  public func draft(
    _ name: FilePath.Component, replacing replaces: Bool
  ) throws(FileFailure) -> FileDraft {
    try system.draft(FilePlace(name, in: self), replacing: replaces)
  }
}
