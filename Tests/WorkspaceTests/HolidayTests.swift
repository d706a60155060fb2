import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// The holidays of an office: which files are read, and what becomes of a faulty one.
@Suite struct `The holidays of an office` {
  private static let faulty = "tahun: 2031\n"

  private func prognosis(_ desk: Desk, _ text: String) throws -> Obligation.ID {
    Obligation.ID(
      report: try #require(desk.calendar.codes.code("Prognosis")), unit: desk.kecamatan.code,
      period: try period(text))
  }

  @Test func `a faulty file of a year that no date needs keeps nothing from being answered`()
    throws
  {
    let founded = try FoundedWorkspace()
    try founded.folder.write(Self.faulty, to: "kalender/libur/2024.yaml")
    let desk = try founded.desk()
    let today = try day("2026-06-01")
    #expect(try !desk.plan(2026...2026, asOf: today).dated.isEmpty)
    #expect(try desk.obligation(prognosis(desk, "2025-S1"), asOf: today) != nil)
    let duties = try AssessedDuties(.window(days: 30), desk, asOf: today, watchedSince: 2026)
    #expect(!duties.dated.isEmpty)
    try desk.workspace.requireHolidays(of: 2025...2027)
  }

  @Test func `a date that needs the year of a faulty file tells every fault of it`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write(Self.faulty, to: "kalender/libur/2026.yaml")
    let desk = try founded.desk()
    let today = try day("2026-06-01")
    func files(_ body: () throws -> Void) throws -> [String] {
      do {
        try body()
        return []
      } catch WorkspaceFailure.configuration(let findings) {
        #expect(findings.count > 1)
        return Set(findings.map(\.place.file)).sorted()
      }
    }
    let file = ["kalender/libur/2026.yaml"]
    #expect(try files { _ = try desk.plan(2026...2026, asOf: today) } == file)
    // A value that is asked again says the same again.
    #expect(try files { _ = try desk.plan(2025...2026, asOf: today) } == file)
    let id = try prognosis(desk, "2026-S1")
    #expect(try files { _ = try desk.obligation(id, asOf: today) } == file)
    #expect(
      try files {
        _ = try AssessedDuties(.window(days: 30), desk, asOf: today, watchedSince: 2026)
      } == file)
    #expect(try files { try desk.workspace.requireHolidays(of: [2025, 2026]) } == file)
    // The years beside it are as good as ever.
    #expect(try !desk.plan(2025...2025, asOf: today).dated.isEmpty)
    #expect(!desk.definitions.workingDays.covers(year: 2026))
    #expect(desk.definitions.workingDays.covers(year: 2025))
  }

  @Test func `a year without a file is a gap, and no fault`() throws {
    let desk = try FoundedWorkspace().desk()
    try desk.workspace.requireHolidays(of: [2040])
    let id = try prognosis(desk, "2040-S1")
    #expect(throws: CalendarNotCovered(year: 2040)) {
      _ = try desk.obligation(id, asOf: day("2026-06-01"))
    }
  }

  @Test func `a file is read when a date needs it, and once for all questions and kecamatan`()
    throws
  {
    let founded = try FoundedWorkspace()
    try founded.folder.write(
      "kode,nama\n63,Kalimantan Selatan\n63.05,Tapin\n63.05.05,Candi Laras Selatan\n63.05.12,Hatungun\n",
      to: "wilayah.csv")
    let counter = OpenCounter()
    let workspace = try Workspace(founded.path, data: founded.data, files: counter.files)
    func openings(_ year: Int) -> Int {
      counter.openings.filter { $0.key.hasSuffix("libur/\(year).yaml") }.values.reduce(0, +)
    }
    let desks = try workspace.kecamatan.map { try workspace.desk(of: $0) }
    try #require(desks.count == 2)
    #expect(openings(2026) == 0)
    for desk in desks {
      for _ in 1...2 {
        #expect(try desk.definitions.workingDays.isWorkingDay(day("2026-06-02")))
      }
    }
    #expect(openings(2026) == 1)
    #expect(openings(2025) == 0)
    try workspace.viewed(on: day("2026-01-01")).requireHolidays(of: [2026, 2025])
    #expect(openings(2026) == 1)
    #expect(openings(2025) == 1)
  }
}
