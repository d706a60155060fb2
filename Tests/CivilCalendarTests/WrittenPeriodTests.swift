import CivilCalendar
import TestSupport
import Testing

struct WrittenPeriodTests {
  @Test(arguments: [
    ("2025", "2025"), ("2026-tw3", "2026-TW3"), ("TW III 2026", "2026-TW3"),
    ("tw3 2026", "2026-TW3"), ("Triwulan 4 2026", "2026-TW4"), ("TRIWULAN IV  2026", "2026-TW4"),
    ("Semester I 2026", "2026-S1"), ("smt 2 2025", "2025-S2"), ("S1 2026", "2026-S1"),
    ("September 2026", "2026-09"), ("mei 2026", "2026-05"),
    (" 2025\u{A0}", "2025"), ("TW\u{202F}I\t2026", "2026-TW1"), ("Nopember 2026", "2026-11"),
    ("TW. IV 2024", "2024-TW4"), ("TW IV/2024", "2024-TW4"), ("TW.IV/2024", "2024-TW4"),
    ("TW-IV 2024", "2024-TW4"), ("TW IV - 2024", "2024-TW4"),
    ("Triwulan IV Tahun 2024", "2024-TW4"),
    ("Smt. I TA 2025", "2025-S1"), ("Semester 1 2025", "2025-S1"), ("Sept. 2026", "2026-09"),
    ("Tahun 2026", "2026"), ("TA. 2025", "2025"), ("Th 2025", "2025"),
  ])
  func `a period is read in the forms that offices write`(
    _ text: String, _ expected: String
  ) throws {
    #expect(Period(written: text) == (try period(expected)))
  }

  @Test(arguments: [
    "", "TW III", "TW V 2026", "TW 5 2026", "Semester III 2026", "III 2026", "2026 TW III",
    "TW III 26", "TW III 2026 final", "2.025", "20.25", "2024/2025", "09/2026", "I/2025",
    "2025/TW1",
    "Tahun", "Tahun Tahun 2025", "TW IV 2024 2025", "TW. IV. 24", "Tahun TW 2025", "September",
    "Septembre 2026", "TW 2026",
  ])
  func `anything else is no period`(_ text: String) {
    #expect(Period(written: text) == nil)
  }
}
