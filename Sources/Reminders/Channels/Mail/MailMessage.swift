internal import CivilCalendar
internal import PlainText

/// A message as a mail that a program with the interface of sendmail takes.
///
/// Source: RFC 5322, RFC 2045; RFC 3834 for `Auto-Submitted`.
struct MailMessage {
  /// The header and the body, their lines ended by LF.
  let text: String

  /// Creates the mail.
  ///
  /// A repeated one has the same `Message-ID` and refers to it, so that whoever gets both sees them
  /// as one.
  init(_ message: ReminderMessage, from sender: MailAddress, to recipient: MailAddress) {
    let identifier = "<\(message.id)@\(sender.domain ?? "tenggat.invalid")>"
    var header = [
      "Date: \(MailMessage.date(message.sentAt))",
      "From: \(MailMessage.mailbox(sender.name, sender.address))",
      "To: \(MailMessage.mailbox(message.person, recipient.address))",
      "Subject: \(HeaderText.unstructured(message.subject))",
      "Message-ID: \(identifier)",
    ]
    if message.isMaybeRepeated {
      header += ["In-Reply-To: \(identifier)", "References: \(identifier)"]
    }
    header += [
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ]
    text =
      header.joined(separator: "\n") + "\n\n"
      + QuotedPrintable.encode(message.text.printableLines)
  }

  /// A name and an address; the address stands on a line of its own, so that no line gets too long.
  private static func mailbox(_ name: String, _ address: String) -> String {
    name.singleLine.isEmpty ? address : "\(HeaderText.phrase(name))\n <\(address)>"
  }

  /// A moment as `Mon, 31 Mar 2025 07:05:00 +0800`.
  private static func date(_ reading: ClockReading) -> String {
    let (year, month, day) = reading.date.parts
    let second = reading.secondOfDay
    let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
    let minutes = abs(reading.secondsFromUTC) / 60
    return "\(weekdays[reading.date.weekday.rawValue - 1]), \(day) \(months[month - 1]) \(year) "
      + time.joined(separator: ":") + (reading.secondsFromUTC < 0 ? " -" : " +")
      + twoDigits(minutes / 60) + twoDigits(minutes % 60)
  }

  private static func twoDigits(_ number: Int) -> String { "\(number < 10 ? "0" : "")\(number)" }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
