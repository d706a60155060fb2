internal import CivilCalendar
public import Compliance
public import ComplianceModel
public import LedgerStore

/// A submission that is acknowledged.
public struct ReceiptLine: Sendable {
  /// The row as far as judging needs it.
  public let event: LedgerEvent
  /// The row with its texts.
  public let row: LedgerRow
  /// The code of the report.
  public let code: String
  /// The report.
  public let report: Report
  /// The obligation as it stands; `nil` where nobody owes it, or its date waits for holidays.
  public let assessment: Assessment?

  /// The hash of the evidence as people compare it by eye, its first 12 digits; empty where there is none.
  public var shortHash: String { String(row.entry.sha256.prefix(12)) }

  /// The table of a receipt.
  public static let columns: [Column<ReceiptLine>] = [
    Column(key: "laporan", heading: "Dokumen") {
      .coded($0.code, label: "\($0.report.name) (\($0.code))")
    },
    Column(key: "periode", heading: "Periode") { Cell($0.event.period) },
    Column(key: "tanggal", heading: "Tanggal") { .day($0.event.date) },
    Column(key: "diterima", heading: "Diterima") { .day($0.event.received) },
    Column(key: "tenggat", heading: "Tenggat") { Cell($0.assessment?.due) },
    Column(key: "status", heading: "Keadaan") { line in
      line.assessment.map { .status($0.status) } ?? .none
    },
    Column(key: "hari_terlambat", heading: "Hari terlambat") {
      .count($0.assessment?.daysLate ?? 0)
    },
    Column(key: "sha256", heading: "SHA-256") { Cell(written: $0.row.entry.sha256) },
    Column(key: "berkas", heading: "Berkas") { Cell(written: $0.row.entry.file) },
    Column(key: "baris", heading: "Baris") { .text($0.event.row.text) },
    Column(key: "dicatat_pada", heading: "Dicatat pada") { .instant($0.row.recordedAt) },
    Column(key: "petugas", heading: "Petugas") { .text($0.row.entry.recorder) },
  ]
}
