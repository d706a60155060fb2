public import CivilCalendar
public import Compliance
public import ComplianceModel
public import LedgerStore

/// Everything about one kecamatan that a question needs: what is settled beforehand, and its books.
public struct Desk: Sendable {
  /// The workspace.
  public private(set) var workspace: Workspace
  private let workingDays: WorkingDayCalendar
  /// Its reports, rules and events, which do not change; its table of codes grows with what rows and
  /// registers name.
  public private(set) var calendar: ReportCalendar
  /// Its ledgers and what they say.
  public private(set) var books: Books

  init(
    _ workspace: Workspace, _ kecamatan: Kecamatan, _ calendar: ReportCalendar,
    _ workingDays: WorkingDayCalendar, knownThrough: CivilDate?,
    reading read: (RegionCode, inout CodeTable) throws(WorkspaceFailure) -> LedgerHistory
  ) throws(WorkspaceFailure) {
    self.workspace = workspace
    self.workingDays = workingDays
    var calendar = calendar
    books = try Books(
      of: kecamatan, in: workspace.ledgers, knownThrough: knownThrough, codes: &calendar.codes,
      reading: read)
    self.calendar = calendar
  }

  /// The kecamatan.
  public var kecamatan: Kecamatan { books.kecamatan }

  /// Its ledger files.
  public var ledger: LedgerHistory { books.ledger }

  /// What its books know.
  public var history: History { books.history }

  /// The last day of recording that is used; `nil` for all.
  public var knownThrough: CivilDate? { books.knownThrough }

  /// A row with its texts, also one of another kecamatan's ledger; `nil` where there is no such row.
  public func row(_ id: LedgerEvent.RowID) -> LedgerRow? { books.row(id) }

  /// The SHA-256 that a row names of its evidence, empty where it has none; `nil` where there is no such row.
  public func evidence(of id: LedgerEvent.RowID) -> String? { books.evidence(of: id) }

  /// The same desk for the same workspace that is looked at another way.
  func standing(in workspace: Workspace) -> Desk {
    var desk = self
    desk.workspace = workspace
    desk.books.look(into: workspace.ledgers)
    return desk
  }

  /// Reads the ledgers again, after something was written to them.
  ///
  /// - Throws: ``WorkspaceFailure``; the books are then as they were.
  mutating func reread() throws(WorkspaceFailure) { try books.reread(codes: &calendar.codes) }

  /// Judges from now on as if a row were there too, which is about to be written.
  ///
  /// - Parameter event: The row, which voids none; its texts are not known.
  package mutating func assume(_ event: LedgerEvent) { books.assume(event) }

  /// Takes over a table that holds the desk's own codes and more.
  package mutating func adopt(_ codes: CodeTable) { calendar.codes = codes }

  /// Takes the ledger of a year for writing.
  ///
  /// - Parameters:
  ///   - year: The civil year of recording.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end.
  /// - Returns: The ledger as it is under the lock, ready for rows.
  /// - Throws: `LedgerFailure`, as `LedgerStore.lock`.
  package mutating func lock(
    year: Int, syncedLater isSyncedLater: Bool
  ) throws(LedgerFailure) -> LockedLedger {
    try books.lock(year: year, syncedLater: isSyncedLater, codes: &calendar.codes)
  }

  /// Puts what a ledger holds under its lock in the place of what was read before.
  ///
  /// - Returns: Whether it differs.
  package mutating func adopt(_ file: LedgerFile) -> Bool { books.adopt(file) }

  /// Knows the rows that were added one by one to a ledger under its lock.
  mutating func learn(_ ledger: borrowing LockedLedger) {
    books.adopt(ledger.withAddedRows(codes: &calendar.codes))
  }

  /// The same desk with the knowledge of some rows only, as it was when no others were written.
  ///
  /// - Parameter isKnown: Whether a row was there.
  /// - Returns: The desk, for reading.
  public func knowing(only isKnown: (LedgerEvent.RowID) -> Bool) -> Desk {
    var desk = self
    desk.books = books.knowing(only: isKnown)
    return desk
  }

  /// What is settled before the ledger is looked at.
  public var definitions: Definitions {
    Definitions(
      kecamatan: kecamatan, office: workspace.office, calendar: calendar, workingDays: workingDays)
  }

  /// A judge for a day.
  public func judge(asOf day: CivilDate) -> Judge { Judge(definitions, history, asOf: day) }

  /// A judge for a day of all rows that are there, by which what is to be recorded is admitted.
  public func admittingJudge(asOf day: CivilDate) -> Judge {
    Judge(definitions, books.wholeHistory, asOf: day)
  }

  /// What is owed in some duty years.
  ///
  /// - Parameters:
  ///   - years: The duty years.
  ///   - day: The day of judging.
  ///   - isOpenOnly: Whether obligations that are in or exempt on that day are left out, so that what is
  ///     settled leaves no gap where the holidays of its year are not known.
  /// - Returns: The obligations, with what kept others from being computed.
  /// - Throws: ``WorkspaceFailure`` for a faulty holiday file that a date needs.
  public func plan(
    _ years: ClosedRange<Int>, asOf day: CivilDate, openOnly isOpenOnly: Bool = false
  ) throws(WorkspaceFailure) -> Plan {
    let judge = judge(asOf: day)
    let planner = Planner(judge.definitions, history, asOf: day, years: years) { id in
      guard isOpenOnly else { return true }
      return !judge.standing(of: id).isSettled
    }
    var plan = planner.plan()
    if isOpenOnly { plan.keepOpenElsewhere(judge.definitions, on: day) }
    try workspace.requireHolidays(of: plan.gaps.map(\.year))
    return plan
  }

  /// The obligation with an identity; `nil` where the unit does not owe it or the report has no such
  /// period.
  ///
  /// - Throws: `CalendarNotCovered` where its date needs a year without holidays; a
  ///   ``WorkspaceFailure`` where the holiday file of that year is faulty.
  public func obligation(_ id: Obligation.ID, asOf day: CivilDate) throws -> Obligation? {
    do {
      return try Planner.obligation(id, definitions, history, asOf: day)
    } catch {
      try workspace.requireHolidays(of: [error.year])
      throw error
    }
  }
}

extension Desk {
  /// What fixes the ledger files that were read, by year: all rows, or those recorded up to a day.
  ///
  /// - Parameters:
  ///   - day: The last day of recording; `nil` for all rows.
  ///   - today: Where there is no ledger yet, the year of this day stands for an empty one.
  /// - Returns: A mark for each file.
  public func ledgerMarks(
    knownThrough day: CivilDate?, asOf today: CivilDate
  ) -> [LedgerMark] {
    guard !ledger.files.isEmpty else {
      return [LedgerFile.emptyMark(kecamatan.code, today.year)]
    }
    return ledger.files.map { file in
      day.map { file.lastRow(recordedThrough: $0) } ?? file.mark
    }
  }

  /// Appends the rows that a check decides on after it saw, under the lock, what is there.
  ///
  /// Its books then know them, and those that others wrote since they were read.
  ///
  /// - Parameters:
  ///   - instant: When they are recorded.
  ///   - decide: Gets a judge of all rows that are there, by which what is to be recorded is admitted, and
  ///     the books as they are under the lock; gives the rows to append.
  /// - Returns: The rows as they were written, and what the writer noticed on the way.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written.
  mutating func append(
    at instant: ClockReading, deciding decide: (Judge, Books) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    let definitions = definitions
    return try books.append(at: instant, codes: &calendar.codes) { books in
      try decide(Judge(definitions, books.wholeHistory, asOf: instant.date), books)
    }
  }
}
