import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

struct ReportTests {
  @Test(arguments: [
    (Report.Level.office, "63.05.12", true), (.office, "63.05.12.2003", false),
    (.office, "63.05", false), (.village, "63.05.12.2003", true),
    (.village, "63.05.12.3001", true), (.village, "63.05.12.1001", false),
    (.village, "63.05.12", false), (.recommendation, "63.05.12.2003", true),
    (.recommendation, "63.05.12.1001", false), (.recommendation, "63.05.12", false),
  ]) func `the level of a report tells who owes it`(
    level: Report.Level, unit: String, isOwed: Bool
  ) throws {
    #expect(try makeReport(level: level).isOwed(by: region(unit)) == isOwed)
  }

  @Test func `a calendar's list of units narrows the level`() throws {
    let unit = try region("63.05.05")
    let report = makeReport(level: .office, units: [unit])
    #expect(report.isOwed(by: unit))
    #expect(try !report.isOwed(by: region("63.05.12")))
    #expect(try !report.isOwed(by: region("63.05")))
  }

  @Test func `a listed region stands for the units that lie in it`() throws {
    let report = makeReport(level: .village, units: [try region("63.05")])
    #expect(try report.isOwed(by: region("63.05.12.2003")))
    #expect(try !report.isOwed(by: region("63.04.17.2003")))
    #expect(try !report.isOwed(by: region("63.05.12.1001")))
    #expect(try !makeReport(level: .village, units: []).isOwed(by: region("63.05.12.2003")))
  }

  @Test func `a report that no calendar lists is owed by nobody`() throws {
    #expect(try !makeReport(level: .office, isOwed: false).isOwed(by: region("63.05.12")))
  }

  @Test func `a report has the periods that its rules speak of`() {
    #expect(makeReport(length: .quarter, rules: [rule([1, 2]), rule([4])]).ordinals == [1, 2, 4])
    #expect(makeReport(length: .semester, rules: [rule([1])]).ordinals == [1])
    #expect(makeReport(length: .semester, rules: [rule([1, 3])]).ordinals == [1])
  }

  @Test func `a rule for all periods gives a report all of them`() {
    #expect(makeReport(length: .quarter, rules: [rule([1]), rule(nil)]).ordinals == [1, 2, 3, 4])
    #expect(makeReport(length: .month, rules: [rule(nil)]).ordinals == Set(1...12))
    #expect(makeReport(length: .quarter, rules: []).ordinals == [1, 2, 3, 4])
  }

  @Test func `a report is counted only where no rule gives a date`() {
    let count = rule(nil, shape: .countOnly(target: 12))
    #expect(makeReport(rules: []).isCountOnly)
    #expect(makeReport(rules: [count]).isCountOnly)
    #expect(!makeReport(rules: [count, rule([1])]).isCountOnly)
  }

  @Test func `a rule covers the periods that it names`() throws {
    #expect(try rule([1, 3]).covers(period("2026-TW1")))
    #expect(try !rule([1, 3]).covers(period("2026-TW2")))
    #expect(try rule(nil).covers(period("2026-TW2")))
  }
}

struct TermInForceTests {
  private let term: TermInForce

  init() throws {
    term = TermInForce(
      years: 6,
      longer: TermInForce.Extension(
        years: 8, usualTermRunsOn: try day("2024-04-25"), source: LegalSource(title: "UU contoh"),
        confidence: .verified))
  }

  @Test(arguments: [
    ("2018-04-23", "2024-04-23"), ("2018-04-24", "2024-04-24"), ("2018-04-25", "2026-04-25"),
    ("2018-04-26", "2026-04-26"), ("2021-03-01", "2029-03-01"), ("2024-04-25", "2032-04-25"),
    ("2026-01-15", "2034-01-15"), ("2012-06-01", "2018-06-01"),
  ]) func `a term that still ran on 25 April 2024 is the longer one`(
    start: String, end: String
  ) throws {
    #expect(try term.end(of: day(start)) == day(end))
  }

  @Test func `a term that began on a leap day ends with February`() throws {
    #expect(try term.end(of: day("2016-02-29")) == day("2022-02-28"))
    #expect(try term.end(of: day("2020-02-29")) == day("2028-02-29"))
  }

  @Test func `without a longer term the usual one holds`() throws {
    let usual = TermInForce(years: 6, longer: nil)
    #expect(try usual.end(of: day("2021-03-01")) == day("2027-03-01"))
  }
}

struct ValidityTests {
  @Test func `both ends belong to a span`() throws {
    let span = Validity(since: try day("2018-05-08"), through: try day("2026-12-31"))
    #expect(try !span.contains(day("2018-05-07")))
    #expect(try span.contains(day("2018-05-08")))
    #expect(try span.contains(day("2026-12-31")))
    #expect(try !span.contains(day("2027-01-01")))
  }

  @Test func `a span may be open at either end`() throws {
    let since = Validity(since: try day("2027-01-01"), through: nil)
    #expect(try !since.contains(day("2026-12-31")))
    #expect(try since.contains(day("2200-12-31")))
    let through = Validity(since: nil, through: try day("2026-12-31"))
    #expect(try through.contains(day("1900-01-01")))
    #expect(try !through.contains(day("2027-01-01")))
    #expect(try Validity.always.contains(day("2026-02-28")))
  }

  @Test(arguments: [
    ("2020-01-01", "2020-12-31", "2021-01-01", "2021-12-31", false),
    ("2020-01-01", "2021-01-01", "2021-01-01", "2021-12-31", true),
    ("2020-01-01", "2025-12-31", "2021-01-01", "2021-12-31", true),
    ("", "2020-12-31", "2021-01-01", "", false),
    ("", "2021-01-01", "2021-01-01", "", true),
    ("", "2020-12-31", "", "2000-12-31", true),
    ("2020-01-01", "", "2030-01-01", "", true),
    ("", "", "2030-01-01", "2030-01-01", true),
    ("", "", "", "", true),
  ]) func `spans overlap where they have a day in common, from either side`(
    since: String, through: String, otherSince: String, otherThrough: String, overlap: Bool
  ) throws {
    let span = try validity(since, through)
    let other = try validity(otherSince, otherThrough)
    #expect(span.overlaps(other) == overlap)
    #expect(other.overlaps(span) == overlap)
  }

  private func validity(_ since: String, _ through: String) throws -> Validity {
    Validity(
      since: since.isEmpty ? nil : try day(since),
      through: through.isEmpty ? nil : try day(through))
  }
}

private func rule(
  _ ordinals: Set<Int>?, shape: DueShape = .dayOfFollowingMonth(10)
) -> DeadlineRule {
  DeadlineRule(
    shape: shape, ordinals: ordinals, unitDates: [:], roll: .stay, meaning: .submission,
    validity: .always, source: LegalSource(title: "Surat contoh"), confidence: .local,
    place: SourcePlace(file: "contoh.yaml"))
}

private func makeReport(
  level: Report.Level = .office, length: Period.Length = .year, isOwed: Bool = true,
  units: Set<RegionCode>? = nil, rules: [DeadlineRule] = []
) -> Report {
  var codes = CodeTable()
  return Report(
    code: codes.intern("Contoh"), name: "Laporan contoh", aliases: [], level: level,
    nature: .account, length: length, yearOffset: 0, responsible: codes.intern("sekcam"),
    recipient: nil, note: nil, isOwed: isOwed, units: units, layers: [rules], background: [],
    gates: [], perEvent: nil, term: nil, deciding: nil, leadDays: nil)
}
