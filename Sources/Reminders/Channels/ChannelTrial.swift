public import CivilCalendar
public import ComplianceModel
internal import PlainText

/// One message over one channel that somebody sends to themselves, to see that it arrives.
///
/// The outbox knows nothing of it: it is no reminder.
public struct ChannelTrial: Sendable {
  /// The channel.
  public let channel: ChannelSettings
  /// The message.
  public let message: ReminderMessage

  /// A reason why nothing is sent, as data.
  public enum Refused: Error, Hashable, Sendable {
    /// The office has no such channel; those that it has.
    case unknownChannel(String, known: [String])
    /// Nobody of that name is among the officers.
    case noOfficer(String)
    /// The officer has no address on the channel.
    case noContact(officer: String, channel: String)
  }

  /// Prepares a message to an officer.
  ///
  /// - Parameters:
  ///   - name: The name of the channel.
  ///   - person: The name of the officer, as the office's settings write it, with or without `Plt.`.
  ///   - office: The office's settings.
  ///   - now: The moment.
  /// - Throws: ``Refused``.
  public init(
    _ name: String, to person: String, in office: Office, at now: ClockReading
  ) throws(Refused) {
    let channels = office.reminders.channels
    guard let channel = channels.first(where: { $0.name == name }) else {
      throw .unknownChannel(name, known: channels.map(\.name))
    }
    guard let officer = office.officer(named: person, on: now.date) else {
      throw .noOfficer(person)
    }
    let address = officer.contacts[channel.name]
    guard address != nil || !channel.needsAddress else {
      throw .noContact(officer: officer.name, channel: channel.name)
    }
    self.channel = channel
    message = ReminderMessage(
      id: "coba-\(now.unixSeconds)", person: officer.name, address: address,
      subject: "Percobaan pengingat tenggat",
      text: """
        Ini percobaan saluran '\(channel.name)', diminta dari halaman Pengingat \(now.date.indonesian).
        Bila Anda membacanya, pengingat lewat saluran ini sampai. Tidak ada yang perlu dikerjakan.

        """,
      summary: "Percobaan saluran \(channel.name): bila Anda membacanya, pengingat sampai.",
      isMaybeRepeated: false, sentAt: now)
  }
}

extension Office {
  /// The officer of a name whose time has begun, the latest of several; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - name: The name, with or without `Plt.`, in any case.
  ///   - day: The day.
  /// - Returns: The officer.
  public func officer(named name: String, on day: CivilDate) -> Official? {
    let wanted = name.trimmingBlanks.lowercased()
    return officials.filter { officer in
      officer.since <= day
        && [officer.name, officer.ownName].contains { $0.trimmingBlanks.lowercased() == wanted }
    }.max { $0.since < $1.since }
  }
}

extension ChannelSettings {
  /// Whether a message over it goes nowhere without an address.
  fileprivate var needsAddress: Bool {
    switch kind {
    case .standardOutput, .drop: false
    case .sendmail, .webhook, .command, .whatsAppLink: true
    }
  }
}
