import Answers
import CivilCalendar
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `the rows of a ledger` {
  private static let today = "2026-05-04"

  /// What is asked for, beside the units.
  private struct Asked {
    var subject: String?
    var period: String?
    var recorder: String?
    var recorded: String?
    var year: Int?
  }

  private func listing(
    _ office: AskedOffice, _ asked: Asked = Asked(), of units: [String] = []
  ) throws -> LedgerListing {
    let workspace = try office.workspace(on: Self.today)
    return try LedgerListing(
      LedgerListing.Question(
        subject: asked.subject, period: asked.period.map { try period($0) },
        of: office.scope(units, workspace), recordedBy: asked.recorder,
        on: asked.recorded.map { try day($0) }, inLedgerOf: asked.year, asOf: day(Self.today)),
      in: workspace)
  }

  private func rows(
    _ office: AskedOffice, _ asked: Asked = Asked(), of units: [String] = []
  ) throws -> [String] {
    try listing(office, asked, of: units).lines.map(\.event.row.text)
  }

  /// An office whose ledgers of two years hold six rows, the first of which the last one voids.
  private func office() throws -> AskedOffice {
    let office = try AskedOffice()
    let villages = AskedOffice.villages
    try office.record("LPPD", "2025", on: "2026-02-20", by: "Kasubbag")
    try office.record(
      "LPPDesa", "2025", of: villages[0], on: "2026-03-20", recorded: "2026-03-27")
    try office.record(
      "LPPDesa", "2025", of: villages[1], on: "2026-03-20", recorded: "2026-03-28")
    try office.record("pelantikan-kades", "", .fact, of: villages[1], on: "2026-01-15")
    try office.record("", "2026-TW1", .frozen, on: "2026-04-01", sha256: AskedOffice.hash)
    try office.record("LPPD", "2025", .voided, on: "2026-04-02", note: "#1 salah laporan")
    return office
  }

  @Test func `every row is listed once, by file and number, void or not`() throws {
    let office = try office()
    let listing = try listing(office)
    #expect(listing.lines.map(\.event.row.text) == (1...6).map { "2026#\($0)" })
    #expect(listing.rowCount == 6)
    #expect(listing.codes.isEmpty)
    #expect(try self.listing(AskedOffice()).rowCount == 0)
  }

  @Test func `a word is a code or a name, read at the level of the units`() throws {
    let office = try office()
    #expect(try rows(office, Asked(subject: "lppd")) == ["2026#1", "2026#6"])
    let village = try listing(office, Asked(subject: "LPPD"), of: [AskedOffice.villages[0]])
    // The code itself is meant too, should a row of the desa have it.
    #expect(village.codes == ["LPPD", "LPPDesa"])
    #expect(village.lines.map(\.event.row.text) == ["2026#2"])
    #expect(try rows(office, Asked(subject: "pelantikan-kades")) == ["2026#4"])
    #expect(try rows(office, Asked(subject: "nothing")).isEmpty)
  }

  @Test func `a word that is a period alone means all rows of that period`() throws {
    let office = try office()
    #expect(try rows(office, Asked(subject: "2026-tw1")) == ["2026#5"])
    #expect(try rows(office, Asked(subject: "2025")) == ["2026#1", "2026#2", "2026#3", "2026#6"])
    // Beside a period the word must mean a report.
    #expect(try rows(office, Asked(subject: "2025", period: "2025")).isEmpty)
  }

  @Test func `what is asked for in several ways fits all of them`() throws {
    let office = try office()
    let second = [AskedOffice.villages[1]]
    #expect(try rows(office, of: second) == ["2026#3", "2026#4"])
    #expect(try rows(office, Asked(recorded: "2026-03-28")) == ["2026#3"])
    #expect(try rows(office, Asked(recorded: "2026-03-20")).isEmpty)
    #expect(try rows(office, Asked(recorder: " kasubbag ")) == ["2026#1"])
    #expect(try rows(office, Asked(subject: "LPPDesa", recorder: "kasubbag")).isEmpty)
    #expect(try rows(office, Asked(period: "2025"), of: second) == ["2026#3"])
    #expect(try rows(office, Asked(year: 2026)).count == 6)
    #expect(try rows(office, Asked(year: 2025)).isEmpty)
  }

  @Test func `a name that is nearly written is suggested, one that is known is not`() throws {
    let office = try office()
    #expect(try listing(office, Asked(subject: "LKIQ")).suggestion == "LKIP")
    #expect(try listing(office, Asked(subject: "LKIP")).suggestion == nil)
    #expect(try listing(office, Asked(subject: "2031-TW1")).suggestion == nil)
    #expect(try listing(office).suggestion == nil)
  }

  @Test func `a record of the seventh day is in time, one of the eighth is late`() throws {
    let lines = try listing(office()).lines
    #expect(lines.map(\.isLateEntry) == [false, false, true, false, false, false])
  }

  @Test func `a row that is void names the one that voids it, and why`() throws {
    let lines = try listing(office()).lines
    let (first, last) = try (#require(lines.first), #require(lines.last))
    #expect(first.voidedBy?.id == last.event.row)
    #expect(first.voidReason == "salah laporan")
    #expect(last.event.voids == first.event.row)
    #expect(last.voidedBy == nil)
    #expect(last.voidReason == nil)
  }

  @Test func `a void without a reason has none`() throws {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    try office.record("LPPD", "2025", .voided, on: "2026-04-02", note: "#1")
    let line = try #require(listing(office).lines.first)
    #expect(line.voidedBy != nil)
    #expect(line.voidReason == nil)
  }

  @Test func `the columns have all three dates of a row, and nothing for what is not written`()
    throws
  {
    let office = try AskedOffice()
    let village = AskedOffice.villages[2]
    try office.record(
      "LPPDesa", "2025", of: village, on: "2026-03-20", received: "2026-03-23",
      recorded: "2026-03-24", note: "  ")
    let line = try #require(listing(office).lines.first)
    let columns = LedgerLine.columns
    expectDistinct(columns)
    #expect(try cell("nomor", line, columns) == .text("2026#1"))
    #expect(try cell("buku", line, columns) == .text("63.05.12/2026.csv"))
    #expect(try cell("tanggal", line, columns) == .day(day("2026-03-20")))
    #expect(try cell("diterima", line, columns) == .day(day("2026-03-23")))
    #expect(try cell("dicatat", line, columns) == .day(day("2026-03-24")))
    #expect(try cell("dicatat_pada", line, columns) == .instant(line.row.recordedAt))
    #expect(try cell("peristiwa", line, columns) == .event(.submitted))
    #expect(try cell("periode", line, columns) == .period(period("2025")))
    #expect(try cell("unit", line, columns) == .text(village))
    #expect(try cell("nama_unit", line, columns) == .text(line.unitName))
    #expect(try cell("catatan", line, columns) == .none)
    #expect(try cell("dibatalkan_oleh", line, columns) == .none)
    #expect(try cell("susulan", line, columns) == .flag(false))
  }
}
