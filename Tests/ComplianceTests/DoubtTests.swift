import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What is improbable, and taken only with a reason: both sides of each limit.
struct DoubtTests {
  private static let desa = SmallOffice.villages[0]
  private var office = SmallOffice()

  init() throws {
    office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    office.add("Renja", nature: .plan, yearOffset: 1, try rule(.fixed(13, .march, -1)))
    office.add("RFK", length: .quarter, try rule(.dayOfFollowingMonth(10)))
    office.add(
      "APBDes", level: .village, nature: .plan, yearOffset: 1,
      try rule(.fixed(31, .december, -1), meaning: .enactment))
    office.add(
      "RPJMDes", level: .village, nature: .plan,
      try rule(
        .offset(
          count: 3, unit: .months, direction: .after,
          anchor: .event(office.codes.intern("pelantikan-kades"))), meaning: .enactment),
      perEvent: "pelantikan-kades")
    office.add(
      "RekADD", level: .recommendation, nature: .plan, length: .quarter,
      try rule(.dayOfFollowingMonth(10), meaning: .issue),
      gates: [
        Gate(ordinals: [1], report: office.codes.intern("APBDes"), relation: .sameYear),
        Gate(ordinals: [2, 3, 4], report: office.codes.intern("RekADD"), relation: .previous),
      ])
    office.events = [
      EventKind(
        code: office.codes.intern("pelantikan-kades"), name: "Pelantikan kades", isOfVillage: true),
      EventKind(
        code: office.codes.intern("rkpd-ditetapkan"), name: "RKPD ditetapkan", isOfVillage: false),
    ]
  }

  private func admit(
    _ code: String, _ period: String, _ date: String, received: String? = nil, on today: String,
    kind: LedgerEvent.Kind = .submitted, hasReason: Bool = false, insteadOf others: [String] = []
  ) throws -> Admission {
    let unit = ["APBDes", "RPJMDes", "RekADD"].contains(code) ? DoubtTests.desa : SmallOffice.code
    let obligation = try #require(try office.obligation(code, period, of: unit, on: today))
    let others = try others.map {
      try #require(try office.obligation(code, $0, of: unit, on: today))
    }
    let proposal = Proposal(
      kind: kind, date: try day(date), received: try day(received ?? date), hasReason: hasReason)
    return try office.judge(on: today).admit(proposal, for: obligation, insteadOf: others)
  }

  /// The doubts of a refusal; none where it is taken.
  private func doubts(_ body: () throws -> Admission) throws -> [Doubt] {
    do {
      let admission = try body()
      #expect(admission.doubts.isEmpty)
      return []
    } catch Refusal.improbable(let doubts) {
      return doubts
    }
  }

  // MARK: - Dates

