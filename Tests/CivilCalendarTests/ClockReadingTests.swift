import CivilCalendar
import TestSupport
import Testing

struct ClockReadingTests {
  /// 2026-04-01T00:00:00Z.
  private static let aprilInUTC = 1_775_001_600

  @Test(arguments: [
    (IndonesianZone.wib, -7 * 3600 - 1, "2026-03-31T23:59:59+07:00"),
    (.wib, -7 * 3600, "2026-04-01T00:00:00+07:00"),
    (.wita, -8 * 3600 - 1, "2026-03-31T23:59:59+08:00"),
    (.wita, -8 * 3600, "2026-04-01T00:00:00+08:00"),
    (.wit, -9 * 3600 - 1, "2026-03-31T23:59:59+09:00"),
    (.wit, -9 * 3600, "2026-04-01T00:00:00+09:00"),
    (.wita, -1, "2026-04-01T07:59:59+08:00"),
    (.wita, 0, "2026-04-01T08:00:00+08:00"),
    (.wita, 16 * 3600 - 1, "2026-04-01T23:59:59+08:00"),
    (.wita, 16 * 3600, "2026-04-02T00:00:00+08:00"),
  ]) func `the civil day turns at midnight of the office's zone`(
    zone: IndonesianZone, seconds: Int, expected: String
  ) {
    let moment = ClockReadingTests.aprilInUTC + seconds
    let reading = ClockReading(unixSeconds: moment, in: zone)
    #expect(reading.description == expected)
    #expect(reading.unixSeconds == moment)
    #expect(ClockReading(expected) == reading)
  }

  @Test func `one moment is another day in another zone`() throws {
    let moment = ClockReadingTests.aprilInUTC - 8 * 3600
    #expect(ClockReading(unixSeconds: moment, in: .wib).date == (try day("2026-03-31")))
    #expect(ClockReading(unixSeconds: moment, in: .wita).date == (try day("2026-04-01")))
  }

  @Test(arguments: [-1, -86_400, -86_401, -8 * 3600, -8 * 3600 - 1, -1_000_000_007])
  func `moments before 1970 are read like later ones`(moment: Int) {
    for zone in IndonesianZone.allCases {
      let reading = ClockReading(unixSeconds: moment, in: zone)
      #expect(reading.unixSeconds == moment)
      #expect((0..<86_400).contains(reading.secondOfDay))
    }
  }

  @Test(arguments: [
    ("2026-04-01T08:00:00+08:00", "2026-04-01T08:00:00+08:00", 0),
    ("2026-04-01T00:00:00Z", "2026-04-01T00:00:00+00:00", 0),
    ("2026-04-01T00:00:00-00:00", "2026-04-01T00:00:00+00:00", 0),
    ("2026-03-31T20:30:00-03:30", "2026-03-31T20:30:00-03:30", 0),
    ("2026-03-31T23:30:00-00:30", "2026-03-31T23:30:00-00:30", 0),
    ("2026-04-01T23:59:59+23:59", "2026-04-01T23:59:59+23:59", 59),
  ]) func `RFC 3339 is read with an offset ahead of UTC or behind it`(
    text: String, printed: String, seconds: Int
  ) throws {
    let reading = try #require(ClockReading(text))
    #expect(reading.description == printed)
    #expect(reading.unixSeconds == ClockReadingTests.aprilInUTC + seconds)
  }

  @Test(arguments: [
    "", "2026-04-01", "2026-04-01T08:00:00", "2026-04-01T08:00:00+0800", "2026-04-01T08:00:00+08",
    "2026-04-01 08:00:00+08:00", "2026-04-01T24:00:00+08:00", "2026-04-01T08:60:00+08:00",
    "2026-04-01T08:00:60+08:00", "2026-04-01T08:00:00+24:00", "2026-04-01T08:00:00+08:60",
    "2026-04-01T08:00:00.5+08:00", "2026-04-01T08:00:00+08:00 ", "2026-04-01T08:00:00Z ",
    "2026-04-01T08:00:00*08:00", "2026-02-29T08:00:00+08:00", "2026-04-01T8:00:00+08:00",
    "2026-04-01T08:00:00+08:0x", "2026-04-01T-8:00:00+08:00",
  ]) func `anything else is no reading`(text: String) {
    #expect(ClockReading(text) == nil)
  }

  @Test func `seconds are taken modulo a day`() throws {
    let date = try day("2026-04-01")
    let reading = ClockReading(date: date, secondOfDay: -1, secondsFromUTC: 0)
    #expect(reading.secondOfDay == 86_399)
    #expect(ClockReading(date: date, secondOfDay: 86_400, secondsFromUTC: 0).secondOfDay == 0)
  }

  @Test func `random readings are read back as they print`() throws {
    var random = SplitMix64(seed: 3339)
    for _ in 0..<2_000 {
      let reading = ClockReading(
        date: try day("1900-01-01").adding(days: .random(in: 0..<109_000, using: &random)),
        secondOfDay: .random(in: 0..<86_400, using: &random),
        secondsFromUTC: .random(in: -23 * 60...23 * 60, using: &random) * 60)
      try #require(ClockReading(reading.description) == reading)
    }
  }
}
