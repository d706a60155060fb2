import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// Counts of indicators from evidence, case by case.
struct IndicatorEvidenceTests {
  private func evidence(
    _ office: SmallOffice, _ year: Int = 2026, on date: String
  ) throws -> IndicatorEvidence {
    IndicatorEvidence(try office.judge(on: date), try office.plan(year, on: date), year: year)
  }

  private func scope(
    _ office: SmallOffice, _ reports: String..., units: [RegionCode]? = nil
  ) throws -> CountTerm.Scope {
    CountTerm.Scope(
      reports: try reports.map { try #require(office.codes.code($0)) }, units: units)
  }

  private func count(
    _ evidence: IndicatorEvidence, _ terms: CountTerm..., atBest isBest: Bool = false
  ) -> ReadingCount {
    evidence.count(
      IndicatorReading(name: nil, numerator: terms, denominator: nil),
      over: .year(evidence.year), target: nil, atBest: isBest)
  }

  private func villageOffice() throws -> SmallOffice {
    var office = SmallOffice()
    try office.addVillageReports()
    return office
  }

  private let village = SmallOffice.villages[0]

  // MARK: - Sets

  @Test func `a report that a formula names twice is counted once`() throws {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-01")
    let twice = try scope(office, "LPPD", "LPPD")
    let evidence = try evidence(office, on: "2026-12-31")
    #expect(count(evidence, .obligations(twice, [.made])).numeratorSum == 1)
    #expect(count(evidence, .obligations(twice, [.required])).numeratorSum == 1)
  }

  // MARK: - Marks beside a count

  @Test func `a late entry of an exempt part is in no count`() throws {
    var office = try villageOffice()
    let reports = try scope(office, "RealisasiDes", units: [try region(village)])
    try office.row(.submitted, "RealisasiDes", "2025-S2", of: village, "2026-01-20")
    try office.row(
      .submitted, "RealisasiDes", "2026-S1", of: village, "2026-07-01", recorded: "2026-08-01")
    var made = count(
      try evidence(office, on: "2026-12-31"), .documents(reports, [.complete]))
    #expect(made.lateEntries == 1)
    try office.row(.exempted, "RealisasiDes", "2026-S1", of: village, "2026-08-02")
    made = count(try evidence(office, on: "2026-12-31"), .documents(reports, [.complete]))
    #expect(made.numeratorSum == 1)
    #expect(made.lateEntries == 0)
  }

  @Test func `one half of Realisasi is half a document, in a count of desa too`() throws {
    var office = try villageOffice()
    let reports = try scope(office, "RealisasiDes")
    try office.row(.submitted, "RealisasiDes", "2025-S2", of: village, "2026-01-20")
    let evidence = try evidence(office, on: "2026-12-31")
    for term in [CountTerm.documents(reports, [.complete]), .villages(reports, [.complete])] {
      #expect(count(evidence, term).numeratorSum == 0)
      #expect(count(evidence, term).halfDone == 1)
    }
    // However many terms look at it.
    #expect(
      count(
        evidence, .documents(reports, [.complete]), .villages(reports, [.required])
      ).halfDone == 1)
  }

  @Test func `what a number takes off is not looked at`() throws {
    var office = try villageOffice()
    let report = try #require(office.codes.code("RealisasiDes"))
    try office.row(
      .submitted, "RealisasiDes", "2025-S2", of: village, "2026-01-20", recorded: "2026-03-01")
    let first = try #require(Quarter(year: 2026, number: 1))
    let made = try evidence(office, on: "2026-12-31").count(
      IndicatorReading(name: nil, numerator: [.perVillage(1, of: [report])], denominator: nil),
      over: .through(first), target: nil)
    #expect(made.numeratorSum == 0)
    #expect(made.numerator.first?.leftOut.count == 3)
    #expect(made.halfDone == 0)
    #expect(made.lateEntries == 0)
  }

  @Test func `a number for each desa stands only for what the desa owe`() throws {
    var office = SmallOffice()
    let villages = try SmallOffice.villages.map { try region($0) }
    try office.addVillageReports(units: ["RKPDes": [], "APBDes": [villages[0], villages[1]]])
    let reports = try ["RKPDes", "APBDes", "LPPDesa"].map {
      try #require(office.codes.code($0))
    }
    try office.row(.exempted, "LPPDesa", "2025", of: SmallOffice.villages[2], "2026-01-05")
    let evidence = try evidence(office, on: "2026-12-31")
    func number(_ span: YearSpan, of reports: [Code]) -> TermCount? {
      evidence.count(
        IndicatorReading(
          name: nil, numerator: [.perVillage(3, of: reports)], denominator: nil), over: span,
        target: nil
      ).numerator.first
    }
    // Of nine, three RKPDes and one APBDes are not owed, and one LPPDesa is exempt.
    let year = number(.year(2026), of: reports)
    #expect(year?.count == 4 && year?.notOwed == 4 && year?.leftOut.count == 1)
    #expect(number(.year(2026), of: reports + reports)?.count == 4)
    // LPPDesa is due on 31 March, APBDes on 31 December.
    for (quarter, count) in zip(Quarter.all(of: 2026), [2, 0, 0, 2]) {
      #expect(number(.quarter(quarter), of: reports)?.count == count, "\(quarter)")
    }
    // What stands for no documents is a plain number.
    #expect(number(.year(2026), of: [])?.count == 9)
  }

  // MARK: - The best that can still be reached

  @Test(arguments: [("2026-02-27", 1, 0), ("2026-02-28", 0, 1)])
  func `until its due day a report can be on time, after it late`(
    _ date: String, _ onTime: Int, _ late: Int
  ) throws {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    let reports = try scope(office, "LPPD")
    let evidence = try evidence(office, on: date)
    #expect(
      count(evidence, .obligations(reports, [.onTime]), atBest: true).numeratorSum == onTime)
    #expect(count(evidence, .obligations(reports, [.late]), atBest: true).numeratorSum == late)
    #expect(
      count(evidence, .obligations(reports, [.onTime, .late]), atBest: true).numeratorSum == 1)
    #expect(count(evidence, .obligations(reports, [.made]), atBest: true).numeratorSum == 1)
  }

  @Test(arguments: ["2026-09-30", "2026-10-01", "2026-12-31"])
  func `a document that was set in time can reach the office after its due day`(
    _ date: String
  ) throws {
    var office = try villageOffice()
    let reports = try scope(office, "RKPDes", units: [try region(village)])
    func onTime(atBest isBest: Bool) throws -> [Int] {
      let evidence = try evidence(office, on: date)
      return [
        CountTerm.obligations(reports, [.onTime]), .documents(reports, [.onTime]),
        .villages(reports, [.onTime]),
      ].map { count(evidence, $0, atBest: isBest).numeratorSum }
    }
    #expect(try onTime(atBest: false) == [0, 0, 0])
    #expect(try onTime(atBest: true) == [1, 1, 1])
    // What came with a later date is lost.
    try office.row(
      .submitted, "RKPDes", "2027", of: village, "2026-10-01", received: "2026-10-02")
    let isKnown = date >= "2026-10-01"
    #expect(try onTime(atBest: true) == (isKnown ? [0, 0, 0] : [1, 1, 1]))
  }

  @Test(arguments: [DecidingSubmission.first, .last])
  func `a returned report keeps its first date, where that decides`(
    _ deciding: DecidingSubmission
  ) throws {
    var office = SmallOffice()
    office.deciding = deciding
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-27")
    try office.row(.returned, "LPPD", "2025", "2026-03-02")
    let onTime = CountTerm.obligations(try scope(office, "LPPD"), [.onTime])
    let evidence = try evidence(office, on: "2026-03-05")
    #expect(count(evidence, onTime).numeratorSum == 0)
    #expect(count(evidence, onTime, atBest: true).numeratorSum == (deciding == .first ? 1 : 0))
  }

  @Test func `only a document with a term can come to be in force, and only in the year`() throws {
    let office = try villageOffice()
    let inForce = CountTerm.documents(CountTerm.Scope(reports: nil), [.inForce])
    for (date, best) in [("2026-12-31", 3), ("2027-01-01", 0)] {
      let evidence = try evidence(office, on: date)
      #expect(count(evidence, inForce, atBest: true).numeratorSum == best)
    }
  }

  @Test func `a term that is over does not come back`() throws {
    var office = try villageOffice()
    let reports = try scope(office, "RPJMDes", units: [try region(village)])
    try office.row(.fact, "pelantikan-kades", of: village, "2016-01-10")
    try office.row(.submitted, "RPJMDes", "2016", of: village, "2016-04-01")
    let evidence = try evidence(office, on: "2026-06-01")
    for condition in [CountTerm.Condition.onTime, .complete, .inForce] {
      let term = CountTerm.documents(reports, [condition])
      #expect(count(evidence, term).numeratorSum == 0)
      #expect(count(evidence, term, atBest: true).numeratorSum == 0)
    }
  }

  @Test(arguments: [("2024-01-10", 1), ("2024-01-11", 0)])
  func `nothing that is made for a term that is over comes to be in force`(
    _ date: String, _ best: Int
  ) throws {
    var office = try villageOffice()
    let reports = try scope(office, "RPJMDes", units: [try region(village)])
    try office.row(.fact, "pelantikan-kades", of: village, "2018-01-10")
    let evidence = try evidence(office, 2024, on: date)
    for condition in [CountTerm.Condition.onTime, .complete, .inForce] {
      let term = CountTerm.documents(reports, [condition])
      #expect(count(evidence, term, atBest: true).numeratorSum == best, "\(condition)")
    }
  }

  @Test func `a late document of a term can be followed by one on time of the next`() throws {
    var office = try villageOffice()
    let onTime = CountTerm.documents(
      try scope(office, "RPJMDes", units: [try region(village)]), [.onTime])
    try office.row(.fact, "pelantikan-kades", of: village, "2020-01-10")
    try office.row(.submitted, "RPJMDes", "2020", of: village, "2020-06-01")
    try office.row(.fact, "pelantikan-kades", of: village, "2026-01-10")
    // One that was set in time may come later.
    for date in ["2026-04-10", "2026-04-11"] {
      let evidence = try evidence(office, on: date)
      #expect(count(evidence, onTime).numeratorSum == 0)
      #expect(count(evidence, onTime, atBest: true).numeratorSum == 1)
    }
  }

  @Test(arguments: [("2026-04-10", 1), ("2026-04-11", 0)])
  func `a document that was set in time is not shown beside a newer one`(
    _ date: String, _ best: Int
  ) throws {
    var office = try villageOffice()
    let onTime = CountTerm.documents(
      try scope(office, "RPJMDes", units: [try region(village)]), [.onTime])
    try office.row(.fact, "pelantikan-kades", of: village, "2020-01-10")
    try office.row(.fact, "pelantikan-kades", of: village, "2026-01-10")
    // In force, late for its own pelantikan.
    try office.row(.submitted, "RPJMDes", "2020", of: village, date)
    let evidence = try evidence(office, on: "2026-06-01")
    #expect(count(evidence, onTime).numeratorSum == 0)
    #expect(count(evidence, onTime, atBest: true).numeratorSum == best)
  }
}
