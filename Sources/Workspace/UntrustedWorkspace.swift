public import SystemPackage

/// A workspace that was found and is not obeyed, as data.
public struct UntrustedWorkspace: Hashable, Sendable {
  /// Why it is not obeyed.
  public enum Doubt: Hashable, Sendable {
    /// The folder or its `kantor.yaml` belongs to another user, of this name.
    case ofUser(String)
    /// Everybody may write to the folder or to its `kantor.yaml`.
    case writableByAll
  }

  /// The workspace.
  public let folder: FilePath
  /// Why it is not obeyed.
  public let doubt: Doubt
  /// The user's list of folders that are obeyed; `nil` where there can be none.
  public let list: FilePath?
}
