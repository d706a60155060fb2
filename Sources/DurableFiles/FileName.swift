public import SystemPackage

/// A name in a folder, as listing it gives it; neither `.` nor `..`.
///
/// Most names are compared as texts and never used to open anything, so that only the others become a component of a
/// path.
public struct FileName: Hashable, Sendable {
  /// The name as text; what is no UTF-8 in it is replaced.
  public let string: String
  /// The name itself, where its bytes are no UTF-8.
  private let exact: FilePath.Component?

  /// Reads a name as the kernel gives it; fails for `.` and `..`.
  ///
  /// - Parameter name: The bytes of the name, with a NUL at the end.
  init?(_ name: UnsafePointer<CChar>) {
    if let text = String(validatingCString: name) {
      guard text != ".", text != ".." else { return nil }
      string = text
      exact = nil
    } else {
      string = String(cString: name)
      exact = FilePath.Component(platformString: name)
    }
  }

  /// The name itself, byte for byte.
  public var component: FilePath.Component {
    // A name that the kernel gives is one component.
    exact ?? FilePath.Component(string) ?? .here
  }
}
