internal import Foundation
public import SystemPackage

extension TemporaryFolder {
  /// The folder as a path of the system library.
  public var filePath: FilePath { FilePath(path) }

  /// The names in the folder or in one below it, sorted.
  public func names(_ subfolder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self.path(of: subfolder)).sorted()
  }

  /// Writes a file and gives its path.
  public func writeFile(_ text: String, to name: String) throws -> FilePath {
    FilePath(try write(text, to: name))
  }
}
