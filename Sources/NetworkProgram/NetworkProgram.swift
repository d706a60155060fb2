public import SystemPackage

/// The program that has the network, as the one without it finds it.
public enum NetworkProgram {
  /// Its name.
  public static let name = "tenggat-jaringan"

  /// Where it may lie, the likeliest place first.
  ///
  /// - Parameter executable: The file of the running program: the other one lies beside it, or in
  ///   `../libexec/tenggat`.
  /// - Returns: The paths of the program.
  public static func places(beside executable: FilePath) -> [FilePath] {
    let folder = executable.removingLastComponent()
    return [
      folder, folder.removingLastComponent().appending("libexec").appending("tenggat"),
    ].map { $0.appending(name) }
  }
}
