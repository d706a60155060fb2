package import LedgerStore

/// A ledger under its lock; a class because a value that cannot be copied lies in no array.
package final class ImportBook {
  /// The ledger.
  package var ledger: LockedLedger
  /// Holds a ledger.
  package init(_ ledger: consuming LockedLedger) { self.ledger = ledger }
}

extension [ImportBook] {
  /// Writes the rows of all ledgers and makes them durable at once, however many there are.
  package func finish(in store: LedgerStore) throws(LedgerFailure) {
    for book in self { try book.ledger.flush() }
    if count > 1 { try store.syncAll() }
    for book in self { try book.ledger.commit(afterSync: count > 1) }
  }
}
