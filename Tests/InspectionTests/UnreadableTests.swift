import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import Inspection
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A check that cannot look has not passed.
@Suite struct `What an inspection cannot read` {
  /// The faults of all checks after something was done to a workspace.
  private func faults(
    _ checks: [String]? = nil, files: FileSystem = .live,
    after change: (FoundedWorkspace) throws -> Void = { _ in }
  ) throws -> [Finding] {
    let founded = try FoundedWorkspace()
    try change(founded)
    return try founded.inspect(checks, files: files).values.joined()
      .filter { $0.severity == .fault }
  }

  private func link(_ name: String, in founded: FoundedWorkspace, to target: String) throws {
    let path = founded.folder.path(of: name)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test func `a sound workspace has no fault`() throws { #expect(try faults() == []) }

  @Test(arguments: [
    "kantor.yaml", "wilayah.csv", "kalender", "kalender/x.yaml", "kalender/libur",
    "kalender/libur/2026.yaml", "kalender/iku", "kalender/iku/tapin-hatungun-2021.yaml", "buku",
    "dokumen", "ekspor", "ekspor/beku", "ekspor/kirim.xml", "kotak-masuk", "pengingat",
    "pengingat/2026.csv", "sudah-dilihat.csv",
  ])
  func `a link that leads nowhere is a fault, told once`(_ name: String) throws {
    let found = try faults { try link(name, in: $0, to: "tidak-ada") }
    let files = found.filter { $0.code == "berkas.tidak-terbaca" }.map(\.place.file)
    // What lies below a folder is looked for too.
    #expect(files.contains(name) && files.allSatisfy { $0.hasPrefix(name) })
    #expect(Set(files).count == files.count)
  }

  @Test(arguments: [
    "kalender", "kalender/iku", "kalender/libur", "buku", "buku/63.05.12", "dokumen",
    "dokumen/63.05.12", "ekspor", "ekspor/beku", "kotak-masuk", "pengingat",
  ])
  func `a folder that may not be listed is a fault`(_ name: String) throws {
    var calls = SystemCalls.live
    let list = calls.list
    calls.list = { (path) throws(Errno) in
      if path.path.string.hasSuffix("/\(name)") { throw .permissionDenied }
      return try list(path)
    }
    let found = try faults(files: FileSystem(calls: calls)) {
      try FileManager.default.createDirectory(
        atPath: $0.folder.path(of: name), withIntermediateDirectories: true)
    }
    #expect(found.contains { $0.code == "berkas.tidak-terbaca" && $0.place.file == name })
  }

  @Test func `an export that is a pipe is a fault, and is not waited on`() throws {
    let found = try faults {
      try FileManager.default.createDirectory(
        atPath: $0.folder.path(of: "ekspor"), withIntermediateDirectories: true)
      try #require(mkfifo($0.folder.path(of: "ekspor/kirim.xml"), 0o600) == 0)
    }
    #expect(found.map(\.place.file) == ["ekspor/kirim.xml"])
  }

  @Test func `an export of any length is not read`() throws {
    let found = try faults {
      try $0.folder.write("", to: "ekspor/kirim.xml")
      try #require(truncate($0.folder.path(of: "ekspor/kirim.xml"), 3 << 30) == 0)
    }
    #expect(found.map(\.code) == ["berkas.terlalu-besar"])
  }

  @Test(arguments: [
    ("kalender/x.YAML", "kalender.akhiran-lain"), ("kalender/x.yaml.bak", "kalender.tidak-dibaca"),
    ("kalender/2026/x.yaml", "kalender.tidak-dibaca"),
    ("kalender/libur/2026.YML", "kalender.akhiran-lain"),
    ("kalender/libur/2031.YML", "libur.bukan-tahun"),
    ("kalender/iku/x.Yaml", "kalender.akhiran-lain"),
    ("kalender/iku/dalam/x.yaml", "iku.berkas-tidak-dibaca"),
    ("kalender/iku/x.txt", "iku.berkas-tidak-dibaca"),
    ("buku/63.05.12/2026.CSV", "buku.asing"),
  ])
  func `what looks like a file of the workspace and is not read is told`(
    _ name: String, _ code: String
  ) throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("x", to: name)
    let found = try founded.inspect().values.joined()
    #expect(found.count { $0.code == code } == 1)
  }

  @Test func `what one folder hides does not hide what the others show`() throws {
    var calls = SystemCalls.live
    let list = calls.list
    calls.list = { (path) throws(Errno) in
      if path.path.string.hasSuffix("/dokumen/tertutup") { throw .permissionDenied }
      return try list(path)
    }
    let founded = try FoundedWorkspace()
    try founded.folder.write("x", to: "dokumen/tertutup/a.pdf")
    try founded.folder.write("x", to: "dokumen/terbuka/b.pdf")
    let found = try #require(
      try founded.inspect(["bukti"], files: FileSystem(calls: calls))["bukti"])
    #expect(found.map(\.place.file) == ["dokumen/tertutup", "dokumen/terbuka/b.pdf"])
  }
}
