internal import Compliance

extension Schedule {
  /// A part of a schedule: what stands alike, the most pressing first.
  public enum Section: Int, CaseIterable, Sendable {
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
    var parts = Section.allCases.map { (section: $0, situations: [Situation]()) }
    for situation in situations where isOwn(situation) {
      parts[Section(situation.assessment).rawValue].situations.append(situation)
    }
    return parts.filter { !$0.situations.isEmpty }
  }

  /// What has come to the role that was asked for from those below.
  public var escalated: [Situation] { situations.filter { !isOwn($0) } }
}
