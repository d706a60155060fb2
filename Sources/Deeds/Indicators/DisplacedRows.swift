public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The rows in effect that a measured value is held against: those of which it takes the place, and the
/// one that takes its own.
public struct DisplacedRows: Sendable {
  /// A row of the same indicator.
  public struct Row: Hashable, Sendable {
    /// Where the row is.
    public let id: LedgerEvent.RowID
    /// What it measures.
    public let period: Period
    /// Its value, as the ledger holds it.
    public let text: String
  }

  /// The row of the same period, which the value corrects; `nil` where there is none.
  public let earlier: Row?
  /// The row of a longer period that holds this one, and so takes its place; `nil` where there is none.
  public let longer: Row?
  /// The rows of shorter periods that the period holds, in their order.
  public let shorter: [Row]

  init(by period: Period, _ indicator: Indicator, _ desk: Desk, asOf today: CivilDate) {
    let events = desk.history.measurements(
      indicator.code, of: desk.kecamatan.code, asOf: today)
    func row(_ event: LedgerEvent) -> Row? {
      event.period.map {
        Row(id: event.row, period: $0, text: desk.row(event.row)?.entry.value ?? "")
      }
    }
    earlier = events.last { $0.period == period }.flatMap(row)
    longer = events.last { $0.period.map { $0.isLonger(than: period) } ?? false }.flatMap(row)
    var inEffect: [Period: Row] = [:]
    for event in events {
      guard let value = desk.measuredValue(event.row),
        IndicatorFigure(indicator.kind, value) != nil, let row = row(event),
        period.isLonger(than: row.period)
      else { continue }
      inEffect[row.period] = row
    }
    // What a longer one of them had covered before was not in use.
    shorter = inEffect.values.filter { row in
      !inEffect.keys.contains { $0.isLonger(than: row.period) }
    }.sorted { $0.period.firstDay < $1.period.firstDay }
  }
}

extension Period {
  /// Whether it is longer than another period, and holds it.
  fileprivate func isLonger(than other: Period) -> Bool {
    length < other.length && firstDay <= other.firstDay && other.lastDay <= lastDay
  }
}
