import Backups
import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `A backup that is brought back` {
  private let office: BackedOffice

  init() throws { office = try BackedOffice() }

  @Test func `is the workspace again, and answers every question as it did`() throws {
    let before = try BackedOffice.contents(of: office.founded.path)
    let backup = try office.back()
    let outcome = try office.restore(backup.path)
    #expect(outcome.findings.map(\.what) == [])
    #expect(outcome.isProved)
    // Six tables of 2026, the history once.
    #expect(outcome.questions == 6)
    #expect(outcome.original == office.founded.path)
    #expect(try BackedOffice.contents(of: FilePath(office.outside.path(of: "pulihan"))) == before)
    let state = try FileSystem.live.state(of: FilePath(office.outside.path(of: "pulihan")))
    #expect(state?.permissions == .ownerReadWriteExecute)
  }

  @Test func `says which rows came later, and that they are no fault`() throws {
    let backup = try office.back()
    try office.founded.append(
      [FoundedWorkspace.entry(.submitted, "LKAT", "2025", "2026-03-02")],
      at: "2026-03-02T10:00:00+08:00")
    let outcome = try office.restore(backup.path)
    #expect(outcome.isProved)
    #expect(outcome.findings.map(\.code) == [BackupProblem.laterRows.rawValue])
    #expect(outcome.findings[0].what.hasPrefix("bertambah 1 baris"))
    #expect(outcome.findings[0].severity == .remark)
  }

  @Test func `does not need the workspace that it was made of`() throws {
    let backup = try office.back()
    try FileManager.default.removeItem(atPath: office.founded.path.appending("kantor.yaml").string)
    let outcome = try office.restore(backup.path)
    #expect(outcome.isProved && outcome.original == nil)
    #expect(throws: WorkspaceFailure.self) {
      try office.restore(backup.path, to: "lain", original: office.founded.path)
    }
  }

  @Test func `tells of every file that is damaged, missing or more, and is there all the same`()
    throws
  {
    let backup = try office.back().path
    func path(_ name: String) -> String { backup.pushing(FilePath(name)).string }
    try Data("kunci lain\n".utf8).write(to: URL(fileURLWithPath: path("rahasia/bot.txt")))
    try FileManager.default.removeItem(atPath: path("kotak-masuk/surat biasa.txt"))
    try Data("x".utf8).write(to: URL(fileURLWithPath: path("ekspor/baru.txt")))
    let outcome = try office.restore(backup)
    #expect(!outcome.isProved)
    let told = outcome.findings.map { "\($0.code) \($0.place.file.dropFirst(backup.string.count))" }
    #expect(
      told == [
        "cadangan.berkas-hilang /kotak-masuk/surat biasa.txt",
        "cadangan.berkas-rusak /rahasia/bot.txt", "cadangan.berkas-lebih /ekspor/baru.txt",
      ])
    #expect(office.outside.holds("pulihan/kantor.yaml"))
  }

  @Test func `whose list was changed proves nothing`() throws {
    let backup = try office.back().path
    let list = backup.appending(FileList.name)
    let text = String(decoding: try #require(try FileSystem.live.read(list)), as: UTF8.self)
    for other in [text.replacing("0", with: "1"), "bukan daftar\n", nil] {
      try? FileManager.default.removeItem(atPath: list.string)
      if let other { try Data(other.utf8).write(to: URL(fileURLWithPath: list.string)) }
      let outcome = try office.restore(backup)
      #expect(outcome.findings.map(\.code) == [BackupProblem.damagedList.rawValue])
      #expect(!outcome.isProved)
      try FileManager.default.removeItem(atPath: office.outside.path(of: "pulihan"))
    }
  }

  @Test func `of a damaged workspace is told to be so`() throws {
    try office.founded.change("buku/63.05.12/2026.csv", "RFK", to: "XFK")
    let outcome = try office.restore(try office.back().path)
    let codes = Set(outcome.findings.map(\.code))
    #expect(codes.isSuperset(of: [BackupProblem.unproved.rawValue, "buku.rantai-putus"]))
    #expect(!outcome.isProved)
  }

  // MARK: - Refusals

  @Test func `goes into no folder that holds anything, and not into itself`() throws {
    let backup = try office.back().path
    func refused(_ name: String, _ refusal: BackupRefusal) {
      #expect(throws: refusal) { try office.restore(backup, to: name) }
    }
    try office.outside.write("x", to: "terisi/berkas")
    try office.outside.write("x", to: "berkas")
    refused("terisi", .taken(FilePath(office.outside.path(of: "terisi"))))
    refused("berkas", .taken(FilePath(office.outside.path(of: "berkas"))))
    let inside = "cadangan/\(backup.lastComponent?.string ?? "")/dalam"
    refused(inside, .insideBackup(FilePath(office.outside.path(of: inside))))
    let today = try day("2026-03-02")
    #expect(throws: WorkspaceFailure.self) {
      try Restoration(
        of: backup, to: office.founded.path.pushing("buku/pulihan"), data: office.founded.data
      ) { _ in today }.run()
    }
    // An empty folder, and one whose way is yet to be made.
    try FileSystem.live.createFolder(FilePath(office.outside.path(of: "kosong")))
    #expect(try office.restore(backup, to: "kosong").isProved)
    #expect(try office.restore(backup, to: "a/b/c").isProved)
    #expect(office.outside.files.allSatisfy { !$0.contains("pulihan-") })
  }

  @Test func `is one that this program made and finished, in a form that it knows`() throws {
    let backup = try office.back().path
    let none = FilePath(office.outside.path(of: "tidak-ada"))
    #expect(throws: BackupRefusal.noBackup(none)) { try office.restore(none) }
    #expect(throws: BackupRefusal.noBackup(office.target)) { try office.restore(office.target) }
    let file = backup.appending(BackupStamp.fileName)
    let stamp = String(decoding: try #require(try FileSystem.live.read(file)), as: UTF8.self)
    for (text, refusal) in [
      (
        stamp.replacing("\"versi\" : 1", with: "\"versi\" : 2"),
        BackupRefusal.newer(backup, form: 2)
      ),
      (stamp.replacing("\"versi\" : 1", with: "\"versi\" : 0"), .noBackup(backup)),
      (stamp.replacing("cadangan-tenggat", with: "lain"), .noBackup(backup)),
      (String(stamp.dropLast(4)), .noBackup(backup)),
      (stamp.replacing(#/"isi" : \{[^}]*\}/#, with: "\"isi\" : null"), .unfinished(backup)),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file.string))
      #expect(throws: refusal) { try office.restore(backup) }
    }
    #expect(!office.outside.holds("pulihan"))
  }

  @Test(arguments: [FileFailure.Operation.write, .create, .rename, .makeFolder])
  func `that fails at any step leaves nothing`(_ operation: FileFailure.Operation) throws {
    let backup = try office.back().path
    var number = 1
    while true {
      defer { number += 1 }
      let sabotage = Sabotage(number, of: operation, with: .noSpace)
      let outcome = try? office.restore(backup, files: sabotage.files)
      #expect(office.outside.holds("pulihan") == (outcome != nil))
      #expect(office.outside.files.allSatisfy { !$0.contains("pulihan-") })
      try? FileManager.default.removeItem(atPath: office.outside.path(of: "pulihan"))
      guard sabotage.happened else { break }
    }
    #expect(number > 2)
  }
}
