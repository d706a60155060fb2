import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct WatchTests {
  private let place = SourcePlace(file: "kantor.yaml", line: 3, column: 17)

  private func start(_ date: String) throws -> Watch.Start {
    Watch.Start(try day(date), at: place)
  }

  @Test(arguments: [
    ("2025", "2025-01-01", "2025"), ("2025-TW4", "2025-10-01", "2025-TW4"),
    ("TW IV 2025", "2025-10-01", "2025-TW4"), ("tw1 2026", "2026-01-01", "2026-TW1"),
    ("2025-10-01", "2025-10-01", "2025-10-01"), ("1 Oktober 2025", "2025-10-01", "2025-10-01"),
    ("31/12/2025", "2025-12-31", "2025-12-31"), ("2000", "2000-01-01", "2000"),
  ])
  func `a year, a quarter and a day begin on a day`(
    _ text: String, _ date: String, _ kept: String
  ) throws {
    #expect(Watch.firstDay(written: text) == (try day(date)))
    #expect(Watch.normalized(text) == kept)
    #expect(Watch.firstDay(written: kept) == Watch.firstDay(written: text))
  }

  @Test(arguments: [
    "", "1999", "1999-12-31", "2025-S2", "2025-10", "Oktober 2025", "2025-TW5", "2025-02-29",
    "besok",
  ])
  func `nothing else does`(_ text: String) {
    #expect(Watch.firstDay(written: text) == nil)
    #expect(Watch.normalized(text) == nil)
  }

  @Test func `a unit begins on its own day, else on that of its kecamatan, else of the office`()
    throws
  {
    let (kecamatan, desa) = (try region("63.05.12"), try region("63.05.12.2003"))
    let other = try region("63.05.05.2001")
    #expect(Watch.everything.start(of: desa) == nil)
    var watch = Watch(office: try start("2025-10-01"))
    #expect(watch.start(of: desa) == (try start("2025-10-01")))
    watch = Watch(office: watch.office, units: [kecamatan: try start("2026-01-01")])
    #expect(watch.start(of: desa) == (try start("2026-01-01")))
    #expect(watch.start(of: kecamatan) == (try start("2026-01-01")))
    #expect(watch.start(of: other) == (try start("2025-10-01")))
    watch = Watch(
      office: nil, units: [kecamatan: try start("2026-01-01"), desa: try start("2024-01-01")])
    #expect(watch.start(of: desa) == (try start("2024-01-01")))
    #expect(watch.start(of: other) == nil)
  }

  @Test func `a unit keeps its day under another code`() throws {
    let (former, code) = (try region("63.05.12.2003"), try region("63.05.13.2003"))
    let watch = Watch(office: nil, units: [former: try start("2026-01-01")])
    #expect(watch.under([former: code]).start(of: code) == (try start("2026-01-01")))
    #expect(watch.under([:]) == watch)
  }
}
