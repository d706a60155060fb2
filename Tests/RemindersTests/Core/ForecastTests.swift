import Answers
import CivilCalendar
import ComplianceModel
import Reminders
import TestSupport
import Testing

/// What a forecast says of the next days, before anything is sent.
struct ForecastTests {
  /// An office whose report is due on Thursday, 13 March 2025, and whose desa owe a document then.
  private func office() throws -> ReminderOffice {
    var office = ReminderOffice()
    try office.owe("LPPD", due: "2025-03-13")
    try office.owe("LPPDesa", due: "2025-03-13", of: ReminderOffice.villages)
    return office
  }

  private func forecast(
    _ office: ReminderOffice, on date: String = "2025-03-10", days: Int = 7,
    after rows: [OutboxRow] = []
  ) throws -> ReminderForecast {
    ReminderForecast(try office.run(date), days: days, after: rows)
  }

  /// The stages of a day: `H-3 LPPD 63.05.12`.
  private func stages(_ forecast: ReminderForecast, on date: String) throws -> [String] {
    let date = try day(date)
    let own = try #require(forecast.days.first { $0.date == date })
    return own.digests.flatMap { digest in
      forecast.lines(of: digest).map { line in
        let units = line.units.map(\.description).joined(separator: " ")
        return "\(line.stage) \(line.report) \(units)"
      }
    }
  }

  @Test func `a stage is told on its day, and not again on the days after`() throws {
    let forecast = try forecast(office())
    let first = try day("2025-03-10")
    #expect(forecast.days.map(\.date) == (0..<7).map { first.adding(days: $0) })
    let villages = ReminderOffice.villages.joined(separator: " ")
    #expect(
      try stages(forecast, on: "2025-03-10") == ["-3 LPPD 63.05.12", "-3 LPPDesa \(villages)"])
    #expect(try stages(forecast, on: "2025-03-11").isEmpty)
    #expect(try stages(forecast, on: "2025-03-13") == ["0 LPPD 63.05.12", "0 LPPDesa \(villages)"])
  }

  @Test func `nothing is sent on a quiet day, and what is not quiet and empty says so`() throws {
    var office = try office()
    office.settings = ReminderSettings(isQuietOnDaysOff: true)
    let forecast = try forecast(office)
    // 15 and 16 March 2025 are a weekend.
    #expect(forecast.days.map(\.isQuiet) == [false, false, false, false, false, true, true])
    #expect(forecast.days.filter(\.isQuiet).allSatisfy { $0.digests.isEmpty })
    office.settings = ReminderSettings(isQuietOnDaysOff: false)
    #expect(try self.forecast(office).days.allSatisfy { !$0.isQuiet })
  }

  @Test func `what is put off is not told until then, and is named with its reason`() throws {
    let office = try office()
    let snooze = OutboxRow.Snooze(
      unit: try region(ReminderOffice.code), report: "LPPD", period: try period("2024"),
      until: try day("2025-03-12"), person: "operator", reason: "menunggu data")
    let row = OutboxRow(at: try instant("2025-03-09"), .snoozed(snooze))
    let forecast = try forecast(office, after: [row])
    #expect(forecast.snoozes.map(\.reason) == ["menunggu data"])
    #expect(try stages(forecast, on: "2025-03-10").allSatisfy { !$0.contains("LPPD ") })
    #expect(try stages(forecast, on: "2025-03-13").contains("0 LPPD 63.05.12"))
    #expect(try self.forecast(office).snoozes.isEmpty)
  }

  @Test func `a unit has its name, and one that no kecamatan of the run has its code`() throws {
    let forecast = try forecast(office())
    #expect(try forecast.name(of: region(ReminderOffice.villages[0])) == "Desa Tarungin")
    #expect(try forecast.name(of: region(ReminderOffice.code)) == "Kecamatan Hatungun")
    #expect(try forecast.name(of: region("63.05.05.2001")) == "63.05.05.2001")
  }

  @Test func `the tables say of a day, a digest and a stage what they are`() throws {
    func cells<Row>(_ row: Row, _ columns: [Column<Row>]) -> [String: Cell] {
      Dictionary(
        columns.map { ($0.key, $0.cell(row)) }, uniquingKeysWith: { first, _ in first })
    }
    let today = try #require(forecast(office()).days.first)
    let date = try day("2025-03-10")
    #expect(
      cells(today, ReminderForecast.dayColumns)
        == ["tanggal": .day(date), "tenang": .flag(false)])
    let digest = try #require(today.digests.first)
    #expect(
      cells(digest, ReminderForecast.digestColumns) == [
        "orang": .text("kasi-pem"), "nama": .text("Jabatan kasi-pem"),
        "saluran": .text(digest.channel.name),
      ])
    let stage = try #require(digest.keys.stages.first)
    let (due, year) = try (day("2025-03-13"), period("2024"))
    #expect(
      cells(stage, ReminderKey.Stage.columns) == [
        "unit": .text("63.05.12"), "laporan": .text("LPPD"), "periode": .period(year),
        "tenggat": .day(due), "tahap": .text("H-3"),
      ])
  }
}
