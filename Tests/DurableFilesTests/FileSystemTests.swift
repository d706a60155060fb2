import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["", "/", "a", "/a", "a/b", "/a/b", "/a/b/", "../b", "/a/../b", "//a//b"])
  func `what a path lies in is the path without its last part`(path: String) {
    let path = FilePath(path)
    #expect(path.parent == path.removingLastComponent())
  }

  @Test func `what a path lies in keeps bytes that are no text`() {
    let bytes: [CChar] = [47, -1, 47, 98, 0]
    #expect(Array(FilePath(platformString: bytes).parent.string.utf8) == [47, 0xEF, 0xBF, 0xBD])
    #expect(FilePath(platformString: bytes).parent == FilePath(platformString: [47, -1, 0]))
  }

  @Test func `a missing file reads as nothing and an empty one as no bytes`() throws {
    #expect(try FileSystem.live.read(folder.filePath.appending("tidak-ada")) == nil)
    #expect(try FileSystem.live.read(folder.writeFile("", to: "kosong")) == [])
  }

  @Test(arguments: [4094, 4095, 4096, 4097, 300_000])
  func `a file of any length is read whole`(count: Int) throws {
    let file = try folder.writeFile(String(repeating: "x", count: count), to: "isi")
    #expect(try FileSystem.live.read(file)?.count == count)
  }

  @Test func `a folder cannot be read as a file`() {
    let failure = #expect(throws: FileFailure.self) { try FileSystem.live.read(folder.filePath) }
    #expect(failure == FileFailure(.read, folder.filePath, .notRegular(.folder)))
  }

  @Test func `folders are made with the ones above them`() throws {
    try FileSystem.live.createFolder(folder.filePath.appending("a/b/c"))
    try FileSystem.live.createFolder(folder.filePath.appending("a/b/c"))
    #expect(try folder.names("a/b") == ["c"])
  }

  @Test func `a folder cannot be made where a file stands`() throws {
    let file = try folder.writeFile("x", to: "a")
    let failure = #expect(throws: FileFailure.self) { try FileSystem.live.createFolder(file) }
    #expect(failure?.operation == .makeFolder)
  }

  @Test func `the names in a folder are sorted and a missing folder has none`() throws {
    for name in ["b", "a", "c"] { _ = try folder.writeFile("", to: name) }
    #expect(try FileSystem.live.names(in: folder.filePath).map(\.string) == ["a", "b", "c"])
    #expect(try FileSystem.live.names(in: folder.filePath.appending("tidak-ada")).isEmpty)
  }

  @Test func `a file is replaced whole`() throws {
    let file = try folder.writeFile("lama", to: "isi")
    try FileSystem.live.replaceAtomically(file, with: Array("baru sekali".utf8))
    #expect(try folder.text(of: "isi") == "baru sekali")
    #expect(try folder.names() == ["isi"])
  }

  @Test func `whichever call fails, the old file or the new one stands and nothing beside it`()
    throws
  {
    var number = 1
    while true {
      let file = try folder.writeFile("lama", to: "isi")
      let sabotage = Sabotage(number, with: .noSpace)
      do {
        try sabotage.files.replaceAtomically(file, with: Array("baru".utf8))
        #expect(!sabotage.happened)
        break
      } catch {
        #expect(error.errno == .noSpace)
        // The folder is opened and synced at the end.
        #expect([file, folder.filePath].contains(error.path), "call \(number)")
      }
      #expect(["lama", "baru"].contains(try folder.text(of: "isi")))
      #expect(try folder.names() == ["isi"])
      number += 1
    }
    #expect(number == 10)
  }

  @Test func `interrupted calls are made again and short writes go on`() throws {
    let interrupt = Sabotage(1, of: .write, with: .interrupted)
    var calls = SystemCalls.live.asking { (operation) throws(Errno) in
      try interrupt.gate(operation)
    }
    let write = calls.write
    calls.write = { (file, buffer) throws(Errno) in
      try write(file, UnsafeRawBufferPointer(rebasing: buffer.prefix(3)))
    }
    let file = folder.filePath.appending("isi")
    try FileSystem(calls: calls).replaceAtomically(file, with: Array("sepuluh aksara".utf8))
    #expect(try folder.text(of: "isi") == "sepuluh aksara")
  }
}

