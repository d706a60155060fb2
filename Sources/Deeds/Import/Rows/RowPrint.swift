internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// What tells a row from others, whoever recorded it when.
struct RowPrint: Hashable {
  private let kind: LedgerEvent.Kind
  private let unit: RegionCode
  private let subject, period, value, note: String
  private let date: CivilDate
  /// Of an extension the day of the letter.
  private let letter: CivilDate?

  /// - Parameters:
  ///   - entry: The row, with its texts.
  ///   - date: `tanggal`.
  ///   - received: `diterima`.
  init(_ entry: LedgerEntry, date: CivilDate, received: CivilDate) {
    kind = entry.kind
    unit = entry.unit
    subject = entry.subject
    period = entry.period
    value = entry.value
    note = ImportNote.core(entry.note)
    self.date = date
    letter = entry.kind == .extended ? received : nil
  }

  /// A row in effect that has such a print.
  struct Twin {
    /// `diterima`.
    let received: CivilDate
    /// The files that prove it.
    let hashes: Set<String>
  }

  /// The rows in effect of a desk's ledgers, by what tells them from others.
  static func twins(in desk: Desk) -> [RowPrint: [Twin]] {
    var twins: [RowPrint: [Twin]] = [:]
    let voided = Set(desk.ledger.events.compactMap(\.voids))
    for event in desk.ledger.events where event.kind != .voided && !voided.contains(event.row) {
      guard let entry = desk.row(event.row)?.entry else { continue }
      let print = RowPrint(entry, date: event.date, received: event.received)
      twins[print, default: []].append(
        Twin(received: event.received, hashes: desk.workspace.ledgers.evidenceHashes(of: entry)))
    }
    return twins
  }
}
