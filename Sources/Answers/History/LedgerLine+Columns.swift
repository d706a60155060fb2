internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore

extension LedgerLine {
  /// The table of rows of the ledger, in the order of its own columns.
  public static let columns: [Column<LedgerLine>] = [
    Column(key: "nomor", heading: "Baris") { .text($0.event.row.text) },
    Column(key: "buku", heading: "Buku") {
      .text(LedgerMark.file($0.event.unit.kecamatan, year: $0.event.row.year))
    },
    Column(key: "urutan", heading: "Urutan") { .count($0.event.row.number) },
    Column(key: "dicatat_pada", heading: "Dicatat pada") { .instant($0.row.recordedAt) },
    Column(key: "petugas", heading: "Petugas") { .text($0.row.entry.recorder) },
    Column(key: "peristiwa", heading: "Peristiwa") { .event($0.event.kind) },
    Column(key: "unit", heading: "Kode unit") { .text($0.row.entry.unit.description) },
    Column(key: "nama_unit", heading: "Unit") { .text($0.unitName) },
    Column(key: "laporan", heading: "Laporan") { Cell(written: $0.row.entry.subject) },
    Column(key: "periode", heading: "Periode") { Cell($0.event.period) },
    Column(key: "tanggal", heading: "Tanggal") { Cell($0.row.entry.date) },
    Column(key: "diterima", heading: "Diterima") { Cell($0.row.entry.received) },
    Column(key: "dicatat", heading: "Dicatat") { .day($0.row.recordedAt.date) },
    Column(key: "nilai", heading: "Nilai") { Cell(written: $0.row.entry.value) },
    Column(key: "berkas", heading: "Berkas") { Cell(written: $0.row.entry.file) },
    Column(key: "sha256", heading: "SHA-256") { Cell(written: $0.row.entry.sha256) },
    Column(key: "catatan", heading: "Catatan") { Cell(written: $0.row.entry.note) },
    Column(key: "susulan", heading: "Susulan") { .flag($0.isLateEntry) },
    Column(key: "membatalkan", heading: "Membatalkan") { Cell($0.event.voids?.text) },
    Column(key: "dibatalkan_oleh", heading: "Dibatalkan oleh") { Cell($0.voidedBy?.id.text) },
    Column(key: "sebab_batal", heading: "Sebab batal") { Cell($0.voidReason) },
  ]
}
