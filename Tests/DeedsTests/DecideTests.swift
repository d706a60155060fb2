import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `a decision on a report` {
  private let office: DeedsOffice

  init() throws {
    office = try DeedsOffice()
    try office.write(.submitted, "LKIP", "2025", on: "2026-02-20")
  }

  private func decide(
    _ decision: Decide.Decision, _ report: String = "LKIP", _ period: String? = "2025",
    of units: NamedUnits = [], note: String? = "kurang", reason: String? = nil
  ) throws -> Decide {
    Decide(
      decision, report: report, period: try period.map { try TestSupport.period($0) },
      units: units, note: note, reason: reason, recorder: "camat")
  }

  private func record(_ decide: Decide, on date: String) throws -> Decide.Outcome {
    try decide.record(in: office.workspace(on: date), at: office.instant(date))
  }

  private func refusal(_ decide: Decide, on date: String) throws -> Refusal? {
    try (objections { _ = try record(decide, on: date) }.first as? RefusedRow)?.refusal
  }

  @Test(arguments: [
    (Decide.Decision.returned(on: nil), Status.overdue), (.accepted(on: nil), .onTime),
    (.exempted(on: nil), .exempt),
  ])
  func `its outcome is judged again`(_ decision: Decide.Decision, _ status: Status) throws {
    let outcome = try record(decide(decision), on: "2026-03-02")
    let row = try #require(outcome.rows.first)
    #expect(outcome.rows.count == 1 && outcome.remarks.isEmpty)
    #expect(row.row == LedgerEvent.RowID(year: 2026, number: 2))
    #expect(row.assessment?.status == status)
    let entry = try #require(office.rows(2026).last?.entry)
    #expect(entry.kind == decision.kind && entry.note == "kurang" && entry.recorder == "camat")
    #expect(try entry.date == day("2026-03-02") && entry.received == day("2026-03-02"))
  }

  @Test func `an extension tells the old due date and the new one`() throws {
    let extended = Decide.Decision.extended(
      to: try day("2026-04-10"), letter: try day("2026-03-18"))
    let outcome = try record(
      decide(extended, "LPPDesa", nil, of: ["Bagak", "Tarungin"], note: "surat 12"),
      on: "2026-03-20")
    #expect(outcome.rows.map(\.selection.unitName) == ["Desa Bagak", "Desa Tarungin"])
    for row in outcome.rows {
      #expect(try row.formerDue == day("2026-03-31"))
      #expect(try row.assessment?.due == day("2026-04-10"))
      #expect(try row.received == day("2026-03-18"))
    }
  }

  @Test func `a new due date is later than the one in force`() throws {
    func extended(_ date: String) throws -> Decide {
      try decide(.extended(to: day(date), letter: nil), "LPPDesa", "2025", of: ["Bagak"])
    }
    let due = try day("2026-03-31")
    #expect(
      try refusal(extended("2026-03-31"), on: "2026-03-20")
        == .notLater(new: due, due: due))
    #expect(try record(extended("2026-04-01"), on: "2026-03-20").rows.count == 1)
  }

  @Test func `all but an acceptance need a note`() throws {
    let decisions: [Decide.Decision] = [
      .returned(on: nil), .exempted(on: nil), .extended(to: try day("2026-04-10"), letter: nil),
    ]
    for decision in decisions {
      let causes = try objections { _ = try record(decide(decision, note: nil), on: "2026-03-02") }
      #expect((causes.first as? NoteRequired)?.kind == decision.kind)
    }
    #expect(try record(decide(.accepted(on: nil), note: nil), on: "2026-03-02").rows.count == 1)
  }

  @Test func `what is not in is neither returned nor accepted, and nothing is decided twice`()
    throws
  {
    #expect(try refusal(decide(.accepted(on: nil), "LPPD"), on: "2026-03-02") == .notIn)
    _ = try record(decide(.accepted(on: nil)), on: "2026-03-02")
    let row = LedgerEvent.RowID(year: 2026, number: 2)
    #expect(try refusal(decide(.accepted(on: nil)), on: "2026-03-02") == .accepted(row))
    #expect(try refusal(decide(.returned(on: nil)), on: "2026-03-02") == .accepted(row))
    let early = try decide(.exempted(on: day("2026-03-03")), "LPPD")
    #expect(try refusal(early, on: "2026-03-02") == .future(day("2026-03-03")))
  }

  @Test func `without a period the only submitted report is taken`() throws {
    let outcome = try record(decide(.accepted(on: nil), "LKIP", nil), on: "2026-03-02")
    #expect(outcome.rows.map(\.obligation.id.period.description) == ["2025"])
    let none = try objections {
      _ = try record(decide(.accepted(on: nil), "LPPD", nil), on: "2026-03-02")
    }
    guard case .notOne("LPPD", _, .submitted, fitting: 0, _)? = none.first as? MeaningRefusal else {
      Issue.record("\(none)")
      return
    }
  }

  @Test func `the old due date is that under the lock, where others extended it meanwhile`() throws
  {
    let letter = try day("2026-03-20")
    let admitted = try decide(
      .extended(to: day("2026-04-30"), letter: letter), "LPPDesa", of: ["Bagak"]
    ).admitted(in: office.workspace(on: "2026-03-20"), at: office.instant("2026-03-20"))
    _ = try record(
      decide(.extended(to: day("2026-04-15"), letter: letter), "LPPDesa", of: ["Bagak"]),
      on: "2026-03-20")
    let outcome = try admitted.record()
    #expect(try outcome.rows.map(\.formerDue) == [day("2026-04-15")])
    #expect(try outcome.rows.map(\.assessment?.due) == [day("2026-04-30")])
  }

  @Test func `what others decide between the check and the lock counts`() throws {
    let admitted = try decide(.returned(on: nil))
      .admitted(in: office.workspace(on: "2026-03-02"), at: office.instant("2026-03-02"))
    try office.write(.accepted, "LKIP", "2025", on: "2026-03-02")
    let causes = objections(to: admitted)
    #expect(
      (causes.first as? RefusedRow)?.refusal
        == .accepted(LedgerEvent.RowID(year: 2026, number: 2)))
    #expect(try office.rows(2026).count == 2)
  }
}
