import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// What a request would come to, before anything is written.
@Suite struct `a preview` {
  private let office: DeedsOffice
  private let today = "2026-02-20"

  init() throws { office = try DeedsOffice() }

  private func workspace() throws -> Workspace { try office.workspace(on: today) }

  private func submit(evidence: [FilePath] = [], note: String? = nil) throws -> Submit {
    Submit(
      report: "LKIP", period: try period("2025"), evidence: evidence, note: note,
      recorder: "operator")
  }

  @Test func `of a submission is what recording it then gives, and writes nothing`() throws {
    let files = [
      try office.file("LKIP final.pdf", "%PDF-1.7 satu"), try office.file("b.txt", "dua"),
    ]
    let submit = try submit(evidence: files, note: "asli")
    let preview = try submit.preview(in: workspace(), at: office.instant(today))
    #expect(try office.rows(2026).isEmpty)
    let kept = office.founded.folder.path + "/dokumen/63.05.12/2026"
    #expect(!FileManager.default.fileExists(atPath: kept))
    let outcome = try submit.record(in: workspace(), at: office.instant(today))
    let written = try office.rows(2026).map(\.entry)
    #expect(preview.entries == written)
    #expect(preview.files.map(\.name) == ["LKIP final.pdf", "b.txt"])
    #expect(preview.files.map(\.size) == [13, 3])
    guard case .recorded(let foreseen)? = preview.outcome.results.first,
      case .recorded(let recorded)? = outcome.results.first
    else {
      Issue.record("\(preview.outcome), \(outcome)")
      return
    }
    #expect(foreseen.row == recorded.row && foreseen.assessment?.status == .onTime)
    #expect(foreseen.assessment?.due == recorded.assessment?.due)
  }

  @Test func `refuses what recording would refuse, the files too`() throws {
    let empty = try office.file("kosong.pdf", "")
    let request = try submit(evidence: [empty])
    let causes = try objections {
      _ = try request.preview(in: workspace(), at: office.instant(today))
    }
    guard case .unfit(empty, .empty)? = causes.first as? RefusedEvidence else {
      Issue.record("\(causes)")
      return
    }
    var late = try submit()
    late.date = try day("2026-02-01")
    let refused = try objections {
      _ = try late.preview(in: workspace(), at: office.instant(today))
    }
    #expect(refused.first is RefusedRow)
  }

  @Test func `of an extension tells both due dates`() throws {
    let decide = Decide(
      .extended(to: try day("2026-03-16"), letter: nil), report: "LKAT",
      period: try period("2025"), note: "Surat BPKAD", recorder: "operator")
    let preview = try decide.preview(in: workspace(), at: office.instant(today))
    let row = try #require(preview.outcome.rows.first)
    #expect(try row.formerDue == day("2026-02-28") && row.assessment?.due == day("2026-03-16"))
    #expect(preview.entries.map(\.note) == ["Surat BPKAD"])
    #expect(try office.rows(2026).isEmpty)
  }

  @Test func `of a void extension tells the due date that is in force again`() throws {
    try office.write(.extended, "LKAT", "2025", on: "2026-03-16", received: today)
    let void = VoidRow(
      LedgerEvent.RowID(year: 2026, number: 1), reason: "keliru", recorder: "operator")
    let preview = try void.preview(in: workspace(), at: office.instant(today))
    #expect(try preview.outcome.dueAgain == day("2026-02-28"))
    #expect(preview.entries.map(\.note) == ["#1 keliru"])
    #expect(try office.rows(2026).count == 1)
    let outcome = try void.record(in: workspace(), at: office.instant(today))
    #expect(outcome.dueAgain == preview.outcome.dueAgain)
  }
}
