public import ComplianceModel

/// How a kecamatan stood in a quarter when it was frozen, with what its ledgers knew then.
public struct FrozenStatement: Sendable {
  /// The row that froze it.
  public let row: LedgerEvent.RowID
  /// What was stated.
  public let statement: DutyStatement
  /// The state of each ledger file that was read.
  public let ledgers: [LedgerMark]

  /// Describes a frozen quarter.
  public init(row: LedgerEvent.RowID, _ statement: DutyStatement, ledgers: [LedgerMark]) {
    self.row = row
    self.statement = statement
    self.ledgers = ledgers
  }

  /// Whether a row was in the ledger when the quarter was frozen.
  ///
  /// Of another kecamatan's ledger the statement says nothing.
  public func knew(_ id: LedgerEvent.RowID) -> Bool {
    id.book != nil || ledgers.contains { $0.year == id.year && id.number <= $0.rows }
  }
}
