public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// The letters to desa that were issued, the latest first.
public struct IssuedLetters: Sendable {
  /// A letter with the desa that it went to.
  public struct Line: Sendable {
    /// The kecamatan whose camat wrote.
    public let kecamatan: Kecamatan
    /// The desa that was written to.
    public let village: Unit
    /// The letter.
    public let letter: IssuedLetter
    /// The civil day on which it was recorded.
    public let recordedOn: CivilDate
    /// Who recorded it.
    public let recorder: String
  }

  /// The letters.
  public let lines: [Line]

  /// Looks for the letters.
  ///
  /// - Parameters:
  ///   - units: The units that are meant.
  ///   - day: The last day of letters that are listed.
  ///   - workspace: The workspace.
  /// - Throws: A `WorkspaceFailure` for files that cannot be read.
  public init(to units: UnitScope, through day: CivilDate, in workspace: Workspace) throws {
    var lines: [Line] = []
    for kecamatan in units.kecamatan {
      let desk = try workspace.desk(of: kecamatan)
      for village in kecamatan.villages where units.contains(village.code) {
        lines += desk.lettersIssued(to: village.code, through: day).compactMap { letter in
          desk.row(letter.row).map { row in
            Line(
              kecamatan: kecamatan, village: village, letter: letter,
              recordedOn: row.recordedAt.date, recorder: row.entry.recorder)
          }
        }
      }
    }
    self.lines = lines.sorted {
      ($1.letter.date, $1.letter.row) < ($0.letter.date, $0.letter.row)
    }
  }

  /// The table of the letters.
  public static let columns: [Column<Line>] = [
    Column(key: "tanggal", heading: "Tanggal") { .day($0.letter.date) },
    Column(key: "nomor", heading: "Nomor") { Cell($0.letter.note?.number) },
    Column(key: "tahap", heading: "Tahap") { line in
      Cell(line.letter.note?.stepName ?? "tahap \(line.letter.step)")
    },
    Column(key: "nama_unit", heading: "Desa") {
      .coded(
        $0.village.code.description, label: $0.kecamatan.displayName(of: $0.village.code))
    },
    Column(key: "baris", heading: "Baris") { .text($0.letter.row.text) },
    Column(key: "petugas", heading: "Petugas") { .text($0.recorder) },
  ]
}
