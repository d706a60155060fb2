import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct `What was looked at` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("satu", to: "buku/a.csv")
    try folder.write("dua", to: "buku/b.csv")
    try folder.write("tiga", to: "lain/c.csv")
  }

  private static var now: Duration { .seconds(Date().timeIntervalSince1970) }

  /// A witness who looked when all that is there was old.
  private static func late() -> FileWitness { FileWitness(now: now + .seconds(60)) }

  private func path(_ name: String) -> FilePath { folder.filePath.appending(name) }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: target)
  }

  @Test func `is the same for as long as nobody changes it`() throws {
    let witness = Self.late()
    let files = witness.noting(.live)
    _ = try files.read(path("buku/a.csv"))
    _ = try files.names(in: path("buku"))
    #expect(try files.read(path("tidak-ada")) == nil)
    #expect(try files.state(of: path("buku/b.csv")) != nil)
    #expect(try files.folder(folder.filePath).folder("buku").read("a.csv") != nil)
    #expect(witness.holds(in: .live))
    // What nobody looked at may change.
    try folder.write("lain", to: "lain/c.csv")
    try folder.write("lain", to: "lain/d.csv")
    #expect(witness.holds(in: .live))
  }

  @Test func `is another once a file has other bytes, of the same length too`() throws {
    for text in ["tiga", "satu", ""] {
      let witness = Self.late()
      _ = try witness.noting(.live).read(path("buku/a.csv"))
      #expect(witness.holds(in: .live))
      let file = try #require(FileHandle(forWritingAtPath: folder.path(of: "buku/a.csv")))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
      #expect(!witness.holds(in: .live), "\(text)")
    }
  }

  @Test func `is another once a file is replaced, also with its old time`() throws {
    let witness = Self.late()
    _ = try witness.noting(.live).read(path("buku/a.csv"))
    let time = try FileManager.default.attributesOfItem(atPath: folder.path(of: "buku/a.csv"))
    try folder.write("tiga", to: "buku/baru")
    #expect(rename(folder.path(of: "buku/baru"), folder.path(of: "buku/a.csv")) == 0)
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time[.modificationDate])],
      ofItemAtPath: folder.path(of: "buku/a.csv"))
    #expect(!witness.holds(in: .live))
  }

  @Test func `is another once an editor has put the old time back`() throws {
    let witness = Self.late()
    _ = try witness.noting(.live).read(path("buku/a.csv"))
    let time = try FileManager.default.attributesOfItem(atPath: folder.path(of: "buku/a.csv"))
    let file = try #require(FileHandle(forWritingAtPath: folder.path(of: "buku/a.csv")))
    try file.write(contentsOf: Data("tiga".utf8))
    try file.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time[.modificationDate])],
      ofItemAtPath: folder.path(of: "buku/a.csv"))
    #expect(!witness.holds(in: .live))
  }

  @Test func `is another once something comes into a folder that was listed, or goes`() throws {
    let witness = Self.late()
    _ = try witness.noting(.live).names(in: path("buku"))
    try folder.write("tiga", to: "buku/c.csv")
    #expect(!witness.holds(in: .live))
    let again = Self.late()
    _ = try again.noting(.live).folder(folder.filePath).folder("buku").names
    #expect(again.holds(in: .live))
    try FileManager.default.removeItem(atPath: folder.path(of: "buku/c.csv"))
    #expect(!again.holds(in: .live))
  }

  @Test func `is another once there is something where nothing was, and the other way round`()
    throws
  {
    let witness = Self.late()
    #expect(try witness.noting(.live).read(path("kalender/x.yaml")) == nil)
    #expect(witness.holds(in: .live))
    try folder.write("x", to: "kalender/x.yaml")
    #expect(!witness.holds(in: .live))
    let again = Self.late()
    _ = try again.noting(.live).read(path("kalender/x.yaml"))
    #expect(again.holds(in: .live))
    try FileManager.default.removeItem(atPath: folder.path(of: "kalender"))
    #expect(!again.holds(in: .live))
  }

  @Test func `is another once a link leads elsewhere`() throws {
    try link("tautan", to: "buku/a.csv")
    let witness = Self.late()
    _ = try witness.noting(.live).read(path("tautan"))
    #expect(witness.holds(in: .live))
    try FileManager.default.removeItem(atPath: folder.path(of: "tautan"))
    try link("tautan", to: "buku/b.csv")
    #expect(!witness.holds(in: .live))
  }

  @Test func `is never taken for the same where it changed just before the look`() throws {
    let state = try #require(try FileSystem.live.state(of: path("buku/a.csv")))
    for (margin, holds) in [(-1, false), (0, true)] {
      let witness = FileWitness(
        now: state.changed + FileWitness.settling + .nanoseconds(margin))
      _ = try witness.noting(.live).read(path("buku/a.csv"))
      #expect(witness.holds(in: .live) == holds)
    }
  }

  @Test func `is never taken for the same where it changed between two looks`() throws {
    let witness = Self.late()
    let files = witness.noting(.live)
    _ = try files.read(path("buku/a.csv"))
    try folder.write("tiga", to: "buku/a.csv")
    _ = try files.read(path("buku/a.csv"))
    #expect(!witness.holds(in: .live))
  }

  @Test func `is never taken for the same where something was written, or could not be read`()
    throws
  {
    let writer = Self.late()
    try writer.noting(.live).replaceAtomically(path("buku/c.csv"), with: [])
    #expect(!writer.holds(in: .live))
    try link("melingkar", to: "melingkar")
    let reader = Self.late()
    #expect(throws: FileFailure.self) {
      try reader.noting(.live).read(path("melingkar"))
    }
    #expect(!reader.holds(in: .live))
  }

  @Test func `is not known to be the same where it cannot be looked at any more`() throws {
    let witness = Self.late()
    _ = try witness.noting(.live).read(path("buku/a.csv"))
    let blind = FileSystem(
      calls: SystemCalls.live.asking { (operation) throws(Errno) in
        if operation == .inspect { throw .permissionDenied }
      })
    #expect(!witness.holds(in: blind))
  }
}
