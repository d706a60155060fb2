public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
public import LedgerStore
internal import SystemPackage

/// Everything about one kecamatan that a question needs: its calendar, its working days, its ledgers.
public struct Desk: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// The kecamatan.
  public let kecamatan: Kecamatan
  /// Its reports, rules and events.
  public private(set) var calendar: ReportCalendar
  /// Its ledger files.
  public private(set) var ledger: LedgerHistory
  /// What its ledger knows, and what the ledgers of other kecamatan know of units that were there.
  public private(set) var history: History
  /// The ledgers of other kecamatan in which units of this one stand at other times.
  private var others: [LedgerHistory]
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?

  private let workingDays: WorkingDayCalendar

  init(
    _ workspace: Workspace, _ kecamatan: Kecamatan, _ calendar: ReportCalendar,
    _ workingDays: WorkingDayCalendar, knownThrough: CivilDate?,
    reading read: (RegionCode, inout CodeTable) throws(WorkspaceFailure) -> LedgerHistory
  ) throws(WorkspaceFailure) {
    self.workspace = workspace
    self.kecamatan = kecamatan
    self.workingDays = workingDays
    self.knownThrough = knownThrough
    var calendar = calendar
    ledger = try Desk.sound(try read(kecamatan.code, &calendar.codes))
    var others: [LedgerHistory] = []
    for other in kecamatan.otherKecamatan {
      others.append(try Desk.sound(try read(other, &calendar.codes)))
    }
    self.others = others
    history = History([])
    self.calendar = calendar
    let known = events
    history = history(of: knownThrough.map { day in known.filter { $0.recorded <= day } } ?? known)
  }

  /// The ledgers, where they can be relied on.
  private static func sound(
    _ ledger: LedgerHistory
  ) throws(WorkspaceFailure) -> LedgerHistory {
    let faults = ledger.findings.filter { $0.severity == .fault }
    guard faults.isEmpty else { throw .data(faults) }
    return ledger
  }

  /// The rows of the kecamatan's own ledger, and those of others about units that were there.
  private var events: [LedgerEvent] { ledger.events + otherEvents }

  private var otherEvents: [LedgerEvent] {
    guard !others.isEmpty else { return [] }
    let codes = kecamatan.currentCodes
    return others.flatMap(\.files).flatMap { file in
      file.events.filter { codes[$0.unit] != nil }.map { $0.read(in: file.kecamatan) }
    }
  }

  private func history(of events: [LedgerEvent]) -> History {
    History(events, underCodes: kecamatan.currentCodes)
  }

  /// A row with its texts, also one of another kecamatan's ledger; `nil` where there is no such row.
  public func row(_ id: LedgerEvent.RowID) -> LedgerRow? {
    guard let book = id.book else { return ledger.row(id) }
    let other = others.first { $0.files.first?.kecamatan == book }
    return other?.row(LedgerEvent.RowID(year: id.year, number: id.number))
  }

  /// Reads the ledgers once more, after something was written to them.
  ///
  /// - Throws: ``WorkspaceFailure``; the desk is then as it was.
  mutating func reread() throws(WorkspaceFailure) {
    var codes = calendar.codes
    ledger = try Desk.sound(try workspace.history(of: kecamatan.code, &codes))
    calendar.codes = codes
    let known = events
    history = history(of: knownThrough.map { day in known.filter { $0.recorded <= day } } ?? known)
  }

  /// Takes over a table that holds the desk's own codes and more.
  mutating func adopt(_ codes: CodeTable) { calendar.codes = codes }

  /// Takes the ledger of a year for writing.
  ///
  /// - Parameters:
  ///   - year: The civil year of recording.
  ///   - isSyncedLater: Whether the caller makes the whole file system durable in the end.
  /// - Returns: The ledger as it stands, ready for rows.
  /// - Throws: `LedgerFailure`, as ``LedgerStore/LedgerStore/lock(_:year:codes:syncedLater:)``.
  mutating func lock(
    year: Int, syncedLater isSyncedLater: Bool
  ) throws(LedgerFailure) -> LockedLedger {
    try workspace.ledgers.lock(
      kecamatan.code, year: year, codes: &calendar.codes, syncedLater: isSyncedLater)
  }

  /// Puts what a ledger holds under its lock in the place of what was read before.
  ///
  /// - Returns: Whether it differs.
  mutating func adopt(_ file: LedgerFile) -> Bool {
    let old = ledger.files.first { $0.year == file.year }
    guard file.mark != (old?.mark ?? LedgerFile.emptyMark(kecamatan.code, file.year)) else {
      return false
    }
    ledger = ledger.replacing(file)
    history = history(of: events)
    return true
  }

  /// Knows rows that were added to its ledgers; ``ledger`` stays as it was read.
  mutating func learn(_ added: [LedgerEvent]) { history = history(of: events + added) }

  /// The same desk with the knowledge of some rows only, as it was when no others were written.
  ///
  /// - Parameter isKnown: Whether a row was there.
  /// - Returns: The desk.
  public func knowing(only isKnown: (LedgerEvent.RowID) -> Bool) -> Desk {
    var desk = self
    desk.history = history(of: events.filter { isKnown($0.row) })
    return desk
  }

  /// What is settled before the ledger is looked at.
  public var definitions: Definitions {
    Definitions(
      kecamatan: kecamatan, office: workspace.office, calendar: calendar, workingDays: workingDays)
  }

  /// A judge for a day.
  public func judge(asOf day: CivilDate) -> Judge { Judge(definitions, history, asOf: day) }

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
      let standing = judge.standing(of: id)
      return !standing.isIn && !standing.isExempt
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
  /// The desk then knows them, and those that others wrote since it was opened; ``ledger`` stays as it
  /// was read.
  ///
  /// - Parameters:
  ///   - instant: When they are recorded.
  ///   - decide: Gets a judge of the ledger as it stands on that day, with all rows of the ledger,
  ///     void or not; gives the rows to append.
  /// - Returns: The rows as they were written, and what the writer noticed on the way.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written.
  public mutating func append(
    at instant: ClockReading, deciding decide: (Judge, [LedgerEvent]) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    try append(at: instant, readingLedger: { judge, events, _ in try decide(judge, events) })
  }

  /// Appends rows as ``append(at:deciding:)`` does, after a check that looks at the texts of rows.
  ///
  /// - Parameters:
  ///   - instant: When they are recorded.
  ///   - decide: Gets a judge of the ledger as it stands on that day, and what gives a row of it with
  ///     its texts; gives the rows to append.
  /// - Returns: The rows as they were written, and what the writer noticed on the way.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written.
  mutating func append(
    at instant: ClockReading,
    readingRows decide: (Judge, (LedgerEvent.RowID) -> LedgerRow?) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    let read = self
    return try append(
      at: instant,
      readingLedger: { judge, _, current in
        try decide(judge) { id in
          id.book == nil && id.year == current.year ? current.row(id.number) : read.row(id)
        }
      })
  }

  private mutating func append(
    at instant: ClockReading,
    readingLedger decide: (Judge, [LedgerEvent], LedgerFile) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    var events = ledger.files.filter { $0.year != instant.date.year }.flatMap(\.events)
    let definitions = definitions
    let current = kecamatan.currentCodes
    let foreign = otherEvents
    let receipt = try workspace.ledgers.append(
      to: kecamatan.code, at: instant, codes: &calendar.codes
    ) { file, _ in
      events += file.events
      let history = History(events + foreign, underCodes: current)
      let judge = Judge(definitions, history, asOf: instant.date)
      return try decide(judge, events, file)
    }
    history = history(of: events + foreign + receipt.events)
    return receipt
  }
}
