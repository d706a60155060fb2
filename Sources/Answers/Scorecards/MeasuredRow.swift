public import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// A row of the ledger that measures an indicator, with what becomes of it.
public struct MeasuredRow: Sendable {
  /// The row, and what becomes of it.
  public let row: Measurements.Row
  /// The value as it was recorded; `nil` where the row is in no ledger that was read.
  public let value: String?
  /// Who recorded it; `nil` as for the value.
  public let recorder: String?
  /// The evidence file; `nil` where it has none.
  public let file: String?
  /// The remark; `nil` where it has none.
  public let note: String?

  init(_ row: Measurements.Row, _ desk: Desk) {
    let entry = desk.row(row.event.row)?.entry
    self.row = row
    value = entry?.value
    recorder = entry?.recorder
    file = entry.flatMap { $0.file.isEmpty ? nil : $0.file }
    note = entry.flatMap { $0.note.isEmpty ? nil : $0.note }
  }

  /// The table of rows that measure.
  public static let columns: [Column<MeasuredRow>] = [
    Column(key: "baris", heading: "Baris") { .text($0.row.event.row.text) },
    Column(key: "periode", heading: "Periode") { .period($0.row.period) },
    Column(key: "nilai", heading: "Nilai") { row in row.value.map(Cell.written) ?? .none },
    Column(key: "tanggal", heading: "Tanggal") { .day($0.row.event.date) },
    Column(key: "dipakai", heading: "Dipakai setahun") { .flag($0.row.use == .counted) },
    Column(key: "dipakai_triwulan", heading: "Dipakai triwulan") {
      .flag($0.row.isUsedInQuarters)
    },
    Column(key: "sebab", heading: "Dipakai") {
      .use($0.row.use, inQuarters: $0.row.isUsedInQuarters)
    },
    Column(key: "berkas", heading: "Berkas") { Cell($0.file) },
    Column(key: "catatan", heading: "Catatan") { Cell($0.note) },
  ]

  /// Who recorded a row, which is told to people beside ``columns``.
  public static let recorderColumn = Column<MeasuredRow>(key: "petugas", heading: "Petugas") {
    Cell($0.recorder)
  }
}
