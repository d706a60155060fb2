import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// What lies where a file should be.
enum UnreadableThing: String, CaseIterable, Sendable {
  case folder, danglingLink, circle, pipe, large

  /// The name of the fault that it is.
  var code: String { self == .large ? "berkas.terlalu-besar" : "berkas.tidak-terbaca" }

  /// Puts it under a path.
  func put(at path: String) throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: path)
    let folder = (path as NSString).deletingLastPathComponent
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    switch self {
    case .folder: try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .danglingLink:
      try manager.createSymbolicLink(atPath: path, withDestinationPath: "\(path).tidak-ada")
    case .circle: try manager.createSymbolicLink(atPath: path, withDestinationPath: path)
    case .pipe: try #require(mkfifo(path, 0o600) == 0)
    case .large:
      try #require(manager.createFile(atPath: path, contents: nil))
      // A sparse file: 64 GB of nothing.
      try #require(truncate(path, 64 << 30) == 0)
    }
  }
}

/// What has the name of a file and cannot be read is a fault of that file, and nothing is read in its place.
@Suite struct `Files that cannot be read` {
  private static let names = [
    "kantor.yaml", "wilayah.csv", "kalender/x.yaml", "kalender/x.yml", "kalender/libur/2026.yaml",
    "kalender/iku/tapin-hatungun-2021.yaml",
  ]

  /// What opening a workspace, its calendar, its holidays and its registers ends with.
  private func findings(
    _ founded: FoundedWorkspace, files: FileSystem = .live
  ) throws -> [Finding] {
    do {
      let workspace = try Workspace(founded.path, data: founded.data, files: files)
      var desk = try workspace.desk(of: try #require(workspace.kecamatan.first))
      _ = try workspace.workingDays(in: 2026...2026)
      _ = try desk.registers()
      return []
    } catch WorkspaceFailure.configuration(let findings) {
      return findings
    } catch WorkspaceFailure.data(let findings) {
      return findings
    }
  }

  @Test(arguments: names, UnreadableThing.allCases)
  func `a thing that is no readable file is told at its place`(
    _ name: String, _ thing: UnreadableThing
  ) throws {
    let founded = try FoundedWorkspace()
    try thing.put(at: founded.folder.path(of: name))
    let found = try findings(founded)
    #expect(found.map(\.code) == [thing.code])
    #expect(found.map(\.place.file) == [name])
  }

  @Test(
    arguments: ["kalender", "kalender/libur", "kalender/iku"],
    [UnreadableThing.danglingLink, .circle, .pipe])
  func `a thing that is no folder is told at its place`(_ name: String, _ thing: UnreadableThing)
    throws
  {
    let founded = try FoundedWorkspace()
    try thing.put(at: founded.folder.path(of: name))
    let found = try findings(founded)
    #expect(!found.isEmpty && found.allSatisfy { $0.code == "berkas.tidak-terbaca" })
    #expect(Set(found.map(\.place.file)) == [name])
  }

  /// A file system that refuses to open one path.
  private func files(refusing name: String, with errno: Errno) -> FileSystem {
    var calls = SystemCalls.live
    let (open, list) = (calls.open, calls.list)
    calls.open = { (place, access, options, permissions) throws(Errno) in
      if place.path.string.hasSuffix(name) { throw errno }
      return try open(place, access, options, permissions)
    }
    calls.list = { (place) throws(Errno) in
      if place.path.string.hasSuffix(name) { throw errno }
      return try list(place)
    }
    return FileSystem(calls: calls)
  }

  @Test(
    arguments: names + ["/kalender", "kalender/libur", "kalender/iku"],
    [Errno.permissionDenied, .tooManySymbolicLinkLevels, .notDirectory])
  func `what the kernel does not let be read is told at its place`(
    _ name: String, _ errno: Errno
  ) throws {
    let founded = try FoundedWorkspace()
    if name.contains(".") {
      try founded.folder.write("x", to: name == "kantor.yaml" ? "lain.yaml" : name)
    }
    let found = try findings(founded, files: files(refusing: name, with: errno))
    #expect(found.map(\.code).contains("berkas.tidak-terbaca"))
    #expect(found.map(\.place.file).contains(name.hasPrefix("/") ? "kalender" : name))
  }

  @Test func `a disk that fails is no fault of a file`() throws {
    let founded = try FoundedWorkspace()
    #expect(throws: WorkspaceFailure.self) {
      try findings(founded, files: files(refusing: "kantor.yaml", with: .ioError))
    }
  }

  @Test(arguments: [
    ("kalender/lokal.YAML", "kalender.akhiran-lain"),
    ("kalender/lokal.Yml", "kalender.akhiran-lain"),
    ("kalender/libur/2026.YAML", "kalender.akhiran-lain"),
    ("kalender/iku/tapin-hatungun-2021.YML", "kalender.akhiran-lain"),
  ])
  func `a file whose ending is written in another way is not passed over`(
    _ name: String, _ code: String
  ) throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("kalender: lokal\n", to: name)
    let found = try findings(founded)
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.place.file) == [name])
  }

  @Test func `a name that is no text is read by its bytes`() throws {
    let founded = try FoundedWorkspace()
    let folder = founded.folder.path(of: "kalender")
    let bytes = Array("\(folder)/x".utf8) + [0xFF] + Array(".yaml\0".utf8)
    let file = bytes.withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map {
        Glibc.open($0, O_CREAT | O_WRONLY, 0o600)
      }
    }
    let descriptor = try #require(file)
    try #require(descriptor >= 0)
    close(descriptor)
    // An empty calendar is one with a fault; a file that is not found would be none.
    #expect(try findings(founded).map(\.code) == ["kalender.berkas-kosong"])
  }

  @Test func `all files that cannot be read are told at once`() throws {
    let founded = try FoundedWorkspace()
    for name in ["kalender/a.yaml", "kalender/b.yaml"] {
      try UnreadableThing.folder.put(at: founded.folder.path(of: name))
    }
    #expect(try findings(founded).map(\.place.file) == ["kalender/a.yaml", "kalender/b.yaml"])
  }

  @Test func `a workspace whose office file cannot be read is not passed over for one above it`()
    throws
  {
    let outer = try FoundedWorkspace()
    let inner = outer.folder.path(of: "dalam")
    try UnreadableThing.danglingLink.put(at: "\(inner)/kantor.yaml")
    #expect(try Workspace.find(from: FilePath(inner), trusting: .everybody) == FilePath(inner))
    #expect(throws: WorkspaceFailure.self) { try Workspace(FilePath(inner), data: outer.data) }
  }

  @Test func `no workspace is founded over a name that leads nowhere`() throws {
    let founded = try FoundedWorkspace()
    let folder = try TemporaryFolder()
    try UnreadableThing.danglingLink.put(at: folder.path(of: "kantor.yaml"))
    let founding = try WorkspaceFounding("63.05.12", data: founded.data, regionTable: nil)
    #expect(throws: WorkspaceFailure.self) { try founding.found(in: FilePath(folder.path)) }
  }
}
