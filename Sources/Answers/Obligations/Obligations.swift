public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import Workspace

/// All obligations of a duty year or quarter as facts, in every state: the answer behind
/// `ekspor csv kewajiban`, and what a calendar is made of.
public struct Obligations: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The duty year or quarter.
    public let duty: DutyStatement.Duty
    /// The units that are meant.
    public let units: UnitScope
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// The role that answers for what is meant, in any spelling; `nil` for all.
    public let role: String?

    /// Asks about a duty year or quarter.
    public init(
      _ duty: DutyStatement.Duty, of units: UnitScope, asOf day: CivilDate,
      knownThrough: CivilDate? = nil, role: String? = nil
    ) {
      self.duty = duty
      self.units = units
      self.day = day
      self.knownThrough = knownThrough
      self.role = role
    }
  }

  /// What was asked for.
  public let question: Question
  /// The code of the role that was asked for; `nil` for all.
  public let role: String?
  /// The obligations, one kecamatan after the other, by unit, report and period.
  public let facts: [ObligationFact]
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Question, in workspace: Workspace) throws {
    try self.init(question, in: workspace) { _, _, _ in }
  }

  /// Answers a question, and shows the obligations of each kecamatan with the desk that has them.
  init(
    _ question: Question, in workspace: Workspace,
    visiting visit: ([ObligationFact], Desk, Definitions) throws -> Void
  ) throws {
    var role: String?
    var facts: [ObligationFact] = []
    var uncomputed = UncomputedDates()
    for kecamatan in question.units.kecamatan {
      let part = try KecamatanObligations(of: kecamatan, question, in: workspace)
      role = part.role
      uncomputed.add(part.duties.plan, in: question.duty.quarter, part.desk.calendar)
      try visit(part.facts, part.desk, part.duties.judge.definitions)
      facts += part.facts
    }
    self.question = question
    self.role = role
    self.facts = facts
    self.uncomputed = uncomputed
  }
}
