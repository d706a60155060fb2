public import CivilCalendar
public import ComplianceModel

/// The documents of one report that stay in force for a term of office, as RPJMDes does.
///
/// A document is in force from its date to the last day of the term that began at the event before
/// it; where no event is recorded the term is counted from the document's own date.
public struct TermDocuments: Sendable {
  /// A document that is in force.
  public struct InForce: Sendable {
    /// The obligation that it was made for.
    public let id: Obligation.ID
    /// The submission that decides its date.
    public let deciding: LedgerEvent
    /// The term that it was made for.
    public let term: TermOfOffice

    /// The last day on which it is in force.
    public var end: CivilDate { term.end }
  }

  private let report: Report
  private let judge: Judge
  private let idsByUnit: [RegionCode: [Obligation.ID]]

  /// Looks up the documents of a report on the judge's day.
  public init(_ report: Report, _ judge: Judge) {
    self.report = report
    self.judge = judge
    idsByUnit = Dictionary(
      grouping: judge.history.obligations.filter { $0.report == report.code }, by: \.unit)
  }

  /// The document of a unit that is in force on the judge's day, the newest where there are several;
  /// `nil` where there is none.
  public func inForce(of unit: RegionCode) -> InForce? {
    let candidates = (idsByUnit[unit] ?? []).compactMap { id -> InForce? in
      let standing = judge.standing(of: id)
      let submissions = standing.submissions
      let deciding =
        judge.definitions.deciding(report) == .first ? submissions.first : submissions.last
      guard standing.isIn, !standing.isExempt, let deciding, deciding.date <= judge.day,
        let term = TermOfOffice(report, of: unit, dated: deciding.date, judge),
        judge.day <= term.end
      else { return nil }
      return InForce(id: id, deciding: deciding, term: term)
    }
    return candidates.max { ($0.deciding.date, $0.id.period) < ($1.deciding.date, $1.id.period) }
  }
}
