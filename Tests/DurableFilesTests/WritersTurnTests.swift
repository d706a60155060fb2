import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Who may only read a file cannot keep those out who may write it.
@Suite struct `The turn to write` {
  let folder: TemporaryFolder
  let file: FilePath

  init() throws {
    folder = try TemporaryFolder()
    file = folder.filePath.appending("isi")
    try folder.write("satu\n", to: "isi")
  }

  private let turnName = ".tenggat-kunci-isi"

  /// A file system in which a process of a user holds the lock of everything but the turn.
  private func files(heldBy user: UInt32, _ permissions: Int = 0o644) throws -> FileSystem {
    try folder.write("satu\n", to: "isi", permissions: permissions)
    chown(file.string, 4711, 4711)
    var calls = SystemCalls.live
    calls.lock = { (opened) throws(Errno) in
      let isTurn = (try? Stat(opened).size) == 0
      if !isTurn { throw .wouldBlock }
    }
    calls.lockHolders = { _ in [UserID(rawValue: user)] }
    return FileSystem(calls: calls)
  }

  @Test(.enabled(if: getuid() == 0))
  func `a reader's lock is passed over, a writer's is waited for`()
    throws
  {
    let reader = try files(heldBy: 4712)
    #expect(try reader.lockForAppending(file, waiting: .zero).contents == Array("satu\n".utf8))
    for (user, permissions) in [(0, 0o644), (4711, 0o644), (4712, 0o646), (4712, 0o660)] {
      let writer = try files(heldBy: UInt32(user), permissions)
      #expect(throws: FileFailure(.lock, file, .locked), "\(user)") {
        _ = try writer.lockForAppending(file, waiting: .zero).contents
      }
    }
    // Others may read it: its group is not known to be theirs.
    let unknown = try files(heldBy: 4712, 0o664)
    #expect(try unknown.lockForAppending(file, waiting: .zero).contents == Array("satu\n".utf8))
  }

  @Test func `the file that is locked is for writers only, and is gone afterwards`() throws {
    for (mode, expected) in [(0o755, 0o600), (0o750, 0o600), (0o700, 0o600), (0o2770, 0o660)] {
      chmod(folder.path, mode_t(mode))
      let locked = try FileSystem.live.lockForAppending(file, waiting: .zero)
      let turn = try Stat(folder.filePath.appending(turnName))
      #expect(Int(turn.permissions.rawValue) == expected)
      _ = consume locked
      #expect(try folder.names() == ["isi"])
    }
  }

  @Test func `who holds the turn is waited for`() throws {
    let held = try FileSystem.live.lockForAppending(file, waiting: .zero)
    #expect(throws: FileFailure(.lock, file, .locked)) {
      _ = try FileSystem.live.lockForAppending(file, waiting: .milliseconds(5)).contents
    }
    _ = consume held
  }

  @Test func `a turn that a killed process left is taken`() throws {
    try folder.write("", to: turnName, permissions: 0o600)
    _ = try FileSystem.live.lockForAppending(file, waiting: .zero).contents
    #expect(try folder.names() == ["isi"])
  }

  @Test func `a turn that is made and removed all the time is looked for a number of times`() throws
  {
    var calls = SystemCalls.live
    let live = calls.open
    calls.open = { [turnName] (place, access, options, permissions) throws(Errno) in
      if place.path.lastComponent?.string == turnName { throw .fileExists }
      return try live(place, access, options, permissions)
    }
    #expect(throws: FileFailure(.lock, file, .locked)) {
      _ = try FileSystem(calls: calls).lockForAppending(file, waiting: .seconds(60)).contents
    }
  }
}