  @Test func `a date more than a year before the period needs a reason`() throws {
    func found(_ date: String) throws -> [Doubt] {
      try doubts { try admit("APBDes", "2026", date, received: "2026-01-05", on: "2026-01-05") }
    }
    #expect(try found("2025-12-31").isEmpty)
    #expect(try found("2025-01-01").isEmpty)
    let before = try day("2024-12-31")
    #expect(try found("2024-12-31") == [.longBeforePeriod(date: before, try period("2026"))])
    let insisted = try admit(
      "APBDes", "2026", "2015-12-30", received: "2026-01-05", on: "2026-01-05", hasReason: true)
    #expect(!insisted.isLateEntry)
    #expect(
      insisted.doubts
        == [.longBeforePeriod(date: try day("2015-12-30"), try period("2026"))])
  }

  @Test func `an older document is taken whatever day the office begins to watch`() throws {
    var test = self
    func found(_ date: String) throws -> [Doubt] {
      try test.doubts {
        try test.admit("APBDes", "2024", date, received: "2025-06-02", on: "2025-06-02")
      }
    }
    #expect(try found("2023-01-01").isEmpty)
    try test.office.watch(since: "2025-06-01")
    #expect(try found("2023-01-01").isEmpty)
    #expect(
      try found("2022-12-31")
        == [.longBeforePeriod(date: try day("2022-12-31"), try period("2024"))])
  }

  @Test func `a date more than two years after the due date needs a reason`() throws {
    #expect(try doubts { try admit("LPPD", "2023", "2026-02-27", on: "2026-02-27") }.isEmpty)
    #expect(
      try doubts { try admit("LPPD", "2023", "2026-02-28", on: "2026-02-28") }
        == [.longAfter(date: try day("2026-02-28"), try day("2024-02-27"))])
    var test = self
    try test.office.row(.submitted, "LPPD", "2023", "2024-02-20")
    try test.office.row(.returned, "LPPD", "2023", "2024-03-01")
    #expect(
      try doubts { try test.admit("LPPD", "2023", "2026-02-28", on: "2026-02-28") }.isEmpty)
  }

  @Test func `a document that an event asks for is not older than the event`() throws {
    var test = self
    try test.office.row(.fact, "pelantikan-kades", of: DoubtTests.desa, "2025-05-08")
    func found(_ date: String) throws -> [Doubt] {
      try test.doubts {
        try test.admit("RPJMDes", "2025", date, received: "2025-08-04", on: "2025-08-04")
      }
    }
    #expect(try found("2025-05-08").isEmpty)
    #expect(
      try found("2025-05-07")
        == [.beforeEvent(date: try day("2025-05-07"), event: try day("2025-05-08"))])
  }

  @Test func `an exemption and the letter of an extension have the same limit`() throws {
    #expect(try admit("LPPD", "2025", "2024-01-01", on: "2026-02-02", kind: .exempted) == .plain)
    #expect(
      try doubts { try admit("LPPD", "2025", "2023-12-31", on: "2026-02-02", kind: .exempted) }
        .count == 1)
    func letter(_ date: String) throws -> [Doubt] {
      try doubts {
        try admit("LPPD", "2025", "2026-03-10", received: date, on: "2026-02-02", kind: .extended)
      }
    }
    #expect(try letter("2024-01-01").isEmpty)
    #expect(
      try letter("1926-02-01")
        == [.longBeforePeriod(date: try day("1926-02-01"), try period("2025"))])
  }

  @Test func `a new due date lies at most a year after the one in force`() throws {
    func found(_ date: String, hasReason: Bool = false) throws -> [Doubt] {
      try doubts {
        try admit(
          "LPPD", "2025", date, received: "2026-02-02", on: "2026-02-02", kind: .extended)
      }
    }
    #expect(try found("2027-02-27").isEmpty)
    #expect(
      try found("2027-02-28")
        == [.longExtension(new: try day("2027-02-28"), due: try day("2026-02-27"))])
    #expect(
      try admit(
        "LPPD", "2025", "2062-03-10", received: "2026-02-02", on: "2026-02-02", kind: .extended,
        hasReason: true
      ).doubts.count == 1)
  }

  // MARK: - Periods

  @Test(arguments: [
    ("Renja", "2026", "2026-03-12", "2027"), ("Renja", "2028", "2026-03-12", "2027"),
    ("LPPD", "2026", "2026-01-12", "2025"), ("LPPD", "2024", "2026-01-12", "2025"),
    ("RFK", "2025-TW1", "2026-04-08", "2026-TW1"), ("RFK", "2026-TW2", "2026-04-08", "2026-TW1"),
    ("APBDes", "2026", "2026-12-21", "2027"),
  ])
  func `a neighbouring period that is open and nearer is asked for`(
    _ code: String, _ named: String, _ date: String, _ meant: String
  ) throws {
    let found = try doubts { try admit(code, named, date, on: date, insteadOf: [meant]) }
    let periods = found.compactMap { doubt -> Period? in
      if case .otherPeriod(let likelier) = doubt { likelier.period } else { nil }
    }
    #expect(try periods == [period(meant)], "\(found)")
    #expect(
      try admit(code, named, date, on: date, hasReason: true, insteadOf: [meant]).doubts.count > 0)
    // Where the other one is in, nothing else can be meant; what else is odd remains.
    var test = self
    let unit = code == "APBDes" ? DoubtTests.desa : SmallOffice.code
    try test.office.row(.submitted, code, meant, of: unit, date)
    let rest = try doubts { try test.admit(code, named, date, on: date, insteadOf: [meant]) }
    #expect(!rest.contains { if case .otherPeriod = $0 { true } else { false } })
  }

  @Test(arguments: [
    // The due day is near, or the other period cannot be made yet.
    ("Renja", "2027", "2026-03-12", "2026"), ("LPPD", "2025", "2026-11-02", "2026"),
    ("LPPD", "2025", "2026-02-02", "2024"), ("Renja", "2027", "2026-09-01", "2028"),
    // Both are open.
    ("RFK", "2026-TW1", "2026-07-08", "2026-TW2"), ("RFK", "2025-TW3", "2026-04-08", "2026-TW1"),
  ])
  func `a period that is open and due not long ago is never asked about`(
    _ code: String, _ named: String, _ date: String, _ other: String
  ) throws {
    #expect(try doubts { try admit(code, named, date, on: date, insteadOf: [other]) }.isEmpty)
  }

  @Test func `a period that is in is asked about, one that was returned is not`() throws {
    var test = self
    try test.office.row(.submitted, "RFK", "2026-TW1", "2026-04-08")
    func found() throws -> [Doubt] {
      try test.doubts {
        try test.admit("RFK", "2026-TW1", "2026-07-08", on: "2026-07-08", insteadOf: ["2026-TW2"])
      }
    }
    #expect(try found().count == 1)
    try test.office.row(.returned, "RFK", "2026-TW1", "2026-04-20")
    #expect(try found().isEmpty)
  }

  @Test func `an open period that is long overdue is asked about from the 271st day on`() throws {
    // 10 April 2025 and 270 days is 5 January 2026.
    #expect(
      try doubts {
        try admit("RFK", "2025-TW1", "2026-01-05", on: "2026-01-05", insteadOf: ["2025-TW4"])
      }.isEmpty)
    #expect(
      try doubts {
        try admit("RFK", "2025-TW1", "2026-01-06", on: "2026-01-06", insteadOf: ["2025-TW4"])
      }.count == 1)
  }

  // MARK: - Gates

  @Test func `a recommendation before its predecessor needs a reason`() throws {
    var test = self
    func found() throws -> [Doubt] {
      try test.doubts { try test.admit("RekADD", "2026-TW4", "2026-11-10", on: "2026-11-10") }
    }
    let shut = [Doubt.gateShut(report: "RekADD", try period("2026-TW3"))]
    #expect(try found() == shut)
    let row = try test.office.row(
      .submitted, "RekADD", "2026-TW3", of: DoubtTests.desa, "2026-11-10")
    #expect(try found().isEmpty)
    try test.office.row(.returned, "RekADD", "2026-TW3", of: DoubtTests.desa, "2026-11-10")
    #expect(try found() == shut)
    try test.office.row(.submitted, "RekADD", "2026-TW3", of: DoubtTests.desa, "2026-11-11")
    #expect(try found() == shut)
    try test.office.row(.exempted, "RekADD", "2026-TW3", of: DoubtTests.desa, "2026-11-09")
    #expect(try found().isEmpty)
    try test.office.void(row, on: "2026-11-12")
    #expect(try found().isEmpty)
  }

  @Test func `all that makes a row improbable is told at once`() throws {
    let found = try doubts {
      try admit("RekADD", "2026-TW4", "2026-11-01", on: "2026-11-10")
    }
    #expect(
      try found == [
        .gateShut(report: "RekADD", period("2026-TW3")), .lateEntry(days: 9, .issue),
      ])
    #expect(
      try admit("RekADD", "2026-TW4", "2026-11-01", on: "2026-11-10", hasReason: true).isLateEntry)
  }

  // MARK: - Events

  private func event(
    _ code: String, _ period: String?, _ date: String, hasReason: Bool = false,
    in office: SmallOffice? = nil
  ) throws -> Admission {
    let office = office ?? self.office
    let kind = try #require(office.events.first { office.codes[$0.code] == code })
    return try office.judge(on: "2026-06-01").admit(
      kind, of: try region(kind.isOfVillage ? DoubtTests.desa : SmallOffice.code),
      for: try period.map { try TestSupport.period($0) }, on: try day(date), hasReason: hasReason)
  }

  @Test(arguments: [
    ("pelantikan-kades", nil, "2000-01-01", "1999-12-31"),
    ("rkpd-ditetapkan", nil, "2021-06-01", "2021-05-31"),
    ("rkpd-ditetapkan", "2026", "2025-01-01", "2024-12-31"),
    ("rkpd-ditetapkan", "2022", "2024-12-31", "2025-01-01"),
  ])
  func `an event long ago needs a reason`(
    _ code: String, _ period: String?, _ probable: String, _ improbable: String
  ) throws {
    #expect(try event(code, period, probable) == .plain)
    #expect(try doubts { try event(code, period, improbable) }.count == 1)
    #expect(try event(code, period, improbable, hasReason: true).doubts.count == 1)
    #expect(throws: Refusal.future(try day("2026-06-02"))) {
      try event(code, period, "2026-06-02", hasReason: true)
    }
  }

  @Test func `two of an event within a year are asked about, the same one again is not`() throws {
    var office = office
    let row = try office.row(.fact, "pelantikan-kades", of: DoubtTests.desa, "2024-03-15")
    func found(_ date: String) throws -> [Doubt] {
      try doubts { try event("pelantikan-kades", nil, date, in: office) }
    }
    #expect(try found("2024-03-15").isEmpty)
    #expect(try found("2025-03-15").isEmpty)
    #expect(try found("2023-03-15").isEmpty)
    for date in ["2025-03-14", "2024-03-16", "2023-03-16"] {
      #expect(
        try found(date)
          == [.eventNear(date: day(date), row: row, on: day("2024-03-15"))], "\(date)")
    }
    try office.void(row, on: "2026-05-01")
    #expect(try found("2025-03-14").isEmpty)
  }
}
