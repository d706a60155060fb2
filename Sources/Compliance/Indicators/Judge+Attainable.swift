internal import CivilCalendar
internal import ComplianceModel

extension Judge {
  /// Whether an obligation is on time, or can still come to be so from the judge's day on.
  ///
  /// What is handed in from now on bears a date of now or later, unless the rule speaks of the day on
  /// which a document was set (penetapan): one that was set in time may reach the office after its
  /// due day. A report that was returned and whose first date decides keeps that date, and is on time
  /// again once it is handed in again. No extension is counted upon.
  public func canStillBeOnTime(_ assessment: Assessment) -> Bool {
    switch assessment.status {
    case .onTime: return true
    case .exempt, .late, .submitted: return false
    case .overdue, .dueSoon, .waiting: break
    }
    return assessment.due.map { dateAtBest(assessment) <= $0 } ?? false
  }

  /// The day that would decide if an obligation that is not in was handed in on the judge's day.
  func dateAtBest(_ assessment: Assessment) -> CivilDate {
    if definitions.deciding(assessment.report) == .first,
      let first = assessment.standing.submissions.first
    {
      return first.date
    }
    guard let due = assessment.due, assessment.obligation.rule?.meaning == .enactment else {
      return day
    }
    return min(day, due)
  }

  /// Where an obligation would stand if it were handed in on the judge's day, unless it is in.
  func statusAtBest(_ assessment: Assessment) -> Status {
    guard !assessment.status.isSettled else { return assessment.status }
    guard assessment.due != nil else { return .submitted }
    return canStillBeOnTime(assessment) ? .onTime : .late
  }
}
