/// The version of all programs of this package, and the commit that they were built from.
public enum ProgramVersion {
  /// The version: written here and nowhere else.
  public static var number: String { "1.0.0" }

  /// The version for people: `tenggat 1.0.0 (commit 0123abc)`.
  ///
  /// `+perubahan` behind the commit says that the sources were changed since; a build outside a repository
  /// names no commit.
  public static var text: String { text(commit: BuildCommit.name) }

  static func text(commit: String) -> String {
    "tenggat \(number)" + (commit.isEmpty ? "" : " (commit \(commit))")
  }
}
