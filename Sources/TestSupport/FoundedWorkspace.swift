public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import Foundation
public import LedgerStore
public import SystemPackage
internal import Testing
public import Workspace

/// A workspace in a folder of its own, with what a test puts into it.
public struct FoundedWorkspace: Sendable {
  /// The folder, which lives as long as this value.
  public let folder: TemporaryFolder
  /// The data that the repository ships.
  public let data: ProgramData

  /// A table of regions that is made up: a kabupaten whose calendar nobody has written yet, with
  /// kelurahan among its desa.
  public static let madeUp = """
    kode,nama
    91,Papua
    91.99,Kabupaten Karangan
    91.99.01,Muara Contoh
    91.99.01.1001,Contoh Kota
    91.99.01.2001,Contoh Hulu
    91.99.01.2002,"Contoh ""Hilir"", Lama"
    91.99.01.3003,Contoh Adat
    91.99.02,Tetangga
    91.99.02.2001,Lain
    """ + "\n"

  /// The data that the repository ships.
  public static func shippedData() throws -> ProgramData {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try ProgramData(override: root.path, executable: "/none/tenggat")
  }

  /// Founds a workspace for one of the four kecamatan, or from a table of regions.
  public init(_ code: String = "63.05.12", table: String? = nil) throws {
    folder = try TemporaryFolder()
    data = try FoundedWorkspace.shippedData()
    var path: FilePath?
    let tableFolder = try TemporaryFolder()
    if let table { path = FilePath(try tableFolder.write(table, to: "tabel.csv")) }
    try WorkspaceFounding(code, data: data, regionTable: path).found(in: FilePath(folder.path))
  }

  /// The path of the folder.
  public var path: FilePath { FilePath(folder.path) }

  /// Opens it.
  public func open() throws -> Workspace { try Workspace(path, data: data) }

  /// The desk of the only kecamatan.
  public func desk(knownThrough: CivilDate? = nil) throws -> Desk {
    let workspace = try open()
    return try workspace.desk(
      of: try #require(workspace.kecamatan.first), knownThrough: knownThrough)
  }

  /// Replaces a piece of a file.
  public func change(_ name: String, _ old: String, to new: String) throws {
    let text = try folder.text(of: name)
    try #require(text.contains(old), "\(name) does not say \(old)")
    try folder.write(text.replacing(old, with: new), to: name)
  }

  /// Appends rows to the ledger of the year of an instant.
  public func append(_ entries: [LedgerEntry], at instant: String) throws {
    let kecamatan = try #require(try open().kecamatan.first)
    try LedgerStore(folder: path).append(
      entries, to: kecamatan.code, at: try #require(ClockReading(instant)))
  }

  /// A row as a person gives it.
  public static func entry(
    _ kind: LedgerEvent.Kind, _ subject: String, _ period: String = "", _ date: String,
    received: String? = nil, unit: String = "63.05.12", note: String = ""
  ) throws -> LedgerEntry {
    LedgerEntry(
      kind: kind, unit: try region(unit), subject: subject, period: period, date: try day(date),
      received: try day(received ?? date), note: note, recorder: "operator")
  }

  /// A measured value of an indicator as a person gives it.
  public static func measurement(
    _ indicator: String, _ period: String, _ date: String, _ value: String
  ) throws -> LedgerEntry {
    let date = try day(date)
    return LedgerEntry(
      kind: .measured, unit: try region("63.05.12"), subject: indicator, period: period,
      date: date, received: date, value: value, recorder: "operator")
  }
}
