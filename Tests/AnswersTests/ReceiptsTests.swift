import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

/// What desa handed in on a day.
struct ReceiptsTests {
  private static let villages = AskedOffice.villages
  private static let date = "2026-03-31"

  private func receipts(
    _ office: AskedOffice, of units: [String] = [], on date: String = date,
    asOf today: String? = nil
  ) throws -> [Receipts.Receipt] {
    let workspace = try office.workspace(on: today ?? date)
    return try Receipts(
      Receipts.Question(
        of: office.scope(units, workspace), receivedOn: day(date), asOf: day(today ?? date)),
      in: workspace
    ).receipts
  }

  @Test func `each desa has one for its own documents of the day, as they were recorded`() throws {
    let office = try AskedOffice()
    try office.record("LPPDesa", "2025", of: Self.villages[3], on: Self.date)
    try office.record("LKPJDes", "2025", of: Self.villages[0], on: Self.date)
    try office.record("LPPDesa", "2025", of: Self.villages[0], on: Self.date)
    try office.record("LPPDesa", "2025", of: Self.villages[1], on: "2026-03-30")
    // What the kecamatan itself owes or issues is not handed in by a desa.
    try office.record("LPPD", "2025", on: Self.date)
    try office.record("RekADD", "2026-TW1", of: Self.villages[0], on: Self.date)
    let all = try receipts(office)
    #expect(all.map(\.village.code.description) == [Self.villages[0], Self.villages[3]])
    #expect(all[0].lines.map(\.code) == ["LKPJDes", "LPPDesa"])
    #expect(all[0].lines.map(\.event.row.number) == [2, 3])
    #expect(try receipts(office, of: [Self.villages[3]]).count == 1)
    #expect(try receipts(office, on: "2026-03-29").isEmpty)
  }

  @Test func `the day is that of receipt, whatever day a regulation bears`() throws {
    let office = try AskedOffice()
    try office.record(
      "APBDes", "2026", of: Self.villages[0], on: "2025-12-29", received: "2026-01-05")
    #expect(try receipts(office, on: "2025-12-29").isEmpty)
    let line = try #require(try receipts(office, on: "2026-01-05").first?.lines.first)
    #expect(try line.event.date == day("2025-12-29"))
    #expect(line.assessment?.status == .onTime)
  }

  @Test func `what was returned or voided until the receipt is made is not in it`() throws {
    let office = try AskedOffice()
    try office.record("LPPDesa", "2025", of: Self.villages[0], on: Self.date)
    try office.record("LKPJDes", "2025", of: Self.villages[0], on: Self.date)
    try office.record(
      "LPPDesa", "2025", .voided, of: Self.villages[0], on: Self.date, note: "#1 salah")
    try office.record(
      "LKPJDes", "2025", .returned, of: Self.villages[0], on: "2026-04-01", note: "kurang")
    #expect(try receipts(office, asOf: "2026-04-02").isEmpty)
    // The corrected one is receipted on its own day, and the first decides whether it was on time.
    try office.record("LKPJDes", "2025", of: Self.villages[0], on: "2026-04-03")
    #expect(try receipts(office, asOf: "2026-04-03").isEmpty)
    let line = try #require(try receipts(office, on: "2026-04-03").first?.lines.first)
    #expect(line.assessment?.status == .onTime)
  }

  @Test func `the columns tell dates, lateness, evidence and who recorded it`() throws {
    let office = try AskedOffice()
    try office.record(
      "LPPDesa", "2025", of: Self.villages[0], on: "2026-04-02", file: "dokumen/x.pdf",
      sha256: AskedOffice.hash, by: "kasi")
    let line = try #require(try receipts(office, on: "2026-04-02").first?.lines.first)
    let columns = ReceiptLine.columns
    expectDistinct(columns)
    #expect(try cell("tenggat", line, columns) == .day(day("2026-03-31")))
    #expect(try cell("status", line, columns) == .status(.late))
    #expect(try cell("hari_terlambat", line, columns) == .count(2))
    #expect(try cell("sha256", line, columns) == .text(AskedOffice.hash))
    #expect(line.shortHash == "e3b0c44298fc")
    #expect(try cell("petugas", line, columns) == .text("kasi"))
    #expect(try cell("baris", line, columns) == .text("2026#1"))
  }
}
