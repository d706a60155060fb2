import Glibc
public import SystemPackage

extension Folder {
  /// Copies a file into the folder under a name that its bytes decide, durably.
  ///
  /// What stood under that name is replaced, which for a name made of a hash means the same bytes:
  /// the same file twice is stored once, and a damaged copy is mended. A copy is never more open than its
  /// source.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - limit: The permissions that the copy has at most.
  ///   - inspect: Sees all bytes, in order.
  ///   - name: The final name, asked for once after all bytes were seen; where it throws, nothing is
  ///     kept.
  /// - Returns: The name of the copy.
  /// - Throws: ``FileFailure``, with ``FileFailure/Reason/changed`` where the source was written to
  ///   meanwhile; nothing then stands under the final name that did not before.
  public func copyIn(
    _ source: OpenedFile, atMost limit: FilePermissions = FilePermissions(rawValue: 0o666),
    inspect: (UnsafeRawBufferPointer) -> Void,
    name: () throws(FileFailure) -> FilePath.Component
  ) throws(FileFailure) -> FilePath.Component {
    // The copy has its name only at the end; until then a failure names the folder.
    let (temporary, output) = try system.openTemporary(
      beside: FilePlace(.here, in: self), for: path,
      try permissions(ofCopyOf: source.state, atMost: limit))
    let final: FilePath.Component
    do throws(FileFailure) {
      defer { system.calls.close(output) }
      _ = try source.eachChunk { (chunk) throws(FileFailure) in
        inspect(chunk)
        try system.writeAll(chunk, to: output, path)
      }
      try system.call(.sync, path) { () throws(Errno) in try system.calls.sync(output) }
      final = try name()
      try system.rename(temporary, to: FilePlace(final, in: self))
    } catch {
      try? system.calls.remove(temporary)
      throw error
    }
    try sync()
    return final
  }

  /// What a copy may be read and written by: nobody who could not read or write the source, but for who
  /// makes it.
  private func permissions(
    ofCopyOf source: FileState, atMost limit: FilePermissions
  ) throws(FileFailure) -> FilePermissions {
    let here = try state
    let group = here.permissions.contains(.setGroupID) ? here.group : getegid()
    var bits = source.permissions.rawValue & limit.rawValue & 0o666
    // Another group may do what everybody may.
    if group != source.group { bits &= ~0o060 | (source.permissions.rawValue & 0o006) << 3 }
    return FilePermissions(rawValue: bits | 0o400)
  }
}
