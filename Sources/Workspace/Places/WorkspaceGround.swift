internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// Where a folder lies, as the kernel tells it: the folder, those above it, and the workspace among them.
///
/// No name that a person wrote is relied on: links, `..`, other spellings and other mounts of a folder are
/// the same folder.
struct WorkspaceGround {
  /// The folder and those above it, the innermost first.
  let folders: [FileState]
  /// The nearest of them that is a workspace; `nil` for none.
  let workspace: Folder?

  /// Looks upward from a folder, as far as one may go.
  init(of folder: Folder) throws(FileFailure) {
    var folders = [try folder.state]
    var workspace: Folder?
    var current = folder
    while let last = folders.last {
      if workspace == nil, WorkspaceGround.isWorkspace(current) { workspace = current }
      guard let above = try? current.parent(), let state = try? above.state,
        !state.isSameFile(as: last)
      else { break }
      folders.append(state)
      current = above
    }
    self.folders = folders
    self.workspace = workspace
  }

  private static func isWorkspace(_ folder: Folder) -> Bool {
    ((try? folder.state(of: Workspace.officeName)) ?? nil) != nil
  }

  /// Whether the folder is that of the workspace itself.
  var isTop: Bool { workspace.map { folder in (try? folder.state).map(isAt) ?? false } ?? false }

  /// Whether it is a folder.
  func isAt(_ state: FileState) -> Bool { folders.first?.isSameFile(as: state) ?? false }

  /// Whether it is a folder of a workspace, or lies in it.
  func lies(in path: FilePath, of workspace: Folder) -> Bool {
    guard let state = try? workspace.state(below: path) else { return false }
    return folders.contains { $0.isSameFile(as: state) }
  }

  /// Whether it is one of the folders that a workspace keeps to itself, or lies in one, also through the
  /// links by which an office keeps some of them on another disk.
  func liesInOwnFolder(of workspace: Folder) -> Bool {
    Workspace.ownFolders.contains { lies(in: $0, of: workspace) }
      || [LedgerStore.bookFolder, LedgerStore.evidenceFolder].contains {
        liesInLink(of: FilePath($0), workspace)
      }
  }

  private func liesInLink(of path: FilePath, _ workspace: Folder) -> Bool {
    guard let folder = (try? workspace.folder(below: path)) ?? nil, let names = try? folder.names
    else { return false }
    return names.contains { name in
      guard (try? folder.state(of: name))??.kind == .symbolicLink,
        let state = (try? folder.state(of: name, followingLink: true)) ?? nil
      else { return false }
      return folders.contains { $0.isSameFile(as: state) }
    }
  }
}
