public import SystemPackage

/// Where a call into the kernel finds a file: a name in a folder that is held open, or a path.
///
/// A name in a held folder means the same folder for as long as it is held, whatever is renamed or linked
/// above it meanwhile; a path is walked anew by each call.
public struct FilePlace: Sendable {
  /// The folder; `nil` for a path.
  public let folder: Folder?
  private let target: Target

  /// What is named from there.
  private enum Target {
    /// One name, `.` or `..` in the folder.
    case name(FilePath.Component)
    /// A path below the folder; the whole path without one.
    case path(FilePath)
  }

  /// A path, which the kernel walks.
  init(_ path: FilePath) {
    folder = nil
    target = .path(path)
  }

  /// A name in a folder.
  init(_ name: FilePath.Component, in folder: Folder) {
    self.folder = folder
    target = .name(name)
  }

  /// A path below a folder, of which only what it names is asked.
  init(below path: FilePath, in folder: Folder) {
    self.folder = folder
    target = .path(path)
  }

  /// The path as people know it, which no call uses where there is a folder.
  public var path: FilePath {
    guard let folder else { return relativePath }
    switch target {
    case .path(let path): return folder.path.pushing(path)
    case .name(let name):
      return switch (name.kind, folder.path.string) {
      case (.currentDirectory, _): folder.path
      case (_, "."): relativePath
      default: folder.path.appending(name)
      }
    }
  }

  /// The path from the folder on.
  private var relativePath: FilePath {
    switch target {
    case .name(let name): FilePath(root: nil, [name])
    case .path(let path): path
    }
  }

  /// Hands on what the kernel is given: the name, to start from the folder, or the path.
  func withPlatformString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    switch target {
    case .name(let name): name.withPlatformString(body)
    case .path(let path): path.withPlatformString(body)
    }
  }

  /// Another name in the same folder.
  func beside(_ name: FilePath.Component) -> FilePlace {
    folder.map { FilePlace(name, in: $0) } ?? FilePlace(path.folder.appending(name))
  }
}
