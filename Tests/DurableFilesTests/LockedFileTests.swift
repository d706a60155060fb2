import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

struct LockedFileTests {
  let folder: TemporaryFolder
  let file: FilePath
  /// A program that another test starts shares open files, and their locks, until it is loaded.
  let patience = Duration.seconds(10)

  init() throws {
    folder = try TemporaryFolder()
    file = folder.filePath.appending("buku/isi")
  }

  private func append(_ text: String, with files: FileSystem = .live) throws {
    var locked = try files.lockForAppending(file, waiting: patience)
    try locked.append(Array(text.utf8)[...])
    try locked.commit()
  }

  @Test(.timeLimit(.minutes(15)))
  func `a pipe in the place of a file is refused, not waited on`() throws {
    let path = folder.filePath.appending("pipa")
    #expect(mkfifo(path.string, 0o600) == 0)
    #expect(throws: FileFailure.self) { _ = try FileSystem.live.read(path) }
    #expect(throws: FileFailure.self) { try lock(path) }
  }

  private func lock(_ path: FilePath) throws {
    var locked = try FileSystem.live.lockForAppending(path, waiting: patience)
    try locked.commit()
  }

  @Test func `what is committed stands after what was there`() throws {
    try append("satu\n")
    try append("dua\n")
    #expect(try folder.text(of: "buku/isi") == "satu\ndua\n")
  }

  @Test func `what is not committed is undone, and a file made for it is gone`() throws {
    do {
      var locked = try FileSystem.live.lockForAppending(file, waiting: patience)
      try locked.append(Array("setengah".utf8)[...])
    }
    #expect(try folder.names("buku").isEmpty)
    try append("satu\n")
    do {
      var locked = try FileSystem.live.lockForAppending(file, waiting: patience)
      try locked.append(Array("dua".utf8)[...])
    }
    #expect(try folder.text(of: "buku/isi") == "satu\n")
  }

  @Test func `a file that was there empty stays`() throws {
    try FileSystem.live.createFolder(folder.filePath.appending("buku"))
    _ = try folder.writeFile("", to: "buku/isi")
    _ = try FileSystem.live.lockForAppending(file, waiting: patience).contents
    #expect(try folder.names("buku") == ["isi"])
  }

  @Test func `a lock that another writer holds is waited for, then given up`() throws {
    try append("satu\n")
    let held = try FileSystem.live.lockForAppending(file, waiting: patience)
    let begin = ContinuousClock.now
    let failure = #expect(throws: FileFailure.self) {
      _ = try FileSystem.live.lockForAppending(file, waiting: .milliseconds(50)).contents
    }
    #expect(failure == FileFailure(.lock, file, .locked))
    #expect(failure?.isLocked == true)
    #expect(begin.duration(to: .now) >= .milliseconds(50))
    #expect(held.contents == Array("satu\n".utf8))
    _ = consume held
    try append("dua\n")
  }

  @Test func `who waited for a file that was replaced opens the new one`() async throws {
    try append("lama\n")
    let held = try FileSystem.live.lockForAppending(file, waiting: patience)
    let waiting = Task.detached { [file] in
      try FileSystem.live.lockForAppending(file, waiting: .seconds(10)).contents
    }
    try FileSystem.live.replaceAtomically(file, with: Array("baru\n".utf8))
    _ = consume held
    #expect(try await waiting.value == Array("baru\n".utf8))
  }

  @Test func `whichever call fails, the old bytes are the whole file`() throws {
    try append("satu\n")
    var number = 1
    while true {
      let sabotage = Sabotage(number, with: .noSpace)
      do {
        try append("dua\n", with: sabotage.files)
        #expect(!sabotage.happened)
        break
      } catch let failure as FileFailure {
        #expect(failure.errno == .noSpace)
      }
      #expect(try folder.text(of: "buku/isi") == "satu\n")
      number += 1
    }
    #expect(number > 7)
    #expect(try folder.text(of: "buku/isi") == "satu\ndua\n")
  }

  @Test func `whichever call fails on a new file, none is left`() throws {
    var number = 1
    while true {
      let sabotage = Sabotage(number, with: .noSpace)
      do {
        try append("satu\n", with: sabotage.files)
        #expect(!sabotage.happened)
        break
      } catch let failure as FileFailure {
        #expect(failure.errno == .noSpace)
      }
      #expect(try FileSystem.live.read(file) == nil, "call \(number)")
      number += 1
    }
    #expect(number > 12)
  }

  @Test func `a disk that fills up in the middle of a write loses nothing`() throws {
    try append("satu\n")
    var calls = SystemCalls.live
    let live = calls.write
    let full = Sabotage(2, of: .write, with: .noSpace)
    calls.write = { (file, buffer) throws(Errno) in
      try full.gate(.write)
      return try live(file, UnsafeRawBufferPointer(rebasing: buffer.prefix(2)))
    }
    #expect(throws: FileFailure(.write, file, .system(.noSpace))) {
      try append("dua\n", with: FileSystem(calls: calls))
    }
    #expect(try folder.text(of: "buku/isi") == "satu\n")
  }

  @Test func `one append syncs one file once`() throws {
    try append("satu\n")
    let syncs = Sabotage(99, of: .sync)
    try append("dua\n", with: syncs.files)
    #expect(syncs.reached == 1)
  }

  @Test func `a cut stands even where the append after it fails`() throws {
    try append("satu\nsete")
    var locked = try Sabotage(1, of: .write).files.lockForAppending(file, waiting: patience)
    try locked.truncate(to: 5)
    #expect(throws: FileFailure.self) { try locked.append(Array("dua\n".utf8)[...]) }
    #expect(try folder.text(of: "buku/isi") == "satu\n")
  }
}
