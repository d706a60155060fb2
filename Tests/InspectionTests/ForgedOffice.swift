import CivilCalendar
import ComplianceModel
import DurableFiles
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A workspace of two kecamatan with twelve rows and evidence, for tests that tamper with it.
struct ForgedOffice {
  let founded: FoundedWorkspace

  static let other = "63.05.05"
  static let names = ["buku/63.05.12/2025.csv", "buku/63.05.12/2026.csv", "buku/63.05.05/2026.csv"]

  init() throws {
    founded = try FoundedWorkspace()
    let table = try founded.folder.text(of: "wilayah.csv")
    try founded.folder.write(
      table + "63.05.05,Candi Laras Selatan\n63.05.05.2001,Candi Laras\n", to: "wilayah.csv")
    try ForgedOffice.record(in: founded.path, folder: founded.folder)
  }

  /// No test here cuts the power, and waiting for the disk would take most of the time.
  private static var unsynced: FileSystem {
    var calls = SystemCalls.live
    calls.sync = { _ in }
    calls.syncData = { _ in }
    return FileSystem(calls: calls)
  }

  /// Records the twelve rows; one of them may be left out or say something else.
  static func record(
    in path: FilePath, folder: TemporaryFolder,
    changing: (Int, inout LedgerEntry) -> Void = { _, _ in }
  ) throws {
    let store = LedgerStore(folder: path, files: unsynced)
    for number in 1...12 {
      let isEarly = number <= 4
      let code = try region(number > 9 ? other : "63.05.12")
      let year = isEarly ? 2025 : 2026
      let date = "\(year)-02-\(number + 10)"
      let letter = try folder.writeFile(
        "%PDF-1.4 surat \(code) \(number % 3)\n", to: "kiriman/\(number).pdf")
      let stored = try store.storeEvidence(letter, for: code, year: year)
      var entry = LedgerEntry(
        kind: .submitted, unit: code, subject: "RFK", period: "\(year - 1)-TW4",
        date: try day(date), received: try day(date), file: stored.path, sha256: stored.sha256,
        note: "[\(number).pdf]", recorder: "operator")
      changing(number, &entry)
      try store.append(
        [entry], to: code, at: try #require(ClockReading("\(date)T09:00:00+08:00")))
    }
  }

  func text(_ name: String) throws -> String { try founded.folder.text(of: name) }

  /// The rows of a ledger, without the header.
  func lines(_ name: String) throws -> [String] {
    try text(name).split(separator: "\n").dropFirst().map(String.init)
  }

  func write(_ lines: [String], to name: String) throws {
    let header = try text(name).prefix { $0 != "\n" }
    try founded.folder.write("\(header)\n" + lines.map { $0 + "\n" }.joined(), to: name)
  }

  /// The faults of the checks that read ledgers and evidence, as `file:line`.
  func faults(_ checks: [String] = ["buku", "bukti"]) throws -> [String] {
    let found = try founded.inspect(checks)
    return checks.flatMap { found[$0] ?? [] }.filter { $0.severity == .fault }.map {
      "\($0.place.file):\($0.place.line)"
    }
  }

  /// What an export made now would say of the ledgers.
  func marks() throws -> [LedgerMark] {
    try ForgedOffice.names.map { name in
      let rows = try lines(name)
      let chain = try #require(rows.last?.split(separator: ",").last)
      return try #require(
        LedgerMark(file: String(name.dropFirst(5)), rows: rows.count, chain: String(chain)))
    }
  }

  /// The faults against what an export said.
  func faults(against marks: [LedgerMark]) throws -> [Finding] {
    var stated = StatedMarks()
    stated.add(marks, from: "kirim.xml")
    return try stated.findings(in: LedgerStore(folder: founded.path))
  }

  /// A whole copy of the ledgers and the evidence.
  func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in founded.folder.files where !name.hasPrefix("kiriman/") {
      try copy.write(try founded.folder.bytes(of: name), to: name)
    }
    return copy
  }

  func compare(_ copy: TemporaryFolder) throws -> CopyComparison {
    try CopyComparison(of: founded.path, with: copy.filePath)
  }
}

extension CopyComparison {
  /// The faults as `file:line`, with the copy's files named as in a workspace.
  func faults(in copy: TemporaryFolder) -> [String] {
    findings.filter { $0.severity == .fault }.map {
      "\($0.place.file.replacing(copy.path + "/", with: "")):\($0.place.line)"
    }
  }
}

extension TemporaryFolder {
  func remove(_ name: String) throws { try FileSystem.live.remove(filePath.appending(name)) }
}
