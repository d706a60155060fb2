import DurableFiles
import SystemPackage
import TestSupport
import Testing

@Suite struct `The turn to replace files of a folder` {
  @Test func `only one has it, and who waits too long is told`() throws {
    let folder = try TemporaryFolder()
    let path = FilePath(folder.path(of: "kalender"))
    let first = try FileSystem.live.lockFolder(path, waiting: .zero)
    let failure = #expect(throws: FileFailure.self) {
      _ = try FileSystem.live.lockFolder(path, waiting: .milliseconds(20))
    }
    #expect(failure?.isLocked == true)
    _ = consume first
    _ = try FileSystem.live.lockFolder(path, waiting: .zero)
  }

  @Test func `a folder without locks is given all the same`() throws {
    let folder = try TemporaryFolder()
    let sabotage = Sabotage(1, of: .lock, with: .notSupported)
    _ = try sabotage.files.lockFolder(FilePath(folder.path), waiting: .zero)
    #expect(sabotage.happened)
  }

  @Test func `a file in the place of the folder is a failure`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "kalender")
    #expect(throws: FileFailure.self) {
      _ = try FileSystem.live.lockFolder(FilePath(folder.path(of: "kalender")), waiting: .zero)
    }
  }
}
