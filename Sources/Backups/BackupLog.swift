public import Answers
public import CivilCalendar
public import ComplianceModel
public import DurableFiles
public import SystemPackage
internal import Workspace

/// The record of the backups of a workspace, `cadangan.csv` in it: a table that is only added to.
public struct BackupLog: Sendable {
  /// A row.
  public struct Entry: Hashable, Sendable {
    /// When the backup was begun.
    public let instant: ClockReading
    /// The folder for backups.
    public let target: String
    /// The name of the backup in it; empty where it was not made.
    public let name: String
    /// How many files it has.
    public let files: Int
    /// How many bytes they have together.
    public let bytes: Int64
    /// How many rows its ledgers have together.
    public let rows: Int
    /// What came of it.
    public let result: BackupSummary.State
    /// Why it was not made or not proved; empty where it was.
    public let note: String
  }

  private let path: FilePath
  private let files: FileSystem

  private static let columns = [
    "waktu", "tujuan", "nama", "berkas", "byte", "baris", "hasil", "catatan",
  ]
  private static var header: [UInt8] {
    var writer = CSVWriter()
    writer.row(columns)
    return writer.bytes
  }

  /// Opens the record of a workspace; nothing is read or made yet.
  public init(workspace: FilePath, files: FileSystem = .live) {
    path = workspace.appending(Workspace.backupFile)
    self.files = files
  }

  /// All rows in order, and what could not be read.
  ///
  /// A last line without its end is not yet part of the record.
  ///
  /// - Throws: `FileFailure` where the file is there and cannot be read.
  public func read() throws(FileFailure) -> (entries: [Entry], findings: [Finding]) {
    BackupLog.parse(try files.read(path, atMost: Limits.table) ?? [])
  }

  private static func parse(_ bytes: [UInt8]) -> (entries: [Entry], findings: [Finding]) {
    var entries: [Entry] = []
    var findings: [Finding] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.dropLast().enumerated() {
      let place = SourcePlace(file: Workspace.backupFile, line: index + 1, column: 1)
      let fields = fields(of: Array(line))
      if index == 0 {
        guard fields != columns else { continue }
        // Of a foreign table no row is read.
        let sentence =
          AppendedTable.isOfLaterForm(bytes, header: Array(header.dropLast()))
          ? BackupSentence.newerRecord : BackupSentence.foreignRecord
        return ([], [sentence.finding(at: place)])
      }
      if let entry = fields.flatMap(Entry.init) {
        entries.append(entry)
      } else {
        findings.append(BackupSentence.damagedRecord.finding(at: place))
      }
    }
    return (entries, findings)
  }

  private static func fields(of line: [UInt8]) -> [String]? {
    var reader = CSVReader(line)
    var fields: [CSVReader.Field] = []
    guard (try? reader.next(&fields)) != nil else { return nil }
    return fields.map { reader.text($0) }
  }

  /// Adds a row durably.
  ///
  /// - Throws: `FileFailure`; a `Finding` where what stands there is no record that rows can be added to.
  func append(_ entry: Entry) throws {
    let locked = try files.lockForAppending(path, waiting: .seconds(10))
    var table = AppendedTable(locked, header: BackupLog.header, in: files)
    let (_, findings) = BackupLog.parse(Array(table.contents[..<table.tailStart]))
    if let finding = findings.first(where: { $0.place.line == 1 }) { throw finding }
    if let fields = BackupLog.fields(of: Array(table.tailBytes)), table.tailStart > 0,
      Entry(fields) != nil
    {
      table.keepTail()
    }
    var writer = CSVWriter()
    writer.row(entry.fields)
    try table.append(writer.bytes[...])
    try table.commit()
  }
}

extension BackupLog.Entry {
  /// The texts of a row; `nil` where they are none.
  fileprivate init?(_ fields: [String]) {
    guard fields.count == 8, let instant = ClockReading(fields[0]), let files = Int(fields[3]),
      let bytes = Int64(fields[4]), let rows = Int(fields[5]),
      let result = BackupSummary.State(rawValue: fields[6])
    else { return nil }
    self.init(
      instant: instant, target: fields[1], name: fields[2], files: files, bytes: bytes, rows: rows,
      result: result, note: fields[7])
  }

  /// The row; no text of it has a line break, so that a damaged line does not swallow those behind it.
  fileprivate var fields: [String] {
    [
      instant.description, target, name, "\(files)", "\(bytes)", "\(rows)", result.rawValue, note,
    ].map { text in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
  }
}
