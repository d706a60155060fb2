public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import SystemPackage
public import Workspace

/// A submission of one report, for one or several units, that is to be recorded.
public struct Submit: RowRequest {
  /// The code or name of the report.
  public var report: String
  /// The covered period; `nil` for the only one that is open.
  public var period: Period?
  /// The units; the kecamatan where none is named.
  public var units: NamedUnits
  /// `tanggal`; today where it is `nil`.
  public var date: CivilDate?
  /// `diterima`; where it is `nil` the date, or today for a regulation that comes back after a return.
  public var received: CivilDate?
  /// Files that prove the submission, as one set.
  public var evidence: [FilePath]
  /// A note.
  public var note: String?
  /// Why it is recorded although it is late, or something is odd about it.
  public var reason: String?
  /// Who records it.
  public var recorder: String
  /// What the ledgers said when it was decided on; `nil` where nobody looked.
  public var known: KnownRows?

  /// Creates a request.
  public init(
    report: String, period: Period? = nil, units: NamedUnits = [], date: CivilDate? = nil,
    received: CivilDate? = nil, evidence: [FilePath] = [], note: String? = nil,
    reason: String? = nil, recorder: String,
    knowing known: KnownRows? = nil
  ) {
    self.report = report
    self.period = period
    self.units = units
    self.date = date
    self.received = received
    self.evidence = evidence
    self.note = note
    self.reason = reason
    self.recorder = recorder
    self.known = known
  }

  /// What was recorded, all of it or nothing.
  public struct Outcome: Sendable {
    /// What came of one unit.
    public enum Result: Sendable {
      /// A row was recorded.
      case recorded(RecordedRow)
      /// A row says it already; the row, with the report and the unit.
      case alreadyRecorded(LedgerEvent, Selection)
    }

