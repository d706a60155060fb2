import Answers
import CivilCalendar
import ComplianceModel
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A workspace of Kecamatan Hatungun with the shipped calendars, filled by a test and asked in memory.
struct AskedOffice {
  static let villages = (2001...2008).map { "63.05.12.\($0)" }
  /// The SHA-256 of nothing.
  static let hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  private let folder: TemporaryFolder
  private let data: ProgramData
  private var path: FilePath { FilePath(folder.path) }

  /// Founds a workspace with an empty ledger.
  init() throws {
    folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    data = try ProgramData(override: root.path, executable: "/none/tenggat")
    try WorkspaceFounding("63.05.12", data: data).found(in: path)
  }

  /// The workspace with the units of a day.
  func workspace(on date: String) throws -> Workspace {
    try Workspace(path, data: data).viewed(on: day(date))
  }

  /// Appends a row, recorded on the day that it is dated unless another is given.
  func record(
    _ subject: String, _ period: String = "", _ kind: LedgerEvent.Kind = .submitted,
    of unit: String = "63.05.12", on date: String, received: String? = nil,
    recorded: String? = nil, value: String = "", file: String = "", sha256: String = "",
    note: String = "", by recorder: String = "operator"
  ) throws {
    let entry = LedgerEntry(
      kind: kind, unit: try region(unit), subject: subject, period: period, date: try day(date),
      received: try day(received ?? date), value: value, file: file, sha256: sha256,
      note: note, recorder: recorder)
    let instant = try #require(
      ClockReading("\(recorded ?? received ?? date)T09:00:00+08:00"))
    try LedgerStore(folder: path).append(
      [entry], to: region(unit).kecamatan, at: instant)
  }

  /// Appends a row that measures an indicator.
  func measure(
    _ code: String, _ period: String, _ value: String, on date: String, note: String = ""
  ) throws {
    try record(code, period, .measured, on: date, value: value, note: note)
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

  /// Replaces a piece of a file.
  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try folder.text(of: name)
    try #require(text.contains(old), "\(name) does not say \(old)")
    try folder.write(text.replacing(old, with: new), to: name)
  }

  /// The scorecards of a year, as they stand on a day.
  func scorecardScope(
    _ year: Int = 2026, on date: String, knownThrough: String? = nil
  ) throws -> ScorecardScope {
    ScorecardScope(
      year: year, of: try workspace(on: date).kecamatan, asOf: try day(date),
      knownThrough: try knownThrough.map { try day($0) })
  }

  /// The units with some codes, as a question names them; all where there is none.
  func scope(_ units: [String], _ workspace: Workspace) throws -> UnitScope {
    UnitScope(try units.map { try region($0) }, workspace.kecamatan)
  }

  /// Asks for a schedule.
  func schedule(
    _ scope: DutyScope = .window(days: 30), of units: [String] = [], on date: String,
    settled: Bool = false, role: String? = nil
  ) throws -> Schedule {
    let workspace = try workspace(on: date)
    return try Schedule(
      Schedule.Question(
        scope, of: self.scope(units, workspace),
        asOf: day(date), includesSettled: settled, role: role),
      in: workspace)
  }
}

/// Expects that a table tells every column apart, for programs and for people.
func expectDistinct<Row>(
  _ columns: [Column<Row>], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(Set(columns.map(\.key)).count == columns.count, sourceLocation: sourceLocation)
  #expect(Set(columns.map(\.heading)).count == columns.count, sourceLocation: sourceLocation)
  #expect(!columns.contains { $0.heading.isEmpty }, sourceLocation: sourceLocation)
}

/// The value of a row under a key.
func cell<Row>(
  _ key: String, _ row: Row, _ columns: [Column<Row>],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Cell {
  let column = try #require(
    columns.first { $0.key == key }, "no column \(key)", sourceLocation: sourceLocation)
  return column.cell(row)
}
