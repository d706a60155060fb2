public import CivilCalendar
public import Compliance
public import ComplianceModel
public import Workspace

/// Why an obligation is due when it is, and how it came to stand as it does: the answer behind
/// `jelaskan`.
public struct ObligationExplanation: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The obligation, in the codes of the desk that is asked.
    public let obligation: Obligation.ID
    /// The day of judging.
    public let day: CivilDate

    /// Asks about an obligation.
    public init(_ obligation: Obligation.ID, asOf day: CivilDate) {
      self.obligation = obligation
      self.day = day
    }
  }

  /// A document that must be in before the obligation can be asked for, and is not.
  public struct Gate: Sendable {
    /// The code of its report.
    public let report: String
    /// Its period.
    public let period: Period
    /// The unit that owes it.
    public let unit: RegionCode
  }

  /// What was asked for.
  public let question: Question
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?
  /// The obligation as it stands.
  public let situation: Situation
  /// How its due date came about: the steps of the count, and what gave no date.
  public let dating: Explanation
  /// What moved the due date that the rule gives; `nil` where nothing did.
  public let postponement: Postponement?
  /// What it waits for; `nil` where nothing keeps it from being asked for.
  public let gate: Gate?
  /// The first watched day of its unit, and where it is set, where the obligation was due before; `nil`
  /// for one that is watched.
  public let watchStart: Watch.Start?
  /// The code of the event that the due date waits for; `nil` where it waits for none.
  public let awaitedEvent: String?
  /// Which of several submissions decides.
  public let deciding: DecidingSubmission
  /// Whether the office asks for an acceptance.
  public let asksAcceptance: Bool
  /// Whether its document is in force, for one that stays in force for a term; `nil` for any other.
  public let term: TermStatus?
  /// Who holds the role that answers for it on the day of judging; `nil` where nobody is recorded.
  public let official: Official?
  /// Its rows that are not void, by the day of receipt, whether or not they count on the day.
  public let lines: [LedgerLine]
  /// The calendar that names its rule's events.
  public let calendar: ReportCalendar

  /// Answers a question; `nil` for an obligation that nobody has: its unit does not owe it, or its report
  /// has no such period.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - desk: The desk of its kecamatan, with the knowledge that is used.
  /// - Throws: `CalendarNotCovered` where its date needs a year without holidays; a `WorkspaceFailure`
  ///   for a holiday file that cannot be read.
  public init?(_ question: Question, at desk: Desk) throws {
    let (id, day) = (question.obligation, question.day)
    guard let obligation = try desk.obligation(id, asOf: day) else { return nil }
    if let due = obligation.due {
      // The working days beside the due date are named where its year is known, and its neighbours.
      try desk.workspace.requireHolidays(of: (due.year - 1)...(due.year + 1))
    }
    let judge = desk.judge(asOf: day)
    guard let assessment = judge.assess(obligation) else { return nil }
    if let extended = assessment.due {
      try desk.workspace.requireHolidays(of: [extended.year])
    }
    let definitions = judge.definitions
    let codes = definitions.calendar.codes
    self.question = question
    knownThrough = desk.knownThrough
    situation = Situation(assessment, definitions, asOf: day)
    dating = Explanation(assessment, judge)
    postponement = Postponement(assessment, desk)
    gate =
      assessment.isGated
      ? dating.closedGate.map { Gate(report: codes[$0.report], period: $0.period, unit: $0.unit) }
      : nil
    watchStart =
      definitions.isWatched(id, due: obligation.due)
      ? nil : definitions.watchStart(of: id.unit)
    awaitedEvent = obligation.due == nil ? obligation.rule?.shape.event.map { codes[$0] } : nil
    deciding = definitions.deciding(assessment.report)
    asksAcceptance = definitions.office.isAcceptanceRequired
    term = TermStatus(assessment, judge)
    official = definitions.office.official(
      situation.responsible, in: definitions.kecamatan.code, on: day)
    lines = desk.lines(of: dating.rows, asOf: day)
    calendar = definitions.calendar
  }

  /// The date that the rule has for this desa alone; `nil` where it has none.
  public var ownDate: CivilDate? {
    situation.rule?.unitDates[situation.unit]?.date(for: situation.period)
  }
}
