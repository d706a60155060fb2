import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `since when an office is watched` {
  private static let desa = AskedOffice.villages[0]

  /// A fresh office that begins on a day, and with single units that begin on others.
  private func office(_ setting: String) throws -> AskedOffice {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "pejabat: []", to: "dipantau_sejak: \(setting)\npejabat: []")
    return office
  }

  private func watched(
    _ office: AskedOffice, of units: [String] = []
  ) throws -> WatchedSince {
    let workspace = try office.workspace(on: "2026-01-05")
    return try WatchedSince(office.scope(units, workspace), workspace.office)
  }

  private func codes(_ schedule: Schedule) -> Set<String> {
    Set(schedule.situations.map { "\($0.code) \($0.period)" })
  }

  private func rates(
    _ office: AskedOffice, _ year: Int, on date: String
  ) throws -> ComplianceRates {
    let workspace = try office.workspace(on: date)
    return try ComplianceRates(
      ComplianceRates.Question(year: year, of: office.scope([], workspace), asOf: day(date)),
      in: workspace)
  }

  private func villages(_ office: AskedOffice, _ year: Int, on date: String) throws -> Villages {
    let workspace = try office.workspace(on: date)
    return try Villages(
      Villages.Question(year: year, of: office.scope([], workspace), asOf: day(date)),
      in: workspace)
  }

  private func statement(
    _ office: AskedOffice, _ duty: DutyStatement.Duty, on date: String
  ) throws -> DutyStatement {
    let workspace = try office.workspace(on: date)
    let desk = try workspace.desk(of: try #require(workspace.kecamatan.first))
    return try DutyStatement.made(duty, by: desk, asOf: day(date)).statement
  }

  // MARK: - Questions

  @Test(arguments: [("2025-12-31", 8), ("2026-01-01", 0)])
  func `nobody lacks the budget of this year that was due before the first watched day`(
    _ start: String, _ count: Int
  ) throws {
    let office = try office(start)
    let matrix = try #require(try villages(office, 2026, on: "2026-01-05").matrices.first)
    #expect((matrix.lacking.first?.villages.count ?? 0) == count)
    try office.record("APBDes", "2026", of: Self.desa, on: "2026-01-05")
    let later = try #require(try villages(office, 2026, on: "2026-01-05").matrices.first)
    #expect(later.inForce.values.joined().contains { $0.assessment.status.isIn })
  }

  @Test func `a schedule begins with what is due on the first watched day`() throws {
    let since = try office("2026-03-31").schedule(on: "2026-04-06")
    #expect(codes(since).contains("LPPDesa 2025"))
    let later = try office("2026-04-01").schedule(on: "2026-04-06")
    #expect(!codes(later).contains("LPPDesa 2025"))
    #expect(!later.hasOverdue)
    #expect(
      codes(try office("2026-04-01").schedule(.year(2026), on: "2026-04-06")).allSatisfy {
        !["LPPD 2025", "LPPDesa 2025", "RealisasiDes 2025-S2"].contains($0)
      })
  }

  @Test func `an office that begins in December sees in January what was due at its end`() throws {
    let schedule = try office("2025-12-01").schedule(on: "2026-01-05")
    #expect(codes(schedule).contains("APBDes 2026"))
    #expect(!codes(schedule).contains("RKPDes 2026"))
    #expect(try !codes(office("2026").schedule(on: "2026-01-05")).contains("APBDes 2026"))
  }

  @Test func `a desa that begins earlier is looked back to, the others are not`() throws {
    let schedule = try office("{ unit: { \(Self.desa): 2025-TW4 } }").schedule(on: "2026-01-05")
    let apbdes = schedule.situations.filter { $0.code == "APBDes" }
    #expect(apbdes.map(\.unit.description) == [Self.desa])
    #expect(!codes(schedule).contains("RFK 2025-TW3"))
  }

  @Test func `rates count from the first watched day on`() throws {
    #expect(try rates(office("2025"), 2025, on: "2026-01-05").rates.total.required == 95)
    // RFK and Realisasi of the quarter before, APBDes and RekADD of eight desa.
    #expect(try rates(office("2025-TW4"), 2025, on: "2026-01-05").rates.total.required == 18)
    #expect(try rates(office("2025-10-11"), 2025, on: "2026-01-05").rates.total.required == 16)
    #expect(try rates(office("2026-01-01"), 2025, on: "2026-01-05").rates.total.required == 0)
  }

  @Test func `an older document is recorded and counted nowhere`() throws {
    let office = try office("2025-10-01")
    try office.record("LPPD", "2024", on: "2025-02-20", recorded: "2026-01-05")
    #expect(try rates(office, 2025, on: "2026-01-05").rates.total.submitted == 0)
    #expect(try rates(office, 2025, on: "2026-01-05").rates.total.lateEntries == 0)
    #expect(
      try !codes(office.schedule(.year(2025), on: "2026-01-05", settled: true))
        .contains("LPPD 2024"))
  }

  @Test func `the matrix, the statement and its summary leave out the same`() throws {
    let office = try office("{ kantor: 2025-TW4, unit: { \(Self.desa): 2026 } }")
    let villages = try villages(office, 2025, on: "2026-01-05")
    let statement = try statement(office, .year(2025), on: "2026-01-05")
    // RPJMDes is always wanted; the desa that begins in 2026 owes nothing else of 2025.
    #expect(villages.documents.required == 7 * 2 + 1)
    #expect(villages.recommendations.required == 7)
    #expect(statement.villages.map(\.required) == [1] + Array(repeating: 2, count: 7))
    #expect(statement.summary.required == 2 + 7 + 7)
    #expect(statement.watchedSince == (try day("2025-10-01")))
    #expect(statement.villages.map(\.watchedSince).prefix(2) == [try day("2026-01-01"), nil])
    let rates = try rates(office, 2025, on: "2026-01-05")
    #expect(rates.rates.total == statement.summary)
  }

  @Test func `indicators count from the first watched day on`() throws {
    func denominator(_ setting: String) throws -> Int? {
      let office = try office(setting)
      let workspace = try office.workspace(on: "2026-01-05")
      let answer = try Scorecards(
        office.scorecardScope(2025, on: "2026-01-05"), indicator: "H10", in: workspace)
      return answer.sheets.flatMap(\.entries).first?.figure?.denominator
    }
    #expect(try denominator("2025-10-10") == 2)
    #expect(try denominator("2025-10-11") == 0)
  }

  // MARK: - Why

  @Test func `an explanation says since when, and where that is set`() throws {
    func start(_ setting: String) throws -> Watch.Start? {
      let office = try office(setting)
      let desk = try office.workspace(on: "2026-01-05").desk(
        of: try #require(office.workspace(on: "2026-01-05").kecamatan.first))
      let id = Obligation.ID(
        report: try #require(desk.calendar.codes.code("LPPD")), unit: try region("63.05.12"),
        period: try period("2024"))
      return try #require(
        try ObligationExplanation(
          ObligationExplanation.Question(id, asOf: day("2026-01-05")), at: desk)
      ).watchStart
    }
    // LPPD 2024 was due on 27 February 2025.
    #expect(try start("2025-02-27") == nil)
    let later = try #require(try start("2025-02-28"))
    #expect(later.day == (try day("2025-02-28")))
    #expect(later.place.file == "kantor.yaml")
    #expect(later.place.line > 1)
  }

  @Test func `a frozen quarter tells that the first watched day is another one`() throws {
    let office = try AskedOffice()
    let quarter = try #require(Quarter(year: 2026, number: 1))
    let frozen = try statement(office, .quarter(quarter), on: "2026-04-01")
    #expect(frozen.watchedSince == nil)
    try office.change("kantor.yaml", "pejabat: []", to: "dipantau_sejak: 2026-03-31\npejabat: []")
    let now = try statement(office, .quarter(quarter), on: "2026-04-01")
    let changes = StatementChange.changes(from: frozen, replayed: now, later: now, to: now)
    let lppd = try #require(
      changes.first { if case .report("LPPD", _) = $0.subject { true } else { false } })
    #expect(lppd.causes == [.watch])
    #expect(lppd.values.contains { $0.name == "status" && $0.new == nil })
    #expect(changes.filter { $0.subject == .summary }.map(\.causes) == [[.watch]])
    // What is watched as before, but waits no longer for what is not.
    #expect(
      changes.filter { if case .recommendation = $0.subject { true } else { false } }
        .allSatisfy { $0.causes == [.rules] })
    // A day before the year leaves nothing of it out.
    try office.change("kantor.yaml", "dipantau_sejak: 2026-03-31", to: "dipantau_sejak: 2025")
    let all = try statement(office, .quarter(quarter), on: "2026-04-01")
    #expect(StatementChange.changes(from: frozen, replayed: all, later: all, to: all).isEmpty)
  }

  // MARK: - Words

  @Test func `a heading says since when where the time begins before`() throws {
    let watched = try watched(office("2025-10-01"))
    #expect(watched.day == (try day("2025-10-01")))
    let words = "dipantau sejak 1 Oktober 2025"
    #expect(watched.words(from: nil) == words)
    #expect(watched.words(from: try day("2025-01-01")) == words)
    #expect(watched.words(from: try day("2025-10-01")) == words)
    #expect(watched.words(from: try day("2025-10-02")) == nil)
    #expect(watched.words(from: try day("2026-01-01")) == nil)
    #expect(try self.watched(AskedOffice()).words(from: nil) == nil)
  }

  @Test func `a heading names the units with their own days`() throws {
    let both = try office("{ kantor: 2025-TW4, unit: { \(Self.desa): 2026 } }")
    let all = try watched(both)
    #expect(
      all.words(from: nil)
        == "dipantau sejak 1 Oktober 2025 (Desa Tarungin dipantau sejak 1 Januari 2026)")
    #expect(all.exceptions.map(\.unit) == [try region(Self.desa)])
    let alone = try watched(both, of: [Self.desa])
    #expect(alone.words(from: nil) == "dipantau sejak 1 Januari 2026")
    #expect(alone.exceptions.isEmpty)
    let only = try watched(office("{ unit: { \(Self.desa): 2026 } }"))
    #expect(only.day == nil)
    #expect(only.words(from: nil) == "Desa Tarungin dipantau sejak 1 Januari 2026")
    let many = AskedOffice.villages.prefix(4).map { "\($0): 2026" }.joined(separator: ", ")
    #expect(
      try watched(office("{ unit: { \(many) } }")).words(from: nil)
        == "4 unit dipantau sejak tanggalnya sendiri")
  }

  @Test func `an office has not begun where it has no row and no first day`() throws {
    let office = try AskedOffice()
    #expect(try office.schedule(on: "2026-07-06").isUnbegun)
    #expect(try !self.office("2019").schedule(on: "2026-07-06").isUnbegun)
    try office.record("LPPD", "2025", on: "2026-02-20")
    #expect(try !office.schedule(on: "2026-07-06").isUnbegun)
  }
}
