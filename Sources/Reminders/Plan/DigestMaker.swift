internal import Answers
public import CivilCalendar
internal import Compliance
public import ComplianceModel

/// Puts the reminders of a day together: one digest a person and channel.
public struct DigestMaker: Sendable {
  private let channels: [ChannelSettings]
  private let day: CivilDate

  /// Prepares the digests of a day.
  ///
  /// - Parameters:
  ///   - settings: The channels, and whether a summary is wanted.
  ///   - day: Today.
  public init(_ settings: ReminderSettings, on day: CivilDate) {
    channels = settings.channels
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
    var own: [String: [Told]] = [:]
    var weekly: [String: [Told]] = [:]
    func note(_ recipient: Recipient) {
      if people.updateValue(recipient, forKey: recipient.id) == nil { order.append(recipient.id) }
    }
    for reminder in reminders {
      for addressee in reminder.addressees {
        note(addressee.recipient)
        own[addressee.recipient.id, default: []].append((reminder, addressee.roles))
      }
    }
    for reminder in week {
      for addressee in reminder.addressees {
        note(addressee.recipient)
        weekly[addressee.recipient.id, default: []].append((reminder, addressee.roles))
      }
    }
    return order.flatMap { id -> [Digest] in
      guard let recipient = people[id] else { return [] }
      return channels(of: recipient).compactMap { channel in
        digest(recipient, channel, own[id] ?? [], week: weekly[id] ?? [], where: isTold)
      }
    }
  }

  /// The channels over which somebody is told: those with an address of theirs, and for an officer
  /// standard output and folders, which need none.
  ///
  /// A folder beside other channels keeps copies and reaches nobody: an officer without an address is
  /// told on standard output all the same.
  func channels(of recipient: Recipient) -> [ChannelSettings] {
    let own = channels.filter { channel in
      switch channel.kind {
      case .standardOutput, .drop:
        !recipient.isVillage || recipient.contacts[channel.name] != nil
      case .sendmail, .webhook, .command, .whatsAppLink: recipient.contacts[channel.name] != nil
      }
    }
    let isReached = own.contains { !$0.isFolder } || channels.allSatisfy(\.isFolder)
    return isReached || recipient.isVillage ? own : own + [.terminal]
  }

  /// A reminder with the roles as which somebody is told of it.
  private typealias Told = (reminder: Reminder, roles: [String])

  private func digest(
    _ recipient: Recipient, _ channel: ChannelSettings, _ reminders: [Told],
    week: [Told], where isTold: (ReminderKey) -> Bool
  ) -> Digest? {
    func keys(_ told: Told) -> [ReminderKey] {
      told.roles.map {
        ReminderKey(.stage(told.reminder.stage), person: $0, channel: channel.name)
      }
    }
    // Who was told of it in one role knows of it in the others.
    let pending = reminders.filter { !keys($0).contains(where: isTold) }
    var all = pending.flatMap(keys)
    let weekKey = ReminderKey(.week(day.monday), person: recipient.id, channel: channel.name)
    let isSummed = !week.isEmpty && !isTold(weekKey)
    if isSummed { all.append(weekKey) }
    guard !all.isEmpty else { return nil }
    // What is told in full is not told again in the summary.
    let told = Set(pending.map(\.reminder.situation.id))
    let rest = week.filter { !told.contains($0.reminder.situation.id) }
    return Digest(
      recipient: recipient, channel: channel, keys: all, sections: sections(pending),
      week: isSummed ? sections(rest) : [])
  }

  private func sections(
    _ reminders: [Told]
  ) -> [(section: Digest.Section, lines: [Digest.Line])] {
    let lines = lines(reminders)
    return Digest.Section.allCases.compactMap { section in
      let own = lines.filter { $0.section == section }
      return own.isEmpty ? nil : (section, own)
    }
  }

  /// Obligations of one kecamatan, report, period, due date and state share a line.
  private func lines(_ reminders: [Told]) -> [Digest.Line] {
    struct Group: Hashable {
      let kecamatan: RegionCode?
      let code: String
      let period: Period
      let due: CivilDate
      let day: CivilDate
      let returned: CivilDate?
      let responsible: String?
    }
    return reminders.groups { reminder, roles in
      let situation = reminder.situation
      return Group(
        kecamatan: situation.unit.isDesa ? situation.unit.kecamatan : nil, code: situation.code,
        period: situation.period, due: reminder.stage.due, day: reminder.day,
        returned: situation.state.returned,
        responsible: roles.contains(situation.responsible) ? nil : situation.responsible)
    }.compactMap { group, told in
      told.first.map { first in
        Digest.Line(
          situation: first.reminder.situation, due: group.due, day: group.day,
          units: told.map(\.reminder.situation.unit), responsible: group.responsible)
      }
    }
  }
}

extension ChannelSettings {
  /// Whether it is a folder.
  var isFolder: Bool { if case .drop = kind { true } else { false } }
}

extension Recipient {
  /// Whether it is a desa.
  var isVillage: Bool { RegionCode(id) != nil }
}

extension CivilDate {
  /// The Monday of the week that the day lies in.
  var monday: CivilDate { adding(days: 1 - weekday.rawValue) }
}
