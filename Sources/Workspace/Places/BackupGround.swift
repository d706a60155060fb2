package import DurableFiles
package import SystemPackage

/// How a folder for backups lies to workspaces, as the kernel tells it: no name that a person wrote is relied on.
package enum BackupGround: Hashable, Sendable {
  /// It lies apart from every workspace.
  case apart
  /// It is a workspace, or lies in one, also through a link by which an office keeps a folder elsewhere.
  case insideWorkspace
  /// The workspace lies in it.
  case aroundWorkspace

  /// Looks.
  ///
  /// - Parameters:
  ///   - folder: The folder for backups.
  ///   - workspace: The workspace.
  /// - Throws: `FileFailure` where one of them cannot be looked at.
  package init(of folder: Folder, and workspace: Folder) throws(FileFailure) {
    let ground = try WorkspaceGround(of: folder)
    if ground.workspace != nil || ground.liesInOwnFolder(of: workspace)
      || ground.lies(in: FilePath(Workspace.dropFolder), of: workspace)
      || ground.lies(in: FilePath(Workspace.exportFolder), of: workspace)
    {
      self = .insideWorkspace
    } else if try BackupGround.lies(workspace, in: folder) {
      self = .aroundWorkspace
    } else {
      self = .apart
    }
  }

  /// Whether a folder that is to become a workspace lies in one that another workspace keeps to itself.
  package static func isInOwnFolder(_ path: FilePath, _ files: FileSystem) -> Bool {
    OutputSite.isInOwnFolder(path, files)
  }

  /// Whether a folder is another one, or lies in it.
  ///
  /// - Throws: `FileFailure` where one of them cannot be looked at.
  package static func lies(_ folder: Folder, in other: Folder) throws(FileFailure) -> Bool {
    let state = try other.state
    return try WorkspaceGround(of: folder).folders.contains { $0.isSameFile(as: state) }
  }
}
