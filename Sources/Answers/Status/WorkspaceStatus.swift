public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import Workspace

/// What is loaded in a workspace, since when, and how far it may be relied on: the answer behind `status`.
public struct WorkspaceStatus: Sendable {
  /// The day of looking.
  public let day: CivilDate
  /// The units that are watched.
  public let kecamatan: [Kecamatan]
  /// How many desa they have together, with kelurahan left out.
  public let villages: Int
  /// Since when they are watched.
  public let watchedSince: WatchedSince
  /// The calendars, lowest layer first.
  public let calendars: [DatedFile]
  /// The holidays of the years from the first ledger to the next year.
  public let holidays: [HolidaySource]
  /// The ledgers.
  public let ledgers: LedgerTally
  /// Who may use the pages, and how many addresses of calendars there are.
  public let pages: PageAccess
  /// The reminders; `nil` where they never ran.
  public let reminders: ReminderSummary?
  /// The backups; `nil` where none was ever recorded.
  public let backups: BackupSummary?
  /// What is wrong with the files that were looked at, beside what the parts say.
  public let findings: [Finding]

  /// Looks a workspace over; each ledger is read and proved.
  ///
  /// - Parameters:
  ///   - workspace: The workspace, with the units of the day.
  ///   - day: The day of looking.
  ///   - reminders: What the outbox says.
  ///   - backups: What the record of the backups says.
  ///   - findings: What is wrong with either.
  /// - Throws: `WorkspaceFailure` for files that cannot be read at all.
  public init(
    of workspace: Workspace, asOf day: CivilDate, reminders: ReminderSummary?,
    backups: BackupSummary?, findings: [Finding] = []
  ) throws(WorkspaceFailure) {
    self.day = day
    self.reminders = reminders
    self.backups = backups
    kecamatan = workspace.kecamatan
    villages = workspace.kecamatan.reduce(0) { $0 + $1.villages(on: day).count }
    watchedSince = WatchedSince(UnitScope([], workspace.kecamatan), workspace.office)
    calendars = workspace.calendarSources.map { DatedFile(file: $0.file, checkedOn: $0.checkedOn) }
    let tally = try LedgerTally(of: workspace)
    ledgers = tally
    let first = min(tally.since?.year ?? day.year, day.year)
    holidays = try (first...(day.year + 1)).map { (year) throws(WorkspaceFailure) in
      try HolidaySource(of: year, in: workspace)
    }
    let (pages, pageFindings) = try PageAccess.read(workspace)
    self.pages = pages
    self.findings =
      workspace.kecamatan.flatMap { workspace.calendar(of: $0.code).findings }.firstOfEach
      + tally.findings + pageFindings + findings
  }

  /// Whether anything is at fault, so that it has to be mended before the workspace may be relied on.
  public var isFaulty: Bool {
    !ledgers.isWhole || holidays.contains(where: \.isFaulty)
      || findings.contains { $0.severity == .fault }
      || (backups.map { $0.last.state != .proved } ?? false)
  }
}

extension Array where Element: Hashable {
  /// The elements without those that an earlier one equals.
  fileprivate var firstOfEach: [Element] { groups(by: { $0 }).map(\.key) }
}
