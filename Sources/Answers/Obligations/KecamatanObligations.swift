internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What one kecamatan owes, of what ``Obligations`` are asked for.
struct KecamatanObligations {
  /// The desk of the kecamatan.
  let desk: Desk
  /// The code of the role that is asked for; `nil` for all.
  let role: String?
  /// What was assessed.
  let duties: AssessedDuties
  /// Its obligations that are asked for, by unit, report and period.
  let facts: [ObligationFact]

  /// Answers a question for one kecamatan.
  ///
  /// - Throws: As ``Obligations/init(_:in:)``.
  init(
    of kecamatan: Kecamatan, _ question: Obligations.Question, in workspace: Workspace
  ) throws {
    let scope = question.duty.quarter.map(DutyScope.quarter) ?? .year(question.duty.year)
    let desk = try workspace.desk(of: kecamatan, knownThrough: question.knownThrough)
    let role = try question.role.map { word throws(AnswerFailure) in try desk.knownRole(word) }
    let duties = try AssessedDuties(
      scope, desk, asOf: question.day, watchedSince: question.duty.year)
    try duties.plan.requireSoundRules(desk.calendar)
    let definitions = duties.judge.definitions
    let situations = (duties.dated + duties.undated + duties.uncomputed).filter {
      question.units.contains($0.obligation.id.unit)
    }.map { Situation($0, definitions, asOf: question.day) }
    facts = situations.filter { situation in role.map { $0 == situation.responsible } ?? true }
      .sorted { ($0.unit, $0.code, $0.period) < ($1.unit, $1.code, $1.period) }
      .map { ObligationFact($0, definitions) }
    self.desk = desk
    self.role = role
    self.duties = duties
  }
}
