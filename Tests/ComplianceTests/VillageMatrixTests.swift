import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

struct VillageMatrixTests {
  private var office = SmallOffice()
  private let desa = SmallOffice.villages[0]

  init() throws {
    try office.addVillageReports()
    try office.addRecommendations()
  }

  private func document(
    _ code: String, on date: String, year: Int = 2026
  ) throws -> VillageMatrix.Document {
    let row = try #require(try office.matrix(year, on: date).rows.first)
    return try #require(row.documents.first { office.codes[$0.report.code] == code })
  }

  private func presence(on date: String) throws -> [Int] {
    let row = try #require(try office.matrix(2026, on: date).rows.first)
    return [row.presence.present, row.presence.required]
  }

  @Test func `six documents and four recommendations a desa, none of a kelurahan`() throws {
    let matrix = try office.matrix(2026, on: "2026-06-30")
    #expect(matrix.rows.map(\.village.code.description) == SmallOffice.villages)
    #expect(matrix.documents.required == 18)
    #expect(matrix.documents.present == 0)
    #expect(matrix.recommendations.required == 12)
    for row in matrix.rows {
      #expect(
        row.documents.map { office.codes[$0.report.code] } == [
          "RPJMDes", "RKPDes", "APBDes", "RealisasiDes", "LKPJDes", "LPPDesa",
        ])
      #expect(
        row.recommendations.map(\.obligation.id.period.description)
          == ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4"])
    }
  }

  @Test func `a duty year has the documents that are due in it`() throws {
    var test = self
    for (code, period) in [
      ("RKPDes", "2027"), ("APBDes", "2027"), ("LKPJDes", "2025"), ("LPPDesa", "2025"),
    ] { try test.office.row(.submitted, code, period, of: desa, "2026-01-15") }
    #expect(try test.presence(on: "2026-01-15") == [4, 6])
    var other = self
    for (code, period) in [
      ("RKPDes", "2026"), ("APBDes", "2026"), ("LKPJDes", "2026"), ("LPPDesa", "2026"),
    ] { try other.office.row(.submitted, code, period, of: desa, "2026-01-15") }
    #expect(try other.presence(on: "2026-01-15") == [0, 6])
  }

  @Test func `a document is accepted when each of its parts is`() throws {
    var test = self
    func accepted(on date: String) throws -> Int {
      try test.office.matrix(2026, on: date).documents.accepted
    }
    for period in ["2025-S2", "2026-S1"] {
      try test.office.row(.submitted, "RealisasiDes", period, of: desa, "2026-07-01")
    }
    try test.office.row(.accepted, "RealisasiDes", "2025-S2", of: desa, "2026-07-02")
    #expect(try accepted(on: "2026-07-02") == 0)
    try test.office.row(.accepted, "RealisasiDes", "2026-S1", of: desa, "2026-07-03")
    #expect(try accepted(on: "2026-07-02") == 0)
    #expect(try accepted(on: "2026-07-03") == 1)
    #expect(try test.document("RealisasiDes", on: "2026-07-03").presence.accepted == 1)
  }

  @Test func `an exempt document leaves the denominator`() throws {
    var test = self
    try test.office.row(.exempted, "LKPJDes", "2025", of: desa, "2026-02-01")
    #expect(try test.presence(on: "2026-01-31") == [0, 6])
    #expect(try test.presence(on: "2026-02-01") == [0, 5])
    #expect(try test.document("LKPJDes", on: "2026-02-01").status == .exempt)
    #expect(try test.office.matrix(2026, on: "2026-02-01").documents.required == 17)
  }

  @Test func `an exempt recommendation leaves the denominator`() throws {
    var test = self
    try test.office.row(.exempted, "RekADD", "2026-TW1", of: desa, "2026-02-01")
    try test.office.row(.submitted, "RekADD", "2026-TW2", of: desa, "2026-04-01")
    let matrix = try test.office.matrix(2026, on: "2026-04-01")
    #expect(matrix.rows[0].recommendationPresence.present == 1)
    #expect(matrix.rows[0].recommendationPresence.required == 3)
    #expect(matrix.recommendations.required == 11)
  }

  // MARK: - RealisasiDes

  @Test func `the second semester of last year and the first of this are one document`() throws {
    var test = self
    #expect(
      try test.document("RealisasiDes", on: "2026-01-01").parts.map(\.obligation.id.period)
        == [period("2025-S2"), period("2026-S1")])
    try test.office.row(.submitted, "RealisasiDes", "2025-S2", of: desa, "2026-01-18")
    let half = try test.document("RealisasiDes", on: "2026-06-01")
    #expect(!half.isPresent)
    #expect(half.status == .waiting)
    #expect(half.date == nil)
    try test.office.row(.submitted, "RealisasiDes", "2026-S1", of: desa, "2026-07-14")
    #expect(try !test.document("RealisasiDes", on: "2026-07-13").isPresent)
    let whole = try test.document("RealisasiDes", on: "2026-07-14")
    #expect(whole.isPresent)
    #expect(whole.status == .onTime)
    #expect(whole.date == (try day("2026-07-14")))
    #expect(try test.presence(on: "2026-07-14") == [1, 6])
  }

  @Test func `the later of the parts' dates is the document's, whichever part bears it`() throws {
    var test = self
    try test.office.row(.submitted, "RealisasiDes", "2025-S2", of: desa, "2026-07-20")
    try test.office.row(.submitted, "RealisasiDes", "2026-S1", of: desa, "2026-07-10")
    let document = try test.document("RealisasiDes", on: "2026-07-20")
    #expect(document.date == (try day("2026-07-20")))
    #expect(document.status == .late)
  }

  /// S2 is due on 20 January 2026, S1 on 14 July; worst first: overdue, due soon, waiting, late,
  /// on time.
  @Test(
    arguments: [
      ("2026-01-06", nil, nil, Status.dueSoon), ("2026-01-05", nil, nil, .waiting),
      ("2026-01-21", nil, nil, .overdue), ("2026-07-14", nil, nil, .overdue),
      ("2026-03-01", "2026-01-20", nil, .waiting), ("2026-03-01", "2026-01-21", nil, .waiting),
      ("2026-07-01", "2026-01-21", nil, .dueSoon), ("2026-07-15", "2026-01-20", nil, .overdue),
      ("2026-07-15", "2026-01-21", "2026-07-14", .late),
      ("2026-07-15", "2026-01-20", "2026-07-15", .late),
      ("2026-07-15", "2026-01-20", "2026-07-14", .onTime),
    ] as [(String, String?, String?, Status)]) func `the worst part gives the status`(
      date: String, second: String?, first: String?, status: Status
    ) throws
  {
    var test = self
    if let second {
      try test.office.row(.submitted, "RealisasiDes", "2025-S2", of: desa, second)
    }
    if let first { try test.office.row(.submitted, "RealisasiDes", "2026-S1", of: desa, first) }
    #expect(try test.document("RealisasiDes", on: date).status == status)
  }

  @Test func `an exempt part is not asked for`() throws {
    var test = self
    try test.office.row(.exempted, "RealisasiDes", "2025-S2", of: desa, "2026-01-10")
    #expect(try !test.document("RealisasiDes", on: "2026-07-01").isPresent)
    #expect(try test.document("RealisasiDes", on: "2026-07-01").status == .dueSoon)
    try test.office.row(.submitted, "RealisasiDes", "2026-S1", of: desa, "2026-07-14")
    #expect(try test.document("RealisasiDes", on: "2026-07-14").isPresent)
    #expect(try test.document("RealisasiDes", on: "2026-07-14").status == .onTime)
    #expect(try test.presence(on: "2026-07-14") == [1, 6])
  }

  @Test func `a document of exempt parts alone is exempt`() throws {
    var test = self
    try test.office.row(.exempted, "RealisasiDes", "2025-S2", of: desa, "2026-01-10")
    try test.office.row(.exempted, "RealisasiDes", "2026-S1", of: desa, "2026-01-11")
    #expect(try test.document("RealisasiDes", on: "2026-01-10").status == .waiting)
    let document = try test.document("RealisasiDes", on: "2026-01-11")
    #expect(document.status == .exempt)
    #expect(!document.isPresent)
    #expect(document.date == nil)
    #expect(try test.presence(on: "2026-01-11") == [0, 5])
  }

  @Test func `where no calendar has a second semester, the first completes the document`() throws {
    var test = SmallOffice()
    try test.addVillageReports(secondHalf: false)
    #expect(try test.matrix(2026, on: "2026-01-01").documents.required == 18)
    try test.row(.submitted, "RealisasiDes", "2026-S1", of: desa, "2026-07-10")
    let row = try #require(try test.matrix(2026, on: "2026-07-10").rows.first)
    #expect(row.documents[3].parts.count == 1)
    #expect(row.documents[3].isPresent)
    #expect(row.documents[3].date == (try day("2026-07-10")))
  }
}

