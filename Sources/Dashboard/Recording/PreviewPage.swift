internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// Exactly what will be written, to be confirmed.
struct PreviewPage: ShownPage {
  static let path = ConfirmationForm.path
  static let template = "periksa-isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencatat dari halaman")

  let title = "Periksa sebelum dicatat"
  /// What is done.
  let act: String
  let seen: PreviewView
  /// The rows that came since it was shown before; `nil` where nothing changed.
  let changes: TableView?
  /// Whether a submission has no file that proves it.
  let isUnproved: Bool
  /// Where it is sent.
  let action: String

  /// Shows a draft.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - entry: What was filled in.
  ///   - seen: What will be written.
  ///   - visit: The look at it.
  ///   - changes: The rows that came, or count no more, since it was shown before.
  /// - Throws: A `WorkspaceFailure` for a ledger that cannot be read.
  init(
    _ draft: Draft, _ entry: Entry, _ seen: PreviewView, _ visit: Visit,
    changes: [(kecamatan: RegionCode, row: LedgerEvent.RowID)] = []
  ) throws {
    act = entry.recording.title
    self.seen = seen
    isUnproved =
      seen.files.isEmpty && entry.recording.fields.contains { $0.field == .evidence }
    self.changes = changes.isEmpty ? nil : try TableView(changes, visit)
    action = visit.paths.page("/isian/\(draft.number)")
  }
}

extension TableView {
  /// Rows of ledgers, void or not.
  fileprivate init(
    _ rows: [(kecamatan: RegionCode, row: LedgerEvent.RowID)], _ visit: Visit
  ) throws {
    var lines: [LedgerLine] = []
    for kecamatan in visit.workspace.kecamatan {
      let own = Set(rows.filter { $0.kecamatan == kecamatan.code }.map(\.row))
      guard !own.isEmpty else { continue }
      let desk = try visit.workspace.desk(of: kecamatan)
      lines += desk.lines(asOf: visit.day) { _, event in own.contains(event.row) }
    }
    self.init(
      "Yang berubah", LedgerLine.columns,
      showing: [
        .init("nomor", right: true), .init("peristiwa", namesRow: true), "laporan", "nama_unit",
        .init("tanggal", right: true), .init("dicatat_pada", right: true), "petugas", "catatan",
        "dibatalkan_oleh",
      ], lines)
  }
}
