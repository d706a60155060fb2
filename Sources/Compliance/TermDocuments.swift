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
    /// The last day of its term.
    public let end: CivilDate
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
        let end = TermDocuments.end(of: report, unit, dated: deciding.date, judge),
        judge.day <= end
      else { return nil }
      return InForce(id: id, deciding: deciding, end: end)
    }
    return candidates.max { ($0.deciding.date, $0.id.period) < ($1.deciding.date, $1.id.period) }
  }

  /// The last day of the term of a document with some date; `nil` for a report without terms.
  static func end(
    of report: Report, _ unit: RegionCode, dated date: CivilDate, _ judge: Judge
  ) -> CivilDate? {
    let facts = report.perEvent.map { judge.history.facts($0, of: unit, asOf: judge.day) } ?? []
    // By their own days: an earlier pelantikan is often recorded after a later one.
    return report.term?.end(of: facts.map(\.date).filter { $0 <= date }.max() ?? date)
  }
}
