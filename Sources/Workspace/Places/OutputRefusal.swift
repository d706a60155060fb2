public import DurableFiles
public import SystemPackage

/// Why a command does not write where a person or a setting said, as data.
public struct OutputRefusal: Error, Hashable, Sendable {
  /// What stands against the place.
  public enum Reason: Hashable, Sendable {
    /// It belongs to a workspace, this one or another.
    case ofWorkspace
    /// There is something that is no regular file.
    case notRegular(FileFailure.Kind)
    /// The file has other names as well (hard links); how many in all.
    case severalNames(Int)
    /// The file was not made by this program for this purpose.
    case foreign(OutputPlace.Purpose)
  }

  /// The path, as it was named.
  public let path: FilePath
  /// What stands against it.
  public let reason: Reason

  init(_ path: FilePath, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
