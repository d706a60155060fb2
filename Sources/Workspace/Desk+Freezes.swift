public import CivilCalendar
public import ComplianceModel
internal import LedgerStore

extension Workspace {
  /// The folder of frozen documents, in the workspace.
  public static let frozenFolder = "ekspor/beku"
}

extension Desk {
  /// The last freeze of a quarter that is in effect, by all rows of the ledger.
  public func lastFreeze(of quarter: Quarter) -> LedgerEvent? {
    let voided = Set(ledger.events.compactMap(\.voids))
    let period = Period(.quarter, year: quarter.year, ordinal: quarter.number)
    return ledger.events.last {
      $0.kind == .frozen && $0.period == period && $0.unit == kecamatan.code
        && !voided.contains($0.row)
    }
  }
}
