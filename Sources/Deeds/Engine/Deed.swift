internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Rows to be recorded, all of them or none: the one way by which anything enters the ledgers by hand.
///
/// Every deed takes five steps. What is meant is found by the request; the rest is here.
///
/// 1. What is meant: units, reports and periods become obligations; or an event, a row, an indicator.
/// 2. Each row is admitted before anything is written, and every refusal is told.
/// 3. The evidence is kept.
/// 4. Under the locks each row is admitted again, by what others wrote meanwhile, and all are appended.
/// 5. The outcome: the rows, what they changed, and what was noticed.
struct Deed<Doing: Act> {
  private let acts: [(act: Doing, place: Int)]
  private let desks: [Desk]
  private let evidence: [FilePath]
  private let instant: ClockReading

  /// Finds what is meant and admits it, before anything is written.
  ///
  /// - Parameters:
  ///   - elements: What a person named, of which each becomes a row.
  ///   - evidence: Files that prove each of the rows.
  ///   - instant: When they are recorded.
  ///   - meaning: The row that an element means, with the desk of its kecamatan: of one kecamatan always
  ///     the same desk, whose table the codes of the row are from.
  /// - Throws: Everything that stands against any of them.
  init<Element>(
    of elements: [Element], evidence: [FilePath] = [], at instant: ClockReading,
    meaning: (Element) throws -> (act: Doing, desk: Desk)
  ) throws(RequestFailure) {
    var desks: [Desk] = []
    // Each is judged as if those before it were recorded.
    var judging: [Queue] = []
    acts = try RequestFailure.gather(elements) { element in
      let (act, desk) = try meaning(element)
      let found = desks.firstIndex { $0.kecamatan.code == desk.kecamatan.code }
      let place = found ?? desks.count
      if found == nil {
        desks.append(desk)
        judging.append(Queue(desk, asOf: instant.date))
      }
      _ = try judging[place].admit(act)
      return (act, place)
    }
    self.desks = desks
    self.evidence = evidence
    self.instant = instant
  }

  /// Keeps the evidence, admits the rows again under the locks and appends them.
  ///
  /// - Throws: What stands against them now, or what writing threw; no row was then written.
  func record() throws -> Recorded<Doing> {
    var desks = desks
    let sources = try evidence.map { try OpenedFile.evidence($0, among: evidence, in: desks) }
    let stored = try desks.map {
      try StoredEvidence.kept(sources, for: $0, year: instant.date.year)
    }
    let own = desks.indices.map { place in acts.filter { $0.place == place }.map(\.act) }
    var taken: [[Taken]] = desks.map { _ in [] }
    let written = try Desk.append(to: &desks, at: instant) { place, desk in
      var queue = Queue(desk, asOf: instant.date)
      taken[place] = try RequestFailure.gather(own[place]) { act in
        let known = act.known(in: desk, provedBy: stored[place], asOf: instant.date)
        return try known.map(Taken.known) ?? .news(queue.admit(act).acceptance)
      }
      return zip(own[place], taken[place]).compactMap { act, taken in
        guard case .news(let acceptance) = taken else { return nil }
        return act.entry(acceptance, provedBy: stored[place], asOf: instant.date)
      }
    }
    var next = taken.map { $0.makeIterator() }
    var rows = written.map { $0.rows.makeIterator() }
    let results = acts.compactMap { act, place -> Recorded<Doing>.Result? in
      switch next[place].next() {
      case .news(let acceptance):
        rows[place].next().map { row in
          .recorded(
            Recorded<Doing>.Row(
              act: act, acceptance: acceptance, id: row, evidence: stored[place],
              desk: desks[place]))
        }
      case .known(let row): .known(row)
      case nil: nil
      }
    }
    return Recorded(results: results, remarks: written.flatMap(\.remarks))
  }

  /// What recording would come to where nobody else writes meanwhile; nothing is written.
  ///
  /// - Returns: The rows with the numbers that they would have, the desks as if they knew them, and the
  ///   files as they are.
  /// - Throws: What stands against the files; ``RefusedEvidence`` for one that proves nothing.
  func foreseen() throws -> Foreseen {
    let sources = try evidence.map { try OpenedFile.evidence($0, among: evidence, in: desks) }
    let stored = try desks.map {
      try StoredEvidence.foreseen(sources, for: $0, year: instant.date.year)
    }
    var queues = desks.map { Queue($0, asOf: instant.date) }
    let taken = try RequestFailure.gather(acts) { act, place in
      (act, place, try queues[place].admit(act))
    }
    let results = taken.map { act, place, taken in
      Recorded<Doing>.Result.recorded(
        Recorded<Doing>.Row(
          act: act, acceptance: taken.acceptance, id: taken.row, evidence: stored[place]?.kept,
          desk: queues[place].desk))
    }
    let entries = taken.map { act, place, taken in
      act.entry(taken.acceptance, provedBy: stored[place]?.kept, asOf: instant.date)
    }
    return Foreseen(
      recorded: Recorded(results: results, remarks: []), entries: entries,
      files: stored.first??.files ?? [])
  }

  /// What recording would come to.
  struct Foreseen {
    /// The rows as they would be.
    let recorded: Recorded<Doing>
    /// What the ledgers would say, a row an act.
    let entries: [LedgerEntry]
    /// What proves each of them.
    let files: [ForeseenFile]
  }

  /// Acts behind each other at one desk.
  private struct Queue {
    private(set) var desk: Desk
    private let today: CivilDate
    private var next: Int

    init(_ desk: Desk, asOf today: CivilDate) {
      self.desk = desk
      self.today = today
      next = (desk.ledger.files.first { $0.year == today.year }?.rowCount ?? 0) + 1
    }

    /// Admits an act, and goes on as if it were recorded.
    mutating func admit(
      _ act: Doing
    ) throws -> (acceptance: Doing.Acceptance, row: LedgerEvent.RowID) {
      let acceptance = try act.admit(desk, asOf: today)
      let row = LedgerEvent.RowID(year: today.year, number: next)
      next += 1
      if let event = act.event(as: row, asOf: today) { desk.assume(event) }
      return (acceptance, row)
    }
  }

  /// How a row is taken under the lock.
  private enum Taken {
    case news(Doing.Acceptance)
    case known(LedgerEvent)
  }
}

/// Rows that were recorded.
struct Recorded<Doing: Act> {
  /// One of them.
  struct Row {
    /// What was asked for.
    let act: Doing
    /// How it was taken, by what stood in the ledger under the lock.
    let acceptance: Doing.Acceptance
    /// Where the row is.
    let id: LedgerEvent.RowID
    /// What proves it.
    let evidence: StoredEvidence?
    /// The desk of its kecamatan, which knows the rows.
    let desk: Desk
  }

  /// What came of one act.
  enum Result {
    /// A row was recorded.
    case recorded(Row)
    /// A row of somebody else, found under the lock, says the same.
    case known(LedgerEvent)
  }

  /// What came of each, in the order in which they were asked for.
  let results: [Result]
  /// What the writer noticed on the way.
  let remarks: [Finding]

  /// The rows that were recorded; as many as were asked for, unless an act can be known already.
  var rows: [Row] {
    results.compactMap { if case .recorded(let row) = $0 { row } else { nil } }
  }
}
