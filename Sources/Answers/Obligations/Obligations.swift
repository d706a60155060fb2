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
    let scope = question.duty.quarter.map(DutyScope.quarter) ?? .year(question.duty.year)
    var role: String?
    var facts: [ObligationFact] = []
    var uncomputed = UncomputedDates()
    for kecamatan in question.units.kecamatan {
      let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
      role = try question.role.map { word throws(AnswerFailure) in try desk.knownRole(word) }
      let duties = try AssessedDuties(
        scope, desk, asOf: question.day, watchedSince: question.duty.year)
      try duties.plan.requireSoundRules(desk.calendar)
      uncomputed.add(duties.plan, in: question.duty.quarter, desk.calendar)
      let definitions = duties.judge.definitions
      let situations = (duties.dated + duties.undated + duties.uncomputed).filter {
        question.units.contains($0.obligation.id.unit)
      }.map { Situation($0, definitions, asOf: question.day) }
      let own = situations.filter { situation in role.map { $0 == situation.responsible } ?? true }
        .sorted { ($0.unit, $0.code, $0.period) < ($1.unit, $1.code, $1.period) }
        .map { ObligationFact($0, definitions) }
      try visit(own, desk, definitions)
      facts += own
    }
    self.question = question
    self.role = role
    self.facts = facts
    self.uncomputed = uncomputed
  }
}