    /// What came of each unit, in the order in which they are named.
    public let results: [Result]
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Finds the obligations, and admits the submissions of those that are not recorded already.
  public func prepared(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Prepared<Outcome> {
    try RequestFailure.wrap {
      try Submit.prepared(steps(in: workspace, at: instant), evidence: evidence, at: instant)
    }
  }

  private func steps(in workspace: Workspace, at instant: ClockReading) throws -> [Step] {
    let today = instant.date
    let selections = try [Selection].named(report: report, units: units, in: workspace)
    guard !units.isSeveral || evidence.count < 2 else {
      throw RefusedEvidence.unclear(units: selections.count, files: evidence.count)
    }
    let period = try selections.period(period, of: units, or: .open, asOf: today)
    return try selections.gather(of: units) { try step($0, period, asOf: today) }
  }

  /// What is to be done for one unit.
  enum Step {
    case record(ObligationAct)
    case recorded(LedgerEvent, Selection)
  }

  /// Admits what is to be recorded.
  ///
  /// - Parameters:
  ///   - steps: What is to be done for each unit.
  ///   - evidence: The files that prove it.
  ///   - instant: When it is recorded.
  /// - Returns: The rows, with those that are recorded already among their outcome.
  /// - Throws: What stands against any of it.
  static func prepared(
    _ steps: [Step], evidence: [FilePath], at instant: ClockReading
  ) throws -> Prepared<Outcome> {
    let acts = steps.compactMap { if case .record(let act) = $0 { act } else { nil } }
    let deed = try Deed(of: acts, evidence: evidence, at: instant) { ($0, $0.selection.desk) }
    return Prepared(deed, knowing: KnownRows.init(of:)) {
      outcome(of: steps, $0, asOf: instant.date)
    }
  }

  private static func outcome(
    of steps: [Step], _ recorded: Recorded<ObligationAct>, asOf today: CivilDate
  ) -> Outcome {
    var next = recorded.results.makeIterator()
    let results = steps.compactMap { step -> Outcome.Result? in
      switch step {
      case .recorded(let row, let selection): .alreadyRecorded(row, selection)
      case .record(let act):
        switch next.next() {
        case .recorded(let row): .recorded(RecordedRow(row, asOf: today))
        case .known(let row): .alreadyRecorded(row, act.selection)
        case nil: nil
        }
      }
    }
    let remarks = results.compactMap { result -> Finding? in
      guard case .recorded(let row) = result else { return nil }
      return row.selection.desk.remark(
        on: row.obligation, recordedIn: row.row, dated: row.date)
    }
    return Outcome(
      results: results, remarks: recorded.remarks + remarksOnEvidence(recorded) + remarks)
  }

  /// Remarks on a file that proves a row of another unit too: of one file for several units it is enough
  /// to say it once a ledger.
  private static func remarksOnEvidence(_ recorded: Recorded<ObligationAct>) -> [Finding] {
    var ledgers: Set<RegionCode> = []
    return recorded.rows.flatMap { row -> [Finding] in
      guard let evidence = row.evidence, ledgers.insert(row.desk.kecamatan.code).inserted else {
        return []
      }
      let beside = recorded.rows.filter { $0.desk.kecamatan.code == row.desk.kecamatan.code }
      return row.desk.remarks(
        onEvidence: evidence.sha256, of: row.act.selection.unit, evidence.originalName,
        besides: beside.map(\.id))
    }
  }
}

// MARK: - What is meant

extension Submit {
  /// What is to be done for one unit.
  ///
  /// - Parameters:
  ///   - selection: The report and the unit.
  ///   - period: The covered period; `nil` for the only one that is open.
  ///   - today: The day of recording.
  /// - Returns: What is to be done.
  /// - Throws: What keeps the obligation from being found.
  func step(
    _ selection: Selection, _ period: Period?, asOf today: CivilDate
  ) throws -> Step {
    let obligation: Obligation
    if let period {
      obligation = try selection.obligation(period, asOf: today)
    } else {
      let open = try selection.desk.choices(
        of: selection.report, by: [selection.unit], asOf: today, where: \.isOpen
      ).fitting
      // What was recorded a moment ago is open no longer.
      if open.isEmpty, let row = recorded(selection, asOf: today, isProved: isProved) {
        return .recorded(row, selection)
      }
      obligation = try selection.onlyObligation(.open, asOf: today)
    }
    if let row = recorded(selection, obligation.id, asOf: today, isProved: isProved) {
      return .recorded(row, selection)
    }
    let standing = selection.desk.judge(asOf: today).standing(of: obligation.id)
    // Where all desa are meant, those are that still owe it: nobody names a desa whose document is in.
    if units.isAllVillages, standing.isIn, let row = standing.submissions.last {
      return .recorded(row, selection)
    }
    let date = date ?? today
    // A regulation that comes back after a return has its old date; it is the submission that is new.
    let isResubmission = obligation.rule?.meaning == .enactment && standing.openReturn != nil
    let others = try selection.desk.alternatives(to: obligation, dated: date, asOf: today)
    return .record(
      ObligationAct(
        selection: selection, obligation: obligation, kind: .submitted, date: date,
        received: received ?? (isResubmission ? today : date), others: others,
        recorder: recorder, note: note, reason: reason, seen: known
      ) { desk, stored in
        var current = selection
        current.desk = desk
        return recorded(current, obligation.id, asOf: today) { entry, ledgers in
          guard let hash = stored?.sha256 else { return true }
          return entry.sha256 == hash || ledgers.evidenceHashes(of: entry).contains(hash)
        }
      })
  }

  /// The row in effect that says what is to be recorded, as an import compares them; what follows a return
  /// is submitted again, and evidence that the row lacks is news.
  private func recorded(
    _ selection: Selection, _ id: Obligation.ID? = nil, asOf today: CivilDate,
    isProved: (LedgerEntry, LedgerStore) -> Bool
  ) -> LedgerEvent? {
    let desk = selection.desk
    let judge = desk.judge(asOf: today)
    let ids =
      id.map { [$0] }
      ?? desk.history.obligations.filter {
        $0.report == selection.report.code && $0.unit == selection.unit
      }
    let date = date ?? today
    for id in ids {
      let isReturned = judge.standing(of: id).openReturn != nil
      for row in desk.history.rows(of: id) where row.kind == .submitted && row.date == date {
        guard !isReturned || row.received == (received ?? today),
          let entry = desk.row(row.row)?.entry, Desk.isSameNote(entry.note, note ?? ""),
          isProved(entry, desk.workspace.ledgers)
        else { continue }
        return row
      }
    }
    return nil
  }

  /// Whether a row has all the evidence; a file that cannot be read has no hash that a row has, and keeping
  /// it says why.
  private func isProved(by entry: LedgerEntry, in ledgers: LedgerStore) -> Bool {
    let hashes = evidence.map { (try? ledgers.examineEvidence($0).sha256) ?? "" }
    return Set(hashes).isSubset(of: ledgers.evidenceHashes(of: entry))
  }
}
