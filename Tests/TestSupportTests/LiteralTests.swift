import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct LiteralTests {
  @Test func `a literal reads what it says`() throws {
    #expect(try day("2026-03-31") == CivilDate(year: 2026, month: 3, day: 31))
    #expect(try period("2026-TW1") == Period(.quarter, year: 2026, ordinal: 1))
    #expect(try region("63.05.12").level == .kecamatan)
  }
}
