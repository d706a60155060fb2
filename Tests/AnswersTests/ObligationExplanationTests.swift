import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import LedgerStore
import TestSupport
import Testing
import Workspace

@Suite struct `the explanation of an obligation` {
  /// Explains an obligation; with no period the one that is meant where none is written.
  private func explanation(
    _ office: AskedOffice, _ code: String, _ period: String?, of unit: String = "63.05.12",
    on date: String, knownThrough known: String? = nil
  ) throws -> ObligationExplanation? {
    let workspace = try office.workspace(on: date)
    let kecamatan = try #require(workspace.kecamatan.first)
    let desk = try workspace.desk(of: kecamatan, knownThrough: known.map { try day($0) })
    let report = try #require(desk.calendar.codes.code(code).flatMap(desk.calendar.report))
    let (owner, today) = try (region(unit), day(date))
    let meant = try period.map { try TestSupport.period($0) }
    let latest = desk.latestPeriod(of: report, by: owner, asOf: today)
    guard let period = meant ?? latest else { return nil }
    let id = Obligation.ID(report: report.code, unit: owner, period: period)
    return try ObligationExplanation(ObligationExplanation.Question(id, asOf: today), at: desk)
  }

  private func explained(
    _ office: AskedOffice, _ code: String, _ period: String, of unit: String = "63.05.12",
    on date: String, knownThrough known: String? = nil
  ) throws -> ObligationExplanation {
    try #require(
      try explanation(office, code, period, of: unit, on: date, knownThrough: known))
  }

  @Test func `the due date has its rule, its source and the working days around it`() throws {
    // 28 February 2026 is a Saturday.
    let answer = try explained(AskedOffice(), "LKIP", "2025", on: "2026-02-20")
    let rule = try #require(answer.situation.rule)
    #expect(try answer.situation.due == day("2026-02-28"))
    #expect(!rule.source.title.isEmpty)
    #expect(answer.dating.dueClosure == .weekend(.saturday))
    #expect(try answer.situation.lastWorkingDay == day("2026-02-27"))
    #expect(try answer.dating.nextWorkingDay == day("2026-03-02"))
    #expect(answer.situation.daysLeft == 8)
    #expect(answer.postponement == nil)
    #expect(answer.lines.isEmpty)
    #expect(answer.gate == nil)
    #expect(answer.term == nil)
  }

  @Test func `a count of working days names every day that it passed over`() throws {
    let answer = try explained(AskedOffice(), "Prognosis", "2026-S1", on: "2026-07-20")
    #expect(!answer.dating.skipped.isEmpty)
    let columns = ObligationExplanation.skippedColumns
    expectDistinct(columns)
    let first = try #require(answer.dating.skipped.first)
    #expect(try cell("tanggal", first, columns) == .day(first.date))
    #expect(try cell("sebab", first, columns) == .closure(first.closure))
  }

  @Test func `the history of an obligation has all three dates of every row`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    try office.record(
      "LPPDesa", "2025", of: village, on: "2026-03-20", received: "2026-03-23",
      recorded: "2026-03-24")
    try office.record(
      "LPPDesa", "2025", .returned, of: village, on: "2026-03-25", note: "kurang", by: "kasi")
    let answer = try explained(office, "LPPDesa", "2025", of: village, on: "2026-04-06")
    #expect(answer.situation.assessment.status == .overdue)
    #expect(try answer.situation.state.returned == day("2026-03-25"))
    #expect(answer.lines.map(\.event.kind) == [.submitted, .returned])
    let columns = ObligationExplanation.rowColumns
    expectDistinct(columns)
    let (first, last) = try (#require(answer.lines.first), #require(answer.lines.last))
    #expect(try first.row.recordedAt.date == day("2026-03-24"))
    #expect(try cell("tanggal", first, columns) == .day(day("2026-03-20")))
    #expect(try cell("diterima", first, columns) == .day(day("2026-03-23")))
    #expect(try cell("catatan", first, columns) == .text(""))
    #expect(try cell("peristiwa", last, columns) == .event(.returned))
    #expect(try cell("petugas", last, columns) == .text("kasi"))
  }

  @Test func `what was recorded after the knowledge of a day is not in it`() throws {
    let office = try AskedOffice()
    try office.record("LKIP", "2025", on: "2026-02-20")
    try office.record("LKIP", "2025", .returned, on: "2026-02-24", note: "kurang")
    let before = try explained(
      office, "LKIP", "2025", on: "2026-03-06", knownThrough: "2026-02-23")
    #expect(before.situation.assessment.status == .onTime)
    #expect(try before.knownThrough == day("2026-02-23"))
    #expect(before.lines.count == 1)
    let after = try explained(
      office, "LKIP", "2025", on: "2026-03-06", knownThrough: "2026-02-24")
    #expect(after.situation.assessment.status == .overdue)
    #expect(after.lines.count == 2)
  }

  @Test func `a letter that moves the date is named with the date before it`() throws {
    let office = try AskedOffice()
    try office.record(
      "LKIP", "2025", .extended, on: "2026-03-16", received: "2026-02-26", note: "Surat 1")
    let answer = try explained(office, "LKIP", "2025", on: "2026-03-16")
    let postponement = try #require(answer.postponement)
    #expect(try postponement.former == day("2026-02-28"))
    #expect(postponement.note == "Surat 1")
    #expect(try answer.situation.due == day("2026-03-16"))
    #expect(answer.situation.assessment.status == .dueSoon)
    // Before the letter came nothing was moved.
    #expect(try explained(office, "LKIP", "2025", on: "2026-02-25").postponement == nil)
  }

  @Test func `a shut gate names what is waited for, and an open one nothing`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    let shut = try explained(office, "RekADD", "2026-TW1", of: village, on: "2026-02-02")
    let gate = try #require(shut.gate)
    #expect(gate.report == "APBDes")
    #expect(try gate.period == period("2026"))
    #expect(try gate.unit == region(village))
    try office.record("APBDes", "2026", of: village, on: "2026-01-20")
    #expect(try explained(office, "RekADD", "2026-TW1", of: village, on: "2026-02-02").gate == nil)
  }

  @Test func `a document for which an event is awaited names the event until it is recorded`()
    throws
  {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    let waiting = try explained(office, "RPJMDes", "2026", of: village, on: "2026-02-02")
    #expect(waiting.awaitedEvent == "pelantikan-kades")
    #expect(waiting.situation.due == nil)
    #expect(waiting.term != nil)
    try office.record("pelantikan-kades", "", .fact, of: village, on: "2026-01-15")
    let begun = try explained(office, "RPJMDes", "2026", of: village, on: "2026-02-02")
    #expect(begun.awaitedEvent == nil)
    #expect(begun.situation.due != nil)
    #expect(try begun.dating.anchor == day("2026-01-15"))
  }

  @Test func `without a period the document in force is meant, else the last event, else the year`()
    throws
  {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    func meant(_ date: String) throws -> String? {
      try explanation(office, "RPJMDes", nil, of: village, on: date)?.situation.period.description
    }
    #expect(try meant("2026-02-02") == "2026")
    try office.record("pelantikan-kades", "", .fact, of: village, on: "2025-01-15")
    #expect(try meant("2026-02-02") == "2025")
    try office.record("RPJMDes", "2025", of: village, on: "2025-04-01")
    try office.record("pelantikan-kades", "", .fact, of: village, on: "2026-01-15")
    #expect(try meant("2026-02-02") == "2025")
    // Of any other report the period must be written.
    #expect(try explanation(office, "LPPDesa", nil, of: village, on: "2026-02-02") == nil)
  }

  @Test func `an obligation that nobody has is not explained`() throws {
    let office = try AskedOffice()
    #expect(try explanation(office, "LPPDesa", "2025", on: "2026-02-02") == nil)
    #expect(try explanation(office, "Prognosis", "2026-S2", on: "2026-02-02") == nil)
  }

  @Test func `dates that bind others are listed with their law`() throws {
    let answer = try explained(AskedOffice(), "LPPD", "2025", on: "2026-02-02")
    let columns = ObligationExplanation.backgroundColumns
    expectDistinct(columns)
    for background in answer.dating.background {
      #expect(try cell("pihak", background, columns) == .text(background.date.party))
      #expect(try cell("tanggal", background, columns) == Cell(background.due))
    }
  }
}
