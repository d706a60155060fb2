public import Compliance
public import ComplianceModel
public import Workspace

/// A reason why a question has no answer, beside what opening its files throws.
public enum AnswerFailure: Error {
  /// The rules of a calendar contradict each other, or none holds, for periods that the question is
  /// about.
  case rules([Plan.RuleFault], ReportCalendar)
  /// No role is written like this; the known ones in alphabetical order.
  case unknownRole(String, known: [String])
  /// The office names no register of indicators; the known ones.
  case noRegister(known: [String])
  /// No register of the office is in force on a day of the year; those that it has.
  case noRegisterInForce(Int, [IndicatorRegister])
  /// No register of the year has an indicator with this code; the one that was meant, where one is near.
  case unknownIndicator(String, year: Int, nearest: NearestIndicator?)
  /// No indicator is of a role that is written like this; the roles that have one, in alphabetical order.
  case roleWithoutIndicators(String, known: [String])
  /// The indicator is not of the role.
  case indicatorOfOtherRole(String, role: String)

  /// The reason where the office of a workspace names no register of indicators.
  public static func noRegister(in workspace: Workspace) -> AnswerFailure {
    .noRegister(known: (try? workspace.knownRegisters()) ?? [])
  }
  /// The office names no step by which it warns a desa.
  case noWarningSteps
  /// The office has no such step; the known ones in its order.
  case unknownWarningStep(String, known: [String])
}

extension Plan {
  /// Refuses to go on where a rule does not answer.
  ///
  /// - Parameter calendar: The calendar of the plan.
  /// - Throws: ``AnswerFailure/rules(_:_:)``.
  public func requireSoundRules(_ calendar: ReportCalendar) throws(AnswerFailure) {
    guard ruleFaults.isEmpty else { throw .rules(ruleFaults, calendar) }
  }
}
