public import DurableFiles
internal import SystemPackage

/// What lies in the drop folder of a workspace and waits for a person.
public struct WaitingFiles: Hashable, Sendable {
  /// The files that no run has taken, those that came first in front: late entries without a reason, and
  /// what could not be read.
  public let untaken: [String]
  /// The files that were put aside because their names were not understood.
  public let quarantined: [String]

  /// Whether nothing waits.
  public var isEmpty: Bool { untaken.isEmpty && quarantined.isEmpty }
}

extension Workspace {
  /// Lists what waits in the drop folder, without opening a file.
  ///
  /// - Parameter now: The clock's own time, since 1970-01-01T00:00:00Z, asked for where there is a file: what
  ///   came within the last ten minutes waits for the next run and for nobody.
  /// - Returns: The names below the drop folder; nothing where there is no such folder.
  /// - Throws: `FileFailure` where a folder cannot be listed.
  public func waitingFiles(now: @autoclosure () -> Duration) throws(FileFailure) -> WaitingFiles {
    func names(_ folder: Folder?) throws(FileFailure) -> [String] {
      guard let folder else { return [] }
      return try DropFolder(folder).entries.filter {
        now() - $0.state.changed >= .seconds(600)
      }.map(\.name)
    }
    let drop = try files.folder(folder).folder(below: FilePath(Workspace.dropFolder))
    return WaitingFiles(
      untaken: try names(drop),
      quarantined: try names(
        drop?.folder(below: FilePath(DropFolder.quarantine), followingLinks: false)))
  }
}
