public import CivilCalendar
public import ComplianceModel

/// What makes a row improbable: it is taken only where a reason is given, since a year is easily
/// mistyped and nobody sees it afterwards.
public enum Doubt: Hashable, Sendable {
  /// A date lies more than a year before the period that the row speaks of.
  case longBeforePeriod(date: CivilDate, Period)
  /// A date lies more than ``Probable/latestMonths`` after the due date, or after the period where
  /// there is none.
  case longAfter(date: CivilDate, CivilDate)
  /// A document that an event asks for bears a date before that event.
  case beforeEvent(date: CivilDate, event: CivilDate)
  /// Another period of the same report is open and due nearer to the date.
  case otherPeriod(LikelierPeriod)
  /// What must be in before was not in on the date.
  case gateShut(report: String, Period)
  /// A new due date lies more than a year after the one in force.
  case longExtension(new: CivilDate, due: CivilDate)
  /// A letter sets a due date more than ``Probable/setMonths`` away from that of the rule.
  case setFarFromRule(date: CivilDate, due: CivilDate)
  /// A letter sets a due date outside the years in which the period is due; the first of them.
  case setForOtherYear(date: CivilDate, Int)
  /// An event lies so long ago that its year is most likely mistyped; the first day that is not.
  case eventLongAgo(date: CivilDate, first: CivilDate)
  /// The same event of the same unit is recorded for a day less than a year away.
  case eventNear(date: CivilDate, row: LedgerEvent.RowID, on: CivilDate)
  /// A submission is a late entry; the days between the date and the record.
  case lateEntry(days: Int, DateMeaning)
}

/// A period that is more likely meant than the one that is named.
public struct LikelierPeriod: Hashable, Sendable {
  /// The code of the report.
  public let report: String
  /// The period that is named.
  public let named: Period
  /// The period that is more likely meant.
  public let period: Period
  /// Its due date in force.
  public let due: CivilDate
}

/// How a row is taken.
public struct Admission: Hashable, Sendable {
  /// Whether a submission is a late entry.
  public let isLateEntry: Bool
  /// What else made it improbable, so that the reason given insists on it.
  public let doubts: [Doubt]

  /// Nothing is odd about it.
  public static let plain = Admission(isLateEntry: false, doubts: [])
  /// It is a late entry, and nothing else is odd about it.
  static let lateEntry = Admission(isLateEntry: true, doubts: [])

  /// Takes a row about which there are doubts.
  ///
  /// - Parameters:
  ///   - doubts: What makes it improbable, a late entry included.
  ///   - hasReason: Whether a reason is given.
  /// - Throws: ``Refusal`` where there is a doubt and no reason.
  init(_ doubts: [Doubt], hasReason: Bool) throws(Refusal) {
    guard !doubts.isEmpty else {
      self = .plain
      return
    }
    var others: [Doubt] = []
    var isLateEntry = false
    for doubt in doubts {
      if case .lateEntry = doubt { isLateEntry = true } else { others.append(doubt) }
    }
    if !hasReason {
      if others.isEmpty, case .lateEntry(let days, let meaning) = doubts[0] {
        throw .lateEntryNeedsReason(days: days, meaning)
      }
      throw .improbable(doubts)
    }
    self.init(isLateEntry: isLateEntry, doubts: others)
  }

  private init(isLateEntry: Bool, doubts: [Doubt]) {
    self.isLateEntry = isLateEntry
    self.doubts = doubts
  }
}
