import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// What a scorecard makes of counts and measured values: the value, the target, what is remarked.
struct ScorecardTests {
  /// An office with one report a year, and a register that is written here.
  private struct Cards {
    var office = SmallOffice()
    var indicators: [Indicator] = []
    var values: [LedgerEvent.RowID: String] = [:]

    init() throws {
      office.add("LPPD", yearOffset: -1, try rule(.fixed(27, .february, 1)))
    }

    mutating func add(
      _ code: String, _ kind: Indicator.Kind, _ source: Indicator.Source,
      target: IndicatorTarget = IndicatorTarget(), _ direction: Indicator.Direction = .upward,
      scale: PredicateScale? = nil
    ) {
      let camat = office.codes.intern("camat")
      indicators.append(
        Indicator(
          code: office.codes.intern(code), label: code, card: camat, role: camat,
          wording: Indicator.Wording(name: code), kind: kind, unit: "nilai", direction: direction,
          target: target, source: source, scale: scale, components: [], reading: nil, note: nil,
          place: SourcePlace(file: "contoh.yaml", line: 1)))
    }

    /// A share of the reports that meet a condition.
    mutating func share(_ condition: CountTerm.Condition) -> Indicator.Source {
      let scope = CountTerm.Scope(reports: [office.codes.intern("LPPD")])
      return .documents(
        IndicatorReading(
          name: nil, numerator: [.obligations(scope, [condition])],
          denominator: [.obligations(scope, [.required])]), alternatives: [])
    }

    mutating func measure(
      _ code: String, _ covered: String, _ value: String, on date: String = "2026-11-02"
    ) throws {
      values[try office.row(.measured, code, covered, date)] = value
    }

