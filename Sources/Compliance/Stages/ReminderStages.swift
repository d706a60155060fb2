public import CivilCalendar
internal import ComplianceModel

/// The stages that obligations of one kecamatan have reached, and the roles above to whom they have come.
///
/// `jadwal` shows them and the reminders send by them, so they are computed in one place.
public struct ReminderStages: Sendable {
  private let settings: ReminderSettings
  private let calendar: ReportCalendar
  private let days: StageDays

  /// Prepares the stages of one kecamatan.
  ///
  /// - Parameter definitions: The office's settings, the calendar, and the working days that stages are
  ///   counted in.
  public init(_ definitions: Definitions) {
    settings = definitions.office.reminders
    calendar = definitions.calendar
    days = StageDays(definitions.workingDays, countsWorkingDays: settings.countsWorkingDays)
  }

  /// The latest stage that an obligation has reached by a day, in days from its due date.
  ///
  /// - Returns: The stage; `nil` where none has come, or there is no due date.
  public func latest(of assessment: Assessment, on day: CivilDate) -> Int? {
    assessment.due.flatMap { due in
      days.latest(
        of: settings.stages(of: calendar.codes[assessment.report.code]), due: due, on: day)
    }
  }

  /// Whether a reminder of an open obligation has come due by a day.
  public func isReminded(_ assessment: Assessment, on day: CivilDate) -> Bool {
    assessment.isOpen && latest(of: assessment, on: day) != nil
  }

  /// The roles above the one who answers for an overdue obligation to whom it has come by a day, in the
  /// order of the settings; none for what is not overdue.
  public func escalatedRoles(of assessment: Assessment, on day: CivilDate) -> [String] {
    guard assessment.status == .overdue, let stage = latest(of: assessment, on: day) else {
      return []
    }
    return escalatedRoles(of: assessment, at: stage)
  }

  /// The roles above the one who answers for an obligation that are told of it at a stage.
  public func escalatedRoles(of assessment: Assessment, at stage: Int) -> [String] {
    let responsible = calendar.codes[assessment.report.responsible]
    return settings.escalations.reduce(into: []) { roles, escalation in
      guard stage > 0, escalation.from <= stage, escalation.role != responsible,
        !roles.contains(escalation.role)
      else { return }
      roles.append(escalation.role)
    }
  }
}
