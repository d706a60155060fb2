public import CivilCalendar
public import Compliance
internal import ComplianceModel

/// An open obligation with the stage that its reminder has come to.
public struct Reminder: Sendable {
  /// The obligation as it stands.
  public let assessment: Assessment
  /// The code of its report.
  public let code: String
  /// The role that answers for it.
  public let responsible: String
  /// The stage.
  public let stage: ReminderKey.Stage
  /// Who is told, each person once.
  public let addressees: [Addressee]

  /// Somebody who is told, with what they are told as.
  public struct Addressee: Sendable {
    /// Who.
    public let recipient: Recipient
    /// The roles, or the code of a desa, for which keys are kept: a role that passes to another person
    /// is told anew.
    public let roles: [String]
  }
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
        let stage = stage(of: assessment, due, on: day)
        let isNear = assessment.status != .waiting || stage != nil
        return assessment.isOpen && isNear
          ? reminder(assessment, due: due, stage: stage ?? 0, on: day) : nil
      }
    }.sorted {
      ($0.stage.due, $0.code, $0.stage.unit, $0.stage.period)
        < ($1.stage.due, $1.code, $1.stage.unit, $1.stage.period)
    }
  }

  private func reminder(_ assessment: Assessment, on day: CivilDate) -> Reminder? {
    guard assessment.isOpen, let due = assessment.due else { return nil }
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
      responsible: definitions.calendar.codes[assessment.report.responsible],
      stage: ReminderKey.Stage(
        unit: id.unit, report: code, period: id.period, due: due,
        round: assessment.standing.returnCount, stage: stage),
      addressees: addressees(of: assessment, stage: stage, on: day))
  }

  /// Whether a reminder of an obligation has come due by a day: one was sent, or is.
  public func isReminded(_ assessment: Assessment, on day: CivilDate) -> Bool {
    assessment.isOpen
      && assessment.due.map { stage(of: assessment, $0, on: day) != nil } ?? false
  }

  /// The roles above the one who answers for an overdue obligation to whom it has come by a day, in the
  /// order of the settings.
  public func escalatedRoles(of assessment: Assessment, on day: CivilDate) -> [String] {
    guard assessment.status == .overdue, let due = assessment.due,
      let stage = stage(of: assessment, due, on: day)
    else { return [] }
    return escalatedRoles(of: assessment, at: stage)
  }

  private func escalatedRoles(of assessment: Assessment, at stage: Int) -> [String] {
    let responsible = definitions.calendar.codes[assessment.report.responsible]
    return settings.escalations.reduce(into: []) { roles, escalation in
      guard stage > 0, escalation.from <= stage, escalation.role != responsible,
        !roles.contains(escalation.role)
      else { return }
      roles.append(escalation.role)
    }
  }

  /// Who is told: who owes it, the desa itself, and from their stages on those above.
  private func addressees(
    of assessment: Assessment, stage: Int, on day: CivilDate
  ) -> [Reminder.Addressee] {
    let roles =
      [definitions.calendar.codes[assessment.report.responsible]]
      + escalatedRoles(of: assessment, at: stage)
    var addressees: [Reminder.Addressee] = []
    for role in roles {
      let recipient = recipient(role, on: day)
      if let index = addressees.firstIndex(where: { $0.recipient.id == recipient.id }) {
        addressees[index] = Reminder.Addressee(
          recipient: recipient, roles: addressees[index].roles + [role])
      } else {
        addressees.append(Reminder.Addressee(recipient: recipient, roles: [role]))
      }
    }
    let unit = assessment.obligation.id.unit
    if assessment.report.level == .village, let contacts = settings.villageContacts[unit] {
      let village = Recipient(
        id: unit.description, name: definitions.kecamatan.displayName(of: unit),
        contacts: contacts)
      addressees.append(Reminder.Addressee(recipient: village, roles: [village.id]))
    }
    return addressees
  }

  /// Who holds a role on a day, with all roles that the same person holds; the role itself where nobody
  /// is recorded.
  public func recipient(_ role: String, on day: CivilDate) -> Recipient {
    let held = definitions.office.holdings(
      ofHolderOf: role, in: definitions.kecamatan.code, on: day)
    guard let first = held.first else {
      return Recipient(id: role, name: roleName(role), contacts: [:])
    }
    let name =
      held.count == 1
      ? "\(first.name) (\(roleName(first.role)))"
      : "\(first.ownName) (\(held.map(title).joined(separator: ", ")))"
    let contacts = held.reduce(into: [:]) { contacts, official in
      contacts.merge(official.contacts) { first, _ in first }
    }
    return Recipient(
      id: Recipient.id(of: first.role, in: first.unit), name: name, contacts: contacts)
  }

  /// `Camat`, or `Plt. Camat` for one who stands in.
  private func title(_ official: Official) -> String {
    [official.standIn, roleName(official.role)].compactMap(\.self).joined(separator: " ")
  }
}
