import SystemPackage

/// Who may use a new file, as the folder says that it comes into.
///
/// Its owner; its group as far as the folder lets the group in; nobody else. The umask takes more away, but for a
/// folder that hands its group on (setgid) and that the group may write to: colleagues share it, and a file that only
/// its maker could write would keep them out.
struct FileAccess: Hashable {
  /// The permissions of a new file.
  let file: FilePermissions
  /// The permissions of a new folder.
  let folder: FilePermissions
  /// Whether they are given whatever the umask.
  let isShared: Bool

  /// Reads what a folder says.
  ///
  /// - Parameters:
  ///   - mode: The permissions of the folder.
  ///   - letsGroupIn: Whether the group may read even where the folder keeps it out.
  init(_ mode: FilePermissions, lettingGroupIn letsGroupIn: Bool = false) {
    // Where everybody may write, a group means nothing.
    let isGroups = mode.contains(.groupWrite) && !mode.contains(.otherWrite)
    isShared = isGroups && mode.contains(.setGroupID)
    var group = mode.intersection([.groupRead, .groupExecute])
    if letsGroupIn { group = [.groupRead, .groupExecute] }
    if isGroups, isShared || !letsGroupIn { group.insert(.groupWrite) }
    file = FilePermissions.ownerReadWrite.union(group.subtracting(.groupExecute))
    folder = FilePermissions.ownerReadWriteExecute.union(group)
      .union(isShared ? .setGroupID : [])
  }

  /// The permissions of a file that only those who may write in the folder can open.
  var writersFile: FilePermissions {
    file.contains(.groupWrite) ? file : .ownerReadWrite
  }
}

extension FileSystem {
  /// Who may use what is new in the folder of a place.
  func access(beside place: FilePlace) throws(FileFailure) -> FileAccess {
    if let folder = place.folder { return FileAccess(try folder.state.permissions) }
    let folder = place.path.folder
    return FileAccess(
      try call(.inspect, folder) { () throws(Errno) in
        try calls.inspectPath(FilePlace(folder), true)
      }.permissions)
  }

  /// Makes a file that is not there, with the permissions that its folder gives, or fewer.
  func make(
    _ place: FilePlace, _ access: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions,
    for wanted: FilePath, onlyWriters: Bool = false, atMost limit: FilePermissions? = nil
  ) throws(FileFailure) -> FileDescriptor {
    let rights: FileAccess
    do {
      rights = try self.access(beside: place)
    } catch {
      throw FileFailure(.create, wanted, error.reason)
    }
    let given = onlyWriters ? rights.writersFile : rights.file
    let permissions = limit.map { given.intersection($0) } ?? given
    let options = options.union([.create, .exclusiveCreate, .closeOnExec])
    let file = try call(.create, wanted) { () throws(Errno) in
      try calls.open(place, access, options, permissions)
    }
    if rights.isShared { calls.changePermissions(file, permissions) }
    return file
  }

  /// Gives a new file the permissions, the owner and the group of the one that it takes the place of.
  ///
  /// Who may read the one may read the other and nobody else: where the group cannot be kept, it gets what all
  /// others have.
  func keepAccess(
    of old: Stat, for file: FileDescriptor, _ path: FilePath
  ) throws(FileFailure) {
    let new = try call(.inspect, path) { () throws(Errno) in try calls.inspect(file) }
    var permissions = FilePermissions(rawValue: old.permissions.rawValue & 0o777)
    if new.userID != old.userID || new.groupID != old.groupID,
      !calls.changeOwner(file, old.userID, old.groupID), new.groupID != old.groupID,
      !calls.changeOwner(file, new.userID, old.groupID)
    {
      let others = permissions.rawValue & 0o7
      permissions = FilePermissions(
        rawValue: permissions.rawValue & (0o707 | others << 3))
    }
    calls.changePermissions(file, permissions)
  }
}
