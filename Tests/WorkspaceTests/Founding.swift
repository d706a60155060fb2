import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A workspace in a folder of its own, with what a test puts into it.
struct FoundedWorkspace {
  let folder: TemporaryFolder
  let data: ProgramData

  /// The data that the repository ships.
  static func shippedData() throws -> ProgramData {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ProgramData(override: root.path, executable: "/none/tenggat")
  }

  /// Founds a workspace for one of the four kecamatan, or from a table of regions.
  init(_ code: String = "63.05.12", table: String? = nil) throws {
    folder = try TemporaryFolder()
    data = try FoundedWorkspace.shippedData()
    var path: FilePath?
    let tableFolder = try TemporaryFolder()
    if let table { path = FilePath(try tableFolder.write(table, to: "tabel.csv")) }
    try WorkspaceFounding(code, data: data, regionTable: path).found(in: FilePath(folder.path))
  }

  var path: FilePath { FilePath(folder.path) }

  func open() throws -> Workspace { try Workspace(path, data: data) }

  /// The desk of the only kecamatan.
  func desk(knownThrough: CivilDate? = nil) throws -> Desk {
    let workspace = try open()
    return try workspace.desk(
      of: try #require(workspace.kecamatan.first), knownThrough: knownThrough)
  }

  /// Runs every check and gives what it found, by check.
  func inspect(on today: String = "2026-03-02") throws -> [Inspection.Check: [Finding]] {
    let today = try day(today)
    let inspection = try Inspection(path, data: data, readMarks: FoundedWorkspace.marks) { _ in
      today
    }
    return try Dictionary(
      uniqueKeysWithValues: Inspection.Check.allCases.map { ($0, try inspection.run($0)) })
  }

  /// Reads what stands in for an export here: a line `63.05.12/2026.csv rows chain` a ledger.
  static let marks: StatedMark.Reader = { bytes in
    var marks: [StatedMark] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let rows = Int(words[1]),
        let mark = StatedMark(file: words[0], rows: rows, chain: words[2])
      else { return nil }
      marks.append(mark)
    }
    return marks
  }

  /// Replaces a piece of a file.
  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try folder.text(of: name)
    try #require(text.contains(old), "\(name) does not say \(old)")
    try folder.write(text.replacing(old, with: new), to: name)
  }

  /// Appends rows to the ledger of the year of an instant.
  func append(_ entries: [LedgerEntry], at instant: String) throws {
    let kecamatan = try #require(try open().kecamatan.first)
    try LedgerStore(folder: path).append(
      entries, to: kecamatan.code, at: try #require(ClockReading(instant)))
  }

  /// A row as a person gives it.
  static func entry(
    _ kind: LedgerEvent.Kind, _ subject: String, _ period: String = "", _ date: String,
    received: String? = nil, unit: String = "63.05.12", note: String = ""
  ) throws -> LedgerEntry {
    LedgerEntry(
      kind: kind, unit: try region(unit), subject: subject, period: period, date: try day(date),
      received: try day(received ?? date), note: note, recorder: "operator")
  }
}

extension Finding {
  /// The finding as `file:line: what`.
  var line: String { "\(place.file):\(place.line): \(what)" }
}
