internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Wording
internal import Workspace

/// The rows of the ledger, the newest first.
struct HistoryPage: Page {
  static let path = "/riwayat"
  static let name: String? = "Riwayat"
  static let template = "riwayat"
  static let help: GuidePlace? = GuidePlace("Buku")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = ["tahun", "unit", "laporan"]

  let title = "Riwayat"
  /// How many rows are shown of how many.
  let counts: String
  let table: TableView
  /// What was asked for, as it was written.
  let subject: String
  /// A report that is written nearly like what was asked for; `nil` where none is.
  let suggestion: String?
  let form: FilterForm

  /// The rows that one page shows.
  private static let longest = 500

  init(_ visit: Visit) throws {
    let query = visit.query
    let year = try query.year()
    let unit = try visit.unit()
    subject = query["laporan"] ?? ""
    let listing = try LedgerListing(
      LedgerListing.Question(
        subject: query["laporan"],
        of: try visit.listedUnits(unit), inLedgerOf: year,
        asOf: visit.day), in: visit.workspace)
    let lines = listing.lines.sorted {
      ($0.row.recordedAt.unixSeconds, $0.event.row.number)
        > ($1.row.recordedAt.unixSeconds, $1.event.row.number)
    }
    let shown = Array(lines.prefix(HistoryPage.longest))
    counts =
      "\(shown.count.indonesian) dari \(lines.count.indonesian) baris"
      + (lines.count == listing.rowCount || visit.visitor.villages != nil
        ? "" : " yang cocok, dalam buku yang berisi \(listing.rowCount.indonesian)") + "."
    table = TableView(
      "Baris buku", LedgerLine.columns,
      showing: [
        .init("nomor", right: true), "peristiwa", .init("laporan", namesRow: true), "periode",
        "nama_unit", .init("tanggal", right: true), .init("diterima", right: true),
        .init("dicatat_pada", right: true), "petugas", "catatan", "dibatalkan_oleh",
      ], shown
    ) { line, key in
      // What is measured is an indicator; the page of one that was voided says so itself.
      guard key == "laporan", line.event.obligation != nil, let period = line.event.period,
        ![.measured, .voided].contains(line.event.kind)
      else { return nil }
      return visit.paths.obligation(line.event.unit, line.row.entry.subject, period)
    }
    suggestion = lines.isEmpty ? listing.suggestion : nil
    form = FilterForm(visit, year: year, unit: unit)
  }
}
