internal import CivilCalendar
internal import ComplianceModel
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
  ///   - meaning: The row that an element means, with the desk of its kecamatan.
  /// - Throws: Everything that stands against any of them.
  init<Element>(
    of elements: [Element], evidence: [FilePath] = [], at instant: ClockReading,
    meaning: (Element) throws -> (act: Doing, desk: Desk)
  ) throws(RequestFailure) {
    var desks: [Desk] = []
    acts = try RequestFailure.gather(elements) { element in
      let (act, desk) = try meaning(element)
      let place = desks.firstIndex { $0.kecamatan.code == desk.kecamatan.code }
      if place == nil { desks.append(desk) }
      _ = try act.admit(place.map { desks[$0] } ?? desk, asOf: instant.date)
      return (act, place ?? desks.count - 1)
    }
    self.desks = desks
    self.evidence = evidence
    self.instant = instant
  }

  /// The rows as they can be recorded.
  ///
  /// - Parameter outcome: What comes of the rows that were recorded.
  /// - Returns: What writes them.
  func admitted<Outcome>(
    _ outcome: @escaping (Recorded<Doing>) -> Outcome
  ) -> Admitted<Outcome> {
    Admitted { outcome(try record()) }
  }

  /// Keeps the evidence, admits the rows again under the locks and appends them.
  ///
  /// - Throws: What stands against them now, or what writing threw; no row was then written.
  func record() throws -> Recorded<Doing> {
    var desks = desks
    let stored = try desks.map {
      try StoredEvidence.kept(evidence, for: $0, year: instant.date.year)
    }
    let own = desks.indices.map { place in acts.filter { $0.place == place }.map(\.act) }
    var accepted: [[Doing.Acceptance]] = desks.map { _ in [] }
    let written = try Desk.append(to: &desks, at: instant) { place, desk in
      accepted[place] = try RequestFailure.gather(own[place]) {
        try $0.admit(desk, asOf: instant.date)
      }
      return zip(own[place], accepted[place]).map {
        $0.entry($1, provedBy: stored[place], asOf: instant.date)
      }
    }
    var next = desks.map { _ in 0 }
    let rows = acts.map { act, place in
      defer { next[place] += 1 }
      return Recorded<Doing>.Row(
        act: act, acceptance: accepted[place][next[place]], id: written[place].rows[next[place]],
        evidence: stored[place], desk: desks[place])
    }
    return Recorded(rows: rows, remarks: written.flatMap(\.remarks))
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

  /// The rows, in the order in which they were asked for, as many of them.
  let rows: [Row]
  /// What the writer noticed on the way.
  let remarks: [Finding]
}
