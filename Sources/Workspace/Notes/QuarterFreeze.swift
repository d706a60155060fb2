public import CivilCalendar
public import ComplianceModel
internal import LedgerStore

/// A freeze of a quarter that is in effect.
public struct QuarterFreeze: Hashable, Sendable {
  /// The kecamatan.
  public let kecamatan: RegionCode
  /// The duty quarter.
  public let quarter: Quarter
  /// The row that froze it.
  public let row: LedgerEvent.RowID
}

extension Desk {
  /// The last freeze of each quarter that is in effect, by all rows of the ledger, the latest quarter first.
  public var freezes: [QuarterFreeze] {
    let voided = Set(ledger.events.compactMap(\.voids))
    var rows: [Quarter: LedgerEvent.RowID] = [:]
    for event in ledger.events
    where event.kind == .frozen && event.unit == kecamatan.code && !voided.contains(event.row) {
      guard let period = event.period, period.length == .quarter,
        let quarter = Quarter(year: period.year, number: period.ordinal)
      else { continue }
      rows[quarter] = event.row
    }
    return rows.sorted { $0.key > $1.key }.map {
      QuarterFreeze(kecamatan: kecamatan.code, quarter: $0.key, row: $0.value)
    }
  }

  /// The freezes in effect of some quarters, the earliest quarter first.
  public func freezes(of quarters: Set<Quarter>) -> [QuarterFreeze] {
    quarters.isEmpty ? [] : freezes.reversed().filter { quarters.contains($0.quarter) }
  }

  /// The last freeze of a quarter that is in effect, by all rows of the ledger.
  public func lastFreeze(of quarter: Quarter) -> LedgerEvent? {
    freezes(of: [quarter]).first.flatMap { freeze in
      ledger.events.last { $0.row == freeze.row }
    }
  }
}
