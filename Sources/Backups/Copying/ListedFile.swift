/// A file of a backup, as its list names it.
public struct ListedFile: Hashable, Sendable {
  /// Its path in the backup, the same as in the workspace.
  public let path: String
  /// The SHA-256 of its bytes, in 64 lower-case hexadecimal digits.
  public let hash: String
}
