public import Answers
public import CivilCalendar
public import Compliance
internal import ComplianceModel

/// An open obligation with the stage that its reminder has come to.
public struct Reminder: Sendable {
  /// The obligation as it stands on the day of the reminder.
  public let situation: Situation
  /// The day of the reminder, where the unit lies.
  public let day: CivilDate
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
  private let stages: ReminderStages
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
    stages = ReminderStages(definitions)
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
    ordered(
      assessments.compactMap { assessment in
        guard assessment.isOpen, let stage = stages.latest(of: assessment, on: day) else {
          return nil
        }
        return reminder(assessment, stage: stage, on: day)
      })
  }

  /// All open obligations that are late or soon due, or of which a stage has come, with who answers
  /// for them.
  ///
  /// - Parameters:
  ///   - assessments: Obligations as they stand on the day, in any order.
  ///   - day: Today.
  /// - Returns: One for each obligation, the earliest due date first.
  public func open(_ assessments: some Sequence<Assessment>, on day: CivilDate) -> [Reminder] {
    ordered(
      assessments.compactMap { assessment in
        guard assessment.isOpen else { return nil }
        let stage = stages.latest(of: assessment, on: day)
        guard assessment.status != .waiting || stage != nil else { return nil }
        return reminder(assessment, stage: stage ?? 0, on: day)
      })
  }

  /// The earliest due date first, and what shares a line of a message together.
  private func ordered(_ reminders: [Reminder]) -> [Reminder] {
    reminders.sorted {
      ($0.stage.due, $0.situation.code, $0.stage.unit, $0.stage.period)
        < ($1.stage.due, $1.situation.code, $1.stage.unit, $1.stage.period)
    }
  }

  /// The reminder of an obligation at a stage; `nil` without a due date.
  private func reminder(
    _ assessment: Assessment, stage: Int, on day: CivilDate
  ) -> Reminder? {
    guard let due = assessment.due else { return nil }
    let situation = Situation(assessment, definitions, asOf: day)
    return Reminder(
      situation: situation, day: day,
      stage: ReminderKey.Stage(
        unit: situation.unit, report: situation.code, period: situation.period, due: due,
        round: assessment.standing.returnCount, stage: stage),
      addressees: addressees(of: situation, stage: stage, on: day))
  }

  /// Who is told: who owes it, the desa itself, and from their stages on those above.
  private func addressees(
    of situation: Situation, stage: Int, on day: CivilDate
  ) -> [Reminder.Addressee] {
    let roles =
      [situation.responsible] + stages.escalatedRoles(of: situation.assessment, at: stage)
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
    if situation.assessment.report.level == .village,
      let contacts = settings.villageContacts[situation.unit]
    {
      let village = Recipient(
        id: situation.unit.description, name: situation.unitName, contacts: contacts)
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
