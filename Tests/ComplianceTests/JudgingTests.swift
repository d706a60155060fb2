import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What counts on a day, what is in, which date decides, and the status that follows.
struct JudgingTests {
  /// LPPD 2025, due on 27 February 2026.
  private var office = SmallOffice()

  init() throws {
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
  }

  private func status(on date: String) throws -> Status {
    try office.status("LPPD", "2025", on: date)
  }

  // MARK: - Rule 1: which rows count

  @Test func `a submission counts from its own date, not from its receipt`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-20", received: "2026-03-05")
    #expect(try test.status(on: "2026-02-19") == .dueSoon)
    #expect(try test.status(on: "2026-02-20") == .onTime)
    #expect(try test.status(on: "2026-03-05") == .onTime)
  }

  @Test func `a submission after a return counts from its receipt`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    try test.office.row(.returned, "LPPD", "2025", "2026-02-12")
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-09", received: "2026-02-20")
    #expect(try test.status(on: "2026-02-11") == .onTime)
    #expect(try test.status(on: "2026-02-12") == .waiting)
    #expect(try test.status(on: "2026-02-19") == .dueSoon)
    #expect(try test.status(on: "2026-02-20") == .onTime)
  }

  @Test func `a return counts from its own date`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    try test.office.row(.returned, "LPPD", "2025", "2026-02-12", received: "2026-02-15")
    #expect(try test.status(on: "2026-02-11") == .onTime)
    #expect(try test.status(on: "2026-02-12") == .waiting)
  }

  @Test func `an exemption counts from its own date`() throws {
    var test = self
    try test.office.row(.exempted, "LPPD", "2025", "2026-02-12", received: "2026-02-20")
    #expect(try test.status(on: "2026-02-11") == .waiting)
    #expect(try test.status(on: "2026-02-12") == .exempt)
  }

  @Test func `an extension counts from the day of the letter`() throws {
    var test = self
    try test.office.row(.extended, "LPPD", "2025", "2026-03-20", received: "2026-03-02")
    #expect(try test.status(on: "2026-03-01") == .overdue)
    #expect(try test.status(on: "2026-03-02") == .waiting)
    #expect(try test.office.assess("LPPD", "2025", on: "2026-03-01").due == day("2026-02-27"))
    #expect(try test.office.assess("LPPD", "2025", on: "2026-03-02").due == day("2026-03-20"))
  }

  @Test(arguments: [
    LedgerEvent.Kind.submitted, .returned, .exempted, .extended,
  ]) func `a voided row was never true, on any day`(kind: LedgerEvent.Kind) throws {
    var test = self
    if kind == .returned { try test.office.row(.submitted, "LPPD", "2025", "2026-02-01") }
    let expected = try test.office.assess("LPPD", "2025", on: "2026-03-01")
    let row = try test.office.row(
      kind, "LPPD", "2025", kind == .extended ? "2026-03-31" : "2026-02-10",
      received: "2026-02-10")
    let changed = try test.office.assess("LPPD", "2025", on: "2026-03-01")
    #expect(changed.status != expected.status)
    // The void is recorded after the day of judging and still holds on it.
    try test.office.void(row, on: "2026-06-01")
    let voided = try test.office.assess("LPPD", "2025", on: "2026-03-01")
    #expect(voided.status == expected.status)
    #expect(voided.due == expected.due)
  }

  @Test func `what was known before a void still counts the row`() throws {
    var test = self
    let row = try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    try test.office.void(row, on: "2026-06-01")
    let known = try test.office.rows.filter { try $0.recorded <= day("2026-05-31") }
    test.office.rows = known
    #expect(try test.status(on: "2026-03-01") == .onTime)
  }

  @Test func `a void cannot be voided`() throws {
    var test = self
    let row = try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    let void = try test.office.void(row, on: "2026-02-11")
    try test.office.void(void, on: "2026-02-12")
    #expect(try test.status(on: "2026-03-01") == .overdue)
  }

  @Test func `a void reaches into an earlier year's file and only there`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2025-12-20", file: 2025)
    // Row 1 of 2026 is another row.
    try test.office.void(LedgerEvent.RowID(year: 2026, number: 1), on: "2026-01-05")
    #expect(try test.status(on: "2026-02-01") == .onTime)
    try test.office.void(LedgerEvent.RowID(year: 2025, number: 1), on: "2026-01-05")
    #expect(try test.status(on: "2026-02-01") == .waiting)
  }

  @Test func `a voided return gives the resubmission its own date back`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-05")
    let returned = try test.office.row(.returned, "LPPD", "2025", "2026-02-06")
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-07", received: "2026-02-20")
    #expect(try test.status(on: "2026-02-10") == .waiting)
    #expect(try test.status(on: "2026-02-19") == .dueSoon)
    #expect(try test.status(on: "2026-02-20") == .onTime)
    try test.office.void(returned, on: "2026-02-21")
    #expect(try test.status(on: "2026-02-10") == .onTime)
    #expect(
      try test.office.assess("LPPD", "2025", on: "2026-02-10").standing.submissions.count == 2)
  }

  @Test func `rows are ordered by receipt, whatever their order in the file`() throws {
    var test = self
    try test.office.row(.returned, "LPPD", "2025", "2026-02-12")
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    #expect(try test.status(on: "2026-02-13") == .dueSoon)
    var other = self
    try other.office.row(.submitted, "LPPD", "2025", "2026-02-14")
    try other.office.row(.returned, "LPPD", "2025", "2026-02-12")
    #expect(try other.status(on: "2026-02-14") == .onTime)
  }

  @Test func `rows of one day of receipt are ordered by file, then by number`() throws {
    var test = self
    try test.office.row(.returned, "LPPD", "2025", "2026-01-02", file: 2026)
    try test.office.row(.submitted, "LPPD", "2025", "2026-01-02", file: 2025)
    // The submission has the greater number, but stands in the earlier file.
    #expect(try test.status(on: "2026-01-02") == .waiting)
    var other = self
    try other.office.row(.returned, "LPPD", "2025", "2026-01-02")
    try other.office.row(.submitted, "LPPD", "2025", "2026-01-02")
    #expect(try other.status(on: "2026-01-02") == .onTime)
  }

  // MARK: - Rule 2: in, exempt, extended

  @Test func `acceptance changes nothing about being in`() throws {
    var test = self
    try test.office.row(.accepted, "LPPD", "2025", "2026-02-09")
    #expect(try test.status(on: "2026-02-09") == .waiting)
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-10")
    try test.office.row(.accepted, "LPPD", "2025", "2026-02-12")
    #expect(try test.status(on: "2026-02-12") == .onTime)
    try test.office.row(.returned, "LPPD", "2025", "2026-02-20")
    #expect(try test.status(on: "2026-02-20") == .dueSoon)
    try test.office.row(.accepted, "LPPD", "2025", "2026-02-21")
    #expect(try test.status(on: "2026-02-21") == .dueSoon)
  }

  @Test func `one resubmission answers many returns`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-01")
    try test.office.row(.returned, "LPPD", "2025", "2026-02-02")
    try test.office.row(.returned, "LPPD", "2025", "2026-02-03")
    #expect(try !test.status(on: "2026-02-03").isIn)
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-04")
    #expect(try test.status(on: "2026-02-04") == .onTime)
  }

  @Test func `an exemption wins over everything`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-03-10")
    try test.office.row(.exempted, "LPPD", "2025", "2026-03-01")
    try test.office.row(.returned, "LPPD", "2025", "2026-03-12")
    try test.office.row(.extended, "LPPD", "2025", "2026-05-01", received: "2026-03-13")
    for date in ["2026-03-01", "2026-03-10", "2026-03-12", "2026-12-31"] {
      #expect(try test.status(on: date) == .exempt, "\(date)")
    }
    #expect(try test.status(on: "2026-02-28") == .overdue)
  }

  @Test func `the last extension replaces the due date, even by an earlier one`() throws {
    var test = self
    try test.office.row(.extended, "LPPD", "2025", "2026-04-30", received: "2026-02-10")
    try test.office.row(.extended, "LPPD", "2025", "2026-03-15", received: "2026-02-20")
    #expect(try test.office.assess("LPPD", "2025", on: "2026-02-19").due == day("2026-04-30"))
    #expect(try test.office.assess("LPPD", "2025", on: "2026-02-20").due == day("2026-03-15"))
    #expect(try test.status(on: "2026-03-15") == .dueSoon)
    #expect(try test.status(on: "2026-03-16") == .overdue)
  }

  @Test func `an extension makes a late submission timely`() throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-03-05")
    #expect(try test.status(on: "2026-03-05") == .late)
    try test.office.row(.extended, "LPPD", "2025", "2026-03-05", received: "2026-03-06")
    #expect(try test.status(on: "2026-03-05") == .late)
    #expect(try test.status(on: "2026-03-06") == .onTime)
  }

  // MARK: - Rule 3: the deciding date

  private func resubmitted() throws -> Self {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", "2026-02-27")
    try test.office.row(.returned, "LPPD", "2025", "2026-03-01")
    try test.office.row(.submitted, "LPPD", "2025", "2026-03-04")
    return test
  }

  @Test func `the first submission decides by default`() throws {
    let assessment = try resubmitted().office.assess("LPPD", "2025", on: "2026-03-04")
    #expect(assessment.status == .onTime)
    #expect(assessment.deciding?.date == (try day("2026-02-27")))
    #expect(assessment.daysLate == 0)
  }

  @Test func `the last submission decides where the office says so`() throws {
    var test = try resubmitted()
    test.office.deciding = .last
    let assessment = try test.office.assess("LPPD", "2025", on: "2026-03-04")
    #expect(assessment.status == .late)
    #expect(assessment.deciding?.date == (try day("2026-03-04")))
    #expect(assessment.daysLate == 5)
  }

  @Test(arguments: [
    (DecidingSubmission.first, DecidingSubmission.last, Status.late), (.last, .first, .onTime),
  ]) func `the calendar's word goes before the office's`(
    office: DecidingSubmission, calendar: DecidingSubmission, expected: Status
  ) throws {
    var test = SmallOffice()
    test.deciding = office
    test.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)), deciding: calendar)
    try test.row(.submitted, "LPPD", "2025", "2026-02-27")
    try test.row(.submitted, "LPPD", "2025", "2026-03-04")
    #expect(try test.status("LPPD", "2025", on: "2026-03-04") == expected)
  }

  @Test func `the deciding date is none while the report is returned`() throws {
    let assessment = try resubmitted().office.assess("LPPD", "2025", on: "2026-03-03")
    #expect(assessment.deciding == nil)
    #expect(assessment.status == .overdue)
    #expect(assessment.daysLate == 4)
  }

  @Test func `a voided first submission decides nothing`() throws {
    var test = try resubmitted()
    try test.office.void(LedgerEvent.RowID(year: 2026, number: 1), on: "2026-03-05")
    let assessment = try test.office.assess("LPPD", "2025", on: "2026-03-05")
    #expect(assessment.status == .late)
    #expect(assessment.deciding?.row.number == 3)
  }

  // MARK: - Rule 4: the status

  @Test(arguments: [
    ("2026-02-26", Status.onTime, 0), ("2026-02-27", .onTime, 0), ("2026-02-28", .late, 1),
    ("2026-03-10", .late, 11),
  ]) func `the due day itself is on time`(date: String, status: Status, daysLate: Int) throws {
    var test = self
    try test.office.row(.submitted, "LPPD", "2025", date)
    let assessment = try test.office.assess("LPPD", "2025", on: date)
    #expect(assessment.status == status)
    #expect(assessment.daysLate == daysLate)
  }

  @Test(arguments: [
    ("2026-02-12", Status.waiting, 0), ("2026-02-13", .dueSoon, 0), ("2026-02-27", .dueSoon, 0),
    ("2026-02-28", .overdue, 1), ("2026-03-02", .overdue, 3),
  ]) func `what is not in waits, is due soon, is overdue`(
    date: String, status: Status, daysLate: Int
  ) throws {
    let assessment = try office.assess("LPPD", "2025", on: date)
    #expect(assessment.status == status)
    #expect(assessment.daysLate == daysLate)
    #expect(assessment.deciding == nil)
  }

  @Test func `a report has a lead time of its own`() throws {
    var test = SmallOffice()
    test.add("LKIP", yearOffset: -1, try rule(.fixed(28, .february, 1)), leadDays: 30)
    #expect(try test.status("LKIP", "2025", on: "2026-01-28") == .waiting)
    #expect(try test.status("LKIP", "2025", on: "2026-01-29") == .dueSoon)
    var none = SmallOffice()
    none.add("LKIP", yearOffset: -1, try rule(.fixed(28, .february, 1)), leadDays: 0)
    #expect(try none.status("LKIP", "2025", on: "2026-02-27") == .waiting)
    #expect(try none.status("LKIP", "2025", on: "2026-02-28") == .dueSoon)
  }

  @Test func `rows of another unit, report or period say nothing`() throws {
    var test = self
    test.office.add("LKPJ", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try test.office.row(.submitted, "LKPJ", "2025", "2026-02-01")
    try test.office.row(.submitted, "LPPD", "2024", "2026-02-01")
    try test.office.row(.submitted, "LPPD", "2025", of: SmallOffice.villages[0], "2026-02-01")
    #expect(try test.status(on: "2026-02-05") == .waiting)
  }

  @Test func `without a due date a report waits, and is submitted once in`() throws {
    var test = SmallOffice()
    test.add("Umum", length: .month, try rule(.countOnly(target: 12)))
    try test.row(.extended, "Umum", "2026-03", "2026-04-30", received: "2026-03-01")
    #expect(try test.status("Umum", "2026-03", on: "2026-12-31") == .waiting)
    #expect(try test.assess("Umum", "2026-03", on: "2026-12-31").due == nil)
    try test.row(.submitted, "Umum", "2026-03", "2026-04-02")
    #expect(try test.status("Umum", "2026-03", on: "2026-04-01") == .waiting)
    #expect(try test.status("Umum", "2026-03", on: "2026-04-02") == .submitted)
    try test.row(.exempted, "Umum", "2026-03", "2026-04-03")
    #expect(try test.status("Umum", "2026-03", on: "2026-04-03") == .exempt)
  }
}

