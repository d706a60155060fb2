public import SystemPackage

/// Where a call into the kernel finds a file: a name in a folder that is held open, or a path.
///
/// A name in a held folder means the same folder for as long as it is held, whatever is renamed or linked
/// above it meanwhile; a path is walked anew by each call.
public struct FilePlace: Sendable {
  /// The folder; `nil` for a path.
  public let folder: Folder?
  /// One name, `.` or `..` in the folder; the whole path without one.
  let name: FilePath
  /// The path as people know it, which no call uses where there is a folder.
  public let path: FilePath

  /// A path, which the kernel walks.
  init(_ path: FilePath) {
    folder = nil
    name = path
    self.path = path
  }

  /// A name in a folder.
  init(_ name: FilePath.Component, in folder: Folder) {
    self.folder = folder
    self.name = FilePath(root: nil, [name])
    path =
      switch (name.kind, folder.path.string) {
      case (.currentDirectory, _): folder.path
      case (_, "."): self.name
      default: folder.path.appending(name)
      }
  }

  /// A path below a folder, of which only what it names is asked.
  init(below path: FilePath, in folder: Folder) {
    self.folder = folder
    name = path
    self.path = folder.path.pushing(path)
  }

  /// Another name in the same folder.
  func beside(_ name: FilePath.Component) -> FilePlace {
    folder.map { FilePlace(name, in: $0) } ?? FilePlace(path.folder.appending(name))
  }
}
