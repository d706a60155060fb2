import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct `A folder with a tree in it` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func held(_ files: FileSystem = .live) throws -> Folder {
    try files.folder(folder.filePath)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: target)
  }

  @Test func `is removed with all below it, and nothing that a link leads to`() throws {
    try folder.write("x", to: "luar/isi")
    try folder.write("x", to: "pohon/a/b/isi")
    try folder.write("x", to: "pohon/isi")
    try link("pohon/a/ke-luar", to: folder.path(of: "luar"))
    try link("tautan", to: folder.path(of: "luar"))
    try held().removeTree("pohon")
    try held().removeTree("tidak-ada")
    #expect(throws: FileFailure.self) { try held().removeTree("tautan") }
    #expect(!folder.holds("pohon") && folder.holds("luar/isi") && folder.holds("tautan"))
  }

  @Test func `that cannot be removed says what stays`() throws {
    try folder.write("x", to: "pohon/a/isi")
    for number in 1...3 {
      let sabotage = Sabotage(number, of: .remove, with: .permissionDenied)
      #expect(throws: FileFailure.self) { try held(sabotage.files).removeTree("pohon") }
      #expect(folder.holds("pohon"))
      try folder.write("x", to: "pohon/a/isi")
    }
  }

  @Test func `keeps to the last what says what it was`() throws {
    for name in ["a", "b/isi", "z"] { try folder.write("x", to: "pohon/\(name)") }
    var number = 1
    while true {
      let sabotage = Sabotage(number, of: .remove, with: .permissionDenied)
      try? held(sabotage.files).removeTree("pohon", last: "a")
      guard sabotage.happened else { break }
      #expect(folder.holds("pohon/a") || folder.files == [])
      number += 1
    }
    #expect(number == 4 && !folder.holds("pohon"))
  }

  @Test func `is made for its owner alone, and gets its name at once`() throws {
    chmod(folder.path, 0o777)
    let made = try held().makePrivateFolder("baru")
    try made.replaceAtomically("isi", with: [1])
    for (name, mode) in [("baru", 0o700), ("baru/isi", 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: folder.path(of: name))
      #expect(found[.posixPermissions] as? Int == mode, "\(name)")
    }
    #expect(throws: FileFailure.self) { try held().makePrivateFolder("baru") }
    try folder.write("x", to: "lain/isi")
    let failure = #expect(throws: FileFailure.self) { try held().rename("baru", to: "lain") }
    #expect(failure?.errno == .fileExists)
    try held().rename("baru", to: "nama")
    #expect(folder.files == ["lain/isi", "nama/isi"])
    // An empty folder gives way where that is asked for, one that holds anything never.
    _ = try held().makePrivateFolder("kosong")
    try held().rename("nama", to: "kosong", replacing: true)
    #expect(throws: FileFailure.self) { try held().rename("kosong", to: "lain", replacing: true) }
    #expect(folder.files == ["kosong/isi", "lain/isi"])
  }

  @Test func `gives a file through a link of its owner, and through no other`() throws {
    try folder.write("asli", to: "luar/isi")
    try folder.write("biasa", to: "dalam/biasa")
    try link("dalam/tautan", to: "../luar/isi")
    try link("dalam/putus", to: "../tidak/ada")
    try link("dalam/ke-folder", to: "../luar")
    let inner = try held().folder("dalam")
    for name: FilePath.Component in ["biasa", "tautan"] {
      var count = 0
      try inner.file(name, followingLinksOf: inner).readThrough { count += $0.count }
      #expect(count > 3)
    }
    for (name, reason) in [
      ("putus", FileFailure.Reason.danglingLink), ("ke-folder", .notRegular(.folder)),
    ] {
      let component = try #require(FilePath.Component(name))
      let failure = #expect(throws: FileFailure.self) {
        try inner.file(component, followingLinksOf: inner)
      }
      #expect(failure?.reason == reason)
    }
    guard getuid() == 0 else { return }
    try #require(lchown(folder.path(of: "dalam/tautan"), 65_534, 65_534) == 0)
    let failure = #expect(throws: FileFailure.self) {
      try inner.file("tautan", followingLinksOf: inner)
    }
    #expect(failure?.reason == .foreign)
  }
}