/// Rule 5: late entries.
struct LateEntryTests {
  @Test(arguments: [
    (DateMeaning.submission, 7, false), (.submission, 8, true), (.issue, 7, false),
    (.issue, 8, true), (.enactment, 7, false), (.enactment, 8, false),
  ]) func `a record more than seven days after the date is a late entry`(
    meaning: DateMeaning, days: Int, isLate: Bool
  ) throws {
    let date = try day("2026-02-01")
    let recorded = date.adding(days: days)
    // A regulation is counted from its receipt, which is one day before the record here.
    let received = recorded.adding(days: -1)
    #expect(
      Assessment.isLateEntry(recorded: recorded, date: date, received: received, meaning: meaning)
        == isLate)
  }

  @Test(arguments: [(7, false), (8, true)]) func `a regulation counts from its receipt`(
    days: Int, isLate: Bool
  ) throws {
    let received = try day("2026-02-20")
    #expect(
      Assessment.isLateEntry(
        recorded: received.adding(days: days), date: try day("2026-01-05"), received: received,
        meaning: .enactment) == isLate)
  }

  @Test(arguments: [("2026-02-17", false), ("2026-02-18", true)])
  func `an assessment tells whether the deciding row is a late entry`(
    recorded: String, isLate: Bool
  ) throws {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-10", recorded: recorded)
    let assessment = try office.assess("LPPD", "2025", on: "2026-02-10")
    #expect(assessment.status == .onTime)
    #expect(assessment.isLateEntry == isLate)
    #expect(Tally([assessment]).lateEntries == (isLate ? 1 : 0))
  }

  @Test(arguments: [(DecidingSubmission.first, true), (.last, false)])
  func `only the row that decides is asked`(deciding: DecidingSubmission, isLate: Bool) throws {
    var office = SmallOffice()
    office.deciding = deciding
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-01", recorded: "2026-02-20")
    try office.row(.submitted, "LPPD", "2025", "2026-02-21")
    let assessment = try office.assess("LPPD", "2025", on: "2026-02-21")
    #expect(assessment.isLateEntry == isLate)
  }

  @Test func `rows of other kinds are never late entries`() throws {
    var office = SmallOffice()
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    try office.row(.submitted, "LPPD", "2025", "2026-02-10")
    try office.row(.accepted, "LPPD", "2025", "2026-02-11", recorded: "2026-09-01")
    try office.row(
      .extended, "LPPD", "2025", "2026-03-11", received: "2026-02-11",
      recorded: "2026-09-01")
    #expect(try !office.assess("LPPD", "2025", on: "2026-02-28").isLateEntry)
    try office.row(.returned, "LPPD", "2025", "2026-02-12", recorded: "2026-09-01")
    #expect(try !office.assess("LPPD", "2025", on: "2026-02-28").isLateEntry)
    for kind in [LedgerEvent.Kind.exempted, .returned, .accepted, .extended] {
      var fresh = SmallOffice()
      fresh.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
      let judge = try fresh.judge(on: "2026-09-01")
      let obligation = try #require(try fresh.obligation("LPPD", "2025", on: "2026-09-01"))
      let proposal = Proposal(
        kind: kind, date: try day(kind == .extended ? "2026-12-01" : "2026-02-10"),
        received: try day("2026-02-10"), hasReason: false)
      if kind == .returned || kind == .accepted {
        #expect(throws: Refusal.notIn) { try judge.admit(proposal, for: obligation) }
      } else {
        #expect(try judge.admit(proposal, for: obligation) == .plain)
      }
    }
  }
}

