import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What was due before the first watched day is in no plan, and so in no count.
struct WatchTests {
  private var office = SmallOffice()
  private let desa = SmallOffice.villages[0]

  init() throws {
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.addVillageReports()
    try office.addRecommendations()
  }

  private func dated(_ office: SmallOffice, _ year: Int = 2026, of unit: String) throws -> [String]
  {
    let plan = try office.plan(year, on: "2026-06-30")
    return try office.words(plan.dated.filter { $0.id.unit == (try region(unit)) })
  }

  @Test(arguments: [
    ("2026-02-26", true), ("2026-02-27", true), ("2026-02-28", false), ("2027-01-01", false),
  ])
  func `what is due on the first watched day is watched, and what was due the day before is not`(
    _ since: String, _ isWatched: Bool
  ) throws {
    var office = office
    try office.watch(since: since)
    let plan = try office.plan(2026, on: "2026-06-30")
    let lppd = "LPPD 2025 63.05.12 2026-02-27"
    #expect(office.words(plan.dated).contains(lppd) == isWatched)
    #expect(office.words(plan.unwatched).contains(lppd) == !isWatched)
    // Whoever asks for it by name, to record it, finds it all the same.
    #expect(try office.status("LPPD", "2025", on: "2026-06-30") == .overdue)
  }

  @Test func `an extension does not bring back what the rule had due before`() throws {
    var office = office
    try office.watch(since: "2026-02-28")
    try office.row(.extended, "LPPD", "2025", "2026-04-30", received: "2026-02-01")
    #expect(try dated(office, of: SmallOffice.code).isEmpty)
  }

