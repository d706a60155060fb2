public import CivilCalendar
public import ComplianceModel

/// One obligation as it stands on a day.
public struct Assessment: Sendable {
  /// The obligation.
  public let obligation: Obligation
  /// The report that is owed.
  public let report: Report
  /// Where it stands.
  public let status: Status
  /// The due date in force: the last extension's, else the rule's; `nil` where there is none.
  public let due: CivilDate?
  /// The submission that decides on-time; `nil` while the report is not in.
  public let deciding: LedgerEvent?
  /// Whether the deciding row is a late entry (susulan).
  public let isLateEntry: Bool
  /// Days late: of the submission for `terlambat`, until the day of judging for `lewat`, else 0.
  public let daysLate: Int
  /// The predecessor that is not in, so that it cannot be asked for yet; `nil` where none is awaited.
  public let shutGate: Obligation.ID?
  /// What its rows say.
  public let standing: Standing

  /// Whether its predecessor is not in, so that it cannot be asked for yet.
  public var isGated: Bool { shutGate != nil }

  /// The quarter of the rule's own due date; `nil` where there is none.
  public var dutyQuarter: Quarter? { obligation.due?.quarter }

  /// Whether it was handed in and nobody has accepted it yet (`terima`).
  public var waitsForAcceptance: Bool { status.isIn && standing.acceptance == nil }

  /// The return that waits for a corrected submission; `nil` where none does, or nothing is owed.
  public var pendingReturn: LedgerEvent? { status == .exempt ? nil : standing.openReturn }

  /// The days after which a record of a submission is a late entry.
  public static let lateEntryDays = 7

  /// Whether a submission was recorded too late to be evidence of its own day.
  ///
  /// - Parameters:
  ///   - row: The submission.
  ///   - meaning: Which date the rule speaks of; a regulation may reach the office long after it was
  ///     set, so for it the day of receipt counts.
  /// - Returns: `true` from the eighth day after that day on.
  public static func isLateEntry(_ row: LedgerEvent, meaning: DateMeaning) -> Bool {
    isLateEntry(
      recorded: row.recorded, date: row.date, received: row.received, meaning: meaning)
  }

  /// Whether a submission is a late entry, as ``isLateEntry(_:meaning:)`` tells it of a row.
  ///
  /// - Parameters:
  ///   - recorded: The civil day of the record.
  ///   - date: The day that the rule speaks of.
  ///   - received: The day on which the office received it.
  ///   - meaning: Which of the two days counts.
  /// - Returns: `true` from the eighth day after that day on.
  public static func isLateEntry(
    recorded: CivilDate, date: CivilDate, received: CivilDate, meaning: DateMeaning
  ) -> Bool {
    (meaning == .enactment ? received : date).days(to: recorded) > lateEntryDays
  }
}
