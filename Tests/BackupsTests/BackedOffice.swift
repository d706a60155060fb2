import Backups
import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A workspace with rows, evidence and secrets, and a folder for its backups.
struct BackedOffice {
  let founded: FoundedWorkspace
  /// The folder that holds the folder for backups and what is brought back.
  let outside: TemporaryFolder

  static let instant = "2026-03-02T09:00:00+08:00"

  var target: FilePath { FilePath(outside.path(of: "cadangan")) }

  init() throws {
    founded = try FoundedWorkspace()
    outside = try TemporaryFolder()
    try FileSystem.live.createFolder(target)
    let evidence = FilePath(try outside.write("%PDF-bukti\n", to: "bukti.pdf"))
    let kept = try LedgerStore(folder: founded.path).storeEvidence(
      evidence, for: region("63.05.12"), year: 2026)
    var entry = try FoundedWorkspace.entry(.submitted, "LKIP", "2025", "2026-02-27")
    (entry.file, entry.sha256) = (kept.path, kept.sha256)
    try founded.append(
      [entry, FoundedWorkspace.entry(.submitted, "RFK", "2025-TW4", "2026-02-27")],
      at: "2026-02-27T09:00:00+08:00")
    try founded.folder.write("jam,\n", to: "pengingat/2026.csv")
    try founded.folder.write("kunci\n", to: "rahasia/bot.txt", permissions: 0o600)
    try founded.folder.write("rencana\n", to: "kotak-masuk/surat biasa.txt")
  }

  func source(_ files: FileSystem = .live) throws -> BackupSource {
    try BackupSource(founded.path, named: founded.path, files: files)
  }

  /// Makes a backup.
  @discardableResult
  func back(
    keeping count: Int? = nil, at instant: String = instant, files: FileSystem = .live,
    to target: FilePath? = nil, waiting patience: Duration = .seconds(10)
  ) throws -> BackupRun.Outcome {
    try BackupRun(
      of: try source(files), to: target ?? self.target, recordedAs: target ?? self.target,
      keeping: count, at: try #require(ClockReading(instant)), program: "1.0.0", waiting: patience
    ).run()
  }

  /// Brings one back.
  func restore(
    _ backup: FilePath, to name: String = "pulihan", original: FilePath? = nil,
    files: FileSystem = .live
  ) throws -> Restoration.Outcome {
    let today = try day("2026-03-02")
    return try Restoration(
      of: backup, to: FilePath(outside.path(of: name)), original: original, data: founded.data,
      files: files
    ) { _ in today }.run()
  }

  /// The names in the folder for backups, those of a run that was cut short too.
  func names() throws -> [String] { try FileSystem.live.names(in: target).map(\.string) }

  /// The files of a folder with their bytes.
  static func contents(of folder: FilePath) throws -> [String: [UInt8]] {
    let files = FileSystem.live.walk(folder).found
    return Dictionary(
      uniqueKeysWithValues: try files.map { path in
        (path.string, try #require(try FileSystem.live.read(folder.pushing(path))))
      })
  }
}
