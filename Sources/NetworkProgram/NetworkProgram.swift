public import Programs
public import SystemPackage

/// The program that has the network, as the one without it finds it.
public enum NetworkProgram {
  /// The program.
  public static let sibling = SiblingProgram("tenggat-jaringan")

  /// Its name.
  public static var name: String { sibling.name }

  /// Where it may lie, the likeliest place first.
  ///
  /// - Parameter executable: The file of the running program.
  /// - Returns: The paths of the program.
  public static func places(beside executable: FilePath) -> [FilePath] {
    sibling.places(beside: executable)
  }
}
