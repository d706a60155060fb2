public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// A due date that a letter moved.
public struct Postponement: Sendable {
  /// The row of the letter: its own day, the new due date, the place in the ledger.
  public let row: LedgerEvent
  /// The due date before.
  public let former: CivilDate
  /// What the row says of the letter; empty where it says nothing.
  public let note: String

  /// Looks up what moved a due date; `nil` where nothing did.
  ///
  /// - Parameters:
  ///   - assessment: The obligation as it was judged.
  ///   - desk: The desk that has its rows.
  public init?(_ assessment: Assessment, _ desk: Desk) {
    guard let row = assessment.standing.extensionRow, let former = assessment.obligation.due else {
      return nil
    }
    self.row = row
    self.former = former
    note = desk.row(row.row)?.entry.note ?? ""
  }
}
