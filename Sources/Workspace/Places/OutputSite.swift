internal import DurableFiles
internal import SystemPackage

/// What a place for output is to the workspaces around it.
struct OutputSite {
  private let ground: WorkspaceGround
  /// The workspace of the command.
  private let own: Folder?
  /// The folders that are not there yet, and the file.
  private let rest: [FilePath.Component]

  /// Looks at a place.
  ///
  /// - Parameters:
  ///   - folder: The nearest folder that is there.
  ///   - rest: What is to be made below it.
  ///   - own: The workspace of the command; `nil` where it has none.
  /// - Throws: `FileFailure` where the folder cannot be looked at.
  init(
    _ folder: Folder, _ rest: [FilePath.Component], in own: Folder? = nil
  ) throws(FileFailure) {
    ground = try WorkspaceGround(of: folder)
    self.own = own
    self.rest = rest
  }

  /// Whether a folder that is to become a workspace lies in one that another workspace keeps to itself.
  static func isInOwnFolder(_ path: FilePath, _ files: FileSystem) -> Bool {
    guard let (folder, missing) = try? files.nearestFolder(path),
      let site = try? OutputSite(folder, Array(missing.components))
    else { return false }
    return (Workspace.ownFolders + [FilePath(Workspace.exportFolder)]).contains {
      site.lies(in: $0, orIs: true)
    }
  }

  /// Whether a folder lies in a workspace, or is one.
  static func isInWorkspace(_ path: FilePath, _ files: FileSystem) -> Bool {
    guard let (folder, _) = try? files.nearestFolder(path) else { return false }
    return (try? WorkspaceGround(of: folder))?.workspace != nil
  }

  private var workspaces: [Folder] { [ground.workspace, own].compactMap(\.self) }

  /// Whether the place belongs to a workspace and a command may not write there.
  func isOwned(for purpose: OutputPlace.Purpose) -> Bool {
    !isHome(of: purpose) && !isSpare(for: purpose) && workspaces.contains(where: isOwned)
  }

  /// Whether the place is where a workspace has the files of that purpose.
  func isHome(of purpose: OutputPlace.Purpose) -> Bool {
    switch purpose {
    case .export, .layout, .recap, .table, .calendar, .workbook, .page:
      lies(in: FilePath(Workspace.exportFolder))
        && !lies(in: FilePath(Workspace.frozenFolder), orIs: true)
    case .register: lies(in: FilePath(Workspace.registerFolder))
    case .heartbeat, .message, .accessLog: false
    }
  }

  /// Whether the place is beside the outbox, under a name that the outbox has no use for.
  private func isSpare(for purpose: OutputPlace.Purpose) -> Bool {
    guard [.heartbeat, .message].contains(purpose), lies(in: FilePath(Workspace.reminderFolder))
    else { return false }
    return rest.allSatisfy { !$0.string.hasPrefix(".") && !$0.string.contains(".csv") }
  }

  private func isOwned(by workspace: Folder) -> Bool {
    if ground.liesInOwnFolder(of: workspace)
      || ground.lies(in: FilePath(Workspace.dropFolder), of: workspace)
    {
      return true
    }
    let folders = Workspace.ownFolders + [FilePath(Workspace.dropFolder)]
    // A file of the workspace's own, or one in the place of a folder that is yet to be made.
    return folders.contains { lies(in: $0, orIs: true) }
      || isTop(of: workspace) && rest.count == 1
        && (Workspace.ownFiles + [Workspace.exportFolder]).contains(rest[0].string.lowercased())
  }

  /// Whether the place lies in a folder of a workspace, which need not be there yet.
  private func lies(in path: FilePath, orIs countsItself: Bool = false) -> Bool {
    workspaces.contains { workspace in
      if ground.lies(in: path, of: workspace) { return true }
      var (above, below) = (path, [FilePath.Component]())
      while let last = above.lastComponent {
        below.insert(last, at: 0)
        above.removeLastComponent()
        let isAt = above.isEmpty ? isTop(of: workspace) : isAt(above, of: workspace)
        if isAt { return begins(with: below) && (countsItself || rest.count > below.count) }
      }
      return false
    }
  }

  private func isTop(of workspace: Folder) -> Bool {
    (try? workspace.state).map(ground.isAt) ?? false
  }

  private func isAt(_ path: FilePath, of workspace: Folder) -> Bool {
    ((try? workspace.state(below: path)) ?? nil).map(ground.isAt) ?? false
  }

  /// Whether what is yet to be made begins with these names, as a disk reads them that knows no case.
  private func begins(with names: [FilePath.Component]) -> Bool {
    rest.count >= names.count
      && zip(rest, names).allSatisfy { $0.string.lowercased() == $1.string }
  }
}
