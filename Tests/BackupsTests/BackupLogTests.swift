import Backups
import ComplianceModel
import DurableFiles
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `The record of backups` {
  private let office: BackedOffice

  init() throws { office = try BackedOffice() }

  private static let header = "waktu,tujuan,nama,berkas,byte,baris,hasil,catatan\n"
  private static let row = "2026-03-01T09:00:00+08:00,/usb,cadangan-1,3,40,2,terbukti,\n"

  private func read(_ text: String) throws -> (entries: [BackupLog.Entry], findings: [Finding]) {
    try office.founded.folder.write(text, to: Workspace.backupFile)
    return try BackupLog(workspace: office.founded.path).read()
  }

  @Test func `is empty where there is none, and grows by a row a backup`() throws {
    #expect(try BackupLog(workspace: office.founded.path).read().entries == [])
    try office.back()
    try office.back(at: "2026-03-03T09:00:00+08:00")
    let text = try office.founded.folder.text(of: Workspace.backupFile)
    #expect(text.hasPrefix(Self.header))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test func `is read around a line that is damaged, and without one that is torn`() throws {
    let (entries, findings) = try read(
      Self.header + Self.row + "rusak\n\"\n" + Self.row.replacing("terbukti", with: "entah")
        + Self.row + "2026-03-0")
    #expect(entries.count == 2)
    #expect(findings.map(\.place.line) == [3, 4, 5])
    #expect(findings.allSatisfy { $0.code == BackupProblem.damagedRecord.rawValue })
    // The next row sets the torn one aside.
    try office.back()
    #expect(try BackupLog(workspace: office.founded.path).read().entries.count == 3)
    #expect(office.founded.folder.holds("cadangan.csv.sisa-1"))
  }

  @Test func `of a later program or of another table is neither read nor added to`() throws {
    let newer = Self.header.replacing("catatan", with: "catatan,lokasi") + Self.row
    for (text, code) in [
      (newer, BackupProblem.newerRecord), ("a,b\n1,2\n", .damagedRecord),
    ] {
      let (entries, findings) = try read(text)
      #expect(entries == [])
      #expect(findings.map(\.code) == [code.rawValue])
      #expect(findings[0].place.line == 1)
      let outcome = try office.back()
      #expect(outcome.isProved)
      #expect(outcome.findings.map(\.code) == [BackupProblem.unrecorded.rawValue])
      #expect(try office.founded.folder.text(of: Workspace.backupFile) == text)
    }
  }

  @Test func `keeps no line break of a reason`() throws {
    let target = FilePath(office.outside.path(of: "a\nb"))
    try FileSystem.live.createFolder(target)
    try office.back(to: target)
    let entries = try BackupLog(workspace: office.founded.path).read().entries
    #expect(entries.map(\.target) == [target.string.replacing("\n", with: " ")])
  }
}
