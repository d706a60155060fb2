internal import CivilCalendar
internal import DurableFiles
internal import SystemPackage

/// The backups of one workspace in a folder, of which the older ones go.
struct BackupRotation {
  private let target: Folder
  private let stamp: BackupStamp

  /// How the name of a finished backup begins.
  static let prefix = "cadangan-"
  /// How the name of one begins that is being made, or taken away.
  static let unfinishedPrefix = FileSystem.temporaryPrefix + prefix

  /// Looks after the backups of a workspace.
  ///
  /// - Parameters:
  ///   - target: The folder for backups, whose lock is held.
  ///   - stamp: The stamp of one of the workspace.
  init(in target: Folder, of stamp: BackupStamp) {
    self.target = target
    self.stamp = stamp
  }

  /// The folders whose names begin in a way and that say of themselves that they are of this workspace.
  private func own(_ prefix: String) throws(FileFailure) -> [(FilePath.Component, BackupStamp)] {
    try target.names.compactMap { name in
      guard name.string.hasPrefix(prefix), let folder = try? target.folder(name),
        let found = BackupFolder.stamp(of: folder), found.isOfSameWorkspace(as: stamp)
      else { return nil }
      return (name, found)
    }
  }

  /// Removes what runs left that were killed.
  ///
  /// - Throws: `FileFailure` where the folder cannot be read, or something stays.
  func removeLeftovers() throws(FileFailure) {
    for (name, _) in try own(BackupRotation.unfinishedPrefix) {
      try target.removeTree(name, last: BackupFolder.stampName)
    }
    for name in try target.names where name.string.hasPrefix(BackupRotation.unfinishedPrefix) {
      // One that was killed before it said what it is holds nothing but that file in the making.
      guard let folder = try? target.folder(name),
        try folder.names.allSatisfy({ $0.string.hasPrefix(FileSystem.temporaryPrefix) })
      else { continue }
      try target.removeTree(name)
    }
  }

  /// Removes all but the newest backups; the newest that was proved always stays.
  ///
  /// - Parameter count: How many stay, at least 1.
  /// - Returns: The names of those that went.
  /// - Throws: `FileFailure` where the folder cannot be read, or something stays.
  func keep(_ count: Int) throws(FileFailure) -> [String] {
    let newestFirst = try own(BackupRotation.prefix).filter { $0.1.contents != nil }.sorted {
      ($0.1.made.unixSeconds, $0.0.string) > ($1.1.made.unixSeconds, $1.0.string)
    }
    let proved = newestFirst.first { $0.1.proved != nil }?.0
    var removed: [String] = []
    for (name, _) in newestFirst.dropFirst(count) where name != proved {
      // Half a backup is never found under the name of a whole one.
      let unfinished = BackupRotation.unfinishedName()
      try target.rename(name, to: unfinished)
      try target.removeTree(unfinished, last: BackupFolder.stampName)
      removed.append(name.string)
    }
    return removed
  }

  /// A name for one that is being made, or taken away.
  static func unfinishedName() -> FilePath.Component {
    FileSystem.temporaryName(prefix)
  }
}
