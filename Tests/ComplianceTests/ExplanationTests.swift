import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

struct ExplanationTests {
  private func explain(
    _ office: SmallOffice, _ code: String, _ period: String, of unit: String = SmallOffice.code,
    on date: String
  ) throws -> Explanation {
    Explanation(
      try office.assess(code, period, of: unit, on: date), try office.judge(on: date))
  }

  @Test func `ten working days after the semester pass over two weekends`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add("Prognosis", length: .semester, try rule(.workingDays(10), ordinals: [1]))
    let explanation = try explain(office, "Prognosis", "2026-S1", on: "2026-06-01")
    #expect(explanation.assessment.due == (try day("2026-07-14")))
    #expect(explanation.anchor == (try day("2026-06-30")))
    #expect(explanation.anchorRow == nil)
    #expect(
      explanation.skipped.map(\.date.description)
        == ["2026-07-04", "2026-07-05", "2026-07-11", "2026-07-12"])
    #expect(
      explanation.skipped.map(\.closure)
        == [.weekend(.saturday), .weekend(.sunday), .weekend(.saturday), .weekend(.sunday)])
    #expect(explanation.dueClosure == nil)
    #expect(explanation.nextWorkingDay == (try day("2026-07-14")))
  }

  @Test func `a feast is passed over by its name`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    let feast = Holiday(
      date: try day("2026-07-02"), name: "Libur", kind: .local, decree: "SK contoh")
    office.holidays = [feast]
    office.add("Prognosis", length: .semester, try rule(.workingDays(10), ordinals: [1]))
    let explanation = try explain(office, "Prognosis", "2026-S1", on: "2026-06-01")
    #expect(explanation.assessment.due == (try day("2026-07-15")))
    #expect(explanation.skipped.first?.closure == .holidays([feast]))
    #expect(explanation.skipped.count == 5)
  }

  @Test func `a count backwards passes over the days before its anchor`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add(
      "A", length: .semester,
      try rule(
        .offset(count: 2, unit: .workingDays, direction: .before, anchor: .periodEnd),
        ordinals: [1]))
    // 30 June 2026 is a Tuesday.
    let explanation = try explain(office, "A", "2026-S1", on: "2026-06-01")
    #expect(explanation.assessment.due == (try day("2026-06-26")))
    #expect(explanation.skipped.map(\.date.description) == ["2026-06-28", "2026-06-27"])
  }

  @Test func `a due date on a day off is shown with the working days around it`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add("A", try rule(.fixed(28, .february)))
    let explanation = try explain(office, "A", "2026", on: "2026-01-01")
    #expect(explanation.assessment.due == (try day("2026-02-28")))
    #expect(explanation.dueClosure == .weekend(.saturday))
    #expect(explanation.nextWorkingDay == (try day("2026-03-02")))
    #expect(explanation.skipped.isEmpty)
    office.coveredYears = []
    let unknown = try explain(office, "A", "2026", on: "2026-01-01")
    #expect(unknown.dueClosure == nil)
    #expect(unknown.nextWorkingDay == nil)
  }

  @Test func `a rolled date and a desa's own date stand beside the shape's`() throws {
    var office = SmallOffice()
    office.coveredYears = [2026]
    office.add("A", try rule(.fixed(28, .february), roll: .backward))
    let rolled = try explain(office, "A", "2026", on: "2026-01-01")
    #expect(rolled.assessment.due == (try day("2026-02-27")))
    #expect(rolled.shapeDate == (try day("2026-02-28")))
    let desa = SmallOffice.villages[0]
    let own = [try region(desa): AnnualDay(month: .january, day: 10, yearOffset: 0)]
    office.add("B", level: .village, try rule(.fixed(20, .january), unitDates: own))
    let single = try explain(office, "B", "2026", of: desa, on: "2026-01-01")
    #expect(single.assessment.due == (try day("2026-01-10")))
    #expect(single.shapeDate == (try day("2026-01-20")))
  }

  @Test func `the row of the event is shown, and of another year none`() throws {
    var office = SmallOffice()
    let weeks = DueShape.offset(
      count: 2, unit: .weeks, direction: .after,
      anchor: .event(office.codes.intern("rkpd-ditetapkan")))
    office.add("R", nature: .plan, try rule(weeks))
    let event = try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-20")
    let explanation = try explain(office, "R", "2026", on: "2026-07-01")
    #expect(explanation.anchorRow?.row == event)
    #expect(explanation.anchor == (try day("2026-06-20")))
    let next = try explain(office, "R", "2027", on: "2026-07-01")
    #expect(next.assessment.due == nil)
    #expect(next.anchorRow == nil)
    #expect(next.anchor == nil)
    #expect(next.shapeDate == nil)
    #expect(try explain(office, "R", "2026", on: "2026-06-19").anchorRow == nil)
  }

  @Test func `the pelantikan of the period's year is the one that counts`() throws {
    var office = SmallOffice()
    try office.addTermDocument()
    let desa = SmallOffice.villages[0]
    let first = try office.row(.fact, "pelantikan-kades", of: desa, "2019-02-01")
    let second = try office.row(.fact, "pelantikan-kades", of: desa, "2026-03-01")
    for (period, row) in [("2019", first), ("2026", second)] {
      let explanation = try explain(office, "RPJMDes", period, of: desa, on: "2026-06-01")
      #expect(explanation.anchorRow?.row == row)
    }
    #expect(try explain(office, "RPJMDes", "2025", of: desa, on: "2026-06-01").anchorRow == nil)
  }

  @Test func `versions that gave no date are shown with the reason`() throws {
    var office = SmallOffice()
    office.add(
      "LRA", try rule(.fixed(10, .july), since: "2026-01-01", line: 1),
      try rule(.fixed(12, .july), through: "2025-12-31", line: 2),
      lowerLayer: [try rule(.fixed(14, .july), line: 3)])
    let explanation = try explain(office, "LRA", "2026", on: "2026-01-01")
    #expect(explanation.assessment.obligation.rule?.place.line == 1)
    #expect(explanation.otherVersions.map(\.rule.place.line) == [2, 3])
    #expect(explanation.otherVersions.map(\.isReplaced) == [false, true])
    #expect(
      explanation.otherVersions.map { $0.due?.description } == ["2026-07-12", "2026-07-14"])
  }

  @Test func `dates that bind others stand in the background`() throws {
    var office = SmallOffice()
    let source = LegalSource(title: "UU contoh")
    let event = DueShape.offset(
      count: 1, unit: .months, direction: .after,
      anchor: .event(office.codes.intern("rkpd-ditetapkan")))
    office.add(
      "Renja", nature: .plan, yearOffset: 1, try rule(.fixed(13, .march, -1)),
      background: [
        BackgroundDate(
          party: "Bupati", shape: .fixed(31, .march, -1), source: source, confidence: .verified),
        BackgroundDate(party: "Penetapan", shape: event, source: source, confidence: .known),
      ])
    #expect(
      try explain(office, "Renja", "2027", on: "2026-06-01").background.map { $0.due?.description }
        == ["2026-03-31", nil])
    try office.row(.fact, "rkpd-ditetapkan", nil, "2026-06-20")
    #expect(
      try explain(office, "Renja", "2027", on: "2026-07-01").background.last?.due
        == day("2026-07-20"))
    // The event of 2026 says nothing of the plan for 2029.
    #expect(try explain(office, "Renja", "2029", on: "2026-07-01").background.last?.due == nil)
  }

  @Test func `all standing rows are listed, and the predecessor that is missing`() throws {
    var office = SmallOffice()
    try office.addVillageReports()
    try office.addRecommendations()
    let desa = SmallOffice.villages[0]
    try office.row(.submitted, "RekADD", "2026-TW2", of: desa, "2026-06-01")
    try office.row(.returned, "RekADD", "2026-TW2", of: desa, "2026-06-05")
    let voided = try office.row(.accepted, "RekADD", "2026-TW2", of: desa, "2026-06-06")
    try office.void(voided, on: "2026-06-07")
    let explanation = try explain(office, "RekADD", "2026-TW2", of: desa, on: "2026-06-02")
    #expect(explanation.rows.map(\.kind) == [.submitted, .returned])
    #expect(explanation.closedGate?.period == (try period("2026-TW1")))
    try office.row(.submitted, "RekADD", "2026-TW1", of: desa, "2026-04-01")
    #expect(
      try explain(office, "RekADD", "2026-TW2", of: desa, on: "2026-06-02").closedGate == nil)
  }
}
