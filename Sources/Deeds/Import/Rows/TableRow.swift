internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// A row of a table in which rows depend on those before them, as it was read.
struct TableRow {
  /// Its line in the table.
  let line: Int
  /// For each column of the table where it stands in that line.
  let columns: [Int]
  /// What was done.
  let deed: RowDeed
  /// The desk of the unit's kecamatan, by its place among those that are open.
  let desk: Int
  /// The unit.
  let unit: RegionCode
  /// What the row speaks of.
  let subject: Subject
  /// The covered period; `nil` for a fact that is meant for none.
  let period: Period?
  /// `tanggal`; of an extension the new due date.
  let date: CivilDate
  /// `diterima`; of an extension the day of the letter.
  let received: CivilDate
  /// Whether the table says when it was received.
  let hasReceivedDay: Bool
  /// The value, as a person wrote it.
  let value: String
  /// What proves it; `nil` where nothing does.
  let evidence: EvidenceCell?
  /// `catatan`, or a blank.
  let note: String
  /// `alasan`, or a blank.
  let reason: String

  /// What a row can speak of.
  enum Subject {
    case report(Report)
    case event(EventKind)
    /// An indicator, by its code as a person wrote it.
    case indicator(String)
  }

  /// Where a column of the row stands.
  func place(of column: ImportColumn, in table: TablePlaces) -> SourcePlace {
    table.place(line: line, column: columns[column.rawValue])
  }
}

/// A file that a table names for evidence, as it was read through once.
struct EvidenceCell {
  /// The path as it is written.
  let text: String
  /// The folder of the table, in which the file was looked for and is looked for again.
  let folder: Folder
  /// Where the file is in that folder.
  let path: FilePath
  /// The SHA-256 of its bytes in lower-case hexadecimal.
  let sha256: String

  /// The file, held open; nothing on the way to it is a link.
  func file() throws(FileFailure) -> OpenedFile { try EvidenceCells.file(path, in: folder) }
}
