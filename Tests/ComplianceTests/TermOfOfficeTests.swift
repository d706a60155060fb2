import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// How long a term of office is: six years, eight by law, or eight by a decision.
struct TermOfOfficeTests {
  private let desa = SmallOffice.villages[0]

  private func office(_ beginnings: [String], decided: [String] = []) throws -> SmallOffice {
    var office = SmallOffice()
    try office.addTermDocument(decidable: true)
    for date in beginnings { try office.row(.fact, "pelantikan-kades", nil, of: desa, date) }
    for date in decided { try office.row(.fact, "perpanjangan", nil, of: desa, date) }
    return office
  }

  private func term(
    _ office: SmallOffice, dated date: String, on day: String
  ) throws -> TermOfOffice {
    let judge = try office.judge(on: day)
    let report = try #require(judge.definitions.calendar.reports.first)
    return try #require(
      TermOfOffice(report, of: try region(desa), dated: TestSupport.day(date), judge))
  }

  private func kind(_ term: TermOfOffice) -> String {
    switch term.length {
    case .usual: "usual"
    case .longer: "longer"
    case .decided: "decided"
    case .undecided: "undecided"
    }
  }

  @Test(arguments: [
    ("2018-01-31", "usual", "2024-01-31"), ("2018-02-01", "undecided", "2024-02-01"),
    ("2018-03-15", "undecided", "2024-03-15"), ("2018-04-24", "undecided", "2024-04-24"),
    ("2018-04-25", "longer", "2026-04-25"), ("2012-06-01", "usual", "2018-06-01"),
  ])
  func `without a decision the law alone decides, and a term that one may concern is known`(
    _ start: String, _ kind: String, _ end: String
  ) throws {
    let term = try term(office([start]), dated: start, on: "2026-07-06")
    #expect(self.kind(term) == kind)
    #expect(term.end == (try day(end)))
    #expect(term.years == (kind == "longer" ? 8 : 6))
  }

  @Test(arguments: [
    ("2018-01-31", "usual", "2024-01-31"), ("2018-02-01", "decided", "2026-02-01"),
    ("2018-04-24", "decided", "2026-04-24"), ("2018-04-25", "longer", "2026-04-25"),
  ])
  func `a decision makes those terms longer that ended in its days, from their own beginning`(
    _ start: String, _ kind: String, _ end: String
  ) throws {
    let office = try office([start], decided: ["2024-07-10"])
    let term = try term(office, dated: start, on: "2024-07-10")
    #expect(self.kind(term) == kind)
    #expect(term.end == (try day(end)))
    let judge = try office.judge(on: "2026-07-06")
    let report = try #require(judge.definitions.calendar.reports.first)
    let idle = TermOfOffice.idleDecisions(report, of: try region(desa), judge)
    #expect(idle.count == (kind == "decided" ? 0 : 1))
  }

  @Test(arguments: [("2024-07-09", "undecided"), ("2024-07-10", "decided")])
  func `a decision counts from its day on`(_ day: String, _ kind: String) throws {
    let office = try office(["2018-03-01"], decided: ["2024-07-10"])
    #expect(self.kind(try term(office, dated: "2018-05-01", on: day)) == kind)
  }

  @Test(arguments: [("2024-04-24", "undecided"), ("2024-04-25", "decided")])
  func `a decision from before the law makes nothing longer`(
    _ decided: String, _ kind: String
  ) throws {
    let office = try office(["2018-03-01"], decided: [decided])
    #expect(self.kind(try term(office, dated: "2018-05-01", on: "2024-08-01")) == kind)
  }

  @Test(
    arguments: [
      // Who was followed before the eight years were over did not serve them.
      ("2024-06-01", nil, "usual"), ("2026-02-28", nil, "usual"),
      // Who was followed after them most likely did, and nobody recorded why.
      ("2026-03-01", nil, "undecided"),
      ("2024-06-01", "2024-05-31", "decided"), ("2024-06-01", "2024-06-01", "usual"),
    ] as [(String, String?, String)])
  func `another term that has begun ends the question`(
    _ next: String, _ decided: String?, _ kind: String
  ) throws {
    let office = try office(["2018-03-01", next], decided: decided.map { [$0] } ?? [])
    #expect(self.kind(try term(office, dated: "2018-05-01", on: "2026-07-06")) == kind)
  }

  @Test func `a term counted from the document's own date is not asked about`() throws {
    let office = try office([], decided: ["2024-07-10"])
    let term = try term(office, dated: "2018-03-01", on: "2026-07-06")
    #expect(kind(term) == "usual" && term.beginning == nil)
  }

  @Test(arguments: [
    ("2024-03-01", true, "inForce"), ("2024-03-02", false, "expired"),
    ("2024-07-09", false, "expired"), ("2024-07-10", true, "inForce"),
    ("2026-03-01", true, "inForce"), ("2026-03-02", false, "expired"),
  ])
  func `a document is in force again from the day of the decision to the end of eight years`(
    _ date: String, _ isInForce: Bool, _ state: String
  ) throws {
    var office = try office(["2018-03-01"], decided: ["2024-07-10"])
    try office.row(.submitted, "RPJMDes", "2018", of: desa, "2018-05-20")
    let judge = try office.judge(on: date)
    let report = try #require(judge.definitions.calendar.reports.first)
    let unit = try region(desa)
    #expect((TermDocuments(report, judge).inForce(of: unit) != nil) == isInForce)
    let id = Obligation.ID(report: report.code, unit: unit, period: try period("2018"))
    let obligation = try #require(
      try Planner.obligation(id, judge.definitions, judge.history, asOf: judge.day))
    let assessment = try #require(judge.assess(obligation))
    let status = try #require(TermStatus(assessment, judge))
    #expect("\(status.state)" == state)
  }

  @Test func `what is absent, and what a newer document has replaced, is told apart`() throws {
    var office = try office(["2020-03-01"])
    try office.row(.submitted, "RPJMDes", "2020", of: desa, "2020-05-20")
    try office.row(.submitted, "RPJMDes", "2021", of: desa, "2021-05-20")
    let judge = try office.judge(on: "2026-07-06")
    let report = try #require(judge.definitions.calendar.reports.first)
    func state(_ year: String) throws -> TermStatus.State {
      let id = Obligation.ID(
        report: report.code, unit: try region(desa), period: try period(year))
      let obligation = try #require(
        try Planner.obligation(id, judge.definitions, judge.history, asOf: judge.day))
      let assessment = try #require(judge.assess(obligation))
      return try #require(TermStatus(assessment, judge)).state
    }
    #expect(try state("2020") == .replaced)
    #expect(try state("2021") == .inForce)
    #expect(try state("2022") == .absent)
  }
}
