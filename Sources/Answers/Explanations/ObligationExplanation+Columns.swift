internal import CivilCalendar
public import Compliance
internal import ComplianceModel
internal import LedgerStore

extension ObligationExplanation {
  /// The table of the rows of an obligation, with their dates as they are counted: where a row has no
  /// day of receipt, the one that stands for it.
  public static let rowColumns: [Column<LedgerLine>] = [
    Column(key: "nomor", heading: "Baris") { .text($0.event.row.text) },
    Column(key: "peristiwa", heading: "Peristiwa") { .event($0.event.kind) },
    Column(key: "tanggal", heading: "Tanggal") { .day($0.event.date) },
    Column(key: "diterima", heading: "Diterima") { .day($0.event.received) },
    Column(key: "petugas", heading: "Petugas") { .text($0.row.entry.recorder) },
    Column(key: "catatan", heading: "Catatan") { .text($0.row.entry.note) },
  ]

  /// The table of the days that a count of working days passed over.
  public static let skippedColumns: [Column<Explanation.SkippedDay>] = [
    Column(key: "tanggal", heading: "Tanggal") { .day($0.date) },
    Column(key: "sebab", heading: "Sebab") { .closure($0.closure) },
  ]

  /// The table of dates that bind others.
  public static let backgroundColumns: [Column<Explanation.Background>] = [
    Column(key: "pihak", heading: "Pihak") { .text($0.date.party) },
    Column(key: "tanggal", heading: "Tanggal") { Cell($0.due) },
    Column(key: "dasar_hukum", heading: "Dasar hukum") { .text($0.date.source.title) },
    Column(key: "keyakinan", heading: "Keyakinan") { .text($0.date.confidence.rawValue) },
  ]
}