/// RPJMDes: due after a pelantikan, in force for a term.
struct TermDocumentTests {
  private var office = SmallOffice()
  private let desa = SmallOffice.villages[0]

  init() throws { try office.addTermDocument() }

  private mutating func inaugurate(_ date: String, received: String? = nil) throws {
    try office.row(.fact, "pelantikan-kades", of: desa, date, received: received)
  }

  private mutating func enact(_ period: String, _ date: String, received: String? = nil) throws {
    try office.row(.submitted, "RPJMDes", period, of: desa, date, received: received)
  }

  private func document(_ year: Int, on date: String) throws -> VillageMatrix.Document {
    try #require(try office.matrix(year, on: date).rows.first?.documents.first)
  }

  @Test func `it is always one of those that must be there`() throws {
    var test = self
    #expect(try test.document(2026, on: "2026-06-01").status == .waiting)
    #expect(try test.office.matrix(2026, on: "2026-06-01").rows[0].presence.required == 1)
    try test.inaugurate("2025-03-01")
    #expect(try test.office.matrix(2026, on: "2026-06-01").rows[0].presence.required == 1)
    #expect(try test.document(2026, on: "2026-06-01").status == .overdue)
    #expect(try test.document(2030, on: "2026-06-01").status == .overdue)
  }

  @Test func `it is due three months after the pelantikan of its own desa`() throws {
    var test = self
    try test.inaugurate("2025-11-30")
    let plan = try test.office.plan(2026, on: "2026-01-10")
    #expect(test.office.words(plan.dated) == ["RPJMDes 2025 \(desa) 2026-02-28"])
    #expect(try test.office.plan(2025, on: "2026-01-10").dated.isEmpty)
    // On the days before the pelantikan nobody can know of it.
    #expect(try test.office.plan(2026, on: "2025-11-29").dated.isEmpty)
    #expect(try test.office.plan(2026, on: "2025-11-30").dated.count == 1)
    #expect(try test.office.status("RPJMDes", "2025", of: desa, on: "2026-02-13") == .waiting)
    #expect(try test.office.status("RPJMDes", "2025", of: desa, on: "2026-02-14") == .dueSoon)
    #expect(try test.office.status("RPJMDes", "2025", of: desa, on: "2026-03-01") == .overdue)
  }