  @Test func `a unit has its own first day, a desa that of its kecamatan`() throws {
    var office = office
    try office.watch(since: "2026-04-01", [desa: "2026-03-31"])
    #expect(
      try dated(office, of: desa).filter { $0.hasPrefix("LPPDesa") }
        == ["LPPDesa 2025 \(desa) 2026-03-31"])
    let other = SmallOffice.villages[1]
    #expect(try dated(office, of: other).filter { $0.hasPrefix("LPPDesa") }.isEmpty)
    try office.watch(since: "2026-01-01", [SmallOffice.code: "2026-04-01"])
    #expect(try dated(office, of: other).filter { $0.hasPrefix("LPPDesa") }.isEmpty)
    #expect(try dated(office, of: SmallOffice.code).isEmpty)
  }

  @Test func `a document leaves the matrix with its last part, and halves with its first`() throws {
    var office = office
    func documents(_ since: String) throws -> [String: Int] {
      try office.watch(since: since)
      let row = try #require(try office.matrix(2026, on: "2026-06-30").rows.first)
      return Dictionary(
        row.documents.map { (office.codes[$0.report.code], $0.parts.count) },
        uniquingKeysWith: { first, _ in first })
    }
    #expect(try documents("2026-01-20")["RealisasiDes"] == 2)
    #expect(try documents("2026-01-21")["RealisasiDes"] == 1)
    #expect(try documents("2026-03-31").count == 6)
    let later = try documents("2026-04-01")
    #expect(Set(later.keys) == ["RPJMDes", "RKPDes", "APBDes", "RealisasiDes"])
    #expect(try documents("2026-07-15")["RealisasiDes"] == nil)
    #expect(try office.matrix(2026, on: "2026-06-30").documents.required == 9)
  }

  @Test func `the part that is watched alone makes the document`() throws {
    var office = office
    try office.watch(since: "2026-01-21")
    try office.row(.submitted, "RealisasiDes", "2026-S1", of: desa, "2026-06-01")
    let row = try #require(try office.matrix(2026, on: "2026-06-30").rows.first)
    let document = row.documents.first { office.codes[$0.report.code] == "RealisasiDes" }
    #expect(document?.isPresent == true)
    #expect(document?.status == .onTime)
  }

  @Test func `recommendations are counted from the first watched day on`() throws {
    var office = office
    for (since, count) in [
      ("2026-03-31", 4), ("2026-04-01", 3), ("2026-12-31", 1), ("2027-01-01", 0),
    ] {
      try office.watch(since: since)
      #expect(try office.matrix(2026, on: "2026-06-30").rows[0].recommendations.count == count)
    }
  }

  @Test func `what nobody watches holds nothing up`() throws {
    var office = office
    // APBDes 2026 was due on 31 December 2025.
    try office.watch(since: "2025-12-31")
    #expect(try office.assess("RekADD", "2026-TW1", of: desa, on: "2026-04-01").isGated)
    try office.watch(since: "2026-01-01")
    #expect(try office.status("RekADD", "2026-TW1", of: desa, on: "2026-04-01") == .overdue)
    #expect(try office.assess("RekADD", "2026-TW2", of: desa, on: "2026-04-01").isGated)
    try office.watch(since: "2026-04-01")
    #expect(try office.status("RekADD", "2026-TW2", of: desa, on: "2026-07-01") == .overdue)
  }

  @Test func `a document that is in force stays wanted, one that was due before is not asked for`()
    throws
  {
    var office = office
    try office.row(.fact, "pelantikan-kades", of: desa, "2025-06-01")
    func document() throws -> VillageMatrix.Document {
      let row = try #require(try office.matrix(2026, on: "2026-06-30").rows.first)
      return try #require(row.documents.first { office.codes[$0.report.code] == "RPJMDes" })
    }
    try office.watch(since: "2025-09-01")
    #expect(try document().status == .overdue)
    #expect(try !document().isBeforeWatch)
    try office.watch(since: "2025-09-02")
    #expect(try document().status == .waiting)
    #expect(try document().isBeforeWatch)
    #expect(try document().presence.required == 1)
    #expect(try dated(office, 2025, of: desa).filter { $0.hasPrefix("RPJMDes") }.isEmpty)
    try office.row(.submitted, "RPJMDes", "2025", of: desa, "2025-08-20")
    #expect(try document().isPresent)
    #expect(try document().presence.required == 1)
  }

  @Test func `what has no due date is watched where its period was not over`() throws {
    var office = SmallOffice()
    office.add("Surat", try rule(.countOnly(target: 12)))
    for (since, count) in [("2025-12-31", 1), ("2026-01-01", 0)] {
      try office.watch(since: since)
      #expect(try office.plan(2025, on: "2026-06-30").undated.count == count)
      #expect(try office.plan(2025, on: "2026-06-30").unwatched.count == 1 - count)
    }
  }

  @Test func `a date before the first watched day asks for no holidays`() throws {
    var office = SmallOffice()
    office.add("Hitung", try rule(.workingDays(10)))
    #expect(try office.plan(2026, on: "2026-06-30").gaps.count == 1)
    try office.watch(since: "2026-12-31")
    #expect(try office.plan(2026, on: "2026-06-30").gaps.isEmpty)
    #expect(try office.plan(2026, on: "2026-06-30").unwatched.count == 1)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a naive reading leaves out the same`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var office = office
    let first = try day("2025-11-01")
    func randomDay() -> CivilDate { first.adding(days: Int.random(in: 0...460, using: &random)) }
    let everything = try office.plan(2025...2027, on: "2026-12-31").dated
    var units: [String: String] = [:]
    for unit in SmallOffice.villages + [SmallOffice.code] where Bool.random(using: &random) {
      units[unit] = randomDay().description
    }
    let general = Bool.random(using: &random) ? randomDay().description : nil
    try office.watch(since: general, units)
    // "an obligation whose rule's own due date lies before the first watched day of its unit"
    let kept = try everything.filter { obligation in
      let unit = obligation.id.unit.description
      guard let since = units[unit] ?? units[SmallOffice.code] ?? general,
        let due = obligation.due
      else { return true }
      return try !(due.dayNumber < day(since).dayNumber)
    }
    let plan = try office.plan(2025...2027, on: "2026-12-31")
    #expect(office.words(plan.dated) == office.words(kept))
    #expect(plan.dated.count + plan.unwatched.filter { $0.due != nil }.count == everything.count)
    let matrix = try office.matrix(2026, on: "2026-12-31")
    for row in matrix.rows {
      let reports = Set(
        kept.filter { $0.id.unit == row.village.code && $0.due?.year == 2026 }.map(\.id.report)
      ).filter { office.codes[$0] != "RekADD" }
      // RPJMDes is always wanted.
      #expect(row.presence.required == reports.count + 1)
    }
  }
}
