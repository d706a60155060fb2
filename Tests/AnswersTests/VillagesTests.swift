import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the documents of the desa` {
  private func villages(
    _ office: AskedOffice, year: Int = 2026, of units: [String] = [], on date: String
  ) throws -> Villages {
    let workspace = try office.workspace(on: date)
    return try Villages(
      Villages.Question(
        year: year, of: office.scope(units, workspace),
        asOf: day(date)),
      in: workspace)
  }

  /// The mark of a desa's document in a matrix.
  private func mark(
    _ code: String, _ village: String, _ answer: Villages
  ) throws -> DocumentMark {
    let matrix = try #require(answer.matrices.first)
    let row = try #require(matrix.rows.first { $0.village.code.description == village })
    let value = try cell(Villages.Matrix.key(ofDocument: code), row, matrix.columns)
    let mark: DocumentMark? = if case .mark(let mark) = value { mark } else { nil }
    return try #require(mark)
  }

  @Test func `every desa has a row with a column for each document that some desa owes`() throws {
    let answer = try villages(AskedOffice(), on: "2026-03-02")
    let matrix = try #require(answer.matrices.first)
    #expect(matrix.rows.map(\.village.code.description) == AskedOffice.villages)
    expectDistinct(matrix.columns)
    expectDistinct(matrix.documentColumns)
    expectDistinct(matrix.partColumns)
    #expect(matrix.reports.map { matrix.calendar.codes[$0.report.code] }.contains("LPPDesa"))
    #expect(answer.documents.present == 0)
    #expect(answer.documents.required > 0)
  }

  @Test func `the budget of this year stands beside the one that is due in it, and in no count`()
    throws
  {
    let office = try AskedOffice()
    let before = try villages(office, on: "2026-01-05").documents
    for village in AskedOffice.villages.dropLast(2) {
      try office.record("APBDes", "2026", of: village, on: "2026-01-05")
    }
    let answer = try villages(office, on: "2026-01-05")
    #expect(answer.documents == before)
    let matrix = try #require(answer.matrices.first)
    #expect(matrix.inForceKinds.map(\.report) == ["APBDes"])
    #expect(matrix.inForceKinds.map(\.period.description) == ["2026"])
    let headings = matrix.columns.map(\.heading)
    #expect(headings.contains("APBDes 27") && headings.contains("APBDes 26"))
    #expect(matrix.columns.map(\.shortHeading).contains("APB 26"))
    let lacking = try #require(matrix.lacking.first)
    #expect(
      lacking.villages.map(\.code.description) == Array(AskedOffice.villages.suffix(2)))
    let own = try #require(matrix.rows.first)
    let value = try cell(Villages.Matrix.key(ofInForce: "APBDes"), own, matrix.columns)
    let mark: DocumentMark? = if case .mark(let mark) = value { mark } else { nil }
    #expect(mark?.present == 1)
  }

  @Test func `a document is marked as what became of it`() throws {
    let office = try AskedOffice()
    let names = AskedOffice.villages
    try office.record("LPPDesa", "2025", of: names[0], on: "2026-03-20")
    try office.record("LPPDesa", "2025", of: names[1], on: "2026-04-02")
    try office.record("LPPDesa", "2025", of: names[2], on: "2026-03-20")
    try office.record("LPPDesa", "2025", .returned, of: names[2], on: "2026-03-24", note: "kurang")
    try office.record("RealisasiDes", "2025-S2", of: names[0], on: "2026-01-19")
    let answer = try villages(office, on: "2026-04-06")
    #expect(try mark("LPPDesa", names[0], answer).status == .onTime)
    #expect(try mark("LPPDesa", names[1], answer).status == .late)
    let returned = try mark("LPPDesa", names[2], answer)
    #expect(returned.status == .overdue)
    #expect(returned.isReturned)
    #expect(try mark("RealisasiDes", names[0], answer).isHalf)
    #expect(try !mark("LPPDesa", names[0], answer).awaitsAcceptance)
    #expect(answer.matrices.contains { $0.hasReturn })
    #expect(answer.hasOverdue)
  }

  @Test func `what is owed is told by desa, with the day of a return`() throws {
    let office = try AskedOffice()
    let names = AskedOffice.villages
    try office.record("LPPDesa", "2025", of: names[2], on: "2026-03-20")
    try office.record("LPPDesa", "2025", .returned, of: names[2], on: "2026-03-24", note: "kurang")
    let matrix = try #require(villages(office, on: "2026-04-06").matrices.first)
    let owing = try #require(matrix.owing.first { $0.village.code.description == names[2] })
    let document = try #require(owing.owed.first { $0.report == "LPPDesa" })
    #expect(try document.returned == day("2026-03-24"))
    #expect(document.period == nil)
  }

  @Test func `an acceptance is told of where the office asks for it`() throws {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "# terima_wajib: tidak", to: "terima_wajib: ya")
    try office.record("LPPDesa", "2025", of: AskedOffice.villages[0], on: "2026-03-20")
    let answer = try villages(office, on: "2026-04-06")
    #expect(answer.showsAcceptance)
    #expect(try mark("LPPDesa", AskedOffice.villages[0], answer).awaitsAcceptance)
    let matrix = try #require(answer.matrices.first)
    #expect(matrix.columns.contains { $0.key == "diterima" })
    #expect(matrix.partColumns.contains { $0.key == "diterima" })
  }

  @Test func `a document that waits for an event names it`() throws {
    let matrix = try #require(villages(AskedOffice(), on: "2026-04-06").matrices.first)
    let waiting = try #require(matrix.unknownEvents.first { $0.report == "RPJMDes" })
    #expect(waiting.event == "pelantikan-kades")
    #expect(waiting.count == 8)
  }

  @Test func `the matrix of one desa has one row`() throws {
    let village = AskedOffice.villages[4]
    let answer = try villages(AskedOffice(), of: [village], on: "2026-04-06")
    #expect(answer.matrices.flatMap(\.rows).map(\.village.code.description) == [village])
  }
}
