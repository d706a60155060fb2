internal import DurableFiles
public import SystemPackage

extension Intake {
  /// Why a folder is no drop folder.
  public enum FolderFailure: Error, Hashable, Sendable {
    /// There is none.
    case missing(FilePath)
    /// It belongs to a workspace, this one or another, or holds this one.
    case ofWorkspace(FilePath)
  }
}

extension Workspace {
  /// Opens a folder that files are taken from, which is held for the whole run.
  ///
  /// - Parameter path: The folder that a person named; that of the workspace where it is `nil`.
  /// - Returns: The folder.
  /// - Throws: `Intake.FolderFailure` where there is none, and where its files are a workspace's own; a
  ///   `FileFailure` where it cannot be looked at.
  func openDropFolder(_ path: FilePath?) throws -> Folder {
    let top = try files.folder(folder)
    let found: Folder?
    if let path {
      found = try named(path)
    } else {
      found = try top.folder(below: FilePath(Workspace.dropFolder))
    }
    guard let found else {
      throw Intake.FolderFailure.missing(path ?? folder.appending(Workspace.dropFolder))
    }
    let ground = try WorkspaceGround(of: found)
    let above = try WorkspaceGround(of: top).folders
    let isOwn = [ground.workspace, top].compactMap(\.self).contains { workspace in
      ground.liesInOwnFolder(of: workspace)
        || ground.lies(in: FilePath(Workspace.exportFolder), of: workspace)
    }
    // A folder that holds the workspace holds its ledgers too.
    guard !isOwn, !ground.isTop, !above.contains(where: ground.isAt) else {
      throw Intake.FolderFailure.ofWorkspace(found.path)
    }
    return found
  }

  private func named(_ path: FilePath) throws(FileFailure) -> Folder? {
    do {
      return try files.folder(path)
    } catch {
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }
}
