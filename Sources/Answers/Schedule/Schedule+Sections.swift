internal import Compliance

extension Schedule {
  /// A part of a schedule: what stands alike, the most pressing first.
  public enum Section: CaseIterable, Sendable {
    /// Past the due date and not in.
    case overdue
    /// Due within the lead time.
    case dueSoon
    /// Due later, or without a due date.
    case notYetDue
    /// Not asked for until a document of another kind is in.
    case gated
    /// In, on time or late.
    case submitted
    /// Exempt.
    case exempt

    /// The part in which an obligation is listed.
    fileprivate init(_ assessment: Assessment) {
      self =
        switch assessment.status {
        case .overdue: .overdue
        case .dueSoon: .dueSoon
        case .waiting: assessment.isGated ? .gated : .notYetDue
        case .onTime, .late, .submitted: .submitted
        case .exempt: .exempt
        }
    }
  }

  /// What is of the role that was asked for, in parts; a part without obligations is left out.
  public var sections: [(section: Section, situations: [Situation])] {
    let own = Dictionary(grouping: situations.filter(isOwn)) { Section($0.assessment) }
    return Section.allCases.compactMap { section in own[section].map { (section, $0) } }
  }

  /// What has come to the role that was asked for from those below.
  public var escalated: [Situation] { situations.filter { !isOwn($0) } }
}