/// What must be in before a report can be asked for.
struct GateTests {
  private var office = SmallOffice()
  private let desa = SmallOffice.villages[0]

  init() throws {
    try office.addVillageReports()
    try office.addRecommendations()
  }

  private func status(_ period: String, on date: String) throws -> Status {
    try office.status("RekADD", period, of: desa, on: date)
  }

  @Test func `the first quarter waits for APBDes of its year`() throws {
    var test = self
    #expect(try test.status("2026-TW1", on: "2026-03-25") == .waiting)
    #expect(try test.office.assess("RekADD", "2026-TW1", of: desa, on: "2026-03-25").isGated)
    // APBDes of the year after, or of another desa, opens nothing.
    try test.office.row(.submitted, "APBDes", "2027", of: desa, "2026-03-01")
    try test.office.row(.submitted, "APBDes", "2026", of: SmallOffice.villages[1], "2026-03-01")
    #expect(try test.status("2026-TW1", on: "2026-03-25") == .waiting)
    try test.office.row(.submitted, "APBDes", "2026", of: desa, "2026-03-20")
    #expect(try test.status("2026-TW1", on: "2026-03-19") == .waiting)
    #expect(try test.status("2026-TW1", on: "2026-03-20") == .dueSoon)
  }

  @Test func `a gate stays shut past the due date, and opening it makes the report overdue`() throws
  {
    var test = self
    try test.office.row(.submitted, "APBDes", "2026", of: desa, "2026-04-10")
    #expect(try test.status("2026-TW1", on: "2026-04-09") == .waiting)
    #expect(try test.status("2026-TW1", on: "2026-04-10") == .overdue)
    try test.office.row(.submitted, "RekADD", "2026-TW1", of: desa, "2026-04-12")
    #expect(try test.status("2026-TW1", on: "2026-04-12") == .late)
  }

