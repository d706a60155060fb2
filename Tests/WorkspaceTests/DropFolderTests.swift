import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Which folders files are taken from, and which files of them.
@Suite struct `The drop folder` {
  let box: DropBox
  let outside: TemporaryFolder

  init() throws {
    box = try DropBox()
    outside = try TemporaryFolder()
  }

  private var folder: TemporaryFolder { box.founded.folder }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  // MARK: - Folders of workspaces

  @Test(arguments: [
    "", "buku", "buku/63.05.05", "dokumen", "kalender", "kalender/iku", "ekspor", "pengingat",
    "rahasia",
  ])
  func `is no folder of another workspace, nor a link to one`(_ name: String) throws {
    let other = try FoundedWorkspace("63.05.05")
    try other.folder.write("%PDF-", to: "\(name.isEmpty ? "." : name)/LPPD 2025.pdf")
    let path = other.path.pushing(FilePath(name))
    #expect(throws: Intake.FolderFailure.ofWorkspace(path)) { try box.scan(folder: path) }
    try link(outside.path(of: "ke"), to: path.string)
    let way = outside.filePath.appending("ke")
    #expect(throws: Intake.FolderFailure.ofWorkspace(way)) { try box.scan(folder: way) }
    #expect(other.folder.holds("\(name.isEmpty ? "." : name)/LPPD 2025.pdf"))
  }

  @Test func `may be that of another workspace, or any folder of a person's own`() throws {
    let other = try FoundedWorkspace("63.05.05")
    try other.folder.write("%PDF-1.4 x", to: "kotak-masuk/LPPD 2025.pdf")
    try other.folder.setModified("kotak-masuk/LPPD 2025.pdf", to: DropBox.dropped)
    #expect(
      try box.scan(folder: other.path.appending("kotak-masuk")) == ["LPPD 2025.pdf": "row 1"])
    try folder.write("%PDF-1.4 y", to: "kiriman/LKIP 2025.pdf")
    try folder.setModified("kiriman/LKIP 2025.pdf", to: DropBox.dropped)
    #expect(
      try box.scan(folder: box.founded.path.appending("kiriman")) == ["LKIP 2025.pdf": "row 2"])
  }

  @Test func `does not hold the workspace`() throws {
    let above = box.founded.path.appending("..")
    #expect(throws: Intake.FolderFailure.ofWorkspace(above)) { try box.scan(folder: above) }
  }

  @Test func `is no folder that the office keeps on another disk for its evidence`() throws {
    try outside.write("%PDF-", to: "bukti/2026/LPPD 2025.pdf")
    try link(folder.path(of: "dokumen"), to: outside.path(of: "bukti"))
    for name in ["bukti", "bukti/2026"] {
      #expect(throws: Intake.FolderFailure.self) {
        try box.scan(folder: outside.filePath.pushing(FilePath(name)))
      }
    }
  }

  @Test func `of the workspace may be a link that the office has set, but not to its own folders`()
    throws
  {
    try outside.write("%PDF-1.4 x", to: "LPPD 2025.pdf")
    try outside.setModified("LPPD 2025.pdf", to: DropBox.dropped)
    try FileManager.default.removeItem(atPath: folder.path(of: "kotak-masuk"))
    try link(folder.path(of: "kotak-masuk"), to: outside.path)
    #expect(try box.scan() == ["LPPD 2025.pdf": "row 1"])
    #expect(outside.files.contains("selesai/2026/LPPD 2025.pdf"))
    try FileManager.default.removeItem(atPath: folder.path(of: "kotak-masuk"))
    try link(folder.path(of: "kotak-masuk"), to: "buku")
    #expect(throws: Intake.FolderFailure.self) { try box.scan() }
    #expect(try box.rows().count == 1)
  }

  @Test func `of the workspace is no link of somebody else`() throws {
    try outside.write("%PDF-1.4 x", to: "LPPD 2025.pdf")
    try outside.setModified("LPPD 2025.pdf", to: DropBox.dropped)
    try FileManager.default.removeItem(atPath: folder.path(of: "kotak-masuk"))
    try link(folder.path(of: "kotak-masuk"), to: outside.path)
    var calls = DropBox.calls()
    let inspectPath = calls.inspectPath
    calls.inspectPath = { (place, follows) throws(Errno) in
      var stat = try inspectPath(place, follows)
      if stat.type == .symbolicLink { stat.rawValue.st_uid = getuid() + 4_711 }
      return stat
    }
    let failure = #expect(throws: FileFailure.self) { try box.scan(calls: calls) }
    #expect(failure?.reason == .foreign)
    #expect(outside.files == ["LPPD 2025.pdf"])
  }

  // MARK: - Files

  @Test func `a file with a name elsewhere is put aside unread, and stays there under that name`()
    throws
  {
    try outside.write("%PDF-1.4 rahasia", to: "gaji.pdf", permissions: 0o600)
    try outside.setModified("gaji.pdf", to: DropBox.dropped)
    #expect(
      Foundation.link(outside.path(of: "gaji.pdf"), folder.path(of: "kotak-masuk/LPPD 2025.pdf"))
        == 0)
    try box.drop("LKIP 2025.pdf")
    #expect(
      try box.scan() == ["LPPD 2025.pdf": "trouble: severalNames", "LKIP 2025.pdf": "row 1"])
    #expect(try outside.text(of: "gaji.pdf") == "%PDF-1.4 rahasia")
    #expect(box.lying().contains("karantina/LPPD 2025.pdf"))
    let evidence = try folder.files.filter { $0.hasPrefix("dokumen/") }.map {
      try folder.text(of: $0)
    }
    #expect(evidence == [DropBox.content("LKIP 2025.pdf")])
  }

  @Test(arguments: [0o600, 0o640, 0o644])
  func `a copy of evidence is no more open than the file, nor than the ledger`(
    _ mode: Int
  ) throws {
    try box.drop("LPPD 2025.pdf")
    try box.drop("LKIP 2025.pdf")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path(of: "kotak-masuk/LPPD 2025.pdf"))
    try box.scan()
    let copies = folder.files.filter { $0.hasPrefix("dokumen/") }
    #expect(copies.count == 2)
    let book = FilePath(folder.path(of: "buku/63.05.12/2026.csv"))
    let ledger = Int(try #require(try FileSystem.live.state(of: book)).permissions.rawValue)
    // Before the first row, of LKIP, there was no ledger: the group may read, and nobody else.
    for name in copies {
      let state = try #require(try FileSystem.live.state(of: FilePath(folder.path(of: name))))
      let isNamed = try folder.text(of: name) == DropBox.content("LPPD 2025.pdf")
      let limit = isNamed ? mode & ledger : 0o640
      #expect(Int(state.permissions.rawValue) & ~limit == 0, "\(name)")
      #expect(state.permissions.contains(.ownerReadWrite))
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path(of: "buku/63.05.12/2026.csv"))
    try box.drop("LKAT 2025.pdf")
    try box.scan()
    let later = folder.files.filter { $0.hasPrefix("dokumen/") && !copies.contains($0) }
    let path = FilePath(folder.path(of: try #require(later.first)))
    #expect(try FileSystem.live.state(of: path)?.permissions == .ownerReadWrite)
  }
}
