import CivilCalendar
import Compliance
import ComplianceModel
import Reminders
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `reminders that are put off` {
  private static let today = "2026-02-26"
  private let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private var outbox: Outbox { Outbox(workspace: founded.path) }

  private func snooze(
    _ report: String = "LKAT", _ period: String? = "2025", of units: NamedUnits = [],
    until date: String, reason: String? = "menunggu BPKAD"
  ) throws -> Snooze.Outcome {
    let snooze = Snooze(
      report: report, period: try period.map { try TestSupport.period($0) }, units: units,
      until: try day(date), reason: reason, by: "kasubbag")
    return try snooze.record(
      in: founded.open(), outbox, at: #require(ClockReading("\(Self.today)T09:00:00+08:00")))
  }

  private func refusal(_ body: () throws -> Void) throws -> Snooze.Refused? {
    try #require(#expect(throws: RequestFailure.self, performing: body)).causes.first
      as? Snooze.Refused
  }

  private func asleep(on date: String) throws -> [String] {
    try OutboxState(outbox.read().rows).snoozes(on: day(date)).map(\.report)
  }

  @Test func `they come back on the day that was named, and not a day before`() throws {
    let outcome = try snooze(until: "2026-03-03")
    #expect(outcome.rows.map(\.selection.code) == ["LKAT"] && !outcome.isEnded)
    #expect(try asleep(on: "2026-03-02") == ["LKAT"])
    #expect(try asleep(on: "2026-03-03").isEmpty)
  }

  @Test func `today ends what is put off, and nothing else`() throws {
    guard case .notAhead? = try refusal({ _ = try snooze(until: Self.today) }) else {
      Issue.record("another refusal")
      return
    }
    _ = try snooze(until: "2026-03-03")
    #expect(try snooze(until: Self.today).isEnded)
    #expect(try asleep(on: Self.today).isEmpty)
    guard case .notAhead? = try refusal({ _ = try snooze(until: "2026-02-25") }) else {
      Issue.record("another refusal")
      return
    }
  }

  @Test func `a year and a day is the most`() throws {
    guard case .tooFar? = try refusal({ _ = try snooze(until: "2027-02-28") }),
      case .noReason? = try refusal({ _ = try snooze(until: "2027-02-27", reason: nil) })
    else {
      Issue.record("another refusal")
      return
    }
    #expect(try snooze(until: "2027-02-27").rows.count == 1)
  }

  @Test func `of several desa all are put off or none`() throws {
    try founded.append(
      [
        try FoundedWorkspace.entry(
          .submitted, "LPPDesa", "2025", "2026-02-26", unit: "63.05.12.2008")
      ],
      at: "2026-02-26T08:00:00+08:00")
    let refused = try refusal {
      _ = try snooze("LPPDesa", of: ["Tarungin", "Bagak"], until: "2026-03-03")
    }
    guard case .notReminded("LPPDesa 2025 Desa Bagak", .onTime)? = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(try outbox.read().rows.isEmpty)
    let outcome = try snooze("LPPDesa", of: ["Tarungin", "Burakai"], until: "2026-03-03")
    #expect(outcome.rows.map(\.selection.unitName) == ["Desa Tarungin", "Desa Burakai"])
  }
}
