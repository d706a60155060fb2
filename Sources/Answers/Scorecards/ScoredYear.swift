internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// What a kecamatan owes in a year in which a register of indicators of it is in force.
struct ScoredYear {
  let duties: AssessedDuties
  /// The desk, with the codes of its registers.
  let desk: Desk
  private let year: Int
  private let day: CivilDate

  /// Assesses what a kecamatan owes; `nil` where no register is in force in the year.
  ///
  /// - Parameters:
  ///   - year: The duty year.
  ///   - desk: The kecamatan's desk, which learns the codes of its registers.
  ///   - day: The day of judging.
  /// - Throws: A `WorkspaceFailure` for a fault of a register or of a holiday file.
  init?(_ year: Int, _ desk: inout Desk, asOf day: CivilDate) throws {
    guard let period = Period(.year, year: year), try !desk.registers(inForceIn: period).isEmpty
    else { return nil }
    self.year = year
    self.day = day
    self.desk = desk
    duties = try AssessedDuties(.year(year), desk, asOf: day, watchedSince: year)
  }

  /// Counts the registers that are in force in the year.
  func scorecards() throws -> [Scorecard] {
    var desk = desk
    return try desk.scorecards(duties.plan, year: year, asOf: day)
  }

  /// Assesses the kecamatan of a scope that have a register in force in its year, at least one.
  ///
  /// - Throws: ``AnswerFailure`` where none has one, or where a rule does not answer.
  static func all(_ scope: ScorecardScope, in workspace: Workspace) throws -> [ScoredYear] {
    var years: [ScoredYear] = []
    var registers: [IndicatorRegister] = []
    for kecamatan in scope.kecamatan {
      var desk = try workspace.desk(of: kecamatan, knownThrough: scope.knownThrough)
      guard let year = try ScoredYear(scope.year, &desk, asOf: scope.day) else {
        if registers.isEmpty { registers = try desk.registers() }
        continue
      }
      try year.duties.plan.requireSoundRules(year.desk.calendar)
      years.append(year)
    }
    guard years.isEmpty else { return years }
    guard registers.isEmpty else {
      throw AnswerFailure.noRegisterInForce(scope.year, registers)
    }
    throw AnswerFailure.noRegister(in: workspace)
  }
}
