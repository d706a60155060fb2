public import CivilCalendar
internal import PlainText

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
  /// The message in one line of at most ``longestSummary`` characters, for channels whose templates take
  /// no line break.
  public let summary: String
  /// Whether an earlier attempt may have arrived; the text then opens with `mungkin terkirim ulang`.
  public let isMaybeRepeated: Bool
  /// When this attempt was made, on the office's clock.
  public let sentAt: ClockReading

  /// The most characters of a summary: a template of the WhatsApp Cloud API holds 1024 with what is
  /// put into it.
  public static let longestSummary = 600

  /// Creates a message; of a summary of several lines or of too many characters the beginning is kept.
  public init(
    id: String, person: String, address: String?, subject: String, text: String, summary: String,
    isMaybeRepeated: Bool, sentAt: ClockReading
  ) {
    self.id = id
    self.person = person
    self.address = address
    self.subject = subject
    self.text = text
    let line = summary.singleLine
    self.summary =
      line.count > ReminderMessage.longestSummary
      ? line.prefix(ReminderMessage.longestSummary - 1) + "…" : line
    self.isMaybeRepeated = isMaybeRepeated
    self.sentAt = sentAt
  }
}
