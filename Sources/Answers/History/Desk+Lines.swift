public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import LedgerStore
public import Workspace

extension Desk {
  /// The rows of the kecamatan's own ledger that are used, by file and number.
  var knownEvents: [LedgerEvent] {
    guard let knownThrough else { return ledger.events }
    return ledger.events.filter { $0.recorded <= knownThrough }
  }

  /// Rows of the kecamatan's own ledger that are used, void or not, by file and number.
  ///
  /// - Parameters:
  ///   - day: The day on which the rules of their reports are looked up.
  ///   - isMeant: Which rows are wanted.
  /// - Returns: The rows that are wanted.
  public func lines(
    asOf day: CivilDate, where isMeant: (LedgerRow, LedgerEvent) -> Bool
  ) -> [LedgerLine] {
    let events = knownEvents
    let voids = Dictionary(
      events.compactMap { event in event.voids.map { ($0, event.row) } },
      uniquingKeysWith: { first, _ in first })
    var lines: [LedgerLine] = []
    for event in events {
      guard let row = ledger.row(event.row), isMeant(row, event) else { continue }
      lines.append(
        LedgerLine(
          event: event, row: row, unitName: kecamatan.displayName(of: event.unit),
          isLateEntry: isLateEntry(event, asOf: day),
          voidedBy: voids[event.row].flatMap { ledger.row($0) }))
    }
    return lines
  }

  /// Rows of an obligation, none of them void, also those of another kecamatan's ledger.
  ///
  /// - Parameters:
  ///   - events: The rows.
  ///   - day: The day on which the rule of their report is looked up.
  /// - Returns: The rows with their texts, in the same order.
  func lines(of events: [LedgerEvent], asOf day: CivilDate) -> [LedgerLine] {
    var lines: [LedgerLine] = []
    for event in events {
      guard let row = row(event.row) else { continue }
      lines.append(
        LedgerLine(
          event: event, row: row, unitName: kecamatan.displayName(of: event.unit),
          isLateEntry: isLateEntry(event, asOf: day), voidedBy: nil))
    }
    return lines
  }

  private func isLateEntry(_ event: LedgerEvent, asOf day: CivilDate) -> Bool {
    guard event.kind == .submitted, let id = event.obligation else { return false }
    // A date that waits for a holiday file does not keep the rule's meaning from being known.
    let rule = (try? obligation(id, asOf: day))??.rule
    let first = calendar.report(id.report)?.layers.joined().first
    return Assessment.isLateEntry(event, meaning: (rule ?? first)?.meaning ?? .submission)
  }
}
