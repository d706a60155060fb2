import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the explanation of an indicator` {
  private func explanation(
    _ code: String, _ office: AskedOffice, on date: String = "2026-08-03"
  ) throws -> IndicatorExplanation {
    let all = try IndicatorExplanation.all(
      of: code, office.scorecardScope(on: date), in: office.workspace(on: date))
    try #require(all.count == 1)
    return all[0]
  }

  /// What the reading that holds looked at.
  private func lines(_ answer: IndicatorExplanation) throws -> [CountedLine] {
    answer.lines(of: try #require(answer.entry.count))
  }

  private func line(
    _ report: String, _ unit: String = "63.05.12", among lines: [CountedLine]
  ) throws -> CountedLine {
    try #require(lines.first { $0.report == report && $0.unit.description == unit })
  }

  @Test func `an indicator is explained by its code in any case, and an unknown one refused`()
    throws
  {
    let office = try AskedOffice()
    #expect(try explanation("h05", office).entry.indicator.label == "H05")
    do {
      _ = try explanation("H99", office)
      Issue.record("no register has H99")
    } catch AnswerFailure.unknownIndicator(let word, let year, let nearest) {
      #expect(word == "H99")
      #expect(year == 2026)
      #expect(nearest == NearestIndicator(label: "H09", name: nil))
    }
  }

  @Test func `every obligation that was looked at is told once, counted or left out, and why`()
    throws
  {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    try office.record("LKIP", "2025", on: "2026-03-05")
    try office.record("LKPJ", "2025", on: "2026-02-18")
    try office.record("LKPJ", "2025", .returned, on: "2026-02-25", note: "kurang")
    try office.record("RFK", "2025-TW4", .exempted, on: "2026-01-05", note: "surat")
    let answer = try explanation("H05", office)
    let lines = try lines(answer)
    #expect(Set(lines.map(\.key)).count == lines.count)
    let onTime = try line("LPPD", among: lines)
    #expect(onTime.isInNumerator && onTime.isInDenominator)
    #expect(onTime.reason == .onTime(isLateEntry: false))
    #expect(onTime.rows.map(\.number) == [1])
    let late = try line("LKIP", among: lines)
    #expect(!late.isInNumerator && late.isInDenominator)
    #expect(late.reason == .late(days: 5, isLateEntry: false))
    #expect(try line("LKPJ", among: lines).reason == .returned(day("2026-02-25")))
    let quarters = lines.filter { $0.report == "RFK" }
    let exempt = try #require(quarters.first { $0.periods.map(\.description) == ["2025-TW4"] })
    #expect(exempt.reason == .exempt)
    #expect(!exempt.isInDenominator)
    // That of the third quarter is due after the day, on 10 October.
    let coming = try #require(quarters.first { $0.periods.map(\.description) == ["2026-TW3"] })
    #expect(try coming.reason == .notYetDue(day("2026-10-10")))
    let sum = try #require(answer.entry.count)
    #expect(lines.count(where: \.isInNumerator) == sum.numeratorSum)
    #expect(lines.count(where: \.isInDenominator) == sum.denominatorSum)
  }

  @Test func `an overdue report is told with its days, one day after its due date`() throws {
    let office = try AskedOffice()
    func reason(_ date: String) throws -> CountReason {
      try line("LPPD", among: lines(explanation("H05", office, on: date))).reason
    }
    #expect(try reason("2026-02-26") == .notYetDue(day("2026-02-27")))
    #expect(try reason("2026-02-27") == .notYetDue(day("2026-02-27")))
    #expect(try reason("2026-02-28") == .overdue(days: 1))
  }

  @Test func `a document of several parts is told with how many of them are in`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    try office.record("RealisasiDes", "2025-S2", of: village, on: "2026-01-19")
    let lines = try lines(explanation("H14", office, on: "2026-04-06"))
    let half = try line("RealisasiDes", village, among: lines)
    #expect(half.periods.map(\.description) == ["2025-S2", "2026-S1"])
    #expect(!half.isInNumerator)
    guard case .parts(let present, let required, let parts) = half.reason else {
      Issue.record("\(half.reason)")
      return
    }
    #expect(present == 1)
    #expect(required == 2)
    #expect(
      parts.map(\.reason) == [.onTime(isLateEntry: false), try .notYetDue(day("2026-07-14"))])
    #expect(try line("RPJMDes", village, among: lines).reason == .missing)
  }

  @Test func `a document with a term is told with the day through which it is in force`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[0]
    try office.record("pelantikan-kades", "", .fact, of: village, on: "2026-01-05")
    try office.record("RPJMDes", "2026", of: village, on: "2026-03-02")
    let document = try line(
      "RPJMDes", village, among: lines(explanation("H14", office, on: "2026-04-06")))
    #expect(document.isInNumerator)
    guard case .inForce(let end) = document.reason else {
      Issue.record("\(document.reason)")
      return
    }
    #expect(try end > day("2031-01-01"))
  }

  @Test func `a number for each desa counts the documents that are not taken off`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[3]
    try office.write(
      """
      register: tapin-hatungun-2021
      diperiksa: 2026-01-05
      indikator:
        - kode: H05
          hitung:
            pembilang: [{ dokumen: [LPPDesa], keadaan: [lengkap] }]
            penyebut: [{ tiap_desa: 1, untuk: [LPPDesa] }]

      """, to: "kalender/iku/tapin-hatungun-2021.yaml")
    try office.record("LPPDesa", "2025", .exempted, of: village, on: "2026-02-02", note: "surat")
    let answer = try explanation("H05", office)
    let lines = try lines(answer)
    #expect(answer.entry.count?.denominatorSum == 7)
    #expect(lines.count(where: \.isInDenominator) == 7)
    #expect(try !line("LPPDesa", village, among: lines).isInDenominator)
    #expect(try line("LPPDesa", village, among: lines).reason == .exempt)
  }

  @Test func `every row that measures is told with what becomes of it`() throws {
    let office = try AskedOffice()
    try office.measure("H03", "2026-TW1", "12/15", on: "2026-04-02")
    try office.measure("H03", "2026-TW1", "13/15", on: "2026-04-06", note: "koreksi")
    try office.measure("H03", "2026-TW2", "3/5", on: "2026-07-02")
    let rows = try explanation("H03", office).rows
    #expect(rows.map(\.value) == ["12/15", "13/15", "3/5"])
    let second = rows[1].row.event.row
    #expect(rows.map(\.row.use) == [.corrected(by: second), .counted, .counted])
    #expect(rows.map(\.note) == [nil, "koreksi", nil])
    #expect(rows.map(\.file) == [nil, nil, nil])
    #expect(Set(rows.map(\.recorder)) == ["operator"])
    #expect(try explanation("H05", office).rows.isEmpty)
  }

  @Test func `the columns state what was looked at, and the rows`() throws {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    try office.measure("H03", "2026-TW1", "12/15", on: "2026-04-02")
    expectDistinct(CountedLine.columns)
    expectDistinct(MeasuredRow.columns + [MeasuredRow.recorderColumn])
    expectDistinct(IndicatorExplanation.alternativeColumns)
    let answer = try explanation("H05", office)
    expectDistinct(answer.columns)
    #expect(try cell("kode", answer.entry, answer.columns) == .text("H05"))
    let counted = try line("LPPD", among: lines(answer))
    #expect(try cell("laporan", counted, CountedLine.columns) == .text("LPPD 2025"))
    #expect(try cell("baris", counted, CountedLine.columns) == .list([.text("2026#1")]))
    #expect(
      try cell("sebab", counted, CountedLine.columns)
        == .reason(.onTime(isLateEntry: false), .onTime))
    let row = try #require(explanation("H03", office).rows.first)
    #expect(try cell("nilai", row, MeasuredRow.columns) == .written("12/15"))
    #expect(try cell("dipakai", row, MeasuredRow.columns) == .flag(true))
    #expect(
      try cell("sebab", row, MeasuredRow.columns) == .use(.counted, inQuarters: true))
    #expect(try cell("catatan", row, MeasuredRow.columns) == .none)
  }
}
