import Backups
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Every problem of a backup has a bad example.
@Suite struct `Problems of backups` {
  @Test(arguments: BackupProblem.allCases)
  func `a backup has`(_ problem: BackupProblem) throws {
    let office = try BackedOffice()
    let found = try found(problem, office)
    expectListed(problem.rawValue, among: found)
    #expect(found.allSatisfy { !$0.what.isEmpty && !$0.what.hasSuffix(".") })
  }

  private func found(_ problem: BackupProblem, _ office: BackedOffice) throws -> [Finding] {
    let path = office.founded.folder.path
    switch problem {
    case .unreadable:
      // Longer than a file may be that is read at once: on the disk it is no more than its name.
      let ledger = "\(path)/buku/63.05.12/2024.csv"
      try Data().write(to: URL(fileURLWithPath: ledger))
      try #require(truncate(ledger, Limits.book + 1) == 0)
      return try office.back().findings
    case .unreadableName:
      let file = open("\(path)/ekspor/\u{1}".replacing("\u{1}", with: "a"), O_CREAT, 0o600)
      close(file)
      var name = Array("\(path)/ekspor/".utf8CString.dropLast())
      name += [CChar(bitPattern: 0xff), 0]
      try #require(rename("\(path)/ekspor/a", name) == 0)
      return try office.back().findings
    case .folderInItself:
      try link("\(path)/ekspor/putar", to: path)
      return try office.back().findings
    case .danglingLink:
      try link("\(path)/ekspor/putus", to: "/tidak/ada")
      return try office.back().findings
    case .noFile:
      try #require(mkfifo("\(path)/ekspor/pipa", 0o600) == 0)
      return try office.back().findings
    case .damagedFile, .missingFile, .surplusFile, .damagedList:
      return try restored(office) { backup in
        let file = backup.appending("wilayah.csv").string
        switch problem {
        case .missingFile: try FileManager.default.removeItem(atPath: file)
        case .surplusFile: try Data().write(to: URL(fileURLWithPath: file + ".baru"))
        case .damagedList:
          try FileManager.default.removeItem(atPath: backup.appending(FileList.name).string)
        default:
          let text = try String(contentsOfFile: file, encoding: .utf8)
          try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: file))
        }
      }
    case .unproved:
      try office.founded.change("buku/63.05.12/2026.csv", "RFK", to: "XFK")
      return try restored(office) { _ in }
    case .replacedFolder:
      return try swapped(office).findings
    case .exposed:
      var calls = SystemCalls.live
      let inspectPath = calls.inspectPath
      // As a stick without permissions shows every file.
      calls.inspectPath = { (place, follows) throws(Errno) in
        var stat = try inspectPath(place, follows)
        if place.path.lastComponent?.string == BackupStamp.fileName {
          stat.rawValue.st_mode |= 0o077
        }
        return stat
      }
      return try office.back(files: FileSystem(calls: calls)).findings
    case .answersDiffer: return try answersDiffering(office)
    case .laterRows:
      return try restored(office) { _ in
        try office.founded.append(
          [FoundedWorkspace.entry(.submitted, "LKAT", "2025", "2026-03-02")],
          at: "2026-03-02T10:00:00+08:00")
      }
    case .unremoved:
      try office.back()
      let later = Sabotage(1, of: .remove)
      return try office.back(
        keeping: 1, at: "2026-03-03T09:00:00+08:00", files: later.files
      ).findings
    case .damagedRecord, .newerRecord, .unrecorded:
      let header = "waktu,tujuan,nama,berkas,byte,baris,hasil,catatan"
      try office.founded.folder.write(
        problem == .damagedRecord ? "\(header)\nx\n" : "\(header),y\n", to: Workspace.backupFile)
      return problem == .unrecorded
        ? try office.back().findings : try BackupLog(workspace: office.founded.path).read().findings
    }
  }

  private func link(_ place: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
  }

  private func restored(
    _ office: BackedOffice, _ change: (FilePath) throws -> Void
  ) throws -> [Finding] {
    let backup = try office.back().path
    try change(backup)
    return try office.restore(backup).findings
  }

  /// The folder for backups is another one by the time that the proof goes by its path.
  private func swapped(_ office: BackedOffice) throws -> BackupRun.Outcome {
    let target = office.target.string
    var calls = SystemCalls.live
    let rename = calls.rename
    calls.rename = { (old, new, replaces) throws(Errno) in
      try rename(old, new, replaces)
      guard let name = new.path.lastComponent?.string, name.hasPrefix("cadangan-") else { return }
      guard Foundation.rename(target, target + "-lama") == 0 else { return }
      try? FileManager.default.copyItem(atPath: target + "-lama", toPath: target)
    }
    return try office.back(files: FileSystem(calls: calls))
  }

  /// The rules change between the answers of the backup and those of what was brought back.
  private func answersDiffering(_ office: BackedOffice) throws -> [Finding] {
    let backup = try office.back().path
    let restored = office.outside.path(of: "pulihan")
    var calls = SystemCalls.live
    let open = calls.open
    calls.open = { (place, access, options, permissions) throws(Errno) in
      // Whoever reads the ledger of the backup a second time finds it a row shorter.
      if place.path.string == "\(restored)/kantor.yaml", access == .readOnly {
        let ledger = "\(restored)/buku/63.05.12/2026.csv"
        if let text = try? String(contentsOfFile: ledger, encoding: .utf8) {
          let lines = text.split(separator: "\n").prefix(2)
          try? Data((lines.joined(separator: "\n") + "\n").utf8).write(
            to: URL(fileURLWithPath: ledger))
        }
      }
      return try open(place, access, options, permissions)
    }
    return try office.restore(backup, files: FileSystem(calls: calls)).findings
  }
}
