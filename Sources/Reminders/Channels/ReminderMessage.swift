public import CivilCalendar

/// A message to one person over one channel.
public struct ReminderMessage: Hashable, Sendable {
  /// What the message is known by, the same over all retries: letters of ASCII, digits, `.` and `-`.
  public let id: String
  /// The person, for people: `Kasi Pemerintahan` or a name.
  public let person: String
  /// Where the person is on the channel: an e-mail address, a chat's id, a telephone number; `nil`
  /// where the channel needs none or none is known.
  public let address: String?
  /// What the message is about, one line.
  public let subject: String
  /// The message, its lines ended by LF.
  public let text: String
  /// Whether an earlier attempt may have arrived; the text then opens with `mungkin terkirim ulang`.
  public let isMaybeRepeated: Bool
  /// When this attempt was made, on the office's clock.
  public let sentAt: ClockReading

  /// Creates a message.
  public init(
    id: String, person: String, address: String?, subject: String, text: String,
    isMaybeRepeated: Bool, sentAt: ClockReading
  ) {
    self.id = id
    self.person = person
    self.address = address
    self.subject = subject
    self.text = text
    self.isMaybeRepeated = isMaybeRepeated
    self.sentAt = sentAt
  }
}
