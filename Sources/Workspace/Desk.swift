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
  public let ledger: LedgerHistory
  /// What its ledger knows.
  public private(set) var history: History
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?

  private let localHolidays: LocalHolidays
  private var holidays: [Int: [Holiday]] = [:]
  private var missingYears: Set<Int> = []
  private var workingDays: WorkingDayCalendar

  init(
    _ workspace: Workspace, _ kecamatan: Kecamatan, _ calendar: ReportCalendar,
    _ localHolidays: LocalHolidays, knownThrough: CivilDate?
  ) throws(WorkspaceFailure) {
    self.workspace = workspace
    self.kecamatan = kecamatan
    self.localHolidays = localHolidays
    self.knownThrough = knownThrough
    var calendar = calendar
    do throws(FileFailure) {
      ledger = try workspace.ledgers.readAll(kecamatan.code, codes: &calendar.codes)
    } catch {
      throw .file(error)
    }
    let faults = ledger.findings.filter { $0.severity == .fault }
    guard faults.isEmpty else { throw .data(faults) }
    self.calendar = calendar
    let events = ledger.events
    history = History(knownThrough.map { day in events.filter { $0.recorded <= day } } ?? events)
    workingDays = WorkingDayCalendar(
      coveredYears: [], holidays: [], weeks: workspace.office.weeks)
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
      let plan = planner.plan()
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
  ) -> [(year: Int, mark: LedgerMark)] {
    var codes = CodeTable()
    let files =
      ledger.files.isEmpty
      ? [LedgerFile([], kecamatan: kecamatan.code, year: today.year, codes: &codes)]
      : ledger.files
    return files.map { file in
      (file.year, day.map { file.lastRow(recordedThrough: $0) } ?? file.mark)
    }
  }

  /// Appends the rows that a check decides on after it saw, under the lock, what is there.
  ///
  /// - Parameters:
  ///   - instant: When they are recorded.
  ///   - decide: Gets a judge of the ledger as it stands on that day, with all rows of the ledger,
  ///     void or not; gives the rows to append.
  /// - Returns: The rows as they were written, and what the writer noticed on the way.
  /// - Throws: `LedgerFailure`, or what `decide` throws; nothing was then written.
  public func append(
    at instant: ClockReading, deciding decide: (Judge, [LedgerEvent]) throws -> [LedgerEntry]
  ) throws -> LedgerReceipt {
    var codes = calendar.codes
    let others = ledger.files.filter { $0.year != instant.date.year }.flatMap(\.events)
    return try workspace.ledgers.append(to: kecamatan.code, at: instant, codes: &codes) {
      current, _ in
      let events = others + current.events
      return try decide(Judge(definitions, History(events), asOf: instant.date), events)
    }
  }
}

extension Workspace {
  /// The national holidays of a year; `nil` where there is no file for it.
  func nationalHolidays(of year: Int) throws(WorkspaceFailure) -> [Holiday]? {
    guard let bytes = try files.bytes(of: data.holidays.appending("\(year).yaml")) else {
      return nil
    }
    let (file, findings) = HolidayFile.read(
      texts.text(bytes, file: "Calendars/libur/\(year).yaml"), year: year)
    guard let file else { throw .configuration(findings) }
    return file.holidays
  }
}
