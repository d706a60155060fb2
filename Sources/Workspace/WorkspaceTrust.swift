internal import DurableFiles
public import SystemPackage

/// Whom the program obeys where it finds a workspace by itself: `kantor.yaml` names programs that
/// `ingatkan` starts, so that a workspace which somebody else put there would run theirs.
///
/// A workspace that is named needs no trust: whoever names it has chosen it.
public struct WorkspaceTrust: Sendable {
  /// Why a workspace is not obeyed, as data.
  public enum Doubt: Hashable, Sendable {
    /// The folder or its `kantor.yaml` belongs to another user, of this number.
    case ofUser(UInt32)
    /// Everybody may write to the folder or to its `kantor.yaml`.
    case writableByAll
  }

  private let users: Set<UInt32>
  private let isListed: @Sendable (FilePath) throws(WorkspaceFailure) -> Bool

  /// Creates a trust.
  ///
  /// - Parameters:
  ///   - users: The numbers of the users whose workspaces are obeyed.
  ///   - isListed: Whether the user listed a folder as one to obey; asked for only in doubt.
  public init(
    users: Set<UInt32>,
    listed isListed: @escaping @Sendable (FilePath) throws(WorkspaceFailure) -> Bool
  ) {
    self.users = users
    self.isListed = isListed
  }

  /// Requires that a workspace is obeyed.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - office: What its `kantor.yaml` was when it was opened.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure/untrusted(_:_:)``.
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
    throw .untrusted(folder, doubt)
  }

  private func doubt(_ state: FileState) -> Doubt? {
    guard users.contains(state.owner) else { return .ofUser(state.owner) }
    return state.isWorldWritable ? .writableByAll : nil
  }
}
