import Answers
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the status of a workspace` {
  private func status(
    _ founded: FoundedWorkspace, on day: String = "2026-03-02", backups: BackupSummary? = nil
  ) throws -> WorkspaceStatus {
    let day = try TestSupport.day(day)
    return try WorkspaceStatus(
      of: founded.open().viewed(on: day), asOf: day, reminders: nil, backups: backups)
  }

  private func recorded() throws -> FoundedWorkspace {
    let founded = try FoundedWorkspace()
    try founded.append(
      [FoundedWorkspace.entry(.submitted, "RFK", "2024-TW4", "2025-01-09")],
      at: "2025-01-09T09:00:00+08:00")
    try founded.append(
      [
        FoundedWorkspace.entry(.submitted, "RFK", "2025-TW4", "2026-01-09"),
        FoundedWorkspace.entry(.submitted, "LKIP", "2025", "2026-02-27"),
      ], at: "2026-02-27T09:00:00+08:00")
    return founded
  }

  @Test func `of a new one has no rows and no fault`() throws {
    let status = try status(FoundedWorkspace())
    #expect(status.ledgers.rows == 0 && status.ledgers.isWhole && status.ledgers.last == nil)
    #expect(!status.isFaulty)
    #expect(status.villages == 8)
    #expect(status.calendars.map(\.file).contains("Calendars/laporan/nasional.yaml"))
    #expect(status.calendars.allSatisfy { $0.checkedOn != nil })
  }

  @Test func `counts and proves rows of all years`() throws {
    let founded = try recorded()
    var ledgers = try status(founded).ledgers
    #expect(ledgers.files == 2 && ledgers.rows == 3 && ledgers.provedRows == 3)
    #expect(try ledgers.since == day("2025-01-09"))
    #expect(ledgers.last?.book == "63.05.12/2026.csv" && ledgers.last?.number == 2)
    try founded.change("buku/63.05.12/2026.csv", "LKIP", to: "LKXP")
    let broken = try status(founded)
    ledgers = broken.ledgers
    #expect(ledgers.rows == 3 && ledgers.provedRows == 2)
    #expect(broken.isFaulty && !ledgers.findings.isEmpty)
  }

  @Test(arguments: [
    ("2026-03-02", 2026...2027, [HolidaySource.State.decreed, .provisional]),
    ("2027-06-01", 2027...2028, [.provisional, .missing]),
  ])
  func `tells of the holidays of this year and the next`(
    day: String, years: ClosedRange<Int>, states: [HolidaySource.State]
  ) throws {
    let holidays = try status(FoundedWorkspace(), on: day).holidays
    #expect(holidays.map(\.year) == Array(years))
    #expect(holidays.map(\.state) == states)
  }

  @Test func `tells of the holidays from the first row on`() throws {
    #expect(try status(recorded()).holidays.map(\.year) == [2025, 2026, 2027])
  }

  @Test func `is at fault where the holidays are, or the last backup`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("tahun: 2026\n", to: "kalender/libur/2026.yaml")
    let faulty = try status(founded)
    #expect(faulty.isFaulty && faulty.holidays[0].state == .faulty)
    for (state, isFaulty) in [
      (BackupSummary.State.proved, false), (.unproved, true), (.failed, true),
    ] {
      let last = BackupSummary.Backup(
        instant: try #require(ClockReading("2026-03-01T09:00:00+08:00")), place: "/usb", rows: 3,
        state: state, note: "")
      let status = try status(
        FoundedWorkspace(), backups: BackupSummary(last: last, lastProved: nil))
      #expect(status.isFaulty == isFaulty, "\(state)")
    }
  }
}
