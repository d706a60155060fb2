import Answers
import Backups
import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `A backup` {
  private let office: BackedOffice

  init() throws { office = try BackedOffice() }

  private func link(_ place: FilePath, to target: FilePath) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.string, withDestinationPath: target.string)
  }

  @Test func `holds every file of the workspace, is proved, and is its owner's alone`() throws {
    let before = try BackedOffice.contents(of: office.founded.path)
    let outcome = try office.back()
    #expect(outcome.findings.map(\.what) == [])
    #expect(outcome.isProved && outcome.isFaithful)
    #expect(outcome.path == office.target.appending("cadangan-63.05.12-2026-03-02-090000"))
    #expect(outcome.secrets == ["rahasia/"])
    #expect(outcome.stamp.contents?.files == before.count)
    #expect(outcome.stamp.contents?.rows == 2)
    #expect(outcome.stamp.contents?.bytes == before.values.reduce(0) { $0 + Int64($1.count) })
    var copied = try BackedOffice.contents(of: outcome.path)
    #expect(copied.removeValue(forKey: BackupStamp.fileName) != nil)
    #expect(copied.removeValue(forKey: FileList.name) != nil)
    #expect(copied == before)
    for name in ["rahasia/bot.txt", "buku/63.05.12/2026.csv", BackupStamp.fileName] {
      let state = try #require(try FileSystem.live.state(of: outcome.path.pushing(FilePath(name))))
      #expect(state.permissions == .ownerReadWrite, "\(name)")
    }
    let state = try #require(try FileSystem.live.state(of: outcome.path))
    #expect(state.permissions == .ownerReadWriteExecute)
    // Folders in which nothing lies are part of a workspace too.
    #expect(try FileSystem.live.state(of: outcome.path.appending("ekspor"))?.kind == .folder)
  }

  @Test func `can be held against its list by any computer`() async throws {
    try office.founded.folder.write("x", to: "ekspor/nama\\aneh\n2.txt")
    let outcome = try office.back()
    let run = try await ProgramRun.run(
      "/usr/bin/sha256sum", ["--check", "--strict", "--quiet", FileList.name],
      in: outcome.path.string)
    #expect(run.exitCode == 0, "\(run.errorText)\(run.outputText)")
    let list = try String(
      decoding: #require(try FileSystem.live.read(outcome.path.appending(FileList.name))),
      as: UTF8.self)
    #expect(list.contains("\\") && list.hasSuffix("\n"))
  }

  @Test func `is recorded in the workspace, also where it was not made`() throws {
    try office.back()
    #expect(throws: FileFailure.self) {
      try office.back(
        at: "2026-03-03T09:00:00+08:00", files: Sabotage(1, of: .makeFolder, with: .noSpace).files)
    }
    let (entries, findings) = try BackupLog(workspace: office.founded.path).read()
    #expect(findings == [])
    #expect(entries.map(\.result) == [.proved, .failed])
    #expect(entries[0].rows == 2)
    #expect(entries[0].name == "cadangan-63.05.12-2026-03-02-090000")
    #expect(entries[1].note.contains("penyimpanan penuh"))
  }

  @Test func `of a damaged ledger is made, is the same, and is not proved`() throws {
    try office.founded.change("buku/63.05.12/2026.csv", "RFK", to: "XFK")
    let outcome = try office.back()
    #expect(!outcome.isProved && outcome.isFaithful)
    #expect(outcome.findings.contains { $0.code == "buku.rantai-putus" })
    #expect(
      try BackedOffice.contents(of: outcome.path)["buku/63.05.12/2026.csv"]
        == office.founded.folder.bytes(of: "buku/63.05.12/2026.csv"))
    #expect(
      try BackupLog(workspace: office.founded.path).read().entries.map(\.result) == [.unproved])
  }

  @Test func `without settings that can be relied on is made all the same`() throws {
    try office.founded.folder.write("zona: [\n", to: "kantor.yaml")
    try office.founded.folder.write("kode\n", to: "wilayah.csv")
    let outcome = try office.back()
    #expect(outcome.isProved, "\(outcome.findings)")
    #expect(outcome.stamp.kecamatan.map(\.description) == ["63.05.12"])
  }

  @Test func `of a file that may not be read is made without it, and is not proved`() throws {
    try #require(
      chmod(office.founded.folder.path(of: "kotak-masuk/surat biasa.txt"), 0) == 0)
    // Root may read everything.
    guard getuid() != 0 else {
      let pipe = office.founded.folder.path(of: "kotak-masuk/pipa")
      #expect(mkfifo(pipe, 0o600) == 0)
      let outcome = try office.back()
      #expect(outcome.isProved)
      #expect(outcome.findings.map(\.code) == [BackupProblem.noFile.rawValue])
      return
    }
    let outcome = try office.back()
    #expect(!outcome.isProved && !outcome.isFaithful)
    #expect(outcome.findings.map(\.code) == [BackupProblem.unreadable.rawValue])
  }

  @Test func `follows the links of the office, and no circle`() throws {
    let elsewhere = FilePath(office.outside.path(of: "disk-lain"))
    try FileSystem.live.createFolder(elsewhere)
    let documents = office.founded.path.appending("dokumen")
    try FileManager.default.removeItem(atPath: documents.string)
    try link(documents, to: elsewhere)
    try link(elsewhere.appending("ke-atas"), to: office.founded.path)
    try link(office.founded.path.appending("putus"), to: "/tidak/ada")
    let outcome = try office.back()
    let codes = outcome.findings.map(\.code)
    #expect(codes.contains(BackupProblem.folderInItself.rawValue))
    #expect(codes.contains(BackupProblem.danglingLink.rawValue))
    // The evidence is not on the other disk.
    #expect(codes.contains("bukti.hilang"))
    #expect(try FileSystem.live.state(of: outcome.path.appending("dokumen"))?.kind == .folder)
  }

  // MARK: - Where it may lie

  @Test func `lies nowhere in a workspace, and no workspace lies in its folder`() throws {
    let path = office.founded.path
    for name in ["", "ekspor", "buku", "kotak-masuk", "folder-sendiri"] {
      let target = name.isEmpty ? path : path.appending(name)
      try FileSystem.live.createFolder(target)
      #expect(throws: BackupRefusal.insideWorkspace(target)) { try office.back(to: target) }
    }
    let alias = FilePath(office.outside.path(of: "tautan"))
    try link(alias, to: path.appending("ekspor"))
    #expect(throws: BackupRefusal.insideWorkspace(alias)) { try office.back(to: alias) }
    let above = path.removingLastComponent()
    #expect(throws: BackupRefusal.aroundWorkspace(above)) { try office.back(to: above) }
    #expect(try office.names() == [])
    // What is refused is no backup that failed.
    #expect(try BackupLog(workspace: path).read().entries == [])
  }

  @Test func `a disk that is not connected is a backup that failed, and recorded`() throws {
    let missing = FilePath(office.outside.path(of: "tidak-ada"))
    #expect(throws: BackupRefusal.noTarget(missing)) { try office.back(to: missing) }
    #expect(try office.names() == [])
    let entries = try BackupLog(workspace: office.founded.path).read().entries
    #expect(entries.map(\.result) == [.failed])
    #expect(entries.map(\.note) == ["folder tujuan tidak ada"])
  }

  @Test func `goes into the folder that was looked at, whatever its name has become`() throws {
    // The folder is swapped for a link as soon as it was opened.
    let (target, other) = (office.target, FilePath(office.outside.path(of: "lain")))
    try FileSystem.live.createFolder(other)
    var calls = SystemCalls.live
    let makeFolder = calls.makeFolder
    calls.makeFolder = { (place, permissions) throws(Errno) in
      if place.folder != nil, rename(target.string, target.string + "-lama") == 0 {
        symlink(other.string, target.string)
      }
      try makeFolder(place, permissions)
    }
    let outcome = try office.back(files: FileSystem(calls: calls))
    #expect(!outcome.isProved)
    #expect(try FileSystem.live.names(in: other) == [])
    #expect(
      try FileSystem.live.names(in: FilePath(target.string + "-lama")).map(\.string).filter {
        // The lock went by the path.
        !$0.hasPrefix(FileSystem.temporaryPrefix)
      } == ["cadangan-63.05.12-2026-03-02-090000"])
  }

  @Test func `waits for another one, and is told to be tried again`() throws {
    let lock = try FileSystem.live.lockFolder(office.target, waiting: .zero)
    let failure = #expect(throws: FileFailure.self) { try office.back(waiting: .zero) }
    #expect(failure?.isLocked == true)
    _ = consume lock
    #expect(try office.names() == [])
    #expect(try office.back(waiting: .zero).isProved)
  }

  // MARK: - Failures

  @Test(arguments: [Errno.noSpace, .ioError, .readOnlyFileSystem])
  func `that fails at any write leaves nothing, and the older ones as they were`(
    _ errno: Errno
  ) throws {
    let old = try office.back()
    let before = try BackedOffice.contents(of: old.path)
    var number = 1
    var failed = 0
    while true {
      defer { number += 1 }
      let sabotage = Sabotage(number, of: .write, with: errno)
      do {
        let outcome = try office.back(at: "2026-03-03T09:00:00+08:00", files: sabotage.files)
        // Only what proves and records it comes after its name.
        #expect(try FileSystem.live.state(of: outcome.path)?.kind == .folder)
        try FileManager.default.removeItem(atPath: outcome.path.string)
      } catch {
        failed += 1
      }
      #expect(try office.names() == [old.path.lastComponent?.string])
      guard sabotage.happened else { break }
    }
    #expect(failed > 5)
    #expect(try BackedOffice.contents(of: old.path) == before)
  }

  @Test(arguments: [
    FileFailure.Operation.create, .sync, .rename, .makeFolder, .read, .list, .inspect, .open,
  ])
  func `that fails at any step is whole or not there`(
    _ operation: FileFailure.Operation
  ) throws {
    var number = 1
    while true {
      defer { number += operation == .inspect || operation == .open || operation == .read ? 7 : 1 }
      let sabotage = Sabotage(number, of: operation)
      let outcome = try? office.back(files: sabotage.files)
      let names = try office.names().filter { !$0.hasPrefix(FileSystem.temporaryPrefix) }
      #expect(names.count == (outcome == nil ? names.count : 1))
      for name in names {
        // Whatever has the name of a backup can be brought back.
        let restored = try office.restore(office.target.appending(name))
        #expect(
          !restored.findings.contains { $0.severity == .fault }
            || outcome?.isProved != true, "\(operation) \(number)")
        try FileManager.default.removeItem(atPath: office.outside.path(of: "pulihan"))
        try FileManager.default.removeItem(atPath: office.target.appending(name).string)
      }
      guard sabotage.happened else { break }
    }
  }

  @Test func `takes away what a killed one left, and nothing that is not its own`() throws {
    // As a kill leaves it: a stamp without contents, or one of another workspace.
    let whole = try office.back()
    let stamp = try String(
      decoding: #require(
        try FileSystem.live.read(whole.path.appending(BackupStamp.fileName))), as: UTF8.self)
    let own = ".tenggat-cadangan-mati"
    let foreign = ".tenggat-cadangan-lain"
    try office.outside.write(stamp, to: "cadangan/\(own)/\(BackupStamp.fileName)")
    try office.outside.write(
      stamp.replacing(office.founded.path.string, with: "/lain"),
      to: "cadangan/\(foreign)/\(BackupStamp.fileName)")
    try office.outside.write("x", to: "cadangan/.tenggat-cadangan-kosong/berkas")
    // Killed before it could say what it is.
    try office.outside.write("x", to: "cadangan/.tenggat-cadangan-baru/.tenggat-1")
    try office.back(at: "2026-03-03T09:00:00+08:00")
    #expect(
      try office.names() == [
        ".tenggat-cadangan-kosong", foreign, "cadangan-63.05.12-2026-03-02-090000",
        "cadangan-63.05.12-2026-03-03-090000",
      ])
  }
}
