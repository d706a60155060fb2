public import ComplianceModel

extension LedgerMark {
  /// What a ledger says of a mark that was taken from it before.
  public enum Proof: Hashable, Sendable {
    /// The ledger still holds the rows of the mark.
    case holds
    /// The mark has rows and there is no ledger.
    case noLedger
    /// The ledger ends before the mark.
    case cutOff(rows: Int)
    /// The ledger has as many rows, and another chain at the mark.
    case rewritten
  }

  /// Holds a ledger against the mark.
  ///
  /// - Parameter ledger: The ledger of the mark's kecamatan and year; `nil` where there is none, as in
  ///   an office that had recorded nothing yet.
  /// - Returns: What became of the rows of the mark.
  public func proof(in ledger: LedgerFile?) -> Proof {
    guard let ledger else {
      guard rows == 0 else { return .noLedger }
      return self == LedgerFile.emptyMark(kecamatan, year) ? .holds : .rewritten
    }
    guard rows <= ledger.rowCount else { return .cutOff(rows: ledger.rowCount) }
    return ledger.mark(ofRow: rows) == self ? .holds : .rewritten
  }
}
