import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the letter to a desa about its late documents` {
  private static let steps = ["Surat Imbauan", "Surat Teguran"]
  private static let village = AskedOffice.villages[1]

  private func letter(
    _ office: AskedOffice, to village: String = Self.village, on date: String,
    knownThrough known: String? = nil, drafted: String? = nil
  ) throws -> WarningLetter {
    let workspace = try office.workspace(on: date)
    let kecamatan = try #require(workspace.kecamatan.first)
    let unit = try #require(kecamatan.unit(region(village)))
    return try WarningLetter(
      WarningLetter.Question(
        to: unit, in: kecamatan, WarningStep(nil, among: Self.steps), asOf: day(date),
        knownThrough: known.map { try day($0) }, draftedOn: day(drafted ?? date)),
      in: workspace)
  }

  private func parts(_ letter: WarningLetter) -> [String] {
    letter.parts.map { "\($0.code) \($0.period)" }
  }

  @Test func `a document is late from the day after its due date on`() throws {
    let office = try AskedOffice()
    #expect(try !parts(letter(office, on: "2026-03-31")).contains("LPPDesa 2025"))
    let late = try letter(office, on: "2026-04-01")
    let part = try #require(late.parts.first { $0.code == "LPPDesa" })
    #expect(part.assessment.daysLate == 1)
    try office.record("LPPDesa", "2025", of: Self.village, on: "2026-04-02")
    #expect(try !parts(letter(office, on: "2026-04-06")).contains("LPPDesa 2025"))
    // What was not recorded yet on a day was not known on it.
    #expect(
      try parts(letter(office, on: "2026-04-06", knownThrough: "2026-04-01"))
        .contains("LPPDesa 2025"))
  }

  @Test func `only documents of the desa itself are listed, the longest late first`() throws {
    let letter = try letter(AskedOffice(), on: "2026-12-31")
    #expect(!letter.documents.isEmpty)
    #expect(try letter.parts.allSatisfy { try $0.unit == region(Self.village) })
    #expect(letter.parts.allSatisfy { $0.assessment.report.level == .village })
    #expect(
      letter.documents.compactMap(\.parts.first).map(\.id)
        == letter.documents
        .compactMap(\.parts.first).sorted().map(\.id))
    #expect(try self.letter(AskedOffice(), on: "2026-01-02").documents.isEmpty)
  }

  @Test func `the semesters that fall due in one year are one document, two years are two`() throws
  {
    let office = try AskedOffice()
    try office.change("kantor.yaml", "pejabat: []", to: "dipantau_sejak: 2026\npejabat: []")
    let year = try letter(office, on: "2026-12-31")
    let document = try #require(year.documents.first { $0.parts[0].code == "RealisasiDes" })
    #expect(document.parts.map(\.period.description) == ["2025-S2", "2026-S1"])
    #expect(document.parts == document.parts.sorted())
    let two = try letter(office, on: "2027-07-31")
    #expect(
      two.documents.filter { $0.parts[0].code == "RealisasiDes" }.map(\.parts.count) == [2, 2])
    #expect(two.documents.count { $0.parts[0].code == "LPPDesa" } == 2)
  }

  @Test func `a postponed date has the date before it and what the letter says`() throws {
    let office = try AskedOffice()
    try office.record(
      "LPPDesa", "2025", .extended, of: Self.village, on: "2026-04-10", received: "2026-03-20",
      note: "Surat 100/7")
    #expect(try !parts(letter(office, on: "2026-04-10")).contains("LPPDesa 2025"))
    let letter = try letter(office, on: "2026-04-11")
    let part = try #require(letter.parts.first { $0.code == "LPPDesa" })
    let postponement = try #require(letter.postponement(of: part))
    #expect(try postponement.former == day("2026-03-31"))
    #expect(try postponement.row.received == day("2026-03-20"))
    #expect(postponement.note == "Surat 100/7")
    #expect(try part.due == day("2026-04-10"))
    let other = try #require(letter.parts.first { $0.code == "LKPJDes" })
    #expect(letter.postponement(of: other) == nil)
  }

  @Test func `a document goes to whom the calendar names, else to the camat unless it is set`()
    throws
  {
    let letter = try letter(AskedOffice(), on: "2026-10-05")
    func recipient(_ code: String) throws -> String? {
      letter.recipient(of: try #require(letter.parts.first { $0.code == code }))
    }
    #expect(try recipient("LPPDesa") == "Bupati melalui Camat")
    let plan = try #require(letter.parts.first { $0.code == "RKPDes" })
    #expect(plan.isEnacted)
    #expect(letter.recipient(of: plan) == nil)
    let unnamed = letter.parts.filter { $0.recipient == nil && !$0.isEnacted }
    #expect(unnamed.allSatisfy { letter.recipient(of: $0) == "Camat Hatungun" })
  }

  @Test func `who is camat when it is drafted signs, whatever day is looked at`() throws {
    let office = try AskedOffice()
    try office.change(
      "kantor.yaml", "pejabat: []",
      to: """
        pejabat:
          - { jabatan: camat, nama: Contoh Pertama, sejak: 2020-01-01 }
          - { jabatan: camat, nama: Contoh Kedua, sejak: 2026-06-01 }
        """)
    let before = try letter(office, on: "2026-05-01", drafted: "2026-05-31")
    #expect(before.camat?.name == "Contoh Pertama")
    let after = try letter(office, on: "2026-05-01", drafted: "2026-06-01")
    #expect(after.camat?.name == "Contoh Kedua")
    #expect(try letter(AskedOffice(), on: "2026-05-01").camat == nil)
  }

  @Test func `the columns have no source for a date that is only usual`() throws {
    let letter = try letter(AskedOffice(), on: "2026-04-06")
    let columns = WarningLetter.columns
    expectDistinct(columns)
    let usual = try #require(letter.parts.first { $0.code == "RealisasiDes" })
    #expect(try cell("tenggat", usual, columns) == .due(usual.due, isLocal: true))
    #expect(try cell("dasar_hukum", usual, columns) == .none)
    let lawful = try #require(letter.parts.first { $0.code == "LPPDesa" })
    let rule = try #require(lawful.rule)
    #expect(try cell("dasar_hukum", lawful, columns) == .text(rule.source.title))
    #expect(try cell("hari_terlambat", lawful, columns) == .count(6))
    #expect(
      try cell("laporan", lawful, columns)
        == .coded("LPPDesa", label: "\(lawful.assessment.report.name) (LPPDesa)"))
    #expect(try cell("periode", lawful, columns) == .period(period("2025")))
  }

  @Test(
    arguments: [
      (nil, 1), ("1", 1), ("2", 2), ("Surat Teguran", 2), ("surat teguran", 2),
    ] as [(String?, Int)])
  func `a step is read by its number or its name`(_ word: String?, _ number: Int) throws {
    let step = try WarningStep(word, among: Self.steps)
    #expect(step.number == number)
    #expect(step.name == Self.steps[number - 1])
  }

  @Test(arguments: ["0", "3", "-9223372036854775808", "Surat Teguran I", ""])
  func `a step that the office does not have is refused with those known`(_ word: String) throws {
    do {
      _ = try WarningStep(word, among: Self.steps)
      Issue.record("there is no such step")
    } catch AnswerFailure.unknownWarningStep(let asked, let known) {
      #expect(asked == word)
      #expect(known == Self.steps)
    }
  }

  @Test func `an office without steps has none to choose`() throws {
    do {
      _ = try WarningStep("1", among: [])
      Issue.record("there is no step")
    } catch AnswerFailure.noWarningSteps {}
  }
}