  @Test func `a predecessor that is returned shuts the gate again`() throws {
    var test = self
    try test.office.row(.submitted, "APBDes", "2026", of: desa, "2026-03-20")
    try test.office.row(.returned, "APBDes", "2026", of: desa, "2026-03-22")
    #expect(try test.status("2026-TW1", on: "2026-03-21") == .dueSoon)
    #expect(try test.status("2026-TW1", on: "2026-03-22") == .waiting)
  }

  @Test func `what is in does not mind its gate`() throws {
    var test = self
    try test.office.row(.submitted, "RekADD", "2026-TW1", of: desa, "2026-03-20")
    #expect(try test.status("2026-TW1", on: "2026-03-20") == .onTime)
    #expect(try !test.office.assess("RekADD", "2026-TW1", of: desa, on: "2026-03-20").isGated)
  }

  @Test func `an exempt predecessor opens the gate`() throws {
    var test = self
    try test.office.row(.exempted, "APBDes", "2026", of: desa, "2026-03-20")
    #expect(try test.status("2026-TW1", on: "2026-03-19") == .waiting)
    #expect(try test.status("2026-TW1", on: "2026-03-20") == .dueSoon)
  }

  @Test func `a later quarter waits for the one before it alone`() throws {
    var test = self
    try test.office.row(.submitted, "APBDes", "2026", of: desa, "2026-01-05")
    #expect(try test.status("2026-TW2", on: "2026-06-25") == .waiting)
    try test.office.row(.submitted, "RekADD", "2026-TW1", of: desa, "2026-06-20")
    #expect(try test.status("2026-TW2", on: "2026-06-25") == .dueSoon)
    #expect(try test.status("2026-TW3", on: "2026-09-25") == .waiting)
  }

