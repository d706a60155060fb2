public import CivilCalendar
public import ComplianceModel

/// How the due date of one obligation came about.
public struct Explanation: Sendable {
  /// A day that a count of working days passed over.
  public struct SkippedDay: Sendable {
    /// The day.
    public let date: CivilDate
    /// Why it is not worked.
    public let closure: WorkingDayCalendar.Closure
  }

  /// A version of the rule that did not give the date, and why.
  public struct OtherVersion: Sendable {
    /// The version.
    public let rule: DeadlineRule
    /// The date that it would have given.
    public let due: CivilDate?
    /// Whether it is a lower layer's, replaced by the one that holds; else it is out of force.
    public let isReplaced: Bool
  }

  /// A date that binds somebody else.
  public struct Background: Sendable {
    /// Whom it binds, and the law.
    public let date: BackgroundDate
    /// The day; `nil` where its event is not known.
    public let due: CivilDate?
  }

  /// The obligation as it stands.
  public let assessment: Assessment
  /// The day that the rule counts from; `nil` where it counts from none, or its event is not known.
  public let anchor: CivilDate?
  /// The row that recorded the event that the rule counts from.
  public let anchorRow: LedgerEvent?
  /// The days passed over by a count of working days, in order of the count.
  public let skipped: [SkippedDay]
  /// The date of the rule's shape, where the desa has a date of its own or the date was rolled.
  public let shapeDate: CivilDate?
  /// Why the due date in force is not worked; `nil` for a working day, or a year without holidays.
  public let dueClosure: WorkingDayCalendar.Closure?
  /// The first working day on or after the due date in force.
  public let nextWorkingDay: CivilDate?
  /// The predecessor that is not in.
  public let closedGate: Obligation.ID?
  /// The due date that the rule would give where a letter set another; else `nil`.
  public let ruleDate: CivilDate?
  /// The other versions of the rule that speak of the period.
  public let otherVersions: [OtherVersion]
  /// Dates that bind others.
  public let background: [Background]
  /// All standing rows of the obligation, whether or not they count on the day.
  public let rows: [LedgerEvent]

  /// Explains an obligation.
  ///
  /// - Parameters:
  ///   - assessment: The obligation as it stands.
  ///   - judge: The judge that assessed it.
  public init(_ assessment: Assessment, _ judge: Judge) {
    let id = assessment.obligation.id
    let report = assessment.report
    let rule = assessment.obligation.rule
    let calendar = judge.definitions.workingDays
    let versions = RuleVersions(
      definitions: judge.definitions, history: judge.history, day: judge.day,
      years: id.period.year...id.period.year)
    let anchorRow = rule.flatMap { versions.anchorRow($0.shape, report, id) }
    let anchor: CivilDate? =
      if case .offset(_, _, _, let anchor)? = rule?.shape {
        anchor.date(for: id.period, event: anchorRow?.date)
      } else { nil }
    self.assessment = assessment
    self.anchorRow = anchorRow
    self.anchor = anchor
    let shapeDate = try? rule?.shape.date(
      for: id.period, event: anchorRow?.date, calendar: calendar)
    self.shapeDate = shapeDate
    if let rule, rule.shape.countsWorkingDays, let anchor, let shapeDate {
      skipped = Explanation.skipped(from: anchor, to: shapeDate, calendar)
    } else {
      skipped = []
    }
    dueClosure = assessment.due.flatMap { try? calendar.closure(on: $0) }
    nextWorkingDay = assessment.due.flatMap { try? calendar.workingDay(onOrAfter: $0) }
    closedGate = judge.shutGate(of: id, on: judge.day)
    ruleDate =
      rule?.setDate == nil
      ? nil : Planner.ruleDate(of: id, judge.definitions, judge.history, asOf: judge.day)
    otherVersions = Explanation.otherVersions(than: rule, report, id, versions, calendar)
    background = report.background.map { date in
      let event = versions.anchorRow(date.shape, report, id)
      return Background(
        date: date,
        due: (try? date.shape.date(for: id.period, event: event?.date, calendar: calendar)) ?? nil)
    }
    rows = judge.history.rows(of: id)
  }

  private static func skipped(
    from anchor: CivilDate, to due: CivilDate, _ calendar: WorkingDayCalendar
  ) -> [SkippedDay] {
    let step = anchor <= due ? 1 : -1
    var days: [SkippedDay] = []
    var date = anchor
    while date != due {
      date = date.adding(days: step)
      if let closure = try? calendar.closure(on: date) {
        days.append(SkippedDay(date: date, closure: closure))
      }
    }
    return days
  }

  private static func otherVersions(
    than holding: DeadlineRule?, _ report: Report, _ id: Obligation.ID, _ versions: RuleVersions,
    _ calendar: WorkingDayCalendar
  ) -> [OtherVersion] {
    report.layers.joined().filter { $0.covers(id.period) && $0 != holding }.map { rule in
      let event = versions.anchorRow(rule.shape, report, id)?.date
      let due = try? rule.due(for: id.period, unit: id.unit, event: event, calendar: calendar)
      let isInForce = due.flatMap { $0 }.map(rule.validity.contains) ?? false
      return OtherVersion(rule: rule, due: due ?? nil, isReplaced: isInForce)
    }
  }
}
