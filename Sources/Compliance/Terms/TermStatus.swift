internal import CivilCalendar
public import ComplianceModel

/// Whether the document of an obligation is in force, until when, and in which term.
public struct TermStatus: Sendable {
  /// Where a document with a term stands.
  public enum State: Sendable {
    /// It is not in, or is exempt; its term is that of the event that it is owed for.
    case absent
    /// It is the one in force.
    case inForce
    /// Its term is over.
    case expired
    /// Its term runs on, and a newer document has taken its place.
    case replaced
  }

  /// Where the document of the obligation stands.
  public let state: State
  /// The submission that decides its date; `nil` where it is not in.
  public let deciding: LedgerEvent?
  /// Its term; `nil` where it is not in and no event began one in the year of its period.
  public let term: TermOfOffice?
  /// The document that is in force for the desa, this or another one; `nil` where none is.
  public let inForce: TermDocuments.InForce?

  /// Looks at the document of an obligation on the judge's day.
  ///
  /// - Returns: `nil` for a report whose documents have no term.
  public init?(_ assessment: Assessment, _ judge: Judge) {
    let (report, id) = (assessment.report, assessment.obligation.id)
    guard report.term != nil else { return nil }
    inForce = TermDocuments(report, judge).inForce(of: id.unit)
    deciding = assessment.status == .exempt ? nil : assessment.deciding
    guard let deciding else {
      let facts = report.perEvent.map { judge.history.facts($0, of: id.unit, asOf: judge.day) }
      state = .absent
      term = facts?.last { $0.date.year == id.period.year }.flatMap {
        TermOfOffice(report, begunBy: $0, judge)
      }
      return
    }
    term = TermOfOffice(report, of: id.unit, dated: deciding.date, judge)
    let isOver = term.map { $0.end < judge.day } ?? true
    state = inForce?.id == id ? .inForce : isOver ? .expired : .replaced
  }
}
