import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the scorecards of an office` {
  private func scorecards(
    _ office: AskedOffice, year: Int = 2026, indicator: String? = nil, role: String? = nil,
    on date: String = "2026-08-03", knownThrough: String? = nil
  ) throws -> Scorecards {
    try Scorecards(
      office.scorecardScope(year, on: date, knownThrough: knownThrough), indicator: indicator,
      role: role, in: office.workspace(on: date))
  }

  private func entry(_ code: String, _ answer: Scorecards) throws -> Scorecard.Entry {
    try #require(answer.sheets.flatMap(\.entries).first { $0.indicator.label == code })
  }

  /// An office whose complaints were measured twice, and whose budget was overspent.
  private func office() throws -> AskedOffice {
    let office = try AskedOffice()
    try office.measure("H03", "2026-TW1", "12/15", on: "2026-04-02")
    try office.measure("H03", "2026-TW2", "3/5", on: "2026-07-02")
    try office.measure("H09", "2026-TW2", "105/100", on: "2026-07-02")
    try office.measure("H01", "2026-S1", "82.50", on: "2026-07-02")
    return office
  }

  @Test func `every indicator of the register is told once, on the card where it is printed`()
    throws
  {
    let answer = try scorecards(office())
    let sheet = try #require(answer.sheets.first)
    #expect(answer.sheets.count == 1)
    #expect(answer.register?.name == "tapin-hatungun-2021")
    #expect(sheet.entries.count == 20)
    #expect(sheet.cards.map(\.title).first == "Camat")
    #expect(
      sheet.cards.flatMap { $0.entries.map(\.indicator.label) }.sorted()
        == sheet.entries.map(\.indicator.label).sorted())
  }

  @Test
  func `one indicator is found in any case, and an unknown one is refused with the one meant`()
    throws
  {
    let answer = try scorecards(office(), indicator: "h03")
    #expect(answer.sheets.flatMap(\.entries).map(\.indicator.label) == ["H03"])
    do {
      _ = try scorecards(office(), indicator: "H99")
      Issue.record("no register has H99")
    } catch AnswerFailure.unknownIndicator(let word, let year, let nearest) {
      #expect(word == "H99")
      #expect(year == 2026)
      #expect(nearest == NearestIndicator(label: "H09", name: nil))
    }
  }

  @Test func `the indicators of a role are those on its card or that it answers for`() throws {
    let answer = try scorecards(office(), role: "Kasi Kesra")
    #expect(answer.role == "kasi-kesra")
    // Nobody answers for H11, which is printed on the card of the Kasi Kesra.
    #expect(answer.sheets.flatMap(\.entries).map(\.indicator.label) == ["H11", "H12", "H13"])
    do {
      _ = try scorecards(office(), role: "bendahara")
      Issue.record("no indicator is theirs")
    } catch AnswerFailure.roleWithoutIndicators(let word, let known) {
      #expect(word == "bendahara")
      #expect(known == Array(Set(known)).sorted())
      #expect(known.contains("sekcam"))
    }
    do {
      _ = try scorecards(office(), indicator: "H03", role: "kasi-kesra")
      Issue.record("H03 is the camat's")
    } catch AnswerFailure.indicatorOfOtherRole(let indicator, let role) {
      #expect(indicator == "H03")
      #expect(role == "kasi-kesra")
    }
  }

  @Test func `a year without a register is refused with those of other years`() throws {
    let office = try AskedOffice()
    do {
      _ = try scorecards(office, year: 2020)
      Issue.record("the register begins in 2021")
    } catch AnswerFailure.noRegisterInForce(let year, let registers) {
      #expect(year == 2020)
      #expect(registers.map(\.name) == ["tapin-hatungun-2021"])
    }
    // It began on 1 March, which is a day of 2021.
    #expect(try scorecards(office, year: 2021).sheets.count == 1)
  }

  @Test func `an office that names no register is told which ones are known`() throws {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "iku: [tapin-hatungun-2021]", to: "")
    do {
      _ = try scorecards(office)
      Issue.record("no register is named")
    } catch AnswerFailure.noRegister(let known) {
      #expect(known.contains("tapin-hatungun-2021"))
      #expect(known == known.sorted())
    }
  }

  @Test func `the quarters that have begun are those whose first day has come`() throws {
    let office = try AskedOffice()
    func begun(_ date: String) throws -> [Int] {
      try office.scorecardScope(on: date).begun.map(\.number)
    }
    #expect(try begun("2025-12-31") == [])
    #expect(try begun("2026-01-01") == [1])
    #expect(try begun("2026-06-30") == [1, 2])
    #expect(try begun("2026-07-01") == [1, 2, 3])
    #expect(try begun("2027-02-01") == [1, 2, 3, 4])
    #expect(try office.scorecardScope(on: "2026-07-01").quarter?.number == 3)
    #expect(try office.scorecardScope(on: "2025-12-31").quarter == nil)
  }

  @Test func `only what was recorded by a day is counted`() throws {
    let office = try office()
    #expect(try entry("H03", scorecards(office)).figure?.numerator == 15)
    let before = try scorecards(office, knownThrough: "2026-07-01")
    #expect(try entry("H03", before).figure?.numerator == 12)
  }

  @Test func `a note that holds for several indicators of a card is told once`() throws {
    let sheet = try #require(scorecards(office()).sheets.first)
    let card = try #require(sheet.cards.first { $0.title == "Kasi Kesra" })
    let missing = try #require(card.notes.first { $0.note == .noData(nil) })
    #expect(missing.labels == ["H11", "H12", "H13"])
    #expect(card.notes.contains { $0.note == .noRole && $0.labels == ["H11"] })
    #expect(Set(card.notes.map(\.note)).count == card.notes.count)
  }

  @Test func `a note says what is odd in a value`() throws {
    let answer = try scorecards(office())
    #expect(try entry("H09", answer).notes.contains(.remark(.overHundred)))
    #expect(try entry("H03", answer).notes.isEmpty)
    let reports = try entry("H10", answer)
    let alternative = try #require(reports.alternatives.first)
    #expect(
      IndicatorNote(alternative)
        == .alternative(
          "tepat waktu (menurut nama indikator)", alternative.figure, best: alternative.best))
    let first = try #require(
      answer.sheets.first?.cards.first { $0.title.contains("Perencanaan") }?.notes.first)
    #expect(first.note == .reading("dibuat (rumus tercetak)", reports.figure))
  }

  @Test func `documents with a term count in every quarter while they are in force`() throws {
    let answer = try scorecards(office())
    let sheet = try #require(answer.sheets.first)
    #expect(try sheet.reportsCountedInForce(entry("H14", answer)) == ["RPJMDes"])
    #expect(try sheet.reportsCountedInForce(entry("H03", answer)) == [])
  }

  @Test func `the columns state the value, what it was made of, and the target`() throws {
    let answer = try scorecards(office())
    let sheet = try #require(answer.sheets.first)
    let quarter = try #require(answer.scope.quarter)
    let columns = sheet.columns(through: quarter)
    expectDistinct(columns)
    expectDistinct(sheet.columns(through: nil))
    expectDistinct(Scorecards.Sheet.registerColumns)
    expectDistinct(Scorecards.Sheet.alternativeColumns)
    let complaints = try entry("H03", answer)
    expectDistinct(Scorecards.Sheet.quarterColumns(of: complaints))
    #expect(
      try cell("realisasi", complaints, columns) == .value(.percent(Ratio(15, of: 20)), grade: nil))
    #expect(try cell("pembilang", complaints, columns) == .fraction(complaints.figure))
    #expect(try cell("penyebut", complaints, columns) == .count(20))
    #expect(try cell("persen_rumus", complaints, columns) == .none)
    #expect(try cell("target", complaints, columns) == .none)
    #expect(
      try cell("sd_triwulan", complaints, columns)
        == .quarters(complaints.cumulative, shown: quarter))
    #expect(try cell("jabatan", complaints, columns) == .role("camat", sheet.kecamatan.words))
    #expect(try cell("jabatan", entry("H11", answer), columns) == .none)
    #expect(try cell("sumber", entry("H01", answer), columns) == .text("survei"))
    #expect(try cell("sumber", entry("H14", answer), columns) == .text("dokumen"))
    let documents = try entry("H14", answer)
    #expect(try cell("target", documents, columns) == .value(.count(48), grade: nil))
    let survey = try entry("H01", answer)
    let index = try cell("realisasi", survey, columns)
    #expect(index == .value(.index(Ratio(8250, of: 100)), grade: "B"))
  }
}