struct CopyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func copy(_ source: FilePath, with files: FileSystem = .live) throws -> FilePath {
    var sum = 0
    let file = try files.file(source)
    let store = try files.folder(folder.filePath).makeFolder(below: "simpan")
    let name = try store.copyIn(
      file, inspect: { sum += $0.reduce(0) { $0 + Int($1) } },
      name: { FilePath.Component("jumlah-\(sum)") ?? "x" })
    return folder.filePath.appending("simpan").appending(name)
  }

  @Test func `a file is copied under the name that its bytes give, once`() throws {
    let source = try folder.writeFile("abc", to: "asal")
    #expect(try copy(source).lastComponent?.string == "jumlah-294")
    #expect(try copy(source).lastComponent?.string == "jumlah-294")
    #expect(try folder.names("simpan") == ["jumlah-294"])
    #expect(try folder.text(of: "simpan/jumlah-294") == "abc")
    #expect(try folder.text(of: "asal") == "abc")
  }

  @Test func `a large file passes in pieces`() throws {
    let source = try folder.writeFile(String(repeating: "a", count: 300_001), to: "asal")
    let path = try copy(source)
    #expect(path.lastComponent?.string == "jumlah-\(300_001 * 97)")
    #expect(try FileSystem.live.read(path)?.count == 300_001)
  }

  @Test func `only regular files are copied`() throws {
    let pipe = folder.filePath.appending("pipa")
    #expect(mkfifo(pipe.string, 0o600) == 0)
    let link = folder.filePath.appending("tautan")
    _ = try folder.writeFile("x", to: "asal")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: folder.filePath.appending("asal").string)
    let cases: [(FilePath, FileFailure.Reason)] = [
      (pipe, .notRegular(.pipe)), (link, .notRegular(.symbolicLink)),
      (folder.filePath, .notRegular(.folder)), ("/dev/null", .notRegular(.device)),
      (folder.filePath.appending("tidak-ada"), .system(.noSuchFileOrDirectory)),
      (folder.filePath.appending(String(repeating: "n", count: 300)), .system(.fileNameTooLong)),
    ]
    for (source, reason) in cases {
      let failure = #expect(throws: FileFailure.self) { try copy(source) }
      #expect(failure?.reason == reason)
    }
    #expect(try FileSystem.live.names(in: folder.filePath.appending("simpan")).isEmpty)
  }

  @Test func `whichever call fails, no half copy has a name`() throws {
    let source = try folder.writeFile("abc", to: "asal")
    for number in 1...40 {
      let sabotage = Sabotage(number, with: .noSpace)
      do {
        _ = try copy(source, with: sabotage.files)
        #expect(!sabotage.happened)
        #expect(number > 8)
        return
      } catch let failure as FileFailure {
        #expect(failure.errno == .noSpace)
      }
      let names = try FileSystem.live.names(in: folder.filePath.appending("simpan")).map(\.string)
      #expect(names.isEmpty || names == ["jumlah-294"])
      if names.count == 1 { #expect(try folder.text(of: "simpan/jumlah-294") == "abc") }
    }
    Issue.record("the copy never went through")
  }

  @Test func `a walk tells of files, links and pipes in order and enters no link`() throws {
    for name in ["b/2", "b/1", "a", "c/d/e"] { try folder.write("", to: name) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "b/0"), withDestinationPath: folder.path)
    #expect(mkfifo(folder.path(of: "z"), 0o600) == 0)
    let (found, failures) = FileSystem.live.walk(folder.filePath)
    #expect(found.map(\.string) == ["a", "z", "b/0", "b/1", "b/2", "c/d/e"])
    #expect(failures == [])
    let (none, missing) = FileSystem.live.walk(folder.filePath.appending("tidak-ada"))
    #expect(none == [] && missing == [])
    #expect(try FileSystem.live.state(of: folder.filePath.appending("a/x")) == nil)
  }

  @Test(arguments: [0, 1, 131_071, 131_072, 131_073, 300_000])
  func `the bytes of a file are shown in order, a part at a time`(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let path = FilePath(try folder.write(bytes, to: "isi"))
    var seen: [UInt8] = []
    _ = try FileSystem.live.readThrough(path) { seen += $0 }
    #expect(seen == bytes)
  }

  @Test func `what is no regular file is not streamed`() throws {
    try folder.write("x", to: "isi")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "tautan"), withDestinationPath: folder.path(of: "isi"))
    #expect(mkfifo(folder.path(of: "pipa"), 0o600) == 0)
    for (name, reason) in [
      ("tautan", FileFailure.Reason.notRegular(.symbolicLink)), ("pipa", .notRegular(.pipe)),
      (".", .notRegular(.folder)), ("tidak-ada", .system(.noSuchFileOrDirectory)),
    ] {
      let failure = #expect(throws: FileFailure.self) {
        _ = try FileSystem.live.readThrough(folder.filePath.appending(name)) { _ in }
      }
      #expect(failure?.reason == reason)
    }
  }
}
