import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `documents that came in together` {
  private let office: DeedsOffice
  private let today = "2026-03-27"

  init() throws { office = try DeedsOffice() }

  private func item(_ report: String, _ period: String, _ unit: String) throws
    -> SubmitSeveral.Item
  {
    SubmitSeveral.Item(report: report, period: try TestSupport.period(period), unit: unit)
  }

  private func record(_ several: SubmitSeveral) throws -> Submit.Outcome {
    try several.record(in: office.workspace(on: today), at: office.instant(today))
  }

  @Test func `are recorded together, each once, in their order`() throws {
    let items = [
      try item("LPPDesa", "2025", "63.05.12.2001"), try item("LKPJDes", "2025", "63.05.12.2001"),
      try item("LPPDesa", "2025", "63.05.12.2002"), try item("lppdesa", "2025", "Tarungin"),
    ]
    let outcome = try record(SubmitSeveral(items, note: "map biru", recorder: "operator"))
    #expect(outcome.results.count == 3)
    let entries = try office.rows(2026).map(\.entry)
    #expect(entries.map(\.subject) == ["LPPDesa", "LKPJDes", "LPPDesa"])
    #expect(
      entries.map(\.unit.description) == ["63.05.12.2001", "63.05.12.2001", "63.05.12.2002"])
    #expect(Set(entries.map(\.note)) == ["map biru"])
  }

  @Test func `are all left alone where one of them is refused, and each refusal is told`() throws {
    try office.write(.exempted, "LKPJDes", "2025", of: "63.05.12.2001", on: "2026-03-01")
    let several = SubmitSeveral(
      [
        try item("LPPDesa", "2025", "63.05.12.2001"),
        try item("LKPJDes", "2025", "63.05.12.2001"), try item("XYZ", "2025", "63.05.12.2002"),
      ], recorder: "operator")
    let causes = try objections { _ = try record(several) }
    #expect(causes.count == 2)
    #expect(causes.first is MeaningRefusal && causes.last is RefusedRow)
    #expect(try office.rows(2026).count == 1)
  }

  @Test func `may wait for each other`() throws {
    let apbdes = try item("APBDes", "2026", "63.05.12.2001")
    let recommendation = try item("RekADD", "2026-TW1", "63.05.12.2001")
    let alone = SubmitSeveral([recommendation], recorder: "operator")
    let causes = try objections { _ = try record(alone) }
    guard case .improbable(let doubts)? = (causes.first as? RefusedRow)?.refusal else {
      Issue.record("\(causes)")
      return
    }
    #expect(doubts.contains { if case .gateShut = $0 { true } else { false } })
    var both = SubmitSeveral([apbdes, recommendation], recorder: "operator")
    both.reason = "APBDes baru ditetapkan"
    #expect(try record(both).results.count == 2)
  }

  @Test func `leave open which is whose where several files are named`() throws {
    let files = [try office.file("a.txt", "a"), try office.file("b.txt", "b")]
    var several = SubmitSeveral(
      [
        try item("LPPDesa", "2025", "63.05.12.2001"), try item("LPPDesa", "2025", "63.05.12.2002"),
      ], evidence: files, recorder: "operator")
    let causes = try objections { _ = try record(several) }
    guard case .unclear(units: 2, files: 2)? = causes.first as? RefusedEvidence else {
      Issue.record("\(causes)")
      return
    }
    several.evidence = [files[0]]
    #expect(try record(several).results.count == 2)
  }

  @Test func `say which of them is recorded already`() throws {
    try office.write(.submitted, "LPPDesa", "2025", of: "63.05.12.2001", on: today)
    let outcome = try record(
      SubmitSeveral(
        [
          try item("LPPDesa", "2025", "63.05.12.2001"),
          try item("LPPDesa", "2025", "63.05.12.2002"),
        ], recorder: "operator"))
    guard case .alreadyRecorded(let row, _)? = outcome.results.first,
      case .recorded? = outcome.results.last
    else {
      Issue.record("\(outcome)")
      return
    }
    #expect(row.row.number == 1)
    #expect(try office.rows(2026).count == 2)
  }
}
