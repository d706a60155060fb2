public import CivilCalendar
public import ComplianceModel

/// What is put off.
extension OutboxState {
  /// Whether an obligation is put off on a day.
  func isSnoozed(_ stage: ReminderKey.Stage, on day: CivilDate) -> Bool {
    snooze(unit: stage.unit, report: stage.report, period: stage.period, on: day) != nil
  }

  /// How an obligation is put off on a day: the last word counts; `nil` where it is not.
  public func snooze(
    unit: RegionCode, report: String, period: Period, on day: CivilDate
  ) -> OutboxRow.Snooze? {
    let last = snoozes.last { $0.unit == unit && $0.report == report && $0.period == period }
    return last.flatMap { day < $0.until ? $0 : nil }
  }

  /// All that is put off on a day, the first to come back in front.
  public func snoozes(on day: CivilDate) -> [OutboxRow.Snooze] {
    Set(snoozes).compactMap { one in
      snooze(unit: one.unit, report: one.report, period: one.period, on: day) == one ? one : nil
    }.sorted { ($0.until, $0.report, $0.unit) < ($1.until, $1.report, $1.unit) }
  }
}
