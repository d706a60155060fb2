import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Who may use what is made, whatever the umask says more openly.
///
/// The umask belongs to the whole process, so that what needs another one is tested with the program.
@Suite struct `Permissions of what is made` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ name: String) throws -> Int {
    Int(try Stat(folder.filePath.appending(name)).permissions.rawValue)
  }

  /// Makes a file in each way, and a folder, in a folder that has permissions.
  private func made(in mode: Int) throws -> (files: Set<Int>, folder: Int) {
    let place = folder.filePath.appending("kantor")
    try FileSystem.live.createFolder(place)
    chmod(place.string, mode_t(mode))
    try FileSystem.live.replaceAtomically(place.appending("ganti"), with: [1])
    var locked = try FileSystem.live.lockForAppending(place.appending("tambah"), waiting: .zero)
    try locked.append([1])
    try locked.commit()
    _ = consume locked
    try FileSystem.live.createFolder(place.appending("bawah"))
    return (
      [try self.mode("kantor/ganti"), try self.mode("kantor/tambah")],
      try self.mode("kantor/bawah")
    )
  }

  @Test(arguments: [
    (0o755, 0o640, 0o750), (0o750, 0o640, 0o750), (0o700, 0o600, 0o700), (0o710, 0o600, 0o710),
    (0o2750, 0o640, 0o2750), (0o2770, 0o660, 0o2770), (0o2775, 0o660, 0o2770),
    (0o777, 0o640, 0o750), (0o1777, 0o640, 0o750), (0o2777, 0o640, 0o2750),
  ])
  func `files and folders are for the owner, and for a group that the folder lets in`(
    _ around: Int, _ file: Int, _ below: Int
  ) throws {
    let made = try made(in: around)
    #expect(made.files == [file])
    #expect(made.folder == below)
  }

  @Test func `an office is open to its group though it is made in a private folder`() throws {
    chmod(folder.path, 0o700)
    let place = folder.filePath.appending("a/kantor")
    try FileSystem.live.createFolder(place, lettingGroupIn: true)
    #expect(try mode("a/kantor") == 0o750)
    #expect(try mode("a") == 0o700)
  }

  @Test func `an office in a folder that colleagues share is theirs too`() throws {
    chmod(folder.path, 0o2770)
    try FileSystem.live.createFolder(
      folder.filePath.appending("kantor"), lettingGroupIn: true)
    #expect(try mode("kantor") == 0o2770)
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o660, 0o666, 0o400])
  func `what takes the place of a file has its permissions`(_ permissions: Int) throws {
    try folder.write("lama", to: "isi", permissions: permissions)
    try FileSystem.live.replaceAtomically(folder.filePath.appending("isi"), with: [1])
    #expect(try mode("isi") == permissions)
  }

  @Test(.enabled(if: getuid() == 0)) func `and its owner and group, where they can be given`()
    throws
  {
    let path = folder.filePath.appending("isi")
    try folder.write("lama", to: "isi", permissions: 0o640)
    chown(path.string, 4711, 4712)
    try FileSystem.live.replaceAtomically(path, with: [1])
    let status = try Stat(path)
    #expect(status.userID.rawValue == 4711 && status.groupID.rawValue == 4712)
    #expect(try mode("isi") == 0o640)
  }

  @Test(.enabled(if: getuid() == 0)) func `a group that is not the old one gets what others have`()
    throws
  {
    let path = folder.filePath.appending("isi")
    var calls = SystemCalls.live
    calls.changeOwner = { _, _, _ in false }
    for (old, new) in [(0o664, 0o644), (0o660, 0o600), (0o640, 0o600)] {
      try folder.write("lama", to: "isi", permissions: old)
      chown(path.string, 4711, 4712)
      try FileSystem(calls: calls).replaceAtomically(path, with: [1])
      #expect(try mode("isi") == new)
    }
  }

  @Test func `a file system that has no permissions to give is written to`() throws {
    var calls = SystemCalls.live
    calls.changePermissions = { _, _ in }
    calls.changeOwner = { _, _, _ in false }
    try folder.write("lama", to: "isi")
    try FileSystem(calls: calls).replaceAtomically(
      folder.filePath.appending("isi"), with: Array("baru".utf8))
    #expect(try folder.text(of: "isi") == "baru")
  }
}
