internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
public import Workspace

/// What is due, and for whom: the answer behind `jadwal`.
///
/// ```swift
/// let units = UnitScope([], workspace.kecamatan)
/// let schedule = try Schedule(.init(.window(days: 30), of: units, asOf: today), in: workspace)
/// let late = schedule.situations.filter { $0.assessment.status == .overdue }
/// ```
public struct Schedule: Sendable {
  /// What was asked for.
  public let question: Question
  /// The code of the role that was asked for; `nil` for all.
  public let role: String?
  /// The obligations in the order of a schedule.
  public let situations: [Situation]
  /// What is not listed because a document of another kind is not in.
  public let gates: ShutGates
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates
  /// Since when the units are watched.
  public let watchedSince: WatchedSince
  /// Whether nothing was ever recorded, and the office does not say since when it watches, so that what is
  /// overdue is most likely work that was done before it had this program.
  public let isUnbegun: Bool
  /// Whether only one kecamatan is watched, so that it need not be named.
  public let isOfOnlyKecamatan: Bool

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Question, in workspace: Workspace) throws {
    var role: String?
    var situations: [Situation] = []
    var gates = ShutGates()
    var uncomputed = UncomputedDates()
    var isUnbegun = workspace.office.watch == .everything
    for kecamatan in question.units.kecamatan {
      let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
      isUnbegun = isUnbegun && desk.ledger.events.isEmpty
      role = try question.role.map { word throws(AnswerFailure) in try desk.knownRole(word) }
      let duties = try AssessedDuties(
        question.scope, desk, asOf: question.day,
        watchedSince: desk.watchedSince(asOf: question.day),
        openOnly: !question.includesSettled)
      try duties.plan.requireSoundRules(desk.calendar)
      uncomputed.add(duties.plan, in: question.scope.quarter, desk.calendar)
      let own = (duties.dated + duties.undated).filter {
        question.units.contains($0.obligation.id.unit)
      }
      let answered = own.filter { assessment in
        role.map { $0 == desk.calendar.codes[assessment.report.responsible] } ?? true
      }
      gates.add(answered, duties.judge)
      let above = try Schedule.escalations(question, duties, own, workspace)
      situations += own.filter { question.includesSettled || $0.isOpen }.map {
        Situation(
          $0, duties.judge.definitions, asOf: question.day,
          escalatedTo: above[$0.obligation.id] ?? [])
      }.filter { situation in
        (question.status.map { $0 == situation.assessment.status } ?? true)
          && (role.map { $0 == situation.responsible || situation.escalatedTo.contains($0) }
            ?? true)
      }
    }
    self.question = question
    self.role = role
    self.situations = situations.sorted()
    self.gates = gates
    self.uncomputed = uncomputed
    self.isUnbegun = isUnbegun
    watchedSince = WatchedSince(question.units, workspace.office)
    isOfOnlyKecamatan = workspace.isOfOneKecamatan
  }

  /// Whether something listed is past its due date and not in.
  public var hasOverdue: Bool { situations.contains { $0.assessment.status == .overdue } }

  /// Whether an obligation is of the role that was asked for, rather than passed on to it from below.
  public func isOwn(_ situation: Situation) -> Bool {
    role.map { $0 == situation.responsible } ?? true
  }

  /// To whom what is overdue has come from below, where that is asked for.
  ///
  /// The stages fall as the reminders count them, on working days.
  private static func escalations(
    _ question: Question, _ duties: AssessedDuties, _ assessments: [Assessment],
    _ workspace: Workspace
  ) throws -> [Obligation.ID: [String]] {
    guard question.includesEscalations || question.role != nil else { return [:] }
    let overdue = assessments.filter { $0.status == .overdue }
    // No stage lies further from its due date than a year.
    let years = overdue.compactMap(\.due).filter { $0.days(to: question.day) < 400 }.map(\.year)
    try workspace.requireHolidays(of: years + [question.day.year])
    let stages = ReminderStages(duties.judge.definitions)
    return Dictionary(
      overdue.map { ($0.obligation.id, stages.escalatedRoles(of: $0, on: question.day)) },
      uniquingKeysWith: { first, _ in first })
  }
}
