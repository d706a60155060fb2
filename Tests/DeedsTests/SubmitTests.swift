import CivilCalendar
import Compliance
import ComplianceModel
import Deeds
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

@Suite struct `a submission` {
  private func submit(
    _ report: String, _ period: String? = nil, of units: NamedUnits = [], dated: String? = nil,
    received: String? = nil, evidence: [FilePath] = [], note: String? = nil,
    reason: String? = nil
  ) throws -> Submit {
    Submit(
      report: report, period: try period.map { try TestSupport.period($0) }, units: units,
      date: try dated.map { try day($0) }, received: try received.map { try day($0) },
      evidence: evidence, note: note, reason: reason, recorder: "operator")
  }

  private func record(
    _ submit: Submit, in office: DeedsOffice, on date: String
  ) throws -> Submit.Outcome {
    try submit.record(in: office.workspace(on: date), at: office.instant(date))
  }

  private func row(_ outcome: Submit.Outcome, _ place: Int = 0) throws -> RecordedRow {
    let result = try #require(outcome.results.dropFirst(place).first)
    let row: RecordedRow? = if case .recorded(let row) = result { row } else { nil }
    return try #require(row)
  }

  // MARK: - Outcomes

  @Test func `its outcome says where the row is and where the report stands now`() throws {
    let office = try DeedsOffice()
    let outcome = try record(submit("LKIP", "2025", note: "asli"), in: office, on: "2026-02-20")
    let row = try row(outcome)
    #expect(row.row == LedgerEvent.RowID(year: 2026, number: 1))
    #expect(row.admission == .plain)
    #expect(row.assessment?.status == .onTime)
    #expect(row.assessment?.deciding?.row == row.row)
    #expect(try row.assessment?.due == day("2026-02-28"))
    #expect(outcome.remarks.isEmpty)
    let entry = try #require(office.rows(2026).first?.entry)
    #expect(entry.kind == .submitted && entry.subject == "LKIP" && entry.period == "2025")
    #expect(entry.note == "asli" && entry.recorder == "operator")
  }

  @Test func `without a period the only open one is taken, with the lead time and not before`()
    throws
  {
    let office = try DeedsOffice()
    let causes = try objections { _ = try record(submit("LKIP"), in: office, on: "2026-02-13") }
    guard case .notOne("LKIP", _, .open, fitting: 0, let choices)? = causes.first as? MeaningRefusal
    else {
      Issue.record("\(causes)")
      return
    }
    #expect(choices.map(\.period.description) == ["2025"])
    #expect(choices.map(\.status) == [.waiting])
    let row = try row(record(submit("LKIP"), in: office, on: "2026-02-14"))
    #expect(row.obligation.id.period.description == "2025")
  }

  @Test func `the eighth day after its date makes it a late entry that needs a reason`() throws {
    let office = try DeedsOffice()
    let request = try submit("LKIP", "2025", dated: "2026-02-20")
    #expect(try row(record(request, in: office, on: "2026-02-27")).admission == .plain)
    let other = try DeedsOffice()
    let causes = try objections { _ = try record(request, in: other, on: "2026-02-28") }
    let refused = try #require(causes.first as? RefusedRow)
    #expect(refused.refusal == .lateEntryNeedsReason(days: 8, .submission))
    #expect(refused.subject == "LKIP 2025 Kecamatan Hatungun")
    #expect(refused.kind == .submitted)
    var reasoned = request
    reasoned.reason = "listrik padam"
    let row = try row(record(reasoned, in: other, on: "2026-02-28"))
    #expect(row.admission.isLateEntry)
    #expect(try other.rows(2026).first?.entry.note == "susulan: listrik padam")
  }

  @Test func `a period that is not over is recorded with a remark`() throws {
    let office = try DeedsOffice()
    let outcome = try record(submit("Prognosis", "2026-S1"), in: office, on: "2026-01-20")
    #expect(outcome.remarks.map(\.code) == [WorkspaceProblem.unfinished.rawValue])
    #expect(outcome.remarks.map(\.place.line) == [2])
  }

  // MARK: - Recorded already

  @Test func `what a row says already is told, and nothing is written`() throws {
    let office = try DeedsOffice()
    _ = try record(submit("LPPD", "2025"), in: office, on: "2026-02-20")
    for request in [try submit("LPPD", "2025"), try submit("LPPD"), try submit("lppd", "2025")] {
      let outcome = try record(request, in: office, on: "2026-02-20")
      guard case .alreadyRecorded(let row, let selection)? = outcome.results.first else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(row.row == LedgerEvent.RowID(year: 2026, number: 1))
      #expect(selection.code == "LPPD")
    }
    #expect(try office.rows(2026).count == 1)
    // Another note, another date, and evidence that the row lacks are news.
    _ = try record(submit("LPPD", "2025", note: "lain"), in: office, on: "2026-02-20")
    _ = try record(submit("LPPD", "2025", dated: "2026-02-19"), in: office, on: "2026-02-20")
    let letter = try office.file("surat.pdf", "%PDF-1.4 surat\n")
    _ = try record(submit("LPPD", "2025", evidence: [letter]), in: office, on: "2026-02-20")
    #expect(try office.rows(2026).count == 4)
  }

