internal import ComplianceModel

extension Judge {
  /// Whether an obligation is on time, or can still come to be so from the judge's day on.
  ///
  /// What is handed in from now on bears a date of now or later. A report that was returned and whose
  /// first date decides keeps that date, and is on time again once it is handed in again. No
  /// extension is counted upon.
  public func canStillBeOnTime(_ assessment: Assessment) -> Bool {
    switch assessment.status {
    case .onTime: return true
    case .exempt, .late, .submitted: return false
    case .overdue, .dueSoon, .waiting: break
    }
    guard let due = assessment.due else { return false }
    if definitions.deciding(assessment.report) == .first,
      let first = assessment.standing.submissions.first
    {
      return first.date <= due
    }
    return day <= due
  }

  /// Where an obligation would stand if it were handed in on the judge's day, unless it is in.
  func statusAtBest(_ assessment: Assessment) -> Status {
    guard !assessment.status.isIn, assessment.status != .exempt else { return assessment.status }
    guard assessment.due != nil else { return .submitted }
    return canStillBeOnTime(assessment) ? .onTime : .late
  }
}
