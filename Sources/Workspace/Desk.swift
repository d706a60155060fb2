internal import CalendarFiles
public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
public import LedgerStore
internal import SystemPackage

/// Everything about one kecamatan that a question needs: its calendar, its ledgers, its holidays.
///
/// Holidays are read a year at a time, when a date needs them.
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

  private let localHolidays: LocalHolidays
  private var holidays: [Int: [Holiday]] = [:]
  private var missingYears: Set<Int> = []
  private var workingDays: WorkingDayCalendar

  init(
    _ workspace: Workspace, _ kecamatan: Kecamatan, _ calendar: ReportCalendar,
    _ localHolidays: LocalHolidays, knownThrough: CivilDate?,
    reading read: (RegionCode, inout CodeTable) throws(WorkspaceFailure) -> LedgerHistory
  ) throws(WorkspaceFailure) {
    self.workspace = workspace
    self.kecamatan = kecamatan
    self.localHolidays = localHolidays
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
    workingDays = WorkingDayCalendar(
      coveredYears: [], holidays: [], weeks: workspace.office.weeks)
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
  /// - Returns: The desk, with the holidays read so far.
  public func knowing(only isKnown: (LedgerEvent.RowID) -> Bool) -> Desk {
    var desk = self
    desk.history = history(of: events.filter { isKnown($0.row) })
    return desk
  }

  /// What is settled before the ledger is looked at, with the holidays read so far.
  public var definitions: Definitions {
    Definitions(
      kecamatan: kecamatan, office: workspace.office, calendar: calendar, workingDays: workingDays)
  }

  /// A judge for a day, with the holidays read so far.
  public func judge(asOf day: CivilDate) -> Judge { Judge(definitions, history, asOf: day) }

  /// What is owed in some duty years; the holidays that its dates need are read on the way.
  ///
  /// - Parameters:
  ///   - years: The duty years.
  ///   - day: The day of judging.
  ///   - isOpenOnly: Whether obligations that are in or exempt on that day are left out, so that the
  ///     holidays of years that are settled are not read.
  /// - Returns: The obligations, with what kept others from being reckoned.
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public mutating func plan(
    _ years: ClosedRange<Int>, asOf day: CivilDate, openOnly isOpenOnly: Bool = false
  ) throws(WorkspaceFailure) -> Plan {
    while true {
      let judge = judge(asOf: day)
      let planner = Planner(definitions, history, asOf: day, years: years) { id in
        guard isOpenOnly else { return true }
        let standing = judge.standing(of: id)
        return !standing.isIn && !standing.isExempt
      }
      var plan = planner.plan()
      if isOpenOnly { plan.keepOpenElsewhere(definitions, on: day) }
      let loadable = Set(plan.gaps.map(\.year)).filter { holidays[$0] == nil }
        .subtracting(missingYears)
      guard !loadable.isEmpty else { return plan }
      try loadHolidays(loadable)
    }
  }

  /// The obligation with an identity; `nil` where the unit does not owe it or the report has no such
  /// period.
  ///
  /// - Throws: `CalendarNotCovered` where its date needs a year without holidays; a
  ///   ``WorkspaceFailure`` for a holiday file that cannot be read.
  public mutating func obligation(
    _ id: Obligation.ID, asOf day: CivilDate
  ) throws -> Obligation? {
    while true {
      do {
        return try Planner.obligation(id, definitions, history, asOf: day)
      } catch {
        guard !missingYears.contains(error.year), holidays[error.year] == nil else { throw error }
        try loadHolidays([error.year])
      }
    }
  }

  /// Reads the holidays of years, where there is a file for them.
  public mutating func loadHolidays(_ years: some Sequence<Int>) throws(WorkspaceFailure) {
    let wanted = years.filter { holidays[$0] == nil && !missingYears.contains($0) }
    guard !wanted.isEmpty else { return }
    for year in wanted {
      if let national = try workspace.nationalHolidays(of: year) {
        holidays[year] = localHolidays.applied(to: national, year: year)
      } else {
        missingYears.insert(year)
      }
    }
    workingDays = WorkingDayCalendar(
      coveredYears: holidays.keys, holidays: holidays.values.joined(),
      weeks: workspace.office.weeks)
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

extension Workspace {
  /// The working days of the first kecamatan in some years, without a look at any ledger.
  ///
  /// - Parameter years: The years; those without a file of holidays are not covered.
  /// - Returns: The working days.
  /// - Throws: ``WorkspaceFailure`` for a holiday file that cannot be read.
  public func workingDays(
    in years: some Sequence<Int>
  ) throws(WorkspaceFailure) -> WorkingDayCalendar {
    let local = kecamatan.first.map { calendar(of: $0.code).holidays }
    var covered: [Int] = []
    var holidays: [Holiday] = []
    for year in years {
      guard let national = try nationalHolidays(of: year) else { continue }
      covered.append(year)
      holidays += local?.applied(to: national, year: year) ?? national
    }
    return WorkingDayCalendar(coveredYears: covered, holidays: holidays, weeks: office.weeks)
  }
}
