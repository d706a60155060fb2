import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct `A folder that is held open` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func held(_ files: FileSystem = .live) throws -> Folder {
    try files.folder(folder.filePath)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: target)
  }

  @Test func `is the same folder whatever its name has become`() throws {
    try folder.write("satu", to: "a/isi")
    try folder.write("dua", to: "b/isi")
    let a = try held().folder("a")
    #expect(rename(folder.path(of: "a"), folder.path(of: "c")) == 0)
    try link("a", to: "b")
    #expect(try a.read("isi").map { String(decoding: $0, as: UTF8.self) } == "satu")
    try a.replaceAtomically("baru", with: [])
    #expect(try folder.names("b") == ["isi"])
    #expect(try a.names.map(\.string) == ["baru", "isi"])
    #expect(try a.parent().state.isSameFile(as: held().state))
  }

  @Test func `opens no link, and no file that is none`() throws {
    try folder.write("x", to: "a/isi")
    try link("ke-a", to: "a")
    try link("ke-isi", to: "a/isi")
    let top = try held()
    for name: FilePath.Component in ["ke-a", "ke-isi"] {
      let failure = #expect(throws: FileFailure.self) { try top.folder(name) }
      #expect(failure?.errno == .notDirectory)
    }
    let failure = #expect(throws: FileFailure.self) { try top.file("ke-isi") }
    #expect(failure?.reason == .notRegular(.symbolicLink))
    #expect(throws: FileFailure.self) { try top.read("a") }
    #expect(try top.read("tidak-ada") == nil)
  }

  @Test func `makes what is missing below it, and replaces nothing unasked`() throws {
    let deep = try held().makeFolder(below: "a/b/c")
    try deep.replaceAtomically("isi", with: Array("x".utf8), replacing: false)
    let failure = #expect(throws: FileFailure.self) {
      try deep.replaceAtomically("isi", with: Array("y".utf8), replacing: false)
    }
    #expect(failure?.errno == .fileExists)
    #expect(folder.files == ["a/b/c/isi"])
    #expect(try folder.text(of: "a/b/c/isi") == "x")
    #expect(try held().makeFolder(below: "a/b/c").state.isSameFile(as: deep.state))
    #expect(try held().folder(below: "a/b/c")?.state.isSameFile(as: deep.state) == true)
    #expect(try held().folder(below: "a/tidak/ada") == nil)
    try folder.write("x", to: "berkas")
    #expect(throws: FileFailure.self) { try held().makeFolder(below: "berkas/c") }
  }

  // MARK: - Whose links are followed

  /// The kernel's calls, by which one name or folder belongs to somebody else.
  private func calls(owner: UInt32, of name: String) -> SystemCalls {
    var calls = SystemCalls.live
    let (inspectPath, inspect) = (calls.inspectPath, calls.inspect)
    let other = try? Stat(folder.filePath.appending(name), followTargetSymlink: false)
    @Sendable func changed(_ stat: Stat) -> Stat {
      var stat = stat
      if let other, other.inode == stat.inode { stat.rawValue.st_uid = owner }
      return stat
    }
    calls.inspectPath = { (place, follows) throws(Errno) in
      changed(try inspectPath(place, follows))
    }
    calls.inspect = { (file) throws(Errno) in changed(try inspect(file)) }
    return calls
  }

  /// A number that is neither root's nor this user's.
  private static let somebody = getuid() + 4_711

  @Test(arguments: [false, true])
  func `follows a link of its owner below it, to a folder of its owner`(_ isMade: Bool) throws {
    try folder.write("x", to: "disk/isi")
    try link("dokumen", to: "disk")
    let top = try held()
    let found = try isMade ? top.makeFolder(below: "dokumen/2026") : top.folder(below: "dokumen")
    #expect(found != nil)
    #expect(folder.holds("disk/2026") == isMade)
    #expect(throws: FileFailure.self) {
      try isMade
        ? top.makeFolder(below: "dokumen/2026", followingLinks: false)
        : top.folder(below: "dokumen", followingLinks: false)
    }
  }

  @Test(arguments: ["dokumen", "disk"])
  func `follows no link that somebody else has set, or that leads to somebody else's`(
    _ name: String
  ) throws {
    try folder.write("x", to: "disk/isi")
    try link("dokumen", to: "disk")
    let files = FileSystem(calls: calls(owner: Self.somebody, of: name))
    let failure = #expect(throws: FileFailure.self) {
      try held(files).makeFolder(below: "dokumen/2026")
    }
    #expect(failure?.reason == .foreign)
    #expect(throws: FileFailure.self) { try held(files).folder(below: "dokumen") }
    #expect(try folder.names("disk") == ["isi"])
    // Root's links are followed.
    let ofRoot = FileSystem(calls: calls(owner: 0, of: name))
    #expect(try held(ofRoot).folder(below: "dokumen") != nil)
  }

  @Test func `a folder of somebody else that is no link is as good as any`() throws {
    try folder.write("x", to: "kotak-masuk/isi")
    let files = FileSystem(calls: calls(owner: Self.somebody, of: "kotak-masuk"))
    #expect(try held(files).folder(below: "kotak-masuk") != nil)
  }

  // MARK: - Who may read a copy

  /// What a folder that everybody may enter gives to a new file.
  private static let given: CModeT = 0o640

  /// The umask, which can be asked for only by setting it, which is everybody's.
  private static let umask: CModeT = {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Umask:") }
    return line.flatMap { CModeT($0.dropFirst(6).drop { !$0.isNumber }, radix: 8) } ?? 0o022
  }()

  @Test(arguments: [
    (0o600, 0o666, 0o600), (0o640, 0o666, 0o640), (0o644, 0o666, 0o644), (0o666, 0o644, 0o644),
    (0o644, 0o640, 0o640), (0o666, 0o640, 0o640), (0o777, 0o666, 0o666), (0o400, 0o666, 0o400),
    (0o644, 0o600, 0o600), (0o755, 0o644, 0o644), (0o604, 0o666, 0o604), (0o200, 0o666, 0o600),
  ])
  func `a copy is no more open than its source and its limit`(
    _ source: Int, _ limit: Int, _ copy: Int
  ) throws {
    try folder.write("x", to: "asal", permissions: source)
    let top = try held()
    _ = try top.copyIn(
      top.file("asal"), atMost: FilePermissions(rawValue: CModeT(limit)), inspect: { _ in },
      name: { "salinan" })
    let mode = try #require(try top.state(of: "salinan")).permissions.rawValue
    #expect(mode == CModeT(copy) & Self.given & ~Self.umask, "\(String(mode, radix: 8))")
  }

  @Test func `a copy for another group is as open to it as the source is to everybody`() throws {
    for (mode, expected) in [(0o660, 0o600), (0o664, 0o644), (0o640, 0o600), (0o644, 0o644)] {
      try folder.write("x", to: "asal", permissions: mode)
      var calls = SystemCalls.live
      let inspect = calls.inspect
      let source = try Stat(folder.filePath.appending("asal"))
      calls.inspect = { (file) throws(Errno) in
        var stat = try inspect(file)
        if stat.inode == source.inode { stat.rawValue.st_gid = getgid() + 4_711 }
        return stat
      }
      let top = try held(FileSystem(calls: calls))
      _ = try top.copyIn(top.file("asal"), inspect: { _ in }, name: { "salinan" })
      let copy = try #require(try top.state(of: "salinan")).permissions.rawValue
      #expect(copy == CModeT(expected) & Self.given & ~Self.umask, "\(String(copy, radix: 8))")
    }
  }

  @Test func `a file that is written to while it is copied has no copy`() throws {
    let path = try folder.writeFile("satu", to: "asal")
    var calls = SystemCalls.live
    let write = calls.write
    calls.write = { (file, buffer) throws(Errno) in
      if let other = try? FileDescriptor.open(path, .writeOnly, options: [.append]) {
        _ = try? other.closeAfter { try other.writeAll("dua".utf8) }
      }
      return try write(file, buffer)
    }
    let top = try held(FileSystem(calls: calls))
    let failure = #expect(throws: FileFailure.self) {
      try top.copyIn(top.file("asal"), inspect: { _ in }, name: { "salinan" })
    }
    #expect(failure?.reason == .changed)
    #expect(try folder.names() == ["asal"])
  }

  @Test func `the file that was opened is copied, whatever has its name by then`() throws {
    try folder.write("satu", to: "asal")
    let top = try held()
    let file = try top.file("asal")
    try FileManager.default.removeItem(atPath: folder.path(of: "asal"))
    try link("asal", to: "/etc/hostname")
    _ = try top.copyIn(file, inspect: { _ in }, name: { "salinan" })
    #expect(try folder.text(of: "salinan") == "satu")
    #expect(try file.head(2) == Array("sa".utf8))
  }
}
