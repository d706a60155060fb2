public import LedgerStore

/// What recording a request would come to, where nobody else writes meanwhile; nothing is written.
public struct Preview<Outcome: Sendable>: Sendable {
  /// The outcome as it would be: rows have the numbers that they would have.
  public let outcome: Outcome
  /// What the ledgers would say, in the order in which it would be recorded; nothing for what is recorded
  /// already.
  public let entries: [LedgerEntry]
  /// The files that would prove each of the rows.
  public let files: [ForeseenFile]
  /// What the ledgers say of its obligations, by which a person decides.
  public let known: KnownRows

  init(
    _ outcome: Outcome, _ entries: [LedgerEntry], _ files: [ForeseenFile] = [],
    knowing known: KnownRows = KnownRows()
  ) {
    self.known = known
    self.outcome = outcome
    self.entries = entries
    self.files = files
  }
}
