public import CivilCalendar
public import ComplianceModel

/// Why a row is not taken into the ledger, as data; the program that meets the user makes the
/// sentence.
public enum Refusal: Error, Hashable, Sendable {
  /// A date lies after today.
  case future(CivilDate)
  /// A document was received before the day that it bears.
  case receivedBeforeDate(received: CivilDate, date: CivilDate)
  /// A report that looks back bears a date before the first day of its period.
  case beforePeriod(date: CivilDate, Period)
  /// The period is due so far ahead that the year is most likely mistyped.
  case farAhead(Period, due: CivilDate)
  /// The report was accepted; the row that says so.
  case accepted(LedgerEvent.RowID)
  /// The unit is exempt; the row that says so.
  case exempt(LedgerEvent.RowID)
  /// The report is not in, so that it can be neither returned nor accepted.
  case notIn
  /// The report was returned and its correction is not in; the day, and the row that says so.
  case awaitsCorrection(since: CivilDate, LedgerEvent.RowID)
  /// A return or acceptance is dated before the submission that it speaks of was received.
  case beforeReceipt(date: CivilDate, received: CivilDate)
  /// It is improbable and needs a reason: all that makes it so.
  case improbable([Doubt])
  /// A late entry needs a reason, and nothing else does; the days between the date and the record.
  case lateEntryNeedsReason(days: Int, DateMeaning)
  /// There is no due date to move.
  case noDueDate
  /// The new due date does not lie after the one in force.
  case notLater(new: CivilDate, due: CivilDate)
  /// A decision on a term of office finds no term that it could make longer.
  case term(TermRefusal)
}

/// What a person wants to record about an obligation.
public struct Proposal: Sendable {
  /// What is to be recorded: a submission, return, acceptance, exemption or extension.
  public let kind: LedgerEvent.Kind
  /// `tanggal`; for an extension the new due date.
  public let date: CivilDate
  /// `diterima`; for an extension the day of the letter.
  public let received: CivilDate
  /// Whether a reason is given for what is improbable, a late entry too.
  public let hasReason: Bool

  /// Creates a proposal.
  public init(kind: LedgerEvent.Kind, date: CivilDate, received: CivilDate, hasReason: Bool) {
    self.kind = kind
    self.date = date
    self.received = received
    self.hasReason = hasReason
  }
}

extension Judge {
  /// Checks a proposal against what is there; the judge's day is today.
  ///
  /// - Parameters:
  ///   - proposal: What is to be recorded.
  ///   - obligation: What it is about.
  ///   - others: Obligations of the same report and unit that may be meant instead; looked at only
  ///     where ``SubmissionRule/mayMeanAnotherPeriod(_:)`` says so.
  /// - Returns: How it is taken.
  /// - Throws: ``Refusal``, the first rule that the proposal breaks.
  @discardableResult
  public func admit(
    _ proposal: Proposal, for obligation: Obligation, insteadOf others: [Obligation] = []
  ) throws(Refusal) -> Admission {
    guard let assessment = assess(obligation) else { throw .notIn }
    let standing = assessment.standing
    if proposal.kind != .extended, proposal.date > day { throw .future(proposal.date) }
    if proposal.received > day { throw .future(proposal.received) }
    if let exemption = standing.exemption { throw .exempt(exemption.row) }
    switch proposal.kind {
    case .submitted:
      let rule = try submissionRule(assessment)
      let likelier =
        rule.mayMeanAnotherPeriod(proposal.date)
        ? likelier(than: obligation, dated: proposal.date, among: others) : nil
      return try rule.admit(
        date: proposal.date, received: proposal.received, hasReason: proposal.hasReason,
        beside: SubmissionRule.Beside(likelier: likelier))
    case .returned, .accepted:
      if let back = standing.openReturn { throw .awaitsCorrection(since: back.date, back.row) }
      guard standing.isIn, let last = standing.submissions.last else { throw .notIn }
      if let acceptance = standing.acceptance { throw .accepted(acceptance.row) }
      guard proposal.date >= last.received else {
        throw .beforeReceipt(date: proposal.date, received: last.received)
      }
      return .plain
    case .extended:
      guard let due = assessment.due else { throw .noDueDate }
      guard proposal.date > due else { throw .notLater(new: proposal.date, due: due) }
      var doubts = doubts(about: proposal.received, obligation.id.period)
      if proposal.date > due.adding(months: Probable.extensionMonths) {
        doubts.append(.longExtension(new: proposal.date, due: due))
      }
      return try Admission(doubts, hasReason: proposal.hasReason)
    case .exempted:
      return try Admission(
        doubts(about: proposal.date, obligation.id.period), hasReason: proposal.hasReason)
    case .fact, .measured, .frozen, .voided: return .plain
    }
  }

  /// What is improbable about the day of a decision on a period.
  private func doubts(about date: CivilDate, _ period: Period) -> [Doubt] {
    Probable(period, end: nil).doubts(about: date)
  }

  /// What submissions for an obligation must keep to; the judge's day is today.
  ///
  /// - Throws: ``Refusal`` where none is taken, whatever its dates.
  public func submissionRule(for obligation: Obligation) throws(Refusal) -> SubmissionRule {
    guard let assessment = assess(obligation) else { throw .notIn }
    if let exemption = assessment.standing.exemption { throw .exempt(exemption.row) }
    return try submissionRule(assessment)
  }

  private func submissionRule(_ assessment: Assessment) throws(Refusal) -> SubmissionRule {
    if let acceptance = assessment.standing.acceptance { throw .accepted(acceptance.row) }
    if let due = assessment.obligation.due, due.year > day.year + 1 {
      throw .farAhead(assessment.obligation.id.period, due: due)
    }
    return SubmissionRule(assessment, self)
  }
}
