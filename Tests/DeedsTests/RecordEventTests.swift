import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `an event` {
  private static let inauguration = "pelantikan-kades"
  private static let decision = "perpanjangan-jabatan-kades"

  private func event(
    _ code: String, of units: NamedUnits = ["Bagak"], on date: String, note: String? = nil,
    reason: String? = nil
  ) throws -> RecordEvent {
    RecordEvent(
      code, on: try day(date), units: units, note: note, reason: reason, recorder: "operator")
  }

  private func record(
    _ event: RecordEvent, in office: DeedsOffice, on date: String = "2026-07-06"
  ) throws -> RecordEvent.Outcome {
    try event.record(in: office.workspace(on: date), at: office.instant(date))
  }

  private func refusal(_ event: RecordEvent, in office: DeedsOffice) throws -> Refusal? {
    try (objections { _ = try record(event, in: office) }.first as? RefusedRow)?.refusal
  }

  @Test func `it is recorded for each of several desa`() throws {
    let office = try DeedsOffice()
    let outcome = try record(
      event(Self.inauguration, of: ["Bagak", "Tarungin"], on: "2026-03-02", note: "SK 3"),
      in: office)
    #expect(outcome.rows.map(\.unitName) == ["Desa Bagak", "Desa Tarungin"])
    #expect(outcome.rows.map(\.row.number) == [1, 2])
    #expect(outcome.rows.allSatisfy { $0.admission == .plain })
    let entries = try office.rows(2026).map(\.entry)
    #expect(entries.map(\.kind) == [.fact, .fact])
    #expect(entries.map(\.note) == ["SK 3", "SK 3"])
    #expect(try entries.map(\.date) == [day("2026-03-02"), day("2026-03-02")])
  }

  @Test func `an event that is not known, of another kind or to come is refused as data`() throws {
    let office = try DeedsOffice()
    let unknown = try objections {
      _ = try record(event("pelantikan", on: "2026-03-02"), in: office)
    }
    guard case .unknown("pelantikan", let known)? = unknown.first as? RecordEvent.Refused else {
      Issue.record("\(unknown)")
      return
    }
    #expect(known.contains(Self.inauguration))
    let foreign = try objections {
      _ = try record(event(Self.inauguration, of: [], on: "2026-03-02"), in: office)
    }
    guard case .notOf(let kind, unit: "Kecamatan Hatungun")? = foreign.first as? RecordEvent.Refused
    else {
      Issue.record("\(foreign)")
      return
    }
    #expect(kind.isOfVillage)
    #expect(
      try refusal(event(Self.inauguration, on: "2026-07-07"), in: office)
        == .future(day("2026-07-07")))
    #expect(try record(event(Self.inauguration, on: "2026-07-06"), in: office).rows.count == 1)
  }

  @Test func `of several desa all have the event or none, and every refusal is told`() throws {
    let office = try DeedsOffice()
    try office.write(.fact, Self.inauguration, of: DeedsOffice.villages[7], on: "2026-02-02")
    try office.write(.fact, Self.inauguration, of: DeedsOffice.villages[3], on: "2026-02-02")
    let request = try event(
      Self.inauguration, of: ["Tarungin", "Bagak", "Burakai"], on: "2026-03-02")
    let causes = try objections { _ = try record(request, in: office) }
    #expect(
      causes.compactMap { ($0 as? RefusedRow)?.unit } == ["Desa Bagak", "Desa Burakai"])
    #expect(try office.rows(2026).count == 2)
    var reasoned = request
    reasoned.reason = "dilantik ulang"
    let rows = try record(reasoned, in: office).rows
    #expect(rows.map(\.admission.doubts.count) == [0, 1, 1])
    #expect(try office.rows(2026).last?.entry.note == "alasan: dilantik ulang")
  }

  // MARK: - A decision on a term of office

  @Test func `a decision needs a term that ended while the law allows it`() throws {
    let office = try DeedsOffice()
    let village = try region("63.05.12.2008")
    let ends = try day("2024-02-01")...day("2024-04-24")
    #expect(
      try refusal(event(Self.decision, on: "2024-07-10"), in: office)
        == .term(.noTerm(ended: ends, beginning: Self.inauguration, of: village)))
    try office.write(
      .fact, Self.inauguration, of: village.description, on: "2018-03-01", recorded: "2026-07-06")
    guard
      case .term(.beforeLaw(let law, on: _, after: ends.upperBound))? =
        try refusal(event(Self.decision, on: "2024-04-24"), in: office)
    else {
      Issue.record("another refusal")
      return
    }
    #expect(law.contains("3/2024"))
    #expect(try record(event(Self.decision, on: "2024-04-25"), in: office).rows.count == 1)
  }

  @Test func `a next term that others record between the check and the lock leaves no room for it`()
    throws
  {
    let office = try DeedsOffice()
    let village = DeedsOffice.villages[7]
    try office.write(
      .fact, Self.inauguration, of: village, on: "2018-03-01", recorded: "2026-07-06")
    let admitted = try event(Self.decision, on: "2024-07-10")
      .admitted(in: office.workspace(on: "2026-07-06"), at: office.instant("2026-07-06"))
    try office.write(
      .fact, Self.inauguration, of: village, on: "2024-06-01", recorded: "2026-07-06")
    let causes = objections(to: admitted)
    #expect(
      try (causes.first as? RefusedRow)?.refusal == .term(.nextTerm(day("2024-06-01"))))
    #expect(try office.rows(2026).count == 2)
  }
}
