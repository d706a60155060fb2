public import CivilCalendar
public import Compliance
internal import ComplianceModel

/// An open obligation with the stage that its reminder has come to.
public struct Reminder: Sendable {
  /// The obligation as it stands.
  public let assessment: Assessment
  /// The code of its report.
  public let code: String
  /// The stage.
  public let stage: ReminderKey.Stage
  /// Who is told.
  public let recipients: [Recipient]
}

/// Says what has to be told to whom on a day, before it is looked up what was told already.
public struct ReminderPlanner: Sendable {
  private let settings: ReminderSettings
  private let definitions: Definitions
  private let stageDays: StageDays
  /// The name of a role for people.
  private let roleName: @Sendable (String) -> String

  /// Prepares a plan for one kecamatan.
  ///
  /// - Parameters:
  ///   - definitions: The office, the calendar, the working days.
  ///   - roleName: The name of a role for people.
  public init(
    _ definitions: Definitions, roleName: @escaping @Sendable (String) -> String
  ) {
    self.definitions = definitions
    settings = definitions.office.reminders
    stageDays = StageDays(
      definitions.workingDays, countsWorkingDays: settings.countsWorkingDays)
    self.roleName = roleName
  }

  /// The reminders of open obligations whose latest stage has come.
  ///
  /// What is in, exempt, waits for its predecessor or has no due date is silent.
  ///
  /// - Parameters:
  ///   - assessments: Obligations as they stand on the day, in any order.
  ///   - day: Today.
  /// - Returns: One for each obligation, the earliest due date first.
  public func reminders(
    for assessments: some Sequence<Assessment>, on day: CivilDate
  ) -> [Reminder] {
    assessments.compactMap { reminder($0, on: day) }.sorted {
      ($0.stage.due, $0.code, $0.stage.unit, $0.stage.period)
        < ($1.stage.due, $1.code, $1.stage.unit, $1.stage.period)
    }
  }

  /// All open obligations that are late or soon due, or of which a stage has come, with who answers
  /// for them.
  ///
  /// - Parameters:
  ///   - assessments: Obligations as they stand on the day, in any order.
  ///   - day: Today.
  /// - Returns: One for each obligation, the earliest due date first.
  public func open(_ assessments: some Sequence<Assessment>, on day: CivilDate) -> [Reminder] {
    assessments.compactMap { assessment in
      assessment.due.flatMap { due in
        let isNear = assessment.status != .waiting || stage(of: assessment, due, on: day) != nil
        return ReminderPlanner.isOpen(assessment) && isNear
          ? reminder(assessment, due: due, stage: max(0, due.days(to: day)), on: day) : nil
      }
    }.sorted {
      ($0.stage.due, $0.code, $0.stage.unit, $0.stage.period)
        < ($1.stage.due, $1.code, $1.stage.unit, $1.stage.period)
    }
  }

  private func reminder(_ assessment: Assessment, on day: CivilDate) -> Reminder? {
    guard ReminderPlanner.isOpen(assessment), let due = assessment.due else { return nil }
    return stage(of: assessment, due, on: day).map {
      reminder(assessment, due: due, stage: $0, on: day)
    }
  }

  /// The latest stage that an obligation has come to.
  private func stage(of assessment: Assessment, _ due: CivilDate, on day: CivilDate) -> Int? {
    let code = definitions.calendar.codes[assessment.report.code]
    return stageDays.latest(of: settings.stages(of: code), due: due, on: day)
  }

  private func reminder(
    _ assessment: Assessment, due: CivilDate, stage: Int, on day: CivilDate
  ) -> Reminder {
    let id = assessment.obligation.id
    let code = definitions.calendar.codes[id.report]
    return Reminder(
      assessment: assessment, code: code,
      stage: ReminderKey.Stage(
        unit: id.unit, report: code, period: id.period, due: due,
        round: assessment.standing.returnCount, stage: stage),
      recipients: recipients(of: assessment, stage: stage, on: day))
  }

  /// Whether somebody can do something about an obligation.
  static func isOpen(_ assessment: Assessment) -> Bool {
    switch assessment.status {
    case .overdue, .dueSoon: true
    case .waiting: !assessment.isGated && assessment.due != nil
    case .exempt, .onTime, .late, .submitted: false
    }
  }

  /// Who is told: who owes it, the desa itself, and from their stages on those above.
  private func recipients(
    of assessment: Assessment, stage: Int, on day: CivilDate
  ) -> [Recipient] {
    var roles = [definitions.calendar.codes[assessment.report.responsible]]
    for escalation in settings.escalations
    where stage > 0 && escalation.from <= stage && !roles.contains(escalation.role) {
      roles.append(escalation.role)
    }
    var recipients = roles.map { recipient($0, on: day) }
    let unit = assessment.obligation.id.unit
    if assessment.report.level == .village, let contacts = settings.villageContacts[unit] {
      recipients.append(
        Recipient(
          id: unit.description, name: definitions.kecamatan.displayName(of: unit),
          contacts: contacts))
    }
    return recipients
  }

  /// Who holds a role on a day; the role itself where nobody is recorded.
  public func recipient(_ role: String, on day: CivilDate) -> Recipient {
    let official = definitions.office.official(role, on: day)
    let title = roleName(role)
    return Recipient(
      id: role, name: official.map { "\($0.name) (\(title))" } ?? title,
      contacts: official?.contacts ?? [:])
  }
}
