public import CivilCalendar
public import ComplianceModel

/// What a kecamatan owes in a duty year, judged and counted by report and quarter, without keeping a single
/// obligation.
public struct DutyCounts: Sendable {
  /// The counts of one report in one duty quarter.
  public struct Cell: Sendable {
    /// The report.
    public let report: Report
    /// The duty quarter.
    public let quarter: Quarter
    /// The counts.
    public let tally: Tally
  }

  /// What is counted.
  public struct Question: Sendable {
    /// The duty year.
    public let year: Int
    /// The only duty quarter; `nil` for the year.
    public let quarter: Quarter?
    /// Whose obligations; `nil` for all.
    public let level: Report.Level?
    /// The units; none for all.
    public let units: [RegionCode]
    /// Whether the counts of each unit are kept too.
    public let keepsUnits: Bool

    /// Asks.
    public init(
      year: Int, quarter: Quarter?, level: Report.Level?, units: [RegionCode],
      keepsUnits: Bool = false
    ) {
      self.year = year
      self.quarter = quarter
      self.level = level
      self.units = units
      self.keepsUnits = keepsUnits
    }
  }

  /// What cannot be counted, and why: ``Plan/dated`` is empty.
  public let plan: Plan
  /// The last due date in force of the year or the quarter, also of what is not meant.
  public private(set) var lastDue: CivilDate?
  /// All counts.
  public private(set) var total = Tally()
  /// How many of those that are not in were returned.
  public private(set) var returned = 0
  /// The counts by unit, where they are asked for.
  public private(set) var byUnit: [RegionCode: Tally] = [:]

  private let reports: [Report]
  private let year: Int
  /// Four quarters a report.
  private var tallies: [Tally]

  /// Judges and counts.
  ///
  /// - Parameters:
  ///   - question: What is counted.
  ///   - judge: The definitions, the rows and the day.
  ///   - table: The dates that units share, where they were computed before.
  public init(_ question: Question, _ judge: Judge, sharing table: DueTable? = nil) {
    let reports = judge.definitions.calendar.reports
    var terms = RecentTerms(judge.definitions)
    var counting = Counting(question, reports.count)
    let planner = Planner(
      judge.definitions, judge.history, asOf: judge.day, years: question.year...question.year,
      sharing: table)
    plan = planner.plan { id, due, rule, index in
      let quarter = counting.dutyQuarter(of: due)
      guard question.quarter.map({ $0 == quarter }) ?? true else { return }
      let verdict = judge.verdict(id, due: due, terms.terms(index, rule.meaning)) { reports[index] }
      counting.count(verdict, id, quarter, index, of: reports[index].level)
    }
    self.reports = reports
    year = question.year
    tallies = counting.tallies
    lastDue = counting.lastDue
    total = counting.total
    returned = counting.returned
    byUnit = counting.byUnit
  }

  /// The counts by report, in the order of the calendar, and by quarter; those of nothing are left out.
  public var cells: [Cell] {
    let quarters = Quarter.all(of: year)
    return tallies.indices.compactMap { index in
      guard !tallies[index].isEmpty else { return nil }
      return Cell(
        report: reports[index / 4], quarter: quarters[index % 4], tally: tallies[index])
    }
  }

  /// Adds the counts of a kecamatan with the same calendars, for the same question.
  public mutating func add(_ other: DutyCounts) {
    for (index, tally) in other.tallies.enumerated() where index < tallies.count {
      tallies[index] += tally
    }
    total += other.total
    returned += other.returned
    byUnit.merge(other.byUnit) { first, _ in first }
  }
}

/// The counting as it goes from obligation to obligation.
private struct Counting {
  private let question: DutyCounts.Question
  private(set) var tallies: [Tally]
  private(set) var total = Tally()
  private(set) var returned = 0
  private(set) var lastDue: CivilDate?
  private(set) var byUnit: [RegionCode: Tally] = [:]
  /// What was computed for the obligation before: most follow one of the same report, rule and date.
  private var knownQuarter: (due: CivilDate, quarter: Quarter)?

  init(_ question: DutyCounts.Question, _ reports: Int) {
    self.question = question
    tallies = Array(repeating: Tally(), count: 4 * reports)
  }

  mutating func count(
    _ verdict: Verdict, _ id: Obligation.ID, _ quarter: Quarter, _ index: Int,
    of level: Report.Level
  ) {
    if let inForce = verdict.due { lastDue = max(lastDue ?? inForce, inForce) }
    guard question.level.map({ $0 == level }) ?? true,
      question.units.isEmpty || question.units.contains(where: { $0.contains(id.unit) })
    else { return }
    tallies[4 * index + quarter.number - 1].count(
      verdict.status, isLateEntry: verdict.isLateEntry)
    total.count(verdict.status, isLateEntry: verdict.isLateEntry)
    if verdict.isReturned, verdict.status != .exempt { returned += 1 }
    if question.keepsUnits {
      byUnit[id.unit, default: Tally()].count(verdict.status, isLateEntry: verdict.isLateEntry)
    }
  }

  mutating func dutyQuarter(of due: CivilDate) -> Quarter {
    if let knownQuarter, knownQuarter.due == due { return knownQuarter.quarter }
    let new = due.quarter
    knownQuarter = (due, new)
    return new
  }
}
