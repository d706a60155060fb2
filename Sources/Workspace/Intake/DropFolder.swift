internal import DurableFiles
internal import SystemPackage

/// The files that lie in the drop folder.
struct DropFolder {
  /// Where taken files go, in folders of the year of recording.
  static let done = "selesai"
  /// Where files go that cannot be placed.
  static let quarantine = "karantina"
  /// What the name of a reason ends with.
  static let reasonSuffix = ".sebab.txt"
  /// How many folders a file may lie in.
  private static let depth = 2

  struct Entry {
    let path: FilePath
    /// The names of the folders that it lies in, the outermost first.
    let folders: [FilePath.Component]
    let component: FilePath.Component
    let state: FileState

    /// The path below the drop folder.
    var name: String { (folders.map(\.string) + [component.string]).joined(separator: "/") }

    /// The folders as a path.
    var place: FilePath { FilePath(root: nil, folders) }
  }

  private(set) var entries: [Entry] = []
  private(set) var deepFolders: [String] = []

  /// Lists a drop folder; links are not followed, nothing is opened but folders.
  ///
  /// - Throws: `FileFailure` where a folder cannot be listed.
  init(_ folder: Folder) throws(FileFailure) {
    try list(folder, below: [])
    // The one that came first is recorded first, whatever it is called; of files that came together,
    // the one that was written first.
    entries.sort {
      ($0.state.changed, $0.state.modified, $0.name)
        < ($1.state.changed, $1.state.modified, $1.name)
    }
  }

  private mutating func list(
    _ folder: Folder, below folders: [FilePath.Component]
  ) throws(FileFailure) {
    for component in try folder.names {
      let isReserved =
        folders.isEmpty && [DropFolder.done, DropFolder.quarantine].contains(component.string)
      // A file that is gone by now was somebody else's.
      guard !isReserved, !DropFolder.isLeftAlone(component.string),
        let state = try folder.state(of: component)
      else { continue }
      guard state.kind == .folder else {
        let path = folder.path.appending(component)
        entries.append(Entry(path: path, folders: folders, component: component, state: state))
        continue
      }
      // Something else may have the name by now, or nothing: the next run looks again.
      guard let below = try folder.folderStillThere(component) else { continue }
      // A workspace that lies in the drop folder is none of its business.
      guard try below.state(of: Workspace.officeName) == nil else { continue }
      if folders.count < DropFolder.depth {
        try list(below, below: folders + [component])
      } else {
        deepFolders.append((folders + [component]).map(\.string).joined(separator: "/"))
      }
    }
  }

  /// What file servers and systems keep for themselves, files and folders.
  ///
  /// Sources: Synology (`@eaDir`, `#recycle`, `#snapshot`), QNAP (`@Recycle`, `@Recently-Snapshot`), Windows
  /// (`$RECYCLE.BIN`, `System Volume Information`, `ehthumbs.db`), macOS (`__MACOSX`, `Icon\r`, `Network Trash
  /// Folder`, `Temporary Items`), ext file systems (`lost+found`).
  private static let ofSystems: Set<String> = [
    "@eadir", "#recycle", "#snapshot", "@recycle", "@recently-snapshot", "@tmp", "$recycle.bin",
    "recycler", "system volume information", "__macosx", "icon\r", "network trash folder",
    "temporary items", "lost+found", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini",
  ]

  /// Hidden files, unfinished downloads, what other programs keep, and reasons of a quarantine.
  static func isLeftAlone(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(".") || lower.hasPrefix("~$") || ofSystems.contains(lower)
      || [".tmp", ".part", ".partial", ".crdownload", ".download", reasonSuffix].contains {
        lower.hasSuffix($0)
      }
  }
}

extension Folder {
  /// Opens a folder in it; `nil` where the name is gone, or has become a link or a file.
  fileprivate func folderStillThere(
    _ name: FilePath.Component
  ) throws(FileFailure) -> Folder? {
    do {
      return try folder(name)
    } catch {
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }
}
