public import CivilCalendar
public import ComplianceModel

/// What every submission for one obligation must keep to, reckoned once for any number of them.
public struct SubmissionRule: Sendable {
  private let period: Period
  /// The first day that a submission can bear; `nil` where it may precede its period.
  private let earliest: CivilDate?
  /// Which date decides, and counts for a late entry.
  public let meaning: DateMeaning
  private let today: CivilDate

  init(
    period: Period, cannotPrecedePeriod: Bool, meaning: DateMeaning, today: CivilDate
  ) {
    self.period = period
    earliest = cannotPrecedePeriod ? period.firstDay : nil
    self.meaning = meaning
    self.today = today
  }

  /// Checks the dates of a submission.
  ///
  /// - Parameters:
  ///   - date: `tanggal`.
  ///   - received: `diterima`.
  ///   - hasReason: Whether a reason for a late entry is given.
  /// - Returns: Whether it is a late entry.
  /// - Throws: ``Refusal``, the first rule that the dates break.
  public func admit(
    date: CivilDate, received: CivilDate, hasReason: Bool
  ) throws(Refusal) -> Bool {
    if date > today { throw .future(date) }
    if received > today { throw .future(received) }
    guard received >= date else {
      throw .receivedBeforeDate(received: received, date: date)
    }
    if let earliest, date < earliest {
      throw .beforePeriod(date: date, period)
    }
    let isLate = Assessment.isLateEntry(
      recorded: today, date: date, received: received, meaning: meaning)
    if isLate, !hasReason {
      let counted = meaning == .enactment ? received : date
      throw .lateEntryNeedsReason(days: counted.days(to: today), meaning)
    }
    return isLate
  }
}
