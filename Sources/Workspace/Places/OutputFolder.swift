public import DurableFiles
public import SystemPackage

/// The folder of a workspace in which exports of one kind are put, a file each: where it lies is looked at once.
public struct OutputFolder: Sendable {
  private let path: FilePath
  private let folder: Folder
  private let purpose: OutputPlace.Purpose
  private let workspace: FilePath
  /// Whether every name in it may be used for the purpose.
  private let isHome: Bool

  /// Looks at a folder, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - name: The name of a file that is put there.
  ///   - purpose: What is put there.
  ///   - workspace: The workspace of the command.
  /// - Throws: As ``OutputPlace/init(_:for:in:overwriting:makingFolders:files:)``; a `FileFailure`.
  public init(
    _ path: FilePath, holding name: String, for purpose: OutputPlace.Purpose,
    in workspace: FilePath
  ) throws {
    let place = try OutputPlace(path.appending(name), for: purpose, in: workspace)
    folder = try place.makeFolder()
    isHome = place.isHome
    self.path = path
    self.purpose = purpose
    self.workspace = workspace
  }

  /// The path of a file in it, as it is named.
  public func path(of name: String) -> FilePath { path.appending(name) }

  /// Writes a file that gets its name by ``giveNames(to:)``.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: Its name.
  /// - Returns: The file.
  /// - Throws: An ``OutputRefusal`` for a name that is something else; a `FileFailure`.
  public func prepare(_ bytes: [UInt8], as name: String) throws -> PreparedFile {
    let path = path(of: name)
    let place =
      isHome
      ? try OutputPlace(path, for: purpose, in: folder)
      : try OutputPlace(path, for: purpose, in: workspace)
    let draft = try place.draft()
    try draft.append(bytes)
    return draft.prepared()
  }

  /// Gives files their names, durably, in one go.
  ///
  /// - Throws: `FileFailure`.
  public func giveNames(to files: [PreparedFile]) throws(FileFailure) {
    try folder.giveNames(to: files)
  }
}
