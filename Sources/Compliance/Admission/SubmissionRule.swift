public import CivilCalendar
public import ComplianceModel

/// What every submission for one obligation must keep to, computed once for any number of them.
public struct SubmissionRule: Sendable {
  /// What is known of a submission beside the ledger.
  public struct Beside: Sendable {
    /// The period that is more likely meant.
    public var likelier: LikelierPeriod?
    /// The first day of what must be in before, where it is recorded together with it.
    public var predecessor: CivilDate?

    /// Nothing is known, unless it is said.
    public init(likelier: LikelierPeriod? = nil, predecessor: CivilDate? = nil) {
      self.likelier = likelier
      self.predecessor = predecessor
    }
  }

  private let period: Period
  /// The first day that a submission can bear; `nil` where it may precede its period.
  private let earliest: CivilDate?
  /// Which date decides, and counts for a late entry.
  public let meaning: DateMeaning
  private let today: CivilDate
  private let probable: Probable
  private let gates: [GateDays]
  private let doubt: PeriodDoubt

  init(_ assessment: Assessment, _ judge: Judge) {
    let id = assessment.obligation.id
    let report = assessment.report
    period = id.period
    earliest = report.nature == .account ? period.firstDay : nil
    meaning = assessment.obligation.rule?.meaning ?? .submission
    today = judge.day
    let events = report.perEvent.map {
      judge.history.facts($0, of: id.unit, asOf: judge.day).map(\.date)
    }
    let event = events?.filter { $0.year == id.period.year }.min()
    // What comes back after a return may be as late as it is.
    let end =
      assessment.standing.openReturn == nil ? assessment.due ?? id.period.lastDay : nil
    probable = Probable(period, end: end, event: event)
    gates =
      report.gates.isEmpty
      ? []
      : judge.predecessors(of: id, report).map {
        GateDays($0, judge.history, judge.definitions.calendar.codes)
      }
    doubt = PeriodDoubt(assessment, lacksEvent: event == nil && events?.isEmpty == false)
  }

  /// What must be in before, where it was not in on a day.
  public func shutGate(on date: CivilDate) -> Obligation.ID? {
    shut(on: date)?.predecessor
  }

  private func shut(on date: CivilDate) -> GateDays? { gates.first { !$0.isOpen(on: date) } }

  /// Whether a submission may be meant for another period, so that those have to be looked at
  /// (``Judge/likelier(than:dated:among:)``).
  public func mayMeanAnotherPeriod(_ date: CivilDate) -> Bool { doubt.holds(on: date) }

  /// Checks the dates of a submission.
  ///
  /// - Parameters:
  ///   - date: `tanggal`.
  ///   - received: `diterima`.
  ///   - hasReason: Whether a reason is given for what is improbable.
  ///   - beside: What is known beside the ledger.
  /// - Returns: How it is taken.
  /// - Throws: ``Refusal``: the first rule that the dates break; without a reason, all that makes it
  ///   improbable.
  public func admit(
    date: CivilDate, received: CivilDate, hasReason: Bool, beside: Beside = Beside()
  ) throws(Refusal) -> Admission {
    if date > today { throw .future(date) }
    if received > today { throw .future(received) }
    guard received >= date else {
      throw .receivedBeforeDate(received: received, date: date)
    }
    if let earliest, date < earliest {
      throw .beforePeriod(date: date, period)
    }
    var doubts = probable.doubts(about: date)
    if let shut = shut(on: date), beside.predecessor.map({ $0 > date }) ?? true {
      doubts.append(.gateShut(report: shut.report, shut.predecessor.period))
    }
    if let likelier = beside.likelier { doubts.append(.otherPeriod(likelier)) }
    let isLate = Assessment.isLateEntry(
      recorded: today, date: date, received: received, meaning: meaning)
    guard isLate else { return try Admission(doubts, hasReason: hasReason) }
    // Most late entries are nothing else, and a table may be full of them.
    if doubts.isEmpty, hasReason { return .lateEntry }
    let counted = meaning == .enactment ? received : date
    doubts.append(.lateEntry(days: counted.days(to: today), meaning))
    return try Admission(doubts, hasReason: hasReason)
  }
}
