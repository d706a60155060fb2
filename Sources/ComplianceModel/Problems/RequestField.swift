/// What a person says in a request to record something; each front has its own name for it: an option, a
/// field of a form.
public enum RequestField: CaseIterable, Hashable, Sendable {
  /// The report.
  case report
  /// The covered period.
  case period
  /// The period that a measured value is of.
  case measuredPeriod
  /// The quarter in which something is due.
  case quarter
  /// The year in which something is due.
  case year
  /// The unit, or several.
  case unit
  /// Units that are left out of all that are meant.
  case exceptions
  /// The day that the rule speaks of.
  case date
  /// The day of receipt; of an extension that of the letter.
  case received
  /// The new due date of an extension.
  case newDue
  /// The files that prove it.
  case evidence
  /// The note.
  case note
  /// The letter that sets a date.
  case letter
  /// The number of a letter that is issued, or the pattern of several.
  case letterNumber
  /// The number with which the counter in a pattern begins.
  case firstNumber
  /// Who records it.
  case recorder
  /// Why it is recorded although something is odd about it; of a void row why it is void.
  case reason
  /// The day on which somebody signed.
  case signed
  /// The day whose state is meant.
  case asOf
  /// The value of an indicator.
  case value
  /// The values of the parts of an indicator.
  case components
  /// The indicator.
  case indicator
  /// The role whose work is meant.
  case role
}
