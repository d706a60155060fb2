internal import DurableFiles
internal import SystemPackage

/// A file that may be taken in, and the folder below which it lies.
struct LyingFile {
  /// What it is called: the path below the drop folder, or below the folder of what was handed in.
  let name: String
  let entry: DropFolder.Entry
  /// What ``entry`` lies below.
  let root: Folder
  /// Whether it was put aside before, with the reason beside it.
  let isQuarantined: Bool

  /// A file of the drop folder.
  init(_ entry: DropFolder.Entry, below drop: Folder) {
    (self.entry, root, name, isQuarantined) = (entry, drop, entry.name, false)
  }

  private init(
    _ entry: DropFolder.Entry, below root: Folder, in folder: String, quarantined: Bool
  ) {
    (self.entry, self.root, name) = (entry, root, "\(folder)/\(entry.name)")
    isQuarantined = quarantined
  }

  /// The files that were put aside, those that came first in front.
  ///
  /// - Throws: `FileFailure` where their folder cannot be listed.
  static func quarantined(in drop: Folder) throws(FileFailure) -> [LyingFile] {
    let path = FilePath(DropFolder.quarantine)
    guard let folder = try drop.folder(below: path, followingLinks: false) else { return [] }
    return try DropFolder(folder).entries.map {
      LyingFile($0, below: folder, in: DropFolder.quarantine, quarantined: true)
    }
  }

  /// Files that were handed in, each in a folder of its own that a number names, in their order.
  ///
  /// What they are called says nothing of a folder that they lie in.
  ///
  /// - Throws: `FileFailure` where a folder cannot be listed.
  static func handedIn(_ shelf: Folder) throws(FileFailure) -> [LyingFile] {
    let numbers = try shelf.names.compactMap { Int($0.string) }.sorted()
    var files: [LyingFile] = []
    for number in numbers {
      guard let name = FilePath.Component("\(number)") else { continue }
      let folder = try shelf.folder(name)
      for component in try folder.names {
        guard let state = try folder.state(of: component) else { continue }
        let entry = DropFolder.Entry(
          path: folder.path.appending(component), folders: [], component: component, state: state)
        files.append(LyingFile(entry, below: folder, in: "\(number)", quarantined: false))
      }
    }
    return files
  }
}
