public import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Situation {
  /// A status with the days that belong to it.
  ///
  /// Two obligations in the same state are listed as one line.
  public struct State: Hashable, Sendable {
    /// The status.
    public let status: Status
    /// Days late for what is overdue or was late, days left for what is still to come; `nil` for
    /// everything else.
    public let days: Int?
    /// Working days left for what is still to come; `nil` where they cannot be counted.
    public let workingDays: Int?
    /// The predecessor that it waits for; `nil` where it waits for none.
    public let gate: Gate?
    /// The day on which it was returned; `nil` where no corrected submission is awaited.
    public let returned: CivilDate?
  }

  /// A document that another one waits for.
  public struct Gate: Hashable, Sendable {
    /// The code of its report.
    public let report: String
    /// Its period.
    public let period: Period
  }

  /// The status with the days that belong to it.
  public var state: State {
    let isToCome = assessment.status == .dueSoon || assessment.status == .waiting
    let gate = isToCome ? gate : nil
    let days: Int? =
      switch assessment.status {
      case .overdue, .late: assessment.daysLate
      case .dueSoon, .waiting: gate == nil ? daysLeft : nil
      case .onTime, .submitted, .exempt: nil
      }
    return State(
      status: assessment.status, days: days,
      workingDays: isToCome && gate == nil ? workingDaysLeft : nil, gate: gate,
      returned: assessment.pendingReturn?.date)
  }
}
