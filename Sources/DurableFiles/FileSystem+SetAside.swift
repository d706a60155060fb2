internal import SystemPackage

extension FileSystem {
  /// Keeps bytes of a locked file in a file of their own beside it, durably, then cuts the file.
  ///
  /// - Parameters:
  ///   - bytes: What is kept.
  ///   - file: The file that they stand in.
  ///   - base: The name of the copy, up to its number; a name that is taken is never used again.
  ///   - length: What remains of the file, in bytes.
  /// - Returns: The name of the copy.
  /// - Throws: ``FileFailure``; the file is then as it was, and no copy is left.
  public func setAside(
    _ bytes: [UInt8], of file: inout LockedFile, as base: String, cuttingTo length: Int
  ) throws(FileFailure) -> String {
    try setAside(bytes, of: file.path, as: base, isNeeded: { false }) { () throws(FileFailure) in
      try file.truncate(to: length)
    }
  }

  /// Keeps bytes of a locked file in a file of their own beside it, durably, then puts others in the
  /// place of the file, at once.
  ///
  /// Who waits for the lock finds another file under the name, and waits for that one.
  ///
  /// - Parameters:
  ///   - bytes: What is kept.
  ///   - file: The file that they stand in.
  ///   - base: The name of the copy, up to its number; a name that is taken is never used again.
  ///   - others: What the file holds from then on.
  /// - Returns: The name of the copy.
  /// - Throws: ``FileFailure``; the file is then as it was, and no copy is left. Where only making the new file's
  ///   name durable failed, the file may hold the others already, and the copy stays.
  public func setAside(
    _ bytes: [UInt8], of file: borrowing LockedFile, as base: String,
    replacingWith others: [UInt8]
  ) throws(FileFailure) -> String {
    let path = file.path
    let contents = file.contents
    return try setAside(
      bytes, of: path, as: base,
      isNeeded: { (try? read(path))?.starts(with: contents) != true },
      then: { () throws(FileFailure) in
        // On a file system without locks another writer may have been at work.
        guard try read(path) == contents else { throw FileFailure(.rename, path, .locked) }
        try replaceAtomically(path, with: others)
      })
  }

  private func setAside(
    _ bytes: [UInt8], of path: FilePath, as base: String, isNeeded: () -> Bool,
    then change: () throws(FileFailure) -> Void
  ) throws(FileFailure) -> String {
    let folder = path.removingLastComponent()
    let taken = Set(try names(in: folder).map(\.string))
    var number = 1
    while taken.contains("\(base)\(number)") { number += 1 }
    let copy = folder.appending("\(base)\(number)")
    do {
      try replaceAtomically(copy, with: bytes)
      try change()
    } catch {
      // Where the bytes still stand in the file, the copy would be a second one.
      if !isNeeded() { try? remove(copy) }
      throw error
    }
    return "\(base)\(number)"
  }
}