  @Test(arguments: [
    ("2018-04-23", "2024-04-23"), ("2018-04-24", "2024-04-24"), ("2018-04-25", "2026-04-25"),
    ("2020-02-29", "2028-02-29"), ("2024-06-01", "2032-06-01"),
  ]) func `it is in force to the end of the term that began before it`(
    pelantikan: String, end: String
  ) throws {
    var test = self
    try test.inaugurate(pelantikan)
    let year = try day(pelantikan).year
    let enacted = try day(pelantikan).adding(days: 60)
    try test.enact("\(year)", enacted.description)
    let last = try day(end)
    let before = enacted.adding(days: -1)
    #expect(try !test.document(before.year, on: before.description).isPresent)
    #expect(try test.document(enacted.year, on: enacted.description).isPresent)
    let document = try test.document(last.year, on: end)
    #expect(document.isPresent)
    #expect(document.status == .onTime)
    #expect(document.date == enacted)
    #expect(document.inForceThrough == last)
    let after = last.adding(days: 1)
    #expect(try !test.document(after.year, on: after.description).isPresent)
    #expect(try test.document(after.year, on: after.description).date == nil)
  }

  @Test func `without a pelantikan the term is counted from its date`() throws {
    var test = self
    try test.enact("2019", "2019-03-01")
    // 1 March 2025 had not come on 25 April 2024: eight years.
    #expect(try test.document(2026, on: "2026-06-01").isPresent)
    #expect(try test.document(2026, on: "2026-06-01").status == .submitted)
    #expect(try test.document(2026, on: "2026-06-01").inForceThrough == day("2027-03-01"))
    #expect(try test.document(2027, on: "2027-03-02").isPresent == false)
  }

