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
    /// Whether it waits for its predecessor.
    public let isGated: Bool
    /// The day on which it was returned; `nil` where no corrected submission is awaited.
    public let returned: CivilDate?
  }

  /// The status with the days that belong to it.
  public var state: State {
    let isToCome = assessment.status == .dueSoon || assessment.status == .waiting
    let isGated = isToCome && assessment.isGated
    let days: Int? =
      switch assessment.status {
      case .overdue, .late: assessment.daysLate
      case .dueSoon, .waiting: isGated ? nil : daysLeft
      case .onTime, .submitted, .exempt: nil
      }
    return State(
      status: assessment.status, days: days,
      workingDays: isToCome && !isGated ? workingDaysLeft : nil, isGated: isGated,
      returned: assessment.pendingReturn?.date)
  }
}
