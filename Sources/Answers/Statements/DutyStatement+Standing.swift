public import CivilCalendar
public import Compliance

extension DutyStatement {
  /// How one obligation stands on the day of the statement.
  public struct Standing: Hashable, Sendable {
    /// The period that the report covers.
    public let period: Period
    /// The duty quarter, by the rule's own due date; `nil` without a due date.
    ///
    /// Its number is printed.
    public let quarter: Quarter?
    /// The due date in force, after any extension; `nil` without one.
    public let due: CivilDate?
    /// The status.
    public let status: Status
    /// The date that decides whether it was on time; `nil` until it is in.
    public let date: CivilDate?
    /// The SHA-256 of the evidence file, 64 lower-case hexadecimal digits; `nil` without one.
    public let evidence: String?

    /// Creates a standing.
    public init(
      period: Period, quarter: Quarter?, due: CivilDate?, status: Status, date: CivilDate?,
      evidence: String?
    ) {
      self.period = period
      self.quarter = quarter
      self.due = due
      self.status = status
      self.date = date
      self.evidence = evidence
    }
  }
}
