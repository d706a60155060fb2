import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `the difference from a frozen quarter` {
  /// The first quarter of 2026 as it stands on 2 April, with all that is recorded by then.
  private func frozen(_ office: AskedOffice, on date: String = "2026-04-02") throws
    -> FrozenStatement
  {
    let workspace = try office.workspace(on: date)
    let desk = try workspace.desk(of: try #require(workspace.kecamatan.first))
    let quarter = try #require(Quarter(year: 2026, number: 1))
    let rows = desk.ledger.events.count
    return FrozenStatement(
      row: LedgerEvent.RowID(year: 2026, number: rows + 1),
      try DutyStatement.made(.quarter(quarter), by: desk, asOf: day(date)).statement,
      ledgers: desk.ledgerMarks(knownThrough: nil, asOf: try day(date)))
  }

  private func difference(
    _ office: AskedOffice, from frozen: FrozenStatement, on date: String
  ) throws -> Difference {
    let workspace = try office.workspace(on: date)
    return try Difference(
      from: frozen, in: workspace.desk(of: try #require(workspace.kecamatan.first)),
      asOf: day(date))
  }

  private func item(_ code: String, _ answer: Difference) throws -> Difference.Item {
    try #require(answer.items.first { $0.code == code })
  }

  private func office() throws -> AskedOffice {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    return office
  }

  /// The row that the freeze itself writes.
  private func freeze(_ office: AskedOffice) throws -> FrozenStatement {
    let frozen = try frozen(office)
    try office.record(
      "", "2026-TW1", .frozen, on: "2026-04-02", file: "ekspor/beku/contoh.xml",
      sha256: String(repeating: "b4", count: 32))
    return frozen
  }

  @Test func `nothing differs where nothing was recorded and no day has passed`() throws {
    let office = try office()
    let answer = try difference(office, from: freeze(office), on: "2026-04-02")
    #expect(answer.items.isEmpty)
    // The row of the freeze is none of those recorded since.
    #expect(answer.otherRowCount == 0)
    #expect(answer.namesEveryRow)
  }

  @Test func `a row recorded since is named behind what it changed`() throws {
    let office = try office()
    let frozen = try freeze(office)
    try office.record("LKIP", "2025", on: "2026-04-03")
    let answer = try difference(office, from: frozen, on: "2026-04-03")
    let report = try item("LKIP", answer)
    #expect(report.causes == [.rows])
    #expect(report.rows.map(\.number) == [3])
    #expect(report.change.values.first?.old == "lewat")
    #expect(report.change.values.first?.new == "terlambat")
    #expect(answer.otherRowCount == 0)
    let sum = try #require(answer.items.last)
    #expect(sum.change.subject == .summary)
    #expect(sum.rows.isEmpty)
  }

  @Test func `a row that changes nothing stated is counted, not named`() throws {
    let office = try office()
    let frozen = try freeze(office)
    try office.record("LPPD", "2026", on: "2026-04-03")
    let answer = try difference(office, from: frozen, on: "2026-04-02")
    #expect(!answer.items.contains { $0.code == "LPPD" })
    #expect(answer.otherRowCount == 1)
  }

  @Test func `the passing of time is told apart from what was recorded`() throws {
    let office = try AskedOffice()
    // LPPDesa is due on 31 March.
    let frozen = try frozen(office, on: "2026-03-31")
    let answer = try difference(office, from: frozen, on: "2026-04-01")
    let documents = answer.items.filter { $0.code == "LPPDesa" }
    #expect(documents.count == 8)
    #expect(documents.allSatisfy { $0.causes == [.time] && $0.rows.isEmpty })
    #expect(try difference(office, from: frozen, on: "2026-03-31").items.isEmpty)
  }

  @Test func `a desa is told with the rows of its documents`() throws {
    let office = try office()
    let frozen = try freeze(office)
    let village = AskedOffice.villages[2]
    try office.record("LPPDesa", "2025", of: village, on: "2026-04-02")
    let answer = try difference(office, from: frozen, on: "2026-04-02")
    let subject = StatementChange.Subject.village(try region(village))
    let counted = try #require(answer.items.first { $0.change.subject == subject })
    #expect(counted.rows.map(\.number) == [3])
    #expect(counted.change.values.map(\.name) == ["ada"])
    #expect(try cell("nama_unit", counted, answer.columns).isCoded)
  }

  @Test func `rows of another kecamatan were known`() throws {
    let office = try office()
    let frozen = try frozen(office)
    let last = try #require(frozen.ledgers.first)
    #expect(frozen.knew(LedgerEvent.RowID(year: last.year, number: last.rows)))
    #expect(!frozen.knew(LedgerEvent.RowID(year: last.year, number: last.rows + 1)))
    #expect(!frozen.knew(LedgerEvent.RowID(year: last.year + 1, number: 1)))
  }

  @Test func `the columns say what differs, where, and why`() throws {
    let office = try office()
    let frozen = try freeze(office)
    try office.record("LKIP", "2025", on: "2026-04-03")
    let answer = try difference(office, from: frozen, on: "2026-04-03")
    let report = try item("LKIP", answer)
    expectDistinct(answer.columns)
    expectDistinct(Difference.valueColumns)
    #expect(try cell("bagian", report, answer.columns) == .text("laporan_kecamatan"))
    #expect(try cell("unit", report, answer.columns) == .text("63.05.12"))
    #expect(try cell("periode", report, answer.columns) == .period(period("2025")))
    #expect(try cell("sebab", report, answer.columns) == .list([.text("baris")]))
    let value = try #require(report.change.values.first)
    #expect(try cell("apa", value, Difference.valueColumns) == .text("status"))
    #expect(try cell("lama", value, Difference.valueColumns) == .text("lewat"))
  }
}

extension Cell {
  fileprivate var isCoded: Bool { if case .coded = self { true } else { false } }
}
