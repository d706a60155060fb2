internal import Synchronization
internal import SystemPackage

/// A file that is whole and gets its name later, with others of its folder.
///
/// One that is let go before leaves nothing behind.
public final class PreparedFile: Sendable {
  private let place: FilePlace
  private let temporary: FilePlace
  private let replaces: Bool
  private let system: FileSystem
  private let isNamed = Atomic(false)

  init(_ place: FilePlace, replacing replaces: Bool, _ temporary: FilePlace, in system: FileSystem)
  {
    self.place = place
    self.replaces = replaces
    self.temporary = temporary
    self.system = system
  }

  deinit {
    if !isNamed.load(ordering: .relaxed) { try? system.calls.remove(temporary) }
  }

  fileprivate func takeName() throws(FileFailure) {
    try system.rename(temporary, to: place, replacing: replaces)
    isNamed.store(true, ordering: .relaxed)
  }
}

extension Folder {
  /// Gives files of this folder their names, durably.
  ///
  /// All that is written to the file system is made durable at once before the first gets its name: for a
  /// file each, the disk would be waited for two times a file.
  ///
  /// - Parameter files: The files, in the order in which they get their names.
  /// - Throws: ``FileFailure`` where one cannot get its name; those before it have theirs.
  public func giveNames(to files: [PreparedFile]) throws(FileFailure) {
    guard !files.isEmpty else { return }
    try syncAll()
    for file in files { try file.takeName() }
    try sync()
  }
}
