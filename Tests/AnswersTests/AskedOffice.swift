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
    recorded: String? = nil, note: String = "", by recorder: String = "operator"
  ) throws {
    let entry = LedgerEntry(
      kind: kind, unit: try region(unit), subject: subject, period: period, date: try day(date),
      received: try day(received ?? date), note: note, recorder: recorder)
    let instant = try #require(
      ClockReading("\(recorded ?? received ?? date)T09:00:00+08:00"))
    try LedgerStore(folder: path).append(
      [entry], to: region(unit).kecamatan, at: instant)
  }

  /// Replaces a piece of a file.
  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try folder.text(of: name)
    try #require(text.contains(old), "\(name) does not say \(old)")
    try folder.write(text.replacing(old, with: new), to: name)
  }

  /// Asks for a schedule.
  func schedule(
    _ scope: DutyScope = .window(days: 30), of units: [String] = [], on date: String,
    settled: Bool = false, role: String? = nil
  ) throws -> Schedule {
    let workspace = try workspace(on: date)
    return try Schedule(
      Schedule.Question(
        scope, of: UnitScope(units.map { try region($0) }, workspace.kecamatan),
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
