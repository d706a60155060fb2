internal import CivilCalendar
internal import ComplianceModel

/// The rows of obligations in three arrays, however many obligations there are: each row knows the place
/// of the next one about the same obligation.
struct ObligationRows: Sendable {
  /// The rows of one obligation, as places in ``rows``.
  private struct Thread {
    let id: Obligation.ID
    var first: UInt32
    var last: UInt32
  }

  /// The rows, in the order in which they were filed.
  private var rows: [LedgerEvent] = []
  /// The place of the row that follows, and one; 0 where none does.
  private var next: [UInt32] = []
  private var threads: [Thread] = []
  /// Open addressing with linear probing: 0 for a free slot, else the place of a thread and one.
  private var slots: [UInt32] = []

  /// Creates an empty table with room for so many rows.
  init(expecting count: Int = 0) {
    guard count > 0 else { return }
    rows.reserveCapacity(count)
    next.reserveCapacity(count)
    // At most as many obligations as rows: of a usual ledger the slots need not grow while they are filed.
    let expected = min(count, 1024)
    threads.reserveCapacity(expected)
    var room = 64
    while room < 2 * expected { room *= 2 }
    slots = Array(repeating: 0, count: room)
  }

  /// The obligations, in the order in which they were first filed.
  var obligations: some Sequence<Obligation.ID> { threads.lazy.map(\.id) }

  /// Files a row behind those of its obligation that were received before it.
  mutating func file(_ row: LedgerEvent, about id: Obligation.ID) {
    let place = UInt32(rows.count)
    rows.append(row)
    next.append(0)
    guard let thread = thread(id) else {
      add(Thread(id: id, first: place, last: place))
      return
    }
    let last = threads[thread].last
    // Most rows are received after those before them.
    guard isBefore(row, rows[Int(last)]) else {
      next[Int(last)] = place + 1
      threads[thread].last = place
      return
    }
    let first = threads[thread].first
    guard !isBefore(row, rows[Int(first)]) else {
      next[Int(place)] = first + 1
      threads[thread].first = place
      return
    }
    var before = Int(first)
    while next[before] != 0, !isBefore(row, rows[Int(next[before]) - 1]) {
      before = Int(next[before]) - 1
    }
    next[Int(place)] = next[before]
    next[before] = place + 1
  }

  private func isBefore(_ row: LedgerEvent, _ other: LedgerEvent) -> Bool {
    (row.received, row.row) < (other.received, other.row)
  }

  /// The rows of an obligation, by the day of receipt, then by file and number.
  func rows(of id: Obligation.ID) -> [LedgerEvent] {
    var found: [LedgerEvent] = []
    forEachRow(of: id) { row, _ in found.append(row) }
    return found
  }

  /// A row by its place.
  subscript(place: UInt32) -> LedgerEvent { rows[Int(place)] }

  /// Shows the rows of an obligation with their places, by the day of receipt, then by file and number.
  @inline(__always)
  func forEachRow(of id: Obligation.ID, _ body: (LedgerEvent, UInt32) -> Void) {
    guard let thread = thread(id) else { return }
    var place = threads[thread].first
    while true {
      body(rows[Int(place)], place)
      guard next[Int(place)] != 0 else { return }
      place = next[Int(place)] - 1
    }
  }

  // MARK: - The table

  private func thread(_ id: Obligation.ID) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: id.mixed) & mask
    while slots[slot] != 0 {
      let thread = Int(slots[slot]) - 1
      if threads[thread].id == id { return thread }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func add(_ thread: Thread) {
    threads.append(thread)
    // At most half of the slots are taken, so that a search ends soon.
    guard threads.count * 2 > slots.count else { return place(threads.count - 1) }
    slots = Array(repeating: 0, count: max(64, slots.count * 4))
    for index in threads.indices { place(index) }
  }

  private mutating func place(_ thread: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: threads[thread].id.mixed) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(thread + 1)
  }
}