  @Test func `of several units those that are recorded already are told beside the others`()
    throws
  {
    let office = try DeedsOffice()
    _ = try record(submit("LPPDesa", "2025", of: ["Bagak"]), in: office, on: "2026-03-20")
    let outcome = try record(
      submit("LPPDesa", "2025", of: ["Tarungin", "Bagak"]), in: office, on: "2026-03-20")
    #expect(try row(outcome).row.number == 2)
    guard case .alreadyRecorded(let row, _)? = outcome.results.last else {
      Issue.record("\(outcome)")
      return
    }
    #expect(row.row.number == 1)
  }

  // MARK: - All or none

  @Test func `of several units all are recorded or none, and every refusal is told`() throws {
    let office = try DeedsOffice()
    for name in ["63.05.12.2008", "63.05.12.2004"] {
      try office.write(.exempted, "LPPDesa", "2025", of: name, on: "2026-03-02", note: "x")
    }
    let causes = try objections {
      _ = try record(
        submit("LPPDesa", "2025", of: ["Tarungin", "Bagak", "Burakai"]), in: office,
        on: "2026-03-20")
    }
    #expect(
      causes.compactMap { ($0 as? RefusedRow)?.subject }
        == ["LPPDesa 2025 Desa Bagak", "LPPDesa 2025 Desa Burakai"])
    #expect(try office.rows(2026).count == 2)
  }

  @Test func `of two kecamatan both ledgers are written, or neither`() throws {
    let office = try DeedsOffice()
    try office.watch("63.05.05")
    let codes = ["63.05.12", "63.05.05"]
    let villages = codes.map { "\($0).2001" }
    let outcome = try record(
      submit("LPPDesa", "2025", of: .these(villages)), in: office, on: "2026-03-20")
    #expect(outcome.results.count == 2)
    #expect(try codes.map { try office.rows(2026, of: $0).count } == [1, 1])
    // One of them becomes exempt between the check and the lock.
    let again = try submit("LKPJDes", "2025", of: .these(villages))
      .admitted(in: office.workspace(on: "2026-03-20"), at: office.instant("2026-03-20"))
    try office.write(.exempted, "LKPJDes", "2025", of: villages[1], on: "2026-03-20", note: "x")
    let causes = objections(to: again)
    #expect(causes.count == 1)
    #expect(
      (causes.first as? RefusedRow)?.refusal
        == .exempt(LedgerEvent.RowID(year: 2026, number: 2)))
    #expect(try codes.map { try office.rows(2026, of: $0).count } == [1, 2])
  }

  @Test func `what others record between the check and the lock decides`() throws {
    let office = try DeedsOffice()
    try office.write(.submitted, "LKIP", "2025", on: "2026-02-18")
    let admitted = try submit("LKIP", "2025", dated: "2026-02-20")
      .admitted(in: office.workspace(on: "2026-02-20"), at: office.instant("2026-02-20"))
    try office.write(.accepted, "LKIP", "2025", on: "2026-02-20")
    let causes = objections(to: admitted)
    #expect(
      (causes.first as? RefusedRow)?.refusal
        == .accepted(LedgerEvent.RowID(year: 2026, number: 2)))
    #expect(try office.rows(2026).count == 2)
  }

  @Test func `a row of others that changes nothing is counted past`() throws {
    let office = try DeedsOffice()
    let admitted = try submit("LKIP", "2025")
      .admitted(in: office.workspace(on: "2026-02-20"), at: office.instant("2026-02-20"))
    try office.write(.submitted, "LPPD", "2025", on: "2026-02-20")
    let outcome = try admitted.record()
    #expect(try row(outcome).row.number == 2)
  }

  @Test
  func `the same submission that others record between the check and the lock is not doubled`()
    throws
  {
    let office = try DeedsOffice()
    let (letter, other) = (
      try office.file("surat.pdf", "%PDF-1.4 surat\n"),
      try office.file("lain.pdf", "%PDF-1.4 lain\n")
    )
    func admitted(_ evidence: [FilePath]) throws -> Admitted<Submit.Outcome> {
      try submit("LKIP", "2025", evidence: evidence)
        .admitted(in: office.workspace(on: "2026-02-20"), at: office.instant("2026-02-20"))
    }
    let first = try admitted([letter])
    let second = try admitted([letter])
    let third = try admitted([other])
    _ = try first.record()
    let outcome = try second.record()
    guard case .alreadyRecorded(let row, let selection)? = outcome.results.first else {
      Issue.record("\(outcome)")
      return
    }
    #expect(row.row == LedgerEvent.RowID(year: 2026, number: 1))
    #expect(selection.code == "LKIP")
    // Evidence that the row lacks is news.
    let news = try third.record()
    #expect(try self.row(news).row.number == 2)
    #expect(try office.rows(2026).count == 2)
  }

  // MARK: - Evidence

  @Test func `evidence is kept under its hash, and its name is in the note`() throws {
    let office = try DeedsOffice()
    let letter = try office.file("surat.pdf", "%PDF-1.4 surat\n")
    let row = try row(
      record(submit("LKIP", "2025", evidence: [letter], note: "asli"), in: office, on: "2026-02-20")
    )
    let path = try #require(row.evidencePath)
    #expect(path.hasPrefix("dokumen/63.05.12/2026/") && path.hasSuffix(".pdf"))
    #expect(try office.founded.folder.text(of: path) == "%PDF-1.4 surat\n")
    let entry = try #require(office.rows(2026).first?.entry)
    #expect(entry.note == "[surat.pdf] asli" && entry.file == path && entry.sha256.count == 64)
  }

  @Test func `one file of two desa is remarked on`() throws {
    let office = try DeedsOffice()
    let letter = try office.file("surat.pdf", "%PDF-1.4 surat\n")
    _ = try record(
      submit("LPPDesa", "2025", of: ["Bagak"], evidence: [letter]), in: office, on: "2026-03-20")
    let outcome = try record(
      submit("LPPDesa", "2025", of: ["Tarungin"], evidence: [letter]), in: office,
      on: "2026-03-20")
    #expect(outcome.remarks.map(\.code) == [WorkspaceProblem.sharedEvidence.rawValue])
  }

  @Test func `evidence that cannot be read or proves nothing is refused, and nothing is recorded`()
    throws
  {
    let office = try DeedsOffice()
    let missing = try objections {
      _ = try record(
        submit("LKIP", "2025", evidence: ["/none/surat.pdf"]), in: office, on: "2026-02-20")
    }
    guard
      case .unreadable("/none/surat.pdf", .noSuchFileOrDirectory)? = missing.first
        as? RefusedEvidence
    else {
      Issue.record("\(missing)")
      return
    }
    let empty = try office.file("kosong.pdf", "")
    let unfit = try objections {
      _ = try record(submit("LKIP", "2025", evidence: [empty]), in: office, on: "2026-02-20")
    }
    guard case .unfit(empty, .empty)? = unfit.first as? RefusedEvidence else {
      Issue.record("\(unfit)")
      return
    }
    let letter = try office.file("surat.pdf", "%PDF-1.4 surat\n")
    let unclear = try objections {
      _ = try record(
        submit("LPPDesa", "2025", of: ["Bagak", "Tarungin"], evidence: [letter, letter]),
        in: office, on: "2026-03-20")
    }
    guard case .unclear(units: 2, files: 2)? = unclear.first as? RefusedEvidence else {
      Issue.record("\(unclear)")
      return
    }
    #expect(try office.rows(2026).isEmpty)
  }

  // MARK: - What is meant

  @Test func `a unit that is not known, named twice or of another kind is refused as data`()
    throws
  {
    let office = try DeedsOffice()
    func refusal(_ report: String, _ units: NamedUnits) throws -> (any Error)? {
      try objections {
        _ = try record(submit(report, "2025", of: units), in: office, on: "2026-03-20")
      }
      .first
    }
    guard case .unknown("Entah", _)? = try refusal("LPPDesa", ["Entah"]) as? UnitRefusal,
      case .twice(let code)? = try refusal("LPPDesa", ["Bagak", "63.05.12.2008"]) as? UnitRefusal,
      case .villageDocument("LPPDesa")? = try refusal("LPPDesa", ["63.05.12"]) as? MeaningRefusal,
      case .officeReport("LPPD", unit: "Desa Bagak", meant: "LPPDesa"?)? =
        try refusal("LPPD", ["Bagak"]) as? MeaningRefusal,
      case .needsVillage("LPPDesa", let villages)? = try refusal("LPPDesa", []) as? MeaningRefusal,
      case .unknownReport("LPPX", nearest: "LPPD"?, let known)? =
        try refusal("LPPX", []) as? MeaningRefusal
    else {
      Issue.record("another refusal")
      return
    }
    #expect(try code == region("63.05.12.2008"))
    #expect(villages.map(\.code.description) == DeedsOffice.villages)
    #expect(known.contains("LKIP"))
  }

  @Test func `a period that the report does not have is refused with examples`() throws {
    let office = try DeedsOffice()
    let causes = try objections {
      _ = try record(submit("LKIP", "2025-TW1"), in: office, on: "2026-02-20")
    }
    guard case .noSuchPeriod("LKIP", _, let examples)? = causes.first as? MeaningRefusal else {
      Issue.record("\(causes)")
      return
    }
    #expect(examples.map(\.description) == ["2025"])
  }
}
