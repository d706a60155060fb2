public import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// Why an indicator counts an obligation or a document, or leaves it out.
public enum CountReason: Hashable, Sendable {
  /// Exempt, and so outside every count.
  case exempt
  /// In by the due day.
  case onTime(isLateEntry: Bool)
  /// In after the due day, so many calendar days.
  case late(days: Int, isLateEntry: Bool)
  /// In, where there is no due date.
  case submitted(isLateEntry: Bool)
  /// Returned on a day, and not submitted again.
  case returned(CivilDate)
  /// Not in, so many calendar days past the due day.
  case overdue(days: Int)
  /// Not in, and its predecessor is not in either.
  case gated
  /// Not in, where there is no due date.
  case undated
  /// Not in, and due on a day to come.
  case notYetDue(CivilDate)
  /// A document that stays in force through a day.
  case inForce(CivilDate)
  /// A document of which nothing is owed yet.
  case missing
  /// A document that was in, and is in force no more.
  case expired
  /// A document all of whose parts are exempt.
  case allExempt
  /// A document of several parts, so many of which are in; the exempt are in the list alone.
  case parts(present: Int, required: Int, [Part])

  /// One part of a document.
  public struct Part: Hashable, Sendable {
    /// The covered period.
    public let period: Period
    /// Why it is counted or left out.
    public let reason: CountReason
  }
}

extension CountReason {
  /// The reason of an obligation.
  init(_ assessment: Assessment) {
    self =
      switch assessment.status {
      case .exempt: .exempt
      case .onTime: .onTime(isLateEntry: assessment.isLateEntry)
      case .late: .late(days: assessment.daysLate, isLateEntry: assessment.isLateEntry)
      case .submitted: .submitted(isLateEntry: assessment.isLateEntry)
      case .overdue, .dueSoon, .waiting: CountReason(ofMissing: assessment)
      }
  }

  private init(ofMissing assessment: Assessment) {
    if let returned = assessment.standing.openReturn {
      self = .returned(returned.date)
    } else if assessment.status == .overdue {
      self = .overdue(days: assessment.daysLate)
    } else if assessment.isGated {
      self = .gated
    } else {
      self = assessment.due.map(CountReason.notYetDue) ?? .undated
    }
  }

  /// The reason of a document of a desa.
  init(_ document: VillageMatrix.Document) {
    if let end = document.inForceThrough {
      self = .inForce(end)
    } else if document.parts.count > 1 {
      self = CountReason(ofParts: document.parts)
    } else if let only = document.parts.first {
      self = only.status.isIn && !document.isPresent ? .expired : CountReason(only)
    } else {
      self = .missing
    }
  }

  private init(ofParts parts: [Assessment]) {
    let required = parts.filter { $0.status != .exempt }
    self =
      required.isEmpty
      ? .allExempt
      : .parts(
        present: required.count { $0.status.isIn }, required: required.count,
        parts.map { Part(period: $0.obligation.id.period, reason: CountReason($0)) })
  }
}
