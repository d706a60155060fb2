import CivilCalendar
import ComplianceModel
import Deeds
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A workspace with the shipped calendars, in which a test does things without a process.
struct DeedsOffice {
  static let kecamatan = "63.05.12"
  static let villages = (2001...2008).map { "63.05.12.\($0)" }

  let founded: FoundedWorkspace

  /// Founds a workspace with an empty ledger, of Kecamatan Hatungun unless another is named.
  init(_ code: String = kecamatan) throws { founded = try FoundedWorkspace(code) }

  /// Lets the office watch another kecamatan too, with one desa.
  func watch(_ kecamatan: String) throws {
    let table = try founded.folder.text(of: "wilayah.csv")
    try founded.folder.write(
      table + "\(kecamatan),Tetangga\n\(kecamatan).2001,Contoh\n", to: "wilayah.csv")
  }

  /// The workspace with the units of a day.
  func workspace(on date: String) throws -> Workspace {
    try founded.open().viewed(on: day(date))
  }

  /// The moment of a day on which things are recorded.
  func instant(_ date: String) throws -> ClockReading {
    try #require(ClockReading("\(date)T09:00:00+08:00"))
  }

  /// Writes a row as another program would, on the day that it is dated unless another is given.
  func write(
    _ kind: LedgerEvent.Kind, _ subject: String, _ period: String = "",
    of unit: String = kecamatan, on date: String, received: String? = nil,
    recorded: String? = nil, note: String = ""
  ) throws {
    let entry = try FoundedWorkspace.entry(
      kind, subject, period, date, received: received, unit: unit, note: note)
    try LedgerStore(folder: founded.path).append(
      [entry], to: region(unit).kecamatan, at: instant(recorded ?? received ?? date))
  }

  /// The rows of a kecamatan's ledger of a year, in order.
  func rows(_ year: Int, of kecamatan: String = kecamatan) throws -> [LedgerRow] {
    let workspace = try founded.open()
    let code = try region(kecamatan)
    let desk = try workspace.desk(
      of: try #require(workspace.kecamatan.first { $0.code == code }))
    let file = desk.ledger.files.first { $0.year == year }
    return (file?.events ?? []).compactMap { desk.row($0.row) }
  }

  /// Puts a file beside the workspace.
  func file(_ name: String, _ text: String) throws -> FilePath {
    FilePath(try founded.folder.write(text, to: name))
  }
}

/// What stands against a deed.
func objections(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) throws -> [any Error] {
  let failure = #expect(
    throws: RequestFailure.self, sourceLocation: sourceLocation, performing: body)
  return try #require(failure, sourceLocation: sourceLocation).causes
}

/// What stands against recording what was admitted before.
func objections<Outcome>(
  to admitted: consuming Admitted<Outcome>, sourceLocation: SourceLocation = #_sourceLocation
) -> [any Error] {
  do throws(RequestFailure) {
    _ = try admitted.record()
  } catch {
    return error.causes
  }
  Issue.record("it was recorded", sourceLocation: sourceLocation)
  return []
}