    func entry(
      _ code: String, on date: String = "2026-12-31", in validity: Validity = .always
    ) throws -> Scorecard.Entry {
      let register = IndicatorRegister(
        name: "uji", title: "Uji", region: try region(SmallOffice.code),
        source: LegalSource(title: "Keputusan contoh"), validity: .always, replaces: nil,
        note: nil, cards: [], indicators: indicators)
      let evidence = IndicatorEvidence(
        try office.judge(on: date), try office.plan(2026, on: date), year: 2026)
      let scorecard = Scorecard(register, in: validity, evidence) { row in
        values[row].flatMap { MeasuredValue($0) }
      }
      let known = try #require(office.codes.code(code), "\(code) is not known")
      return try #require(
        scorecard.entries.first { $0.indicator.code == known }, "\(code) has no entry")
    }
  }

  @Test func `nothing of nothing is no value, and no nought`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, cards.share(.onTime), target: IndicatorTarget(everyYear: 10_000))
    #expect(try cards.entry("U01").figure?.value?.text() == "0.00")
    try cards.office.row(.exempted, "LPPD", "2025", "2026-01-05")
    let entry = try cards.entry("U01")
    #expect(entry.figure?.numerator == 0 && entry.figure?.denominator == 0)
    #expect(entry.figure?.value == nil)
    #expect(entry.achievement == nil)
    #expect(entry.best?.value == nil)
    #expect(entry.remarks.isEmpty)
  }

  @Test func `only the quarters that have begun have values`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, cards.share(.onTime))
    for (date, count) in [
      ("2025-12-31", 0), ("2026-01-01", 1), ("2026-03-31", 1), ("2026-04-01", 2),
      ("2026-12-31", 4), ("2027-05-01", 4),
    ] {
      let entry = try cards.entry("U01", on: date)
      #expect(entry.quarters.count == count && entry.cumulative.count == count, "\(date)")
    }
  }

  @Test func `the best is gone the day after the due day`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, cards.share(.onTime))
    cards.add("U02", .percent, cards.share(.made))
    #expect(try cards.entry("U01", on: "2026-02-27").best?.value?.text() == "100.00")
    #expect(try cards.entry("U01", on: "2026-02-28").best?.value?.text() == "0.00")
    #expect(try cards.entry("U02", on: "2026-02-28").best == nil)
  }

  @Test(arguments: [
    ("15/15", 10_000, "100.00"), ("12/15", 10_000, "80.00"), ("12/15", 8000, "100.00"),
    ("12/15", 7500, "106.67"), ("0/15", 10_000, "0.00"), ("18/15", 10_000, "120.00"),
    ("1/3", 10_000, "33.33"), ("2/3", 10_000, "66.67"),
  ])
  func `capaian is the value over the target, also over a hundred`(
    _ value: String, _ target: Int, _ achievement: String
  ) throws {
    var cards = try Cards()
    cards.add(
      "U01", .percent, .measurement(.latest), target: IndicatorTarget(byYear: [2026: target]))
    try cards.measure("U01", "2026", value)
    let entry = try cards.entry("U01")
    #expect(entry.achievement?.percent() == achievement)
    #expect(entry.remarks == (value == "18/15" ? [.overHundred] : []))
  }

  @Test(arguments: [
    ("10", 1000, "100.00"), ("8", 1000, "120.00"), ("0", 1000, "200.00"), ("15", 1000, "50.00"),
    ("20", 1000, "0.00"), ("21", 1000, "0.00"),
  ])
  func `where less is better, more than the target is taken off`(
    _ value: String, _ target: Int, _ achievement: String
  ) throws {
    var cards = try Cards()
    cards.add(
      "U01", .count, .measurement(.latest), target: IndicatorTarget(everyYear: target), .downward)
    try cards.measure("U01", "2026", value)
    #expect(try cards.entry("U01").achievement?.percent() == achievement)
  }

  @Test func `without a target, or with one of nothing, there is no capaian`() throws {
    var cards = try Cards()
    cards.add("U01", .count, .measurement(.sum))
    cards.add("U02", .count, .measurement(.sum), target: IndicatorTarget(everyYear: 0))
    cards.add("U03", .count, .measurement(.sum), target: IndicatorTarget(byYear: [2025: 100]))
    for code in ["U01", "U02", "U03"] {
      try cards.measure(code, "2026", "5")
      #expect(try cards.entry(code).achievement == nil, "\(code)")
    }
    #expect(try cards.entry("U03").target == nil)
  }

  @Test func `one number under two owners is judged by each one's own target`() throws {
    var cards = try Cards()
    let code = cards.office.codes.intern("U01")
    cards.add("U01", .percent, .measurement(.latest), target: IndicatorTarget(everyYear: 10_000))
    cards.add("U02", .percent, .sameAs(code), target: IndicatorTarget(everyYear: 5000))
    cards.add("U03", .percent, .sameAs(code))
    try cards.measure("U01", "2026-TW1", "1/2")
    #expect(
      try ["U01", "U02", "U03"].map { try cards.entry($0).achievement?.percent() }
        == ["50.00", "100.00", "50.00"])
    #expect(try ["U02", "U03"].allSatisfy { try cards.entry($0).figure?.numerator == 1 })
  }

  @Test func `a denominator that is the target waits for one`() throws {
    var cards = try Cards()
    let scope = CountTerm.Scope(reports: [cards.office.codes.intern("LPPD")])
    let source = Indicator.Source.documents(
      IndicatorReading(
        name: nil, numerator: [.obligations(scope, [.made])], denominator: [.target]),
      alternatives: [])
    cards.add("U01", .count, source)
    cards.add("U02", .count, source, target: IndicatorTarget(byYear: [2026: 400]))
    try cards.office.row(.submitted, "LPPD", "2025", "2026-02-01")
    #expect(try cards.entry("U01").figure?.denominator == nil)
    #expect(try cards.entry("U01").figure?.value == .count(1))
    #expect(try cards.entry("U02").figure?.share?.percent() == "25.00")
  }

  @Test(arguments: [("76.60", "C"), ("76.604", "C"), ("76.605", "B"), ("76.61", "B")])
  func `an index is rounded before its class is looked up`(
    _ value: String, _ letters: String
  ) throws {
    var cards = try Cards()
    let grades = [("B", 7661), ("C", 6500)].map {
      PredicateScale.Grade(letters: $0.0, name: "Kelas", from: $0.1)
    }
    cards.add(
      "U01", .index, .measurement(.latest),
      scale: PredicateScale(
        name: "uji", title: "Uji", source: LegalSource(title: "Peraturan contoh"),
        confidence: .verified, includesLowerBound: true, grades: grades, elements: []))
    try cards.measure("U01", "2026-S1", value)
    let entry = try cards.entry("U01")
    #expect(entry.grade?.letters == letters)
    #expect(entry.figure?.numerator == nil && entry.figure?.denominator == nil)
  }

  @Test func `quarters that are over and were not measured are remarked upon`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, .measurement(.sum))
    let quarters = try (1...4).map { try period("2026-TW\($0)") }
    #expect(try cards.entry("U01").remarks.isEmpty)
    try cards.measure("U01", "2026-TW2", "3/4", on: "2026-07-01")
    #expect(try cards.entry("U01", on: "2026-09-30").remarks == [.unmeasured([quarters[0]])])
    #expect(
      try cards.entry("U01", on: "2026-10-01").remarks
        == [.unmeasured([quarters[0], quarters[2]])])
    try cards.measure("U01", "2026", "9/10", on: "2026-10-01")
    #expect(try cards.entry("U01", on: "2026-10-01").remarks.isEmpty)
  }

  @Test func `of a flow the months that are over are named in a quarter that has some`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, .measurement(.sum))
    cards.add("U02", .percent, .measurement(.latest))
    for code in ["U01", "U02"] {
      try cards.measure(code, "2026-01", "1/2", on: "2026-02-02")
      try cards.measure(code, "2026-03", "1/3", on: "2026-03-31")
    }
    let february = try period("2026-02")
    #expect(try cards.entry("U01", on: "2026-02-28").remarks.isEmpty)
    #expect(try cards.entry("U01", on: "2026-03-01").remarks == [.unmeasured([february])])
    #expect(try cards.entry("U01", on: "2026-06-30").remarks == [.unmeasured([february])])
    let second = try period("2026-TW2")
    #expect(try cards.entry("U01", on: "2026-07-01").remarks == [.unmeasured([february, second])])
    // The latest month of a stock stands for its quarter.
    #expect(try cards.entry("U02", on: "2026-07-01").remarks == [.unmeasured([second])])
    try cards.measure("U01", "2026-TW1", "3/6", on: "2026-07-01")
    #expect(try cards.entry("U01", on: "2026-07-01").remarks == [.unmeasured([second])])
  }

  @Test func `only what was measured while the register is in force is counted`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, .measurement(.sum))
    try cards.measure("U01", "2026-TW2", "10/10")
    try cards.measure("U01", "2026-TW3", "0/90")
    func value(since: String?, through: String?) throws -> String? {
      let validity = Validity(
        since: try since.map { try day($0) }, through: try through.map { try day($0) })
      let figure = try cards.entry("U01", in: validity).figure
      return figure.map { "\($0.numerator ?? -1)/\($0.denominator ?? -1)" }
    }
    #expect(try value(since: nil, through: nil) == "10/100")
    #expect(try value(since: nil, through: "2026-06-30") == "10/10")
    #expect(try value(since: "2026-07-01", through: nil) == "0/90")
    // A day of a quarter is enough: its row is for all of it.
    #expect(try value(since: nil, through: "2026-07-01") == "10/100")
    #expect(try value(since: "2026-06-30", through: nil) == "10/100")
    #expect(try value(since: "2026-10-01", through: nil) == nil)
    #expect(
      try cards.entry("U01", in: Validity(since: try day("2026-07-01"), through: nil)).rows.map(
        \.period.description) == ["2026-TW3"])
  }

  @Test(
    arguments: [
      ([.onTime], true), ([.onTime, .exempt], true), ([.onTime, .made], false),
      ([.onTime, .late], false), ([.onTime, .required], false), ([.onTime, .complete], false),
      ([.exempt], false), ([.made], false),
    ] as [(Set<CountTerm.Condition>, Bool)])
  func `the best is given where only what is on time counts`(
    _ conditions: Set<CountTerm.Condition>, _ isAsked: Bool
  ) {
    let term = CountTerm.obligations(CountTerm.Scope(reports: nil), conditions)
    let reading = IndicatorReading(name: nil, numerator: [.constant(1), term], denominator: nil)
    #expect(reading.asksForOnTime == isAsked)
  }

  @Test func `a value of another kind is remarked upon and not counted`() throws {
    var cards = try Cards()
    cards.add("U01", .percent, .measurement(.sum))
    try cards.measure("U01", "2026", "9/10")
    try cards.measure("U01", "2026", "82.50")
    let entry = try cards.entry("U01")
    #expect(entry.figure?.value?.text() == "90.00")
    #expect(entry.remarks == [.unreadable(LedgerEvent.RowID(year: 2026, number: 2))])
  }
}
