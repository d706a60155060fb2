import CivilCalendar
import TestSupport
import Testing

@testable import tenggat

struct ClockTests {
  @Test(arguments: [
    (IndonesianZone.wib, "2026-04-01"), (.wita, "2026-04-01"), (.wit, "2026-04-01"),
  ])
  func `half past eleven at night in UTC is tomorrow in the office`(
    _ zone: IndonesianZone, _ today: String
  ) throws {
    // 2026-03-31T23:30:00Z
    let clock = OfficeClock(zone: zone, today: nil, unixSeconds: 1_774_999_800)
    #expect(clock.today == (try day(today)))
  }

  @Test func `the day turns at midnight of the office, not of the server`() throws {
    // 2026-03-31T15:59:59Z and a second later: midnight in WITA.
    let before = OfficeClock(zone: .wita, today: nil, unixSeconds: 1_774_972_799)
    let after = OfficeClock(zone: .wita, today: nil, unixSeconds: 1_774_972_800)
    #expect(before.today == (try day("2026-03-31")))
    #expect(after.today == (try day("2026-04-01")))
  }

  @Test func `a day that is set keeps the clock's time of day`() throws {
    let clock = OfficeClock(
      zone: .wita, today: try day("2026-02-20"), unixSeconds: 1_774_972_799)
    #expect(clock.now.description == "2026-02-20T23:59:59+08:00")
  }
}
