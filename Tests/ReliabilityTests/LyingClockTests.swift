import CivilCalendar
import ComplianceModel
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// Clocks lie: rows land in the right file, urutan and chain stay whole, the oddity is a remark.
struct LyingClockTests {
  /// The numbers and days of a year's rows, of a ledger without faults.
  private func days(_ office: TestOffice, _ year: Int) throws -> [String] {
    let ledger = try #require(try office.ledger(year), "\(year)")
    #expect(ledger.findings.allSatisfy { $0.severity == .remark }, "\(ledger.findings)")
    #expect(ledger.firstBrokenRow == nil)
    #expect(ledger.events.map(\.row.number) == Array(1...ledger.rowCount))
    return ledger.events.map(\.recorded.description)
  }

  @Test func `a day that goes back stays in its year's file, and is a remark`() async throws {
    let office = try await TestOffice.founded()
    for (today, report) in [
      ("2026-02-20", "LKIP"), ("2026-02-18", "LKPJ"), ("2027-01-04", "Realisasi"),
      ("2026-02-21", "LKAT"),
    ] {
      let period = report == "Realisasi" ? "2026-TW4" : "2025"
      try await office.do("catat \(report) \(period)", on: today)
    }
    #expect(try days(office, 2026) == ["2026-02-20", "2026-02-18", "2026-02-21"])
    #expect(try days(office, 2027) == ["2027-01-04"])
    let check = try await office.run("periksa", on: "2027-01-05")
    #expect(check.exitCode == 0, "\(check.errorText)")
    #expect(check.errorText.contains("buku/63.05.12/2026.csv:3:"), "\(check.errorText)")
    #expect(check.errorText.contains("peringatan"))
    #expect(!check.errorText.contains("galat"))
  }

  @Test(arguments: [("WITA", "WIT"), ("WITA", "WIB"), ("WIT", "WIB")])
  func `an office that changes its zone goes on in the same chain`(
    _ first: String, _ second: String
  ) async throws {
    let offsets = ["WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"]
    let office = try await TestOffice.founded()
    let bytes = try #require(try office.bytes(of: "kantor.yaml"))
    let settings = String(decoding: bytes, as: UTF8.self)
    try #require(settings.contains("zona: WITA"))
    for (zone, report) in [(first, "LKIP"), (second, "LKPJ")] {
      let changed = settings.replacing("zona: WITA", with: "zona: \(zone)")
      try office.write(changed.utf8, to: "kantor.yaml")
      try await office.do("catat \(report) 2025")
    }
    #expect(try days(office, 2026) == [TestOffice.today, TestOffice.today])
    let ledger = try #require(try office.ledger())
    for (number, zone) in [(1, first), (2, second)] {
      let offset = try #require(offsets[zone])
      let row = try #require(ledger.row(number))
      #expect(row.recordedAt.description.hasSuffix(offset))
    }
    let check = try await office.run("periksa")
    #expect(check.exitCode == 0, "\(check.errorText)")
    #expect(!check.errorText.contains("galat"))
  }

  // 2026-12-31T16:00:00Z, when the year turns in WITA; in WIB it turns an hour later.
  private static let turn = 1_798_732_800

  @Test(arguments: [
    (IndonesianZone.wita, -1, 2026), (.wita, 0, 2027), (.wita, 1_800, 2027),
    (.wib, 1_800, 2026), (.wib, 3_599, 2026), (.wib, 3_600, 2027), (.wit, -3_601, 2026),
    (.wit, -3_600, 2027),
  ])
  func `the year turns at midnight of the office, whatever the server's clock shows`(
    _ zone: IndonesianZone, _ seconds: Int, _ year: Int
  ) throws {
    let folder = try TemporaryFolder()
    let store = LedgerStore(folder: folder.filePath)
    let instant = ClockReading(unixSeconds: LyingClockTests.turn + seconds, in: zone)
    let entry = LedgerEntry(
      kind: .submitted, unit: try hatungun(), subject: "LKIP", period: "2025", date: instant.date,
      received: instant.date, recorder: "petugas")
    #expect(try store.append([entry], to: try hatungun(), at: instant).rows.map(\.year) == [year])
    #expect(try store.years(of: try hatungun()) == [year])
  }

  @Test func `a ledger over a turn of the year that went to and fro is whole in both files`()
    async throws
  {
    let office = try await TestOffice.founded()
    let store = LedgerStore(folder: FilePath(office.path))
    for seconds in [-60, 0, -1, 60, -90] {
      let instant = ClockReading(unixSeconds: LyingClockTests.turn + seconds, in: .wita)
      let entry = LedgerEntry(
        kind: .submitted, unit: try hatungun(), subject: "LKIP", period: "2025",
        date: try day("2026-12-31"), received: try day("2026-12-31"), recorder: "petugas")
      try store.append([entry], to: try hatungun(), at: instant)
    }
    #expect(try days(office, 2026) == ["2026-12-31", "2026-12-31", "2026-12-31"])
    #expect(try days(office, 2027) == ["2027-01-01", "2027-01-01"])
    for zone in ["UTC", "Asia/Makassar", "America/New_York"] {
      let check = try await ProgramRun.run(
        Torture.program, ["periksa"], in: office.path,
        environment: office.environment(on: "2027-01-01").merging(["TZ": zone]) { $1 })
      #expect(check.exitCode == 0, "\(check.errorText)")
      #expect(check.errorText.contains("buku/63.05.12/2026.csv:4:"), "\(check.errorText)")
      #expect(!check.errorText.contains("galat"))
    }
  }

  @Test func `a record bears the office's day and offset, whatever the server's zone`()
    async throws
  {
    let office = try await TestOffice.founded()
    for zone in ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
      var environment = office.environment().merging(["TZ": zone]) { $1 }
      environment["TENGGAT_HARI_INI"] = nil
      let run = try await ProgramRun.run(
        Torture.program, ["kejadian", "rkpd-ditetapkan", "--tanggal", "2025-06-30"],
        in: office.path, environment: environment)
      #expect(run.exitCode == 0, "\(run.errorText)")
    }
    var codes = CodeTable()
    let history = try LedgerStore(folder: FilePath(office.path)).readAll(
      try hatungun(), codes: &codes)
    #expect(history.findings.isEmpty)
    #expect(history.events.count == 3)
    for file in history.files {
      for event in file.events {
        let instant = try #require(file.row(event.row.number)).recordedAt
        #expect(instant.secondsFromUTC == 28_800)
        #expect(instant.date.year == file.year)
      }
    }
  }
}
