import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What is taken into the ledger; today is 2026-03-10.
struct AdmissionTests {
  private static let today = "2026-03-10"
  private var office = SmallOffice()

  init() throws {
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    office.add("Renja", nature: .plan, yearOffset: 1, try rule(.fixed(13, .march, -1)))
    office.add(
      "APBDes", level: .village, nature: .plan, yearOffset: 1,
      try rule(.fixed(31, .december, -1), meaning: .enactment))
    office.add("Surat", try rule(.countOnly(target: 1)))
  }

  private func admit(
    _ kind: LedgerEvent.Kind, _ date: String, received: String? = nil, code: String = "LPPD",
    period: String = "2025", unit: String = SmallOffice.code, hasReason: Bool = false
  ) throws -> Bool {
    let obligation = try #require(
      try office.obligation(code, period, of: unit, on: AdmissionTests.today))
    let proposal = Proposal(
      kind: kind, date: try day(date), received: try day(received ?? date), hasReason: hasReason)
    return try office.judge(on: AdmissionTests.today).admit(proposal, for: obligation).isLateEntry
  }

  private func row(_ number: Int) -> LedgerEvent.RowID {
    LedgerEvent.RowID(year: 2026, number: number)
  }

  @Test(arguments: [LedgerEvent.Kind.submitted, .exempted])
  func `no date lies after today`(kind: LedgerEvent.Kind) throws {
    #expect(try !admit(kind, "2026-03-10"))
    #expect(throws: Refusal.future(try day("2026-03-11"))) { try admit(kind, "2026-03-11") }
    #expect(throws: Refusal.future(try day("2026-03-11"))) {
      try admit(kind, "2026-03-10", received: "2026-03-11")
    }
  }

  @Test func `a document is not received before its day`() throws {
    #expect(try !admit(.submitted, "2026-03-09", received: "2026-03-09"))
    #expect(
      throws: Refusal.receivedBeforeDate(
        received: try day("2026-03-08"), date: try day("2026-03-09"))
    ) {
      try admit(.submitted, "2026-03-09", received: "2026-03-08")
    }
  }

  @Test func `a report that looks back is not dated before its period`() throws {
    #expect(try admit(.submitted, "2025-01-01", hasReason: true))
    #expect(throws: Refusal.beforePeriod(date: try day("2024-12-31"), try period("2025"))) {
      try admit(.submitted, "2024-12-31", hasReason: true)
    }
    #expect(try !admit(.submitted, "2026-03-10", code: "Renja", period: "2027"))
  }

  @Test(arguments: [
    ("LPPD", "2025", "2025-12-30", true), ("LPPD", "2025", "2025-12-31", false),
    ("LPPD", "2026", "2026-03-10", true), ("LPPD", "2025", "2026-03-10", false),
    // A plan is made before its period, and without a due date nothing says when a report is made.
    ("Renja", "2027", "2026-03-10", false), ("Surat", "2026", "2026-03-10", false),
    // What is due in its own period is made in it.
    ("IPPD", "2026", "2026-03-10", false),
  ])
  func `a report on a period that is not over is told from one that is`(
    _ code: String, _ period: String, _ date: String, _ isUnfinished: Bool
  ) throws {
    var office = office
    office.add("IPPD", try rule(.fixed(31, .december, 0)))
    let obligation = try #require(try office.obligation(code, period, on: AdmissionTests.today))
    let report = try #require(office.definitions().calendar.report(obligation.id.report))
    #expect(obligation.isUnfinished(on: try day(date), report) == isUnfinished)
  }

  @Test func `the last period that is over is one that the report has`() throws {
    var office = office
    office.add("RFK", length: .quarter, try rule(.dayOfFollowingMonth(10)))
    office.add("Prognosis", length: .semester, try rule(.workingDays(10), ordinals: [1]))
    func last(_ code: String, _ date: String) throws -> String? {
      let calendar = try office.definitions().calendar
      let report = calendar.reports.first { calendar.codes[$0.code] == code }
      return try #require(report).lastPeriod(endedBy: try day(date))?.description
    }
    #expect(try last("LPPD", "2026-02-20") == "2025")
    #expect(try last("LPPD", "2026-12-31") == "2026")
    #expect(try last("RFK", "2026-02-23") == "2025-TW4")
    #expect(try last("RFK", "2026-06-30") == "2026-TW2")
    #expect(try last("Prognosis", "2026-01-20") == "2025-S1")
  }

  @Test func `a period that is due after next year is a slip of the pen`() throws {
    #expect(try !admit(.submitted, "2026-03-10", code: "Renja", period: "2028", hasReason: true))
    #expect(throws: Refusal.farAhead(try period("2029"), due: try day("2028-03-13"))) {
      try admit(.submitted, "2026-03-10", code: "Renja", period: "2029")
    }
  }

  @Test func `nothing is submitted, returned or accepted after acceptance`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-20")
    #expect(try !test.admit(.submitted, "2026-03-05"))
    #expect(try !test.admit(.accepted, "2026-03-05"))
    try test.office.row(.accepted, "LPPD", "2025", "2026-02-25")
    for kind in [LedgerEvent.Kind.submitted, .returned, .accepted] {
      #expect(throws: Refusal.accepted(row(2))) { try test.admit(kind, "2026-03-05") }
    }
    try test.office.void(row(2), on: "2026-03-01")
    #expect(try !test.admit(.submitted, "2026-03-05"))
    #expect(try !test.admit(.returned, "2026-03-05"))
  }

  @Test func `a return opens the report again`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-20")
    try test.office.row(.returned, "LPPD", "2025", "2026-03-01")
    for kind in [LedgerEvent.Kind.returned, .accepted] {
      #expect(throws: Refusal.awaitsCorrection(since: try day("2026-03-01"), row(2))) {
        try test.admit(kind, "2026-03-05")
      }
    }
    #expect(try !test.admit(.submitted, "2026-03-05"))
    // An acceptance of what was returned, written into the file by hand, accepts nothing.
    try test.office.row(.accepted, "LPPD", "2025", "2026-03-02")
    #expect(try !test.admit(.submitted, "2026-03-05"))
  }

  @Test(arguments: [LedgerEvent.Kind.returned, .accepted])
  func `only what is in, and was received by then, is returned or accepted`(
    kind: LedgerEvent.Kind
  ) throws {
    var test = self
    #expect(throws: Refusal.notIn) { try test.admit(kind, "2026-03-05") }
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-20", received: "2026-02-23")
    #expect(try !test.admit(kind, "2026-02-23"))
    let early = Refusal.beforeReceipt(date: try day("2026-02-22"), received: try day("2026-02-23"))
    #expect(throws: early) { try test.admit(kind, "2026-02-22") }
  }

  @Test(arguments: [
    LedgerEvent.Kind.submitted, .returned, .accepted, .exempted, .extended,
  ]) func `nothing is recorded of the exempt`(kind: LedgerEvent.Kind) throws {
    var test = self
    try test.office.row(.exempted, "LPPD", "2025", "2026-02-01")
    #expect(throws: Refusal.exempt(row(1))) { try test.admit(kind, "2026-03-05") }
    try test.office.void(row(1), on: "2026-03-01")
    #expect(try !test.admit(.submitted, "2026-03-05"))
  }

  @Test func `an extension lies after the date in force`() throws {
    var test = self
    let inForce = try day("2026-02-27")
    #expect(try !test.admit(.extended, "2026-02-28", received: "2026-02-20"))
    #expect(throws: Refusal.notLater(new: inForce, due: inForce)) {
      try test.admit(.extended, "2026-02-27", received: "2026-02-20")
    }
    // The new date may lie ahead, the letter may not.
    #expect(try !test.admit(.extended, "2026-06-30", received: "2026-03-10"))
    #expect(throws: Refusal.future(try day("2026-03-11"))) {
      try test.admit(.extended, "2026-06-30", received: "2026-03-11")
    }
    try test.office.row(.extended, "LPPD", "2025", "2026-04-30", received: "2026-03-01")
    let later = Refusal.notLater(new: try day("2026-04-30"), due: try day("2026-04-30"))
    #expect(throws: later) { try test.admit(.extended, "2026-04-30", received: "2026-03-02") }
    #expect(try !test.admit(.extended, "2026-05-01", received: "2026-03-02"))
  }

  @Test func `where there is no due date there is none to move`() throws {
    #expect(throws: Refusal.noDueDate) {
      try admit(.extended, "2026-06-30", received: "2026-03-01", code: "Surat", period: "2026")
    }
  }

  @Test func `a late entry needs a reason`() throws {
    #expect(try !admit(.submitted, "2026-03-03"))
    #expect(throws: Refusal.lateEntryNeedsReason(days: 8, .submission)) {
      try admit(.submitted, "2026-03-02")
    }
    #expect(try admit(.submitted, "2026-03-02", hasReason: true))
    // A reason does not make a late entry of one that is in time.
    #expect(try !admit(.submitted, "2026-03-03", hasReason: true))
  }

  @Test func `a late entry of a regulation is counted from its receipt`() throws {
    func admit(received: String, hasReason: Bool = false) throws -> Bool {
      try self.admit(
        .submitted, "2025-12-30", received: received, code: "APBDes", period: "2026",
        unit: SmallOffice.villages[0], hasReason: hasReason)
    }
    #expect(try !admit(received: "2026-03-03"))
    #expect(throws: Refusal.lateEntryNeedsReason(days: 8, .enactment)) {
      try admit(received: "2026-03-02")
    }
    #expect(try admit(received: "2026-03-02", hasReason: true))
  }

  @Test func `a report that no calendar defines is never in`() throws {
    var other = SmallOffice()
    let id = Obligation.ID(
      report: other.codes.intern("Asing"), unit: try region(SmallOffice.code),
      period: try period("2026"))
    let proposal = Proposal(
      kind: .submitted, date: try day("2026-03-01"), received: try day("2026-03-01"),
      hasReason: false)
    let judge = try other.judge(on: AdmissionTests.today)
    #expect(throws: Refusal.notIn) {
      try judge.admit(proposal, for: Obligation(id: id, due: nil, rule: nil))
    }
    #expect(judge.assess([Obligation(id: id, due: nil, rule: nil)]).isEmpty)
  }
}
