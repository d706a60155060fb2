public import CivilCalendar
internal import ComplianceModel

/// When an obligation is due and where it stands on a day, by one state of the calendars.
public struct DueStanding: Hashable, Sendable {
  /// The date of the rule or of a letter, before any extension.
  public let ruleDue: CivilDate?
  /// The due date in force.
  public let due: CivilDate?
  /// The status on the day.
  public let status: Status

  /// Takes the dates and the status of an assessment.
  public init(_ assessment: Assessment) {
    ruleDue = assessment.obligation.due
    due = assessment.due
    status = assessment.status
  }
}
