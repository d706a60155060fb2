public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
public import LedgerStore

/// The ledgers of one kecamatan and what they say, which change together.
///
/// What is written here, or found under the lock of a ledger, is in both at once. A ledger that is read again
/// proves only the rows that were added since (`LedgerFile.updated(to:codes:)`).
public struct Books: Sendable {
  /// The kecamatan.
  public let kecamatan: Kecamatan
  /// The last day of recording that ``history`` knows; `nil` for all.
  public let knownThrough: CivilDate?
  private var store: LedgerStore
  /// Its ledger files.
  public private(set) var ledger: LedgerHistory
  /// What its ledger knows, and what the ledgers of other kecamatan know of units that were there.
  public private(set) var history: History

  /// The ledgers of other kecamatan in which units of this one are at other times.
  private let others: [LedgerHistory]

  /// Reads the ledgers.
  ///
  /// - Parameters:
  ///   - kecamatan: The kecamatan.
  ///   - store: The ledgers of the workspace.
  ///   - knownThrough: Only rows recorded up to this day are known; all where it is `nil`.
  ///   - codes: Where the codes of rows are interned, here and by all other methods.
  ///   - read: Reads the ledgers of a kecamatan.
  /// - Throws: ``WorkspaceFailure`` with all faults of a ledger, or what `read` throws.
  init(
    of kecamatan: Kecamatan, in store: LedgerStore, knownThrough: CivilDate?,
    codes: inout CodeTable,
    reading read: (RegionCode, inout CodeTable) throws(WorkspaceFailure) -> LedgerHistory
  ) throws(WorkspaceFailure) {
    self.kecamatan = kecamatan
    self.store = store
    self.knownThrough = knownThrough
    ledger = try Books.sound(try read(kecamatan.code, &codes))
    var others: [LedgerHistory] = []
    for other in kecamatan.otherKecamatan {
      others.append(try Books.sound(try read(other, &codes)))
    }
    self.others = others
    history = History([])
    history = known
  }

  /// The ledgers, where they can be relied on.
  private static func sound(
    _ ledger: LedgerHistory
  ) throws(WorkspaceFailure) -> LedgerHistory {
    let faults = ledger.faults
    guard faults.isEmpty else { throw .data(faults) }
    return ledger
  }

  // MARK: - Asking

  /// The rows of the kecamatan's own ledger, and those of others about units that were there.
  private var events: [LedgerEvent] {
    guard !others.isEmpty else { return ledger.events }
    let codes = kecamatan.currentCodes
    return ledger.events
      + others.flatMap(\.files).flatMap { file in
        file.events.filter { codes[$0.unit] != nil }.map { $0.read(in: file.kecamatan) }
      }
  }

  private func history(of events: [LedgerEvent]) -> History {
    History(events, underCodes: kecamatan.currentCodes)
  }

  private var known: History {
    history(of: knownThrough.map { day in events.filter { $0.recorded <= day } } ?? events)
  }

  /// What the ledgers know, with what was recorded after ``knownThrough``: a row is admitted by all that is
  /// there.
  var wholeHistory: History { knownThrough == nil ? history : history(of: events) }

  /// A row with its texts, also one of another kecamatan's ledger; `nil` where there is no such row.
  public func row(_ id: LedgerEvent.RowID) -> LedgerRow? {
    file(of: id)?.row(id.number)
  }

  /// The SHA-256 that a row names of its evidence, as ``Desk/evidence(of:)`` tells it.
  func evidence(of id: LedgerEvent.RowID) -> String? { file(of: id)?.evidence(ofRow: id.number) }

  /// The file in which a row stands.
  private func file(of id: LedgerEvent.RowID) -> LedgerFile? {
    guard let book = id.book else { return ledger.file(of: id.year) }
    return others.first { $0.files.first?.kecamatan == book }?.file(of: id.year)
  }

  /// The same books with a history of some rows only, as it was when no others were written.
  ///
  /// - Parameter isKnown: Whether a row was there.
  /// - Returns: The books, for reading.
  func knowing(only isKnown: (LedgerEvent.RowID) -> Bool) -> Books {
    var books = self
    books.history = history(of: events.filter { isKnown($0.row) })
    return books
  }

  // MARK: - Changing

  /// Reads and writes from now on what another view of the same ledgers shows.
  mutating func look(into store: LedgerStore) { self.store = store }

  /// Reads the kecamatan's own ledgers again, after something may have been written to them.
  ///
  /// - Throws: ``WorkspaceFailure``; the books are then as they were.
  mutating func reread(codes: inout CodeTable) throws(WorkspaceFailure) {
    let read: LedgerHistory
    do throws(FileFailure) {
      read = try store.readAll(kecamatan.code, codes: &codes, after: ledger)
    } catch {
      throw .file(error)
    }
    ledger = try Books.sound(read)
    history = known
  }

  /// Takes the ledger of a year for writing.
  ///
  /// - Parameters:
  ///   - year: The civil year of recording.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end.
  ///   - codes: The table of codes.
  /// - Returns: The ledger as it is under the lock, ready for rows.
  /// - Throws: `LedgerFailure`, as `LedgerStore.lock`.
  func lock(
    year: Int, syncedLater isSyncedLater: Bool, codes: inout CodeTable
  ) throws(LedgerFailure) -> LockedLedger {
    try store.lock(
      kecamatan.code, year: year, codes: &codes, syncedLater: isSyncedLater,
      after: ledger.file(of: year))
  }

  /// Judges from now on as if a row were there too, which is about to be written.
  mutating func assume(_ event: LedgerEvent) { history.add(event) }

  /// Puts a ledger as it is now in the place of what was read before.
  ///
  /// - Returns: Whether it differs.
  @discardableResult
  mutating func adopt(_ file: LedgerFile) -> Bool {
    let old = ledger.file(of: file.year)
    guard file.mark != (old?.mark ?? LedgerFile.emptyMark(kecamatan.code, file.year)) else {
      return false
    }
    ledger = ledger.replacing(file)
    if let old, let added = addedRows(of: file, after: old) {
      for event in added { history.add(event, underCodes: kecamatan.currentCodes) }
    } else {
      history = known
    }
    return true
  }

  /// The rows that a ledger has behind those that were read before, where they can be filed one by one: none
  /// of the rows before is another, and none is voided.
  private func addedRows(of file: LedgerFile, after old: LedgerFile) -> ArraySlice<LedgerEvent>? {
    guard knownThrough == nil, old.mark.proof(in: file) == .holds,
      old.events.count <= file.events.count
    else { return nil }
    let added = file.events[old.events.count...]
    return added.contains { $0.kind == .voided } ? nil : added
  }

  /// Appends the rows that a check decides on after it saw, under the lock, what is there.
  ///
  /// The books then know them, and those that others wrote to that ledger since they were read.
  ///
  /// - Parameters:
  ///   - instant: When they are recorded.
  ///   - codes: The table of codes.
  ///   - decide: Gets the books as they are under the lock; gives the rows to append.
  /// - Returns: The rows as they were written, and what the writer noticed on the way.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written, and the books are as they
  ///   were.
  mutating func append(
    at instant: ClockReading, codes: inout CodeTable,
    deciding decide: (Books) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    var current = self
    let receipt = try store.append(
      to: kecamatan.code, at: instant, codes: &codes, after: ledger.file(of: instant.date.year)
    ) { file, _ in
      current.adopt(file)
      return try decide(current)
    }
    current.adopt(receipt.ledger)
    self = current
    return receipt
  }
}
