public import CivilCalendar
public import ComplianceModel
public import Workspace

/// Everything that one kecamatan shows of a duty year or quarter, as a workbook or a page holds it.
public struct Overview: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The duty year or quarter.
    public let duty: DutyStatement.Duty
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?

    /// Asks about a duty year or quarter.
    public init(
      _ duty: DutyStatement.Duty, of kecamatan: Kecamatan, asOf day: CivilDate,
      knownThrough: CivilDate? = nil
    ) {
      self.duty = duty
      self.kecamatan = kecamatan
      self.day = day
      self.knownThrough = knownThrough
    }
  }

  /// What was asked for.
  public let question: Question
  /// What stands at the head of its pages.
  public let letterhead: Letterhead
  /// The emblem beside it; `nil` where the office names none.
  public let logo: LetterLogo?
  /// Who holds the role of camat on the day; `nil` where nobody is recorded.
  public let camat: Official?
  /// What is open, the most pressing first.
  public let schedule: Schedule
  /// The desa and their documents of the duty year.
  public let villages: Villages
  /// The counts and the rates.
  public let rates: ComplianceRates
  /// The scorecards of the duty year; `nil` where no register is in force in it.
  public let scorecards: Scorecards?
  /// The rows of the ledger of the duty year, as far as they are used.
  public let history: [LedgerLine]
  /// All obligations as facts.
  public let obligations: Obligations

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for files that cannot be read.
  public init(_ question: Question, in workspace: Workspace) throws {
    let units = UnitScope([], [question.kecamatan])
    let (duty, day, known) = (question.duty, question.day, question.knownThrough)
    self.question = question
    letterhead = workspace.office.letterhead
    logo = try workspace.letterLogo()
    camat = workspace.office.official("camat", in: question.kecamatan.code, on: day)
    schedule = try Schedule(
      Schedule.Question(
        duty.quarter.map(DutyScope.quarter) ?? .year(duty.year), of: units, asOf: day,
        knownThrough: known),
      in: workspace)
    villages = try Villages(
      Villages.Question(year: duty.year, of: units, asOf: day, knownThrough: known), in: workspace)
    rates = try ComplianceRates(
      ComplianceRates.Question(
        year: duty.year, quarter: duty.quarter, of: units, asOf: day, knownThrough: known),
      in: workspace)
    scorecards = try Overview.scorecards(question, workspace)
    history = try LedgerListing(
      LedgerListing.Question(
        of: units, inLedgerOf: duty.year, asOf: day, knownThrough: known), in: workspace
    ).lines
    obligations = try Obligations(
      Obligations.Question(duty, of: units, asOf: day, knownThrough: known), in: workspace)
  }

  private static func scorecards(
    _ question: Question, _ workspace: Workspace
  ) throws -> Scorecards? {
    do {
      return try Scorecards(
        ScorecardScope(
          year: question.duty.year, of: [question.kecamatan], asOf: question.day,
          knownThrough: question.knownThrough),
        in: workspace)
    } catch AnswerFailure.noRegister, AnswerFailure.noRegisterInForce {
      return nil
    }
  }
}
