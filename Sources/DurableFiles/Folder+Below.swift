import Glibc
public import SystemPackage

extension Folder {
  /// Opens a folder some levels below, one name at a time.
  ///
  /// A link on the way is followed where whoever owns this folder may have set it: it and the folder that it
  /// leads to belong to that owner, to root or to the user who runs the program. An office may so keep a
  /// folder on another disk; whoever else may write here cannot lead the program elsewhere.
  ///
  /// - Parameters:
  ///   - path: Names, relative to this folder.
  ///   - followsLinks: Whether such links are followed; otherwise none is.
  /// - Returns: The folder; `nil` where it is missing.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/foreign`` for a link of somebody else.
  public func folder(
    below path: FilePath, followingLinks followsLinks: Bool = true
  ) throws(FileFailure) -> Folder? {
    let (folder, _, missing) = try descend(path, followingLinks: followsLinks)
    return missing.isEmpty ? folder : nil
  }

  /// Opens a folder some levels below, as ``folder(below:followingLinks:)``, or the nearest one above it that is
  /// there.
  ///
  /// - Parameter path: Names, relative to this folder.
  /// - Returns: The folder that is there, and the names below it that are missing.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/foreign`` for a link of somebody else.
  public func nearestFolder(
    below path: FilePath
  ) throws(FileFailure) -> (folder: Folder, missing: FilePath) {
    let (folder, _, missing) = try descend(path, followingLinks: true)
    return (folder, FilePath(root: nil, missing))
  }

  /// Opens a folder some levels below, as ``folder(below:followingLinks:)``, and makes what is missing, durably.
  ///
  /// - Parameters:
  ///   - path: Names, relative to this folder.
  ///   - followsLinks: Whether such links are followed; otherwise none is.
  /// - Returns: The folder.
  /// - Throws: ``FileFailure`` for the folder that could not be made, opened or synced, with
  ///   ``FileFailure/Reason/foreign`` for a link of somebody else.
  public func makeFolder(
    below path: FilePath, followingLinks followsLinks: Bool = true
  ) throws(FileFailure) -> Folder {
    var (folder, above, missing) = try descend(path, followingLinks: followsLinks)
    // Whoever made a folder that is there may have been killed before its entry was durable.
    try above?.sync()
    for name in missing {
      try folder.makeEntry(name)
      try folder.sync()
      folder = try folder.entered(name, trusting: followsLinks ? self : nil)
    }
    return folder
  }

  /// Goes down a path as far as there are folders.
  ///
  /// - Returns: The last one, the one that holds it where that is not this one's own holder, and the names that
  ///   are missing.
  private func descend(
    _ path: FilePath, followingLinks followsLinks: Bool
  ) throws(FileFailure) -> (folder: Folder, above: Folder?, missing: [FilePath.Component]) {
    var (folder, above) = (self, Folder?.none)
    let names = Array(path.components)
    for (index, name) in names.enumerated() {
      do throws(FileFailure) {
        let next = try folder.entered(name, trusting: followsLinks ? self : nil)
        (folder, above) = (next, folder)
      } catch {
        guard error.isMissing else { throw error }
        return (folder, above, Array(names[index...]))
      }
    }
    return (folder, above, [])
  }

  /// Makes a folder, unless it is there: another writer may make it at any moment.
  private func makeEntry(_ name: FilePath.Component) throws(FileFailure) {
    let place = FilePlace(name, in: self)
    do {
      try system.makeFolder(place, FileAccess(try state.permissions))
    } catch {
      guard error.errno == .fileExists else { throw error }
    }
  }

  /// Opens a folder, through a link only where the owner of another folder may have set it.
  private func entered(
    _ name: FilePath.Component, trusting top: Folder?
  ) throws(FileFailure) -> Folder {
    do throws(FileFailure) {
      return try folder(name)
    } catch {
      guard error.errno == .notDirectory else { throw error }
      guard let top, let link = try state(of: name), link.kind == .symbolicLink else {
        throw FileFailure(.makeFolder, error.path, .system(.notDirectory))
      }
      let trusted: Set = [0, geteuid(), try top.state.owner]
      guard trusted.contains(link.owner) else { throw FileFailure(.open, error.path, .foreign) }
      let target = try system.openFolder(FilePlace(name, in: self), [])
      guard trusted.contains(try target.state.owner) else {
        throw FileFailure(.open, error.path, .foreign)
      }
      return target
    }
  }
}
