public import ComplianceModel
public import DurableFiles

/// Why nothing was written to a ledger.
public enum LedgerFailure: Error, Hashable, Sendable {
  /// The file system refused, or another writer held the lock for too long.
  case file(FileFailure)
  /// The rows that are there do not hold together; a person decides what becomes of them.
  case damaged([Finding])
  /// What was to be written breaks the rules of a row.
  case refused([Finding])
}
