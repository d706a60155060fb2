public import CivilCalendar
public import ComplianceModel
internal import PlainText
internal import SystemPackage

/// What a backup says of itself, in the file `CADANGAN.json`: that this program made it, of what, and whether it
/// was proved.
///
/// It is the first file of a new backup and is written again when all others are there, so that a folder without
/// ``contents`` was never finished.
public struct BackupStamp: Hashable, Sendable {
  /// What a finished backup holds.
  public struct Contents: Hashable, Sendable {
    /// How many files.
    public let files: Int
    /// How many bytes they have together.
    public let bytes: Int64
    /// How many rows its ledgers have together.
    public let rows: Int
    /// The SHA-256 of the list of its files.
    let list: String
  }

  /// The version of the program that made it.
  public let program: String
  /// When it was begun.
  public let made: ClockReading
  /// The kecamatan of the workspace, in order.
  public let kecamatan: [RegionCode]
  /// The path of the workspace on the computer on which it was made.
  public let workspace: String
  /// What it holds; `nil` for one that was never finished.
  public internal(set) var contents: Contents?
  /// When it was proved to be the workspace as it was; `nil` for one that was not.
  public internal(set) var proved: ClockReading?

  /// The name of the file.
  public static let fileName = BackupFolder.stampName.string
  /// The number of the form that this program writes, and the last that it reads.
  static let version = 1
  private static let kind = "cadangan-tenggat"

  init(program: String, made: ClockReading, kecamatan: [RegionCode], workspace: String) {
    self.program = program
    self.made = made
    self.kecamatan = kecamatan
    self.workspace = workspace
  }

  /// The error for a file that is no stamp.
  enum Unreadable: Error, Hashable {
    /// A later program made it, in a form with this number.
    case newer(Int)
    /// It is damaged, or something else.
    case damaged
  }

  /// Reads the file.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    guard case .object(let members) = try? JSONValue(parsing: bytes),
      members["jenis"] == .string(BackupStamp.kind), case .integer(let version) = members["versi"]
    else { throw .damaged }
    guard version <= BackupStamp.version else { throw .newer(version) }
    func text(_ key: String) throws(Unreadable) -> String {
      guard case .string(let text) = members[key] else { throw .damaged }
      return text
    }
    guard version == BackupStamp.version, let made = ClockReading(try text("dibuat")),
      case .array(let codes) = members["kecamatan"]
    else { throw .damaged }
    var kecamatan: [RegionCode] = []
    for code in codes {
      guard case .string(let text) = code, let region = RegionCode(text) else { throw .damaged }
      kecamatan.append(region)
    }
    self.init(
      program: try text("program"), made: made, kecamatan: kecamatan,
      workspace: try text("ruang_kerja"))
    if case .object(let members) = members["isi"] {
      guard case .integer(let files) = members["berkas"],
        case .integer(let bytes) = members["byte"],
        case .integer(let rows) = members["baris"], case .string(let list) = members["sidik_daftar"]
      else { throw .damaged }
      contents = Contents(files: files, bytes: Int64(bytes), rows: rows, list: list)
    }
    if case .string(let text) = members["terbukti"] {
      guard let instant = ClockReading(text) else { throw .damaged }
      proved = instant
    }
  }

  /// The file.
  var bytes: [UInt8] {
    let contents = contents.map { contents -> JSONValue in
      [
        "berkas": .integer(contents.files), "byte": .integer(Int(contents.bytes)),
        "baris": .integer(contents.rows), "sidik_daftar": .string(contents.list),
      ]
    }
    let value: JSONValue = [
      "jenis": .string(BackupStamp.kind), "versi": .integer(BackupStamp.version),
      "program": .string(program), "dibuat": .string(made.description),
      "kecamatan": .array(kecamatan.map { .string($0.description) }),
      "ruang_kerja": .string(workspace), "isi": contents ?? .null, "terbukti": JSONValue(proved),
    ]
    return Array(value.text().utf8)
  }

  /// Whether both are backups of one workspace, which lies where it lay then.
  func isOfSameWorkspace(as other: BackupStamp) -> Bool {
    kecamatan == other.kecamatan && workspace == other.workspace
  }
}
