import CivilCalendar
import ComplianceModel
import Deeds
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import Workspace

extension FuzzEntry {
  /// The importer: a table is looked at, taken in, and taken in once more.
  ///
  /// - Parameter bytes: The table.
  /// - Throws: ``Broken`` where faults lie outside the table, the ledger has faults afterwards, or a
  ///   second run adds a row.
  public static func table(_ bytes: [UInt8]) throws {
    let office = try Office.shared.get()
    try office.clear()
    let path = office.folder.appending("tabel.csv")
    try FileSystem.live.replaceAtomically(path, with: bytes)
    let previewed: TableImport.Outcome
    do {
      var table = try office.table(path)
      previewed = try table.preview()
    } catch WorkspaceFailure.data(let findings) {
      try holdPlaces(findings, in: bytes)
      return
    }
    try holdPlaces(previewed.findings, in: bytes)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    let rows = previewed.counts.reduce(previewed.faultyRows) { $0 + $1.new + $1.known }
    try hold(rows <= lines, "\(rows) rows on \(lines) lines")

    let recorded = try office.record(path)
    try hold(recorded.counts == previewed.counts, "the preview told of other rows")
    let new = recorded.counts.reduce(0) { $0 + $1.new }
    var codes = CodeTable()
    let ledger = try LedgerStore(folder: office.folder).read(
      office.kecamatan, year: office.today.year, codes: &codes)
    try hold(ledger?.findings.isEmpty ?? true, "the ledger has faults")
    try hold((ledger?.rowCount ?? 0) == new, "\(new) rows were told of")
    let again = try office.record(path)
    try hold(again.counts.allSatisfy { $0.new == 0 }, "a second run added rows")
  }

  /// One workspace for all inputs; its ledger is removed before each.
  private struct Office {
    let folder: FilePath
    let workspace: Workspace
    let kecamatan: RegionCode
    let today: CivilDate

    static let shared = Result { try Office() }

    /// A folder in memory, where there is one: every input is written and synced.
    private static let path = {
      let memory = "/dev/shm"
      let place =
        FileManager.default.isWritableFile(atPath: memory)
        ? memory : FileManager.default.temporaryDirectory.path
      return "\(place)/tenggat-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    }()

    private init() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      let data = try ProgramData(override: root.path, executable: "/none/tenggat")
      folder = FilePath(Office.path)
      atexit { try? FileManager.default.removeItem(atPath: Office.path) }
      try WorkspaceFounding("63.05.12", data: data).found(in: folder)
      workspace = try Workspace(folder, data: data)
      guard let kecamatan = workspace.kecamatan.first?.code else {
        throw Broken(description: "a workspace without a kecamatan")
      }
      self.kecamatan = kecamatan
      today = try CivilDate("2026-03-30")
    }

    func clear() throws {
      try FileSystem.live.remove(
        folder.appending("buku").appending("\(kecamatan)").appending("\(today.year).csv"))
    }

    func table(_ path: FilePath) throws -> TableImport {
      try TableImport(
        TableImport.Request(
          table: path, name: "tabel.csv", reason: nil, skipsFaulty: true, recorder: "fuzz"),
        workspace, today: today)
    }

    func record(_ path: FilePath) throws -> TableImport.Outcome {
      var table = try table(path)
      return try table.record(
        at: ClockReading(date: today, secondOfDay: 36_000, secondsFromUTC: 28_800))
    }
  }
}
