import Glibc
public import SystemPackage

/// Folders that hold a whole tree: made without a final name, filled, and then given their name at once.
extension Folder {
  /// Makes a folder in it that only its owner may enter, durably, and opens it.
  ///
  /// What is made in that folder later is its owner's alone too.
  ///
  /// - Throws: ``FileFailure``, with `fileExists` where something has the name.
  public func makePrivateFolder(_ name: FilePath.Component) throws(FileFailure) -> Folder {
    try system.makeFolder(FilePlace(name, in: self), FileAccess(.ownerReadWriteExecute))
    try sync()
    return try folder(name)
  }

  /// Gives something in it another name in a folder of the same file system, durably.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - new: What it is called then.
  ///   - target: The folder of the new name; this one where it is `nil`.
  ///   - replaces: Whether an empty folder of the new name may be replaced.
  /// - Throws: ``FileFailure``, with `fileExists` where something has the new name.
  public func rename(
    _ name: FilePath.Component, to new: FilePath.Component, in target: Folder? = nil,
    replacing replaces: Bool = false
  ) throws(FileFailure) {
    let target = target ?? self
    try system.rename(
      FilePlace(name, in: self), to: FilePlace(new, in: target), replacing: replaces)
    try target.sync()
    if target !== self { try sync() }
  }

  /// Removes a folder in it with everything below, durably; links are removed and not followed.
  ///
  /// One that is not there is removed already.
  ///
  /// - Parameters:
  ///   - name: The folder.
  ///   - last: What goes after everything else in it, so that whoever finds a part of it knows what it was.
  /// - Throws: ``FileFailure`` for the first thing that stays; what came before it is gone.
  public func removeTree(
    _ name: FilePath.Component, last: FilePath.Component? = nil
  ) throws(FileFailure) {
    do throws(FileFailure) {
      try clear(folder(name), last: last)
    } catch {
      if error.isMissing { return }
      throw error
    }
    let place = FilePlace(name, in: self)
    try system.call(.remove, place.path) { () throws(Errno) in
      try system.calls.removeFolder(place)
    }
    try sync()
  }

  private func clear(
    _ folder: Folder, last: FilePath.Component? = nil
  ) throws(FileFailure) {
    let names = try folder.names
    for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
      let place = FilePlace(name, in: folder)
      guard let state = try folder.state(of: name) else { continue }
      if state.kind == .folder {
        try clear(folder.folder(name))
        try system.call(.remove, place.path) { () throws(Errno) in
          try system.calls.removeFolder(place)
        }
      } else {
        try system.call(.remove, place.path) { () throws(Errno) in
          try system.calls.remove(place)
        }
      }
    }
  }

  /// Opens a regular file in it, through a link only where the owner of another folder may have set it: it and
  /// the file that it leads to belong to that owner, to root or to the user who runs the program.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - top: The folder whose owner's links are followed.
  /// - Returns: The file.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/foreign`` for a link of somebody else.
  public func file(
    _ name: FilePath.Component, followingLinksOf top: Folder
  ) throws(FileFailure) -> OpenedFile {
    guard let link = try state(of: name), link.kind == .symbolicLink else { return try file(name) }
    let place = FilePlace(name, in: self)
    let trusted: Set = [0, geteuid(), try top.state.owner]
    guard trusted.contains(link.owner) else { throw FileFailure(.open, place.path, .foreign) }
    // A device is not opened, since that can already do something to it.
    guard let target = try state(of: name, followingLink: true) else {
      throw FileFailure(.open, place.path, .danglingLink)
    }
    if let kind = target.kind { throw FileFailure(.open, place.path, .notRegular(kind)) }
    let opened = try system.openFollowing(place)
    guard trusted.contains(opened.state.owner) else {
      throw FileFailure(.open, place.path, .foreign)
    }
    return opened
  }
}
