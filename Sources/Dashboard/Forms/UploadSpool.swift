internal import Glibc
internal import SystemPackage

/// A file that is being received.
struct UploadSpool: ~Copyable {
  private let file: SystemPackage.FileDescriptor
  private let path: FilePath
  private var size = 0
  private var isKept = false

  /// Begins a file that has no name of the sender's, and that only this program's user can read.
  ///
  /// - Parameter folder: The folder, which may be one that others write to as well.
  /// - Throws: An `Errno`.
  init(in folder: FilePath) throws {
    path = folder.appending("tenggat-unggah-\(FormToken().text)")
    file = try SystemPackage.FileDescriptor.open(
      path, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
      permissions: .ownerReadWrite)
  }

  /// Adds bytes.
  ///
  /// - Throws: An `Errno`.
  mutating func write(_ bytes: ArraySlice<UInt8>) throws {
    try bytes.withUnsafeBytes { _ = try file.writeAll($0) }
    size += bytes.count
  }

  /// Ends the file, which is then the caller's to remove.
  consuming func finish(named name: String) -> UploadedFile {
    isKept = true
    return UploadedFile(named: name, at: path, size: size)
  }

  deinit {
    try? file.close()
    if !isKept { UploadSpool.remove(path) }
  }

  /// Removes a file.
  static func remove(_ path: FilePath) { _ = path.withPlatformString { unlink($0) } }
}
