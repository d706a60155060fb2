public import CivilCalendar
public import Compliance
internal import ComplianceModel
internal import DurableFiles
public import Workspace

/// A request to put off the reminders of one report, for one or several units, until a day.
public struct Snooze: Sendable {
  /// The code or name of the report.
  public var report: String
  /// The covered period; `nil` for the only one that is open and may be reminded of.
  public var period: Period?
  /// The units; the kecamatan where none is named.
  public var units: NamedUnits
  /// The first day on which it is told of again; today ends what is put off.
  public var until: CivilDate
  /// Why.
  public var reason: String?
  /// Who asks for it.
  public var person: String

  /// The most days by which reminders can be put off.
  public static let longestDays = 366

  /// Creates a request.
  public init(
    report: String, period: Period? = nil, units: NamedUnits = [], until: CivilDate,
    reason: String?, by person: String
  ) {
    self.report = report
    self.period = period
    self.units = units
    self.until = until
    self.reason = reason
    self.person = person
  }

  /// A reason why reminders are not put off, as data.
  public enum Refused: Error, Sendable {
    /// Nothing says why they should be.
    case noReason
    /// The day lies more than ``Snooze/longestDays`` ahead.
    case tooFar(CivilDate)
    /// The day is not after today, and nothing is put off that could end.
    case notAhead(CivilDate)
    /// Nobody would be reminded anyway.
    ///
    /// - Parameters:
    ///   - subject: The report, the period and the unit, as they are printed.
    ///   - status: Where the obligation stands.
    case notReminded(String, Status)
  }

  /// What was put off, all of it or nothing.
  public struct Outcome: Sendable {
    /// One obligation, with the first day on which it is told of again.
    public struct Row: Sendable {
      /// The report and the unit.
      public let selection: Selection
      /// The covered period.
      public let period: Period
    }

    /// The obligations, in the order in which the units are named.
    public let rows: [Row]
    /// Whether they are told of again from today on.
    public let isEnded: Bool
  }

  /// Puts the reminders off, of all units or none.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - outbox: Its outbox.
  ///   - instant: When it is asked for; its day is today.
  /// - Returns: What was put off.
  /// - Throws: Everything that stands against it; nothing was then written.
  public func record(
    in workspace: Workspace, _ outbox: Outbox, at instant: ClockReading
  ) throws(RequestFailure) -> Outcome {
    try RequestFailure.wrap {
      guard let reason else { throw Refused.noReason }
      let today = instant.date
      guard until <= today.adding(days: Snooze.longestDays) else { throw Refused.tooFar(until) }
      let selections = try [Selection].named(report: report, units: units, in: workspace)
      let chosen = try selections.gather(of: units) { try obligation(of: $0, asOf: today) }
      let state = OutboxState(try outbox.read().rows)
      let rows = try RequestFailure.gather(chosen) { selection, obligation in
        let period = obligation.id.period
        let active = state.snooze(
          unit: selection.unit, report: selection.code, period: period, on: today)
        guard until > today || (until == today && active != nil) else {
          throw Refused.notAhead(until)
        }
        if until > today { try requireOpen(obligation, selection, asOf: today) }
        return OutboxRow(
          at: instant,
          .snoozed(
            OutboxRow.Snooze(
              unit: selection.unit, report: selection.code, period: period, until: until,
              person: person, reason: reason)))
      }
      var file = try outbox.lock(year: today.year)
      try file.append(rows)
      return Outcome(
        rows: chosen.map { Outcome.Row(selection: $0, period: $1.id.period) },
        isEnded: until <= today)
    }
  }

  private func obligation(
    of selection: Selection, asOf today: CivilDate
  ) throws -> (Selection, Obligation) {
    let days = selection.desk.workspace.office.reminders.longestLead
    let obligation = try selection.obligation(period, or: .open, asOf: today, within: days) {
      ReminderStages($1.definitions).isReminded($0, on: today)
    }
    return (selection, obligation)
  }

  /// Refuses what nobody would be reminded of anyway.
  private func requireOpen(
    _ obligation: Obligation, _ selection: Selection, asOf today: CivilDate
  ) throws {
    if let due = obligation.due {
      try selection.desk.workspace.requireHolidays(of: (due.year - 1)...(due.year + 1))
    }
    guard let assessment = selection.desk.judge(asOf: today).assess(obligation),
      !assessment.isOpen
    else { return }
    throw Refused.notReminded(
      "\(selection.code) \(obligation.id.period) \(selection.unitName)", assessment.status)
  }
}
