internal import CivilCalendar
internal import DurableFiles

/// The outbox as one run sees it.
///
/// It is locked while rows are read and written and at no other time, so that a channel that takes long
/// keeps nobody else from it. What other runs wrote in between is read before anything is decided.
struct OutboxBook: ~Copyable {
  /// What its rows add up to, as far as they were read.
  private(set) var state = OutboxState()
  /// The routes over which another run is sending something.
  private(set) var busy: Set<OutboxState.Route> = []
  /// How often rows of others were read.
  private(set) var readings = 0

  private let outbox: Outbox
  private let now: ClockReading
  private let due: Set<CivilDate>
  private var turn: OutboxTurn?
  /// The number of the place that ``takeTurn(_:)`` took.
  private(set) var turnNumber: Int?
  private var lengths: [Int: Int64]?
  private var seen: OutboxExtent?

  /// Prepares a view; nothing is read yet.
  ///
  /// - Parameters:
  ///   - outbox: The outbox.
  ///   - now: The time of the run.
  ///   - due: The due dates that are open, and the Monday of the week.
  init(_ outbox: Outbox, at now: ClockReading, for due: Set<CivilDate>) {
    self.outbox = outbox
    self.now = now
    self.due = due
  }

  /// The messages of which nobody knows what became, since their run is gone.
  var cutOff: [OutboxState.OpenClaim] {
    state.openClaims.filter { $0.isCutOff && !busy.contains($0.route) }
  }

  /// Reads the outbox without keeping others from writing.
  ///
  /// - Returns: Whether it is known what stands there.
  /// - Throws: `FileFailure` where a file cannot be read.
  mutating func look() throws(FileFailure) -> Bool {
    guard let rows = try outbox.wholeRows(for: due) else { return false }
    state = OutboxState(rows, asOf: now.date)
    return true
  }

  /// Locks the outbox and reads what others wrote.
  ///
  /// - Throws: `FileFailure`, as `Outbox/lock(year:for:seen:waiting:)` and `Outbox/read(with:)`.
  mutating func lock() throws(FileFailure) -> LockedOutbox {
    let file = try outbox.lock(year: now.date.year, for: due, seen: seen)
    let found = try outbox.lengths()
    if found != lengths {
      state = OutboxState(try outbox.read(with: file), asOf: now.date)
      readings += 1
      note(found, file.count)
    }
    busy = []
    for claim in state.openClaims where claim.turn != turnNumber && !busy.contains(claim.route) {
      if try outbox.isBusy(claim.turn) { busy.insert(claim.route) }
    }
    return file
  }

  /// Takes a place among the runs that send.
  ///
  /// - Parameter file: The outbox, locked: nobody else takes a place meanwhile.
  /// - Throws: `FileFailure` where all places are taken.
  mutating func takeTurn(_ file: borrowing LockedOutbox) throws(FileFailure) {
    let taken = try outbox.takeTurn()
    turnNumber = taken.number
    turn = consume taken
  }

  /// Writes rows down.
  ///
  /// - Parameters:
  ///   - events: What they say.
  ///   - file: The outbox, locked.
  ///   - books: The ledgers that the run read, where it ends.
  /// - Throws: `FileFailure`; none of them is then in the file.
  mutating func write(
    _ events: [OutboxRow.Event], to file: inout LockedOutbox, reading books: String = ""
  ) throws(FileFailure) {
    let rows = events.map { OutboxRow(at: now, $0, reading: books) }
    try file.append(rows)
    for row in rows { state.apply(row) }
    note(try outbox.lengths(), file.count)
  }

  private mutating func note(_ found: [Int: Int64], _ rows: Int) {
    lengths = found
    seen = found[now.date.year].map { OutboxExtent(length: $0, rows: rows) }
  }
}
