internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The rows of the ledgers here, by what they say, so that one of another ledger is not taken in twice.
struct BookRows {
  /// What tells a row from others: all that was given, without the evidence's name and the reason that
  /// `catatan` may have at its ends.
  struct Said: Hashable {
    private let kind: LedgerEvent.Kind
    private let unit: RegionCode
    private let words: [String]
    private let dates: [CivilDate]
    private let target: LedgerEvent.RowID?

    /// - Parameters:
    ///   - event: The row.
    ///   - entry: Its texts.
    ///   - target: The row here that it voids, for a `batal`.
    init(_ event: LedgerEvent, _ entry: LedgerEntry, voiding target: LedgerEvent.RowID?) {
      kind = event.kind
      unit = event.unit
      self.target = target
      // A row is voided once, whatever is given for the reason.
      guard event.kind != .voided else {
        words = []
        dates = []
        return
      }
      words = [
        entry.subject, entry.period, entry.value, entry.sha256, ImportNote.core(entry.note),
      ]
      dates = [event.date, event.received]
    }
  }

  private var places: [Said: [LedgerEvent.RowID]] = [:]
  private var events: [LedgerEvent.RowID: (event: LedgerEvent, entry: LedgerEntry)] = [:]

  /// Gathers the rows of all files.
  init(_ ledger: LedgerHistory) {
    for file in ledger.files {
      for event in file.events {
        guard let row = file.row(event.row.number) else { continue }
        places[Said(event, row.entry, voiding: event.voids), default: []].append(event.row)
        events[event.row] = (event, row.entry)
      }
    }
  }

  /// The row here that says the same, taken so that it stands for one row alone; `nil` for none.
  mutating func take(_ said: Said) -> LedgerEvent.RowID? {
    guard let first = places[said]?.first else { return nil }
    places[said]?.removeFirst()
    return first
  }

  /// The row of another year that a `batal` voids, where there is one here that it can void.
  func twin(of event: LedgerEvent, voiding id: LedgerEvent.RowID) -> LedgerEvent.RowID? {
    guard let other = events[id]?.event, other.kind != .voided, other.unit == event.unit,
      other.period == event.period
    else { return nil }
    return id
  }
}