  @Test func `a later day is judged as the last day of the year`() throws {
    var test = self
    try test.inaugurate("2026-01-15")
    try test.enact("2026", "2027-02-01")
    #expect(try !test.document(2026, on: "2027-06-01").isPresent)
    #expect(try test.document(2026, on: "2027-06-01").status == .overdue)
    #expect(try test.document(2027, on: "2027-06-01").isPresent)
    #expect(try test.document(2027, on: "2027-06-01").status == .late)
  }

  @Test func `it stays in force in years after its own`() throws {
    var test = self
    try test.inaugurate("2023-01-15")
    try test.enact("2023", "2023-05-01")
    for year in 2023...2030 {
      #expect(try test.document(year, on: "\(year)-12-31").isPresent, "\(year)")
      #expect(try test.document(year, on: "\(year)-12-31").status == .late, "\(year)")
    }
    #expect(try test.document(2031, on: "2031-01-15").isPresent)
    #expect(try !test.document(2031, on: "2031-01-16").isPresent)
    // The rates know it only in the year of its own due date.
    #expect(try test.office.plan(2023, on: "2026-01-01").dated.count == 1)
    for year in [2022, 2024, 2026] {
      #expect(try test.office.plan(year, on: "2026-01-01").dated.isEmpty, "\(year)")
    }
  }

