internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The ledgers of an import, and what is in them already.
extension TableImport {
  /// Locks the ledgers of all desks, in the order of their codes so that no two imports wait for each
  /// other, and looks at every row again where one of them has changed since it was read.
  mutating func lockBooks(year: Int, _ rows: inout Int) throws -> [ImportBook] {
    var desks = resolver.desks
    var books: [Int: ImportBook] = [:]
    var hasChanged = false
    let order = desks.indices.sorted { desks[$0].kecamatan.code < desks[$1].kecamatan.code }
    for place in order {
      let book = ImportBook(try desks[place].lock(year: year, syncedLater: order.count > 1))
      if desks[place].adopt(book.ledger.ledger) { hasChanged = true }
      books[place] = book
    }
    if hasChanged {
      resolver.replace(desks)
      rows = try check()
      // Another writer accepted or exempted in the meantime what the table speaks of.
      guard !outcome.isRefused || request.skipsFaulty else {
        throw WorkspaceFailure.data(outcome.findings)
      }
    }
    return desks.indices.compactMap { books[$0] }
  }

  func head(
    of target: ImportTarget, _ book: ImportBook, at instant: ClockReading
  ) throws -> SubmissionHead {
    try book.ledger.head(
      unit: target.id.unit, report: resolver.code(of: target), period: target.id.period,
      recorder: request.recorder, at: instant)
  }

  // MARK: - Rows that are there already

  /// The standing submissions of all desks, with room for the rows of the table.
  mutating func knownRows(roomFor rows: Int) -> FingerprintSet {
    let files = resolver.desks.flatMap(\.ledger.files)
    var known = FingerprintSet(capacity: rows + files.reduce(0) { $0 + $1.rowCount })
    for place in resolver.desks.indices { _ = known.insert(resolver.fingerprints(ofDesk: place)) }
    return known
  }

  static func fingerprints(
    _ batch: ImportReader.Batch, _ resolver: ImportResolver
  ) -> [FingerprintSet.Fingerprint] {
    batch.withTexts { texts in
      batch.rows.map { row in
        ImportResolver.fingerprint(
          resolver.targets[row.target].number, row.date, texts[row.note])
      }
    }
  }
}
