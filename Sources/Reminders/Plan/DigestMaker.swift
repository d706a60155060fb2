public import CivilCalendar
internal import Compliance
public import ComplianceModel

/// Puts the reminders of a day together: one digest a person and channel.
public struct DigestMaker: Sendable {
  private let channels: [ChannelSettings]
  private let calendar: WorkingDayCalendar
  private let day: CivilDate

  /// Prepares the digests of a day.
  ///
  /// - Parameters:
  ///   - settings: The channels, and whether a summary is wanted.
  ///   - calendar: The office's working days.
  ///   - day: Today.
  public init(_ settings: ReminderSettings, _ calendar: WorkingDayCalendar, on day: CivilDate) {
    channels = settings.channels
    self.calendar = calendar
    self.day = day
  }

  /// The digests of a day.
  ///
  /// - Parameters:
  ///   - reminders: What has to be told.
  ///   - week: All that is open, where the summary of the week is due; else empty.
  ///   - isTold: Whether something was told already, or is not to be told.
  /// - Returns: The digests by person, in the order in which persons first appear.
  public func digests(
    _ reminders: [Reminder], week: [Reminder] = [], where isTold: (ReminderKey) -> Bool
  ) -> [Digest] {
    var order: [String] = []
    var people: [String: Recipient] = [:]
    var own: [String: [Reminder]] = [:]
    var weekly: [String: [Reminder]] = [:]
    func note(_ recipient: Recipient) {
      if people.updateValue(recipient, forKey: recipient.id) == nil { order.append(recipient.id) }
    }
    for reminder in reminders {
      for recipient in reminder.recipients {
        note(recipient)
        own[recipient.id, default: []].append(reminder)
      }
    }
    for reminder in week {
      for recipient in reminder.recipients {
        note(recipient)
        weekly[recipient.id, default: []].append(reminder)
      }
    }
    return order.flatMap { id -> [Digest] in
      guard let recipient = people[id] else { return [] }
      return channels(of: recipient).compactMap { channel in
        digest(recipient, channel, own[id] ?? [], week: weekly[id] ?? [], where: isTold)
      }
    }
  }

  /// The channels over which somebody can be reached; standard output where there is none.
  func channels(of recipient: Recipient) -> [ChannelSettings] {
    let own = channels.filter { channel in
      switch channel.kind {
      case .standardOutput: !recipient.isVillage
      case .drop: true
      case .sendmail, .webhook, .command, .whatsAppLink: recipient.contacts[channel.name] != nil
      }
    }
    return own.isEmpty && !recipient.isVillage ? [.terminal] : own
  }

  private func digest(
    _ recipient: Recipient, _ channel: ChannelSettings, _ reminders: [Reminder],
    week: [Reminder], where isTold: (ReminderKey) -> Bool
  ) -> Digest? {
    func key(_ subject: ReminderKey.Subject) -> ReminderKey {
      ReminderKey(subject, person: recipient.id, channel: channel.name)
    }
    let pending = reminders.filter { !isTold(key(.stage($0.stage))) }
    var keys = pending.map { key(.stage($0.stage)) }
    let weekKey = key(.week(day.monday))
    let summary = week.isEmpty || isTold(weekKey) ? [] : week
    if !summary.isEmpty { keys.append(weekKey) }
    guard !keys.isEmpty else { return nil }
    return Digest(
      recipient: recipient, channel: channel, keys: keys, sections: sections(pending),
      week: sections(summary))
  }

  private func sections(
    _ reminders: [Reminder]
  ) -> [(section: Digest.Section, lines: [Digest.Line])] {
    let lines = lines(reminders)
    return Digest.Section.allCases.compactMap { section in
      let own = lines.filter { $0.section(on: day) == section }
      return own.isEmpty ? nil : (section, own)
    }
  }

  /// Obligations of one report, period, due date and state share a line.
  private func lines(_ reminders: [Reminder]) -> [Digest.Line] {
    struct Group: Hashable {
      let code: String
      let period: Period
      let due: CivilDate
      let isReturned: Bool
    }
    var order: [Group] = []
    var units: [Group: [RegionCode]] = [:]
    for reminder in reminders {
      let group = Group(
        code: reminder.code, period: reminder.stage.period, due: reminder.stage.due,
        isReturned: reminder.assessment.standing.openReturn != nil)
      if units[group] == nil { order.append(group) }
      units[group, default: []].append(reminder.stage.unit)
    }
    return order.map { group in
      Digest.Line(
        code: group.code, period: group.period, units: units[group] ?? [], due: group.due,
        lastWorkingDay: try? calendar.workingDay(onOrBefore: group.due),
        workingDaysLeft: try? calendar.workingDays(after: day, through: group.due),
        daysLate: max(0, group.due.days(to: day)), isReturned: group.isReturned)
    }
  }
}

extension Recipient {
  /// Whether it is a desa.
  var isVillage: Bool { RegionCode(id) != nil }
}

extension CivilDate {
  /// The Monday of the week that the day lies in.
  var monday: CivilDate { adding(days: 1 - weekday.rawValue) }
}