  @Test func `an old document counts until its own term ends, whoever came since`() throws {
    var test = self
    try test.inaugurate("2019-02-01")
    try test.enact("2019", "2019-04-01")
    try test.inaugurate("2026-03-01")
    let old = try test.document(2026, on: "2026-08-01")
    #expect(old.isPresent)
    #expect(old.status == .onTime)
    #expect(old.date == (try day("2019-04-01")))
    // In the rates the new one is owed all the same.
    #expect(
      try test.office.words(test.office.plan(2026, on: "2026-08-01").dated)
        == ["RPJMDes 2026 \(desa) 2026-06-01"])
    #expect(try test.document(2027, on: "2027-02-01").isPresent)
    #expect(try test.document(2027, on: "2027-02-02").status == .overdue)
  }

  @Test func `of two in force the newer is shown`() throws {
    var test = self
    try test.inaugurate("2019-02-01")
    try test.enact("2019", "2019-04-01")
    try test.inaugurate("2026-03-01")
    try test.enact("2026", "2026-07-01")
    #expect(try test.document(2026, on: "2026-06-30").date == day("2019-04-01"))
    #expect(try test.document(2026, on: "2026-07-01").date == day("2026-07-01"))
    #expect(try test.document(2026, on: "2026-07-01").status == .late)
  }

  @Test func `the pelantikan before a document is the last by its own day`() throws {
    var test = self
    try test.inaugurate("2024-02-01")
    try test.enact("2024", "2024-04-01")
    // The earlier one is found in the archive and recorded later.
    try test.inaugurate("2016-02-01", received: "2026-01-10")
    #expect(try test.document(2026, on: "2026-06-01").inForceThrough == day("2032-02-01"))
  }

  @Test func `the acting kades starts no term`() throws {
    var test = self
    try test.inaugurate("2018-04-01")
    try test.enact("2018", "2018-06-01")
    try test.office.row(.fact, "penunjukan-pj-kades", of: desa, "2018-05-01")
    #expect(try !test.document(2024, on: "2024-04-02").isPresent)
    #expect(try test.document(2024, on: "2024-04-01").isPresent)
    #expect(try test.office.plan(2018, on: "2026-01-01").dated.count == 1)
  }

  @Test func `a returned or voided document is not in force`() throws {
    var test = self
    try test.inaugurate("2025-02-01")
    try test.enact("2025", "2025-04-01")
    var voided = test
    try voided.office.void(LedgerEvent.RowID(year: 2026, number: 2), on: "2026-01-01")
    #expect(try voided.document(2025, on: "2025-04-20").status == .dueSoon)
    try test.office.row(.returned, "RPJMDes", "2025", of: desa, "2025-04-10")
    #expect(try test.document(2025, on: "2025-04-09").isPresent)
    #expect(try !test.document(2025, on: "2025-04-10").isPresent)
  }

  @Test func `a pelantikan of another desa or a voided one is none`() throws {
    var test = self
    try test.office.row(.fact, "pelantikan-kades", of: SmallOffice.villages[1], "2026-01-15")
    #expect(
      try test.office.plan(2026, on: "2026-02-01").dated.map(\.id.unit.description)
        == [SmallOffice.villages[1]])
    try test.office.void(LedgerEvent.RowID(year: 2026, number: 1), on: "2026-02-01")
    #expect(try test.office.plan(2026, on: "2026-02-01").dated.isEmpty)
  }

  @Test func `an exempt one leaves the denominator`() throws {
    var test = self
    try test.inaugurate("2026-01-15")
    try test.office.row(.exempted, "RPJMDes", "2026", of: desa, "2026-02-01")
    #expect(try test.document(2026, on: "2026-02-01").status == .exempt)
    #expect(try test.office.matrix(2026, on: "2026-02-01").rows[0].presence.required == 0)
  }

  @Test func `one that is in and exempt is neither there nor asked for`() throws {
    var test = self
    try test.inaugurate("2026-01-15")
    try test.enact("2026", "2026-03-01")
    try test.office.row(.exempted, "RPJMDes", "2026", of: desa, "2026-03-05")
    #expect(try test.document(2026, on: "2026-03-04").isPresent)
    let exempt = try test.document(2026, on: "2026-03-05")
    #expect(exempt.status == .exempt)
    #expect(!exempt.isPresent)
    #expect(exempt.date == nil)
  }

  @Test func `one whose term has ended keeps its own status, and is not there`() throws {
    var test = self
    try test.inaugurate("2012-02-01")
    try test.enact("2012", "2012-04-01")
    #expect(try test.document(2018, on: "2018-02-01").status == .onTime)
    let ended = try test.document(2018, on: "2018-02-02")
    #expect(ended.status == .onTime)
    #expect(!ended.isPresent)
    #expect(ended.date == nil)
  }

  @Test func `without a pelantikan what is recorded is listed in its year, in force or not`() throws
  {
    var test = self
    try test.enact("2026", "2026-05-01")
    let listed = try test.office.plan(2026, on: "2026-06-01").undated
    #expect(listed.map(\.id.unit.description) == SmallOffice.villages)
    #expect(try test.office.plan(2027, on: "2026-06-01").undated.count == 2)
  }

  @Test func `without a pelantikan it is listed undated where none is in force`() throws {
    var test = self
    let listed = try test.office.plan(2026...2027, on: "2026-06-01")
    #expect(listed.dated.isEmpty)
    #expect(listed.undated.count == 6)
    #expect(
      test.office.words(listed.undated).prefix(2)
        == ["RPJMDes 2026 \(desa) -", "RPJMDes 2027 \(desa) -"])
    try test.enact("2020", "2020-05-01")
    let covered = try test.office.plan(2026, on: "2026-06-01")
    #expect(covered.undated.map(\.id.unit.description) == Array(SmallOffice.villages.dropFirst()))
    // Eight years from its date it no longer is.
    #expect(try test.office.plan(2028, on: "2028-05-02").undated.count == 3)
    #expect(try test.office.plan(2028, on: "2028-05-01").undated.count == 2)
  }

  @Test func `without a pelantikan any year may be recorded`() throws {
    let obligation = try #require(
      try office.obligation("RPJMDes", "2021", of: desa, on: "2026-06-01"))
    #expect(obligation.due == nil)
    #expect(obligation.rule?.meaning == .enactment)
  }

  @Test func `each pelantikan makes an obligation of its own year`() throws {
    var test = self
    try test.inaugurate("2019-02-01")
    try test.inaugurate("2026-03-01")
    #expect(
      try test.office.obligation("RPJMDes", "2019", of: desa, on: "2026-06-01")?.due
        == day("2019-05-01"))
    #expect(
      try test.office.obligation("RPJMDes", "2026", of: desa, on: "2026-06-01")?.due
        == day("2026-06-01"))
    #expect(try test.office.obligation("RPJMDes", "2025", of: desa, on: "2026-06-01")?.due == nil)
  }
}
