import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

/// How much is due in the weeks ahead.
struct WeeklyLoadTests {
  private static func load(on today: String) throws -> (schedule: Schedule, load: WeeklyLoad) {
    let office = try AskedOffice()
    let schedule = try office.schedule(.window(days: WeeklyLoad.days), on: today)
    let days = try office.workspace(on: today).workingDays(in: 2026...2027)
    return (schedule, WeeklyLoad(schedule, in: days))
  }

  @Test(arguments: ["2026-03-02", "2026-03-04", "2026-03-08"])
  func `the first week is that of the day, from its Monday`(today: String) throws {
    let weeks = try WeeklyLoadTests.load(on: today).load.weeks
    #expect(weeks.count == 13)
    #expect(weeks.first?.monday.description == "2026-03-02")
    #expect(weeks.last?.monday.description == "2026-05-25")
    #expect(weeks.allSatisfy { $0.monday.weekday == .monday })
  }

  @Test func `every obligation that is due in the weeks is counted in one of them`() throws {
    let (schedule, load) = try WeeklyLoadTests.load(on: "2026-03-04")
    let (first, end) = try (day("2026-03-02"), day("2026-05-31"))
    let due = schedule.situations.compactMap(\.due)
    #expect(
      load.weeks.reduce(0) { $0 + $1.due } == due.count { (first...end).contains($0) })
    let march = try #require(load.weeks.first { $0.monday.description == "2026-03-30" })
    #expect(try march.due == due.count { try (day("2026-03-30")...day("2026-04-05")).contains($0) })
    #expect(march.due > 0)
  }

  @Test func `a week has the days that are worked, holidays taken off`() throws {
    let weeks = try WeeklyLoadTests.load(on: "2026-03-02").load.weeks
    // 18, 19, 20, 23 and 24 March 2026 are off for Nyepi and Idul Fitri.
    #expect(weeks.prefix(4).map(\.workingDays) == [5, 5, 2, 3])
    expectDistinct(WeeklyLoad.columns)
  }
}