  @Test func `a predecessor that no calendar has leaves the gate open`() throws {
    var none = SmallOffice()
    try none.addRecommendations()
    #expect(try none.status("RekADD", "2026-TW1", of: desa, on: "2026-03-25") == .dueSoon)
    var unlisted = SmallOffice()
    unlisted.add("APBDes", level: .village, isOwed: false, try rule(.fixed(31, .december, -1)))
    try unlisted.addRecommendations()
    #expect(try unlisted.status("RekADD", "2026-TW1", of: desa, on: "2026-03-25") == .dueSoon)
    var others = SmallOffice()
    others.add(
      "APBDes", level: .village, units: [try region(SmallOffice.villages[1])],
      try rule(.fixed(31, .december, -1)))
    try others.addRecommendations()
    #expect(try others.status("RekADD", "2026-TW1", of: desa, on: "2026-03-25") == .dueSoon)
  }

  @Test func `a quarter that no calendar has leaves the gate of the next one open`() throws {
    var office = SmallOffice()
    try office.addRecommendations(quarters: 2...4)
    #expect(try office.status("RekADD", "2026-TW2", of: desa, on: "2026-06-25") == .dueSoon)
    #expect(try office.status("RekADD", "2026-TW3", of: desa, on: "2026-09-25") == .waiting)
  }

  @Test func `the gate of a first quarter may be the last one of the year before`() throws {
    var office = SmallOffice()
    office.add(
      "RFK", length: .quarter, try rule(.dayOfFollowingMonth(10)),
      gates: [Gate(ordinals: nil, report: office.codes.intern("RFK"), relation: .previous)])
    #expect(try office.status("RFK", "2026-TW1", on: "2026-04-09") == .waiting)
    try office.row(.submitted, "RFK", "2025-TW4", "2026-04-05")
    #expect(try office.status("RFK", "2026-TW1", on: "2026-04-09") == .dueSoon)
  }
}
