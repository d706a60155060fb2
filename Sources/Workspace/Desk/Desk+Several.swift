public import CivilCalendar
public import ComplianceModel
public import LedgerStore

extension Desk {
  /// Appends rows to the ledgers of several kecamatan, all of them or none.
  ///
  /// The ledgers are locked in the order of their codes, so that no two writers wait for each other.
  /// Their books then know the rows.
  ///
  /// - Parameters:
  ///   - desks: The desks.
  ///   - instant: When the rows are recorded.
  ///   - decide: Gets the place of a desk, and the desk with its ledger as it is under the lock; gives
  ///     the rows to append.
  /// - Returns: For each desk its rows as they were written, and what the writer noticed.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written, and the desks may know
  ///   what others wrote before.
  public static func append(
    to desks: inout [Desk], at instant: ClockReading,
    deciding decide: (Int, Desk) throws -> [LedgerEntry]
  ) throws -> [(rows: [LedgerEvent.RowID], remarks: [Finding])] {
    var books: [Int: ImportBook] = [:]
    for place in desks.indices.sorted(by: { desks[$0].kecamatan.code < desks[$1].kecamatan.code }) {
      let book = ImportBook(
        try desks[place].lock(year: instant.date.year, syncedLater: desks.count > 1))
      _ = desks[place].adopt(book.ledger.ledger)
      books[place] = book
    }
    let entries = try desks.indices.map { try decide($0, desks[$0]) }
    var written = desks.map { _ in [LedgerEvent.RowID]() }
    for (place, entries) in entries.enumerated() {
      for entry in entries {
        if let row = try books[place]?.ledger.add(entry, at: instant) { written[place].append(row) }
      }
    }
    if let store = desks.first?.workspace.ledgers { try Array(books.values).finish(in: store) }
    return desks.indices.map { place in
      guard let book = books[place] else { return (written[place], []) }
      desks[place].learn(book.ledger)
      return (written[place], book.ledger.remarks)
    }
  }
}
