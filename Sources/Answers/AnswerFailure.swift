public import Compliance
public import ComplianceModel

/// A reason why a question has no answer, beside what opening its files throws.
public enum AnswerFailure: Error {
  /// The rules of a calendar contradict each other, or none holds, for periods that the question is
  /// about.
  case rules([Plan.RuleFault], ReportCalendar)
  /// No role is written like this; the known ones in alphabetical order.
  case unknownRole(String, known: [String])
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
