internal import DurableFiles
public import SystemPackage

/// Whom the program obeys where it finds a workspace by itself: `kantor.yaml` names programs that
/// `ingatkan` starts, so that a workspace which somebody else put there would run theirs.
///
/// A workspace that is named needs no trust: whoever names it has chosen it.
public struct WorkspaceTrust: Sendable {
  private let users: Set<UInt32>
  private let list: FilePath?
  private let name: @Sendable (UInt32) -> String
  private let isListed: @Sendable (FilePath) throws(WorkspaceFailure) -> Bool

  /// Creates a trust.
  ///
  /// - Parameters:
  ///   - users: The numbers of the users whose workspaces are obeyed.
  ///   - list: The user's list of folders to obey; `nil` where there can be none.
  ///   - name: The name of the user with a number; asked for only of a workspace that is not obeyed.
  ///   - isListed: Whether the user listed a folder as one to obey; asked for only in doubt.
  public init(
    users: Set<UInt32>, list: FilePath?, name: @escaping @Sendable (UInt32) -> String,
    listed isListed: @escaping @Sendable (FilePath) throws(WorkspaceFailure) -> Bool
  ) {
    self.users = users
    self.list = list
    self.name = name
    self.isListed = isListed
  }

  /// Requires that a workspace is obeyed.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - office: What its `kantor.yaml` was when it was opened.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure/untrusted(_:)``.
  func require(
    _ folder: FilePath, _ office: FileState, _ files: FileSystem
  ) throws(WorkspaceFailure) {
    var states = [office]
    do throws(FileFailure) {
      if let state = try files.state(of: folder, followingLink: true) { states.append(state) }
    } catch {
      throw .file(error)
    }
    guard let doubt = states.lazy.compactMap(doubt).first, try !isListed(folder) else { return }
    throw .untrusted(UntrustedWorkspace(folder: folder, doubt: doubt, list: list))
  }

  private func doubt(_ state: FileState) -> UntrustedWorkspace.Doubt? {
    guard users.contains(state.owner) else { return .ofUser(name(state.owner)) }
    return state.isWorldWritable ? .writableByAll : nil
  }
}
