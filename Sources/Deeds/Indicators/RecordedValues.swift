public import CivilCalendar
public import ComplianceModel
internal import LedgerStore
internal import Workspace

/// A measured value that was recorded.
public struct RecordedValue: Sendable {
  /// The indicator that was named.
  public let named: Indicator
  /// The indicator whose number it is, where another one shows it too; else the same.
  public let original: Indicator
  /// What was measured.
  public let period: Period
  /// The value as the ledger holds it.
  public let text: String
  /// Where the row is.
  public let row: LedgerEvent.RowID
  /// The rows that it is held against, as they were in the ledger before.
  public let displaced: DisplacedRows
}

/// The measured values that a request recorded, all of them.
public struct RecordedValues: Sendable {
  /// The values, in the order in which they were asked for.
  public let values: [RecordedValue]
  /// The path of the evidence in the workspace; `nil` where there is none.
  public let evidencePath: String?
  /// What was noticed on the way.
  public let remarks: [Finding]

  /// What comes of a survey that nobody answered.
  static let none = RecordedValues(values: [], evidencePath: nil, remarks: [])
}

extension RecordedValues {
  /// What a deed recorded.
  init(_ recorded: Recorded<MeasurementAct>) {
    values = recorded.rows.map { row in
      RecordedValue(
        named: row.act.indicator.named, original: row.act.indicator.original,
        period: row.act.terms.period, text: row.act.text, row: row.id, displaced: row.acceptance)
    }
    evidencePath = recorded.rows.first?.evidence?.path
    // The row was recorded, whatever it says.
    remarks =
      recorded.remarks
      + recorded.rows.compactMap { row in
        MeasuredValue(row.act.text).flatMap {
          row.act.indicator.original.remark(on: $0, at: row.desk.place(of: row.id))
        }
      }
  }
}

extension Prepared<RecordedValues> {
  /// Prepares the rows of measured values.
  init(_ deed: Deed<MeasurementAct>) { self.init(deed, outcome: RecordedValues.init) }
}
