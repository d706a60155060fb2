import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `a row that is declared void` {
  private let office: DeedsOffice

  init() throws {
    office = try DeedsOffice()
    try office.write(.submitted, "LKIP", "2025", on: "2026-02-20")
  }

  private func row(_ number: Int, _ year: Int = 2026) -> LedgerEvent.RowID {
    LedgerEvent.RowID(year: year, number: number)
  }

  private func void(_ row: LedgerEvent.RowID, reason: String? = "keliru") -> VoidRow {
    VoidRow(row, reason: reason, recorder: "operator")
  }

  private func record(_ void: VoidRow, on date: String = "2026-03-02") throws -> VoidRow.Outcome {
    try void.record(in: office.workspace(on: date), at: office.instant(date))
  }

  @Test func `its outcome tells both rows, and that the report is not in any more`() throws {
    let outcome = try record(void(row(1)))
    #expect(outcome.voided.id == row(1) && outcome.row == row(2))
    #expect(outcome.unitName == "Kecamatan Hatungun")
    #expect(outcome.dueAgain == nil)
    let entry = try #require(office.rows(2026).last?.entry)
    #expect(entry.kind == .voided && entry.note == "#1 keliru" && entry.subject == "LKIP")
    let desk = try office.founded.desk()
    let id = try #require(desk.ledger.events.first?.obligation)
    #expect(desk.history.rows(of: id).isEmpty)
  }

  @Test func `a row of another year is named with its year`() throws {
    _ = try record(void(row(1)), on: "2027-01-04")
    #expect(try office.rows(2027).first?.entry.note == "2026#1 keliru")
  }

  @Test func `without an extension the rule's due date is in force again`() throws {
    try office.write(
      .extended, "LPPD", "2025", on: "2026-04-10", received: "2026-02-25", note: "surat")
    let outcome = try record(void(row(2)))
    #expect(try outcome.dueAgain == day("2026-02-27"))
  }

  @Test func `a row that is not there, void itself or void already is refused as data`() throws {
    _ = try record(void(row(1)))
    func refusal(_ number: Int) throws -> VoidRow.Refused? {
      try objections { _ = try record(void(row(number))) }.first as? VoidRow.Refused
    }
    guard case .noRow(row(3), _)? = try refusal(3), case .isVoid(row(2))? = try refusal(2),
      case .voidedBefore(row(1), by: row(2))? = try refusal(1)
    else {
      Issue.record("another refusal")
      return
    }
    let causes = try objections { _ = try record(void(row(1), reason: nil)) }
    #expect((causes.first as? NoteRequired)?.kind == .voided)
    #expect(try office.rows(2026).count == 2)
  }

  @Test func `a void that others recorded between the check and the lock counts`() throws {
    let admitted = try void(row(1)).admitted(
      in: office.workspace(on: "2026-03-02"), at: office.instant("2026-03-02"))
    _ = try record(void(row(1)))
    let causes = objections(to: admitted)
    guard case .voidedBefore(row(1), by: row(2))? = causes.first as? VoidRow.Refused else {
      Issue.record("\(causes)")
      return
    }
    #expect(try office.rows(2026).count == 2)
  }
}
