import Foundation

/// An empty folder for one test, removed with everything in it when the last reference goes.
///
/// Hold it in a property of the suite, or in a variable that the test still uses at its end: a folder
/// of which only ``path`` is kept is gone.
public final class TemporaryFolder: Sendable {
  /// The absolute path, without a slash at the end.
  public let path: String

  /// Creates the folder.
  ///
  /// - Throws: The system's error where it cannot be made.
  public init() throws {
    let url = FileManager.default.temporaryDirectory
      .resolvingSymlinksInPath()
      .appendingPathComponent("tenggat-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of something in the folder, whether or not it exists.
  public func path(of name: String) -> String { "\(path)/\(name)" }

  /// Whether a file or folder of this name exists.
  public func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(of: name))
  }

  /// The paths of all files in the folder, relative to it and sorted.
  public var files: [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { !isFolder(path(of: $0)) }.sorted()
  }

  /// The names of the torn lines that were put aside beside ledgers, sorted.
  public var fragments: [String] {
    files.filter { $0.contains(".csv.sisa-") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// The bytes of a file.
  ///
  /// - Throws: The system's error where the file cannot be read.
  public func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(of: name))))
  }

  /// The text of a file in UTF-8; bytes that are none show as U+FFFD.
  ///
  /// - Throws: The system's error where the file cannot be read.
  public func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// Writes a file, making the folders on its way; a file that is there is replaced.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - name: The path relative to the folder.
  ///   - permissions: The mode bits of the file.
  /// - Returns: The absolute path of the file.
  /// - Throws: The system's error where the file cannot be written.
  @discardableResult
  public func write(
    _ bytes: some Sequence<UInt8>, to name: String, permissions: Int = 0o644
  ) throws -> String {
    let url = URL(fileURLWithPath: path(of: name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: url.path)
    return url.path
  }

  /// Writes a file of text in UTF-8, as ``write(_:to:permissions:)`` of bytes does.
  ///
  /// - Parameters:
  ///   - text: The whole content.
  ///   - name: The path relative to the folder.
  ///   - permissions: The mode bits of the file.
  /// - Returns: The absolute path of the file.
  /// - Throws: The system's error where the file cannot be written.
  @discardableResult
  public func write(_ text: String, to name: String, permissions: Int = 0o644) throws -> String {
    try write(text.utf8, to: name, permissions: permissions)
  }

  private func isFolder(_ path: String) -> Bool {
    var answer: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &answer) && answer.boolValue
  }
}

extension TemporaryFolder {
  /// Sets the time at which a file was last written to.
  ///
  /// - Parameters:
  ///   - name: The file, relative to the folder.
  ///   - unixSeconds: Seconds since 1970-01-01T00:00:00Z.
  /// - Throws: The system's error where it cannot be set.
  public func setModified(_ name: String, to unixSeconds: Int) throws {
    let time = Date(timeIntervalSince1970: TimeInterval(unixSeconds))
    try FileManager.default.setAttributes(
      [.modificationDate: time], ofItemAtPath: path(of: name))
  }
}
