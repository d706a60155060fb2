public import Answers
public import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// Obligations as a calendar for phones and mail programs (RFC 5545, RFC 7986): one all-day event each.
///
/// The `UID` of an event is made of the unit, the report, the period and the kecamatan, and stays. Its
/// `SEQUENCE` counts changes in the office's records, so that importing a later file updates what an earlier
/// one brought and doubles nothing.
public struct DueCalendarFile: Sendable {
  /// The hour of the day at which alarms sound.
  private static let alarmHour = 8

  private let calendar: DueCalendar
  private let made: ClockReading

  /// Prepares a file.
  ///
  /// - Parameters:
  ///   - calendar: The obligations.
  ///   - made: When the file is made.
  public init(_ calendar: DueCalendar, made: ClockReading) {
    self.calendar = calendar
    self.made = made
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var writer = ICSWriter()
    writer.property("BEGIN", "VCALENDAR")
    writer.property("VERSION", "2.0")
    writer.text("PRODID", OutputPlace.calendarMark)
    writer.property("CALSCALE", "GREGORIAN")
    writer.text("NAME", calendar.name)
    writer.text("X-WR-CALNAME", calendar.name)
    writer.property("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    writer.property("X-PUBLISHED-TTL", "P1D")
    for event in calendar.events { write(event, to: &writer) }
    writer.property("END", "VCALENDAR")
    return writer.bytes
  }

  private func write(_ event: DueCalendar.Event, to writer: inout ICSWriter) {
    let situation = event.explanation.situation
    let text = CalendarText(event)
    writer.property("BEGIN", "VEVENT")
    writer.text(
      "UID",
      "\(situation.unit)-\(situation.code)-\(situation.period)@\(situation.kecamatan.code).tenggat")
    writer.property("DTSTAMP", stamp)
    writer.property("SEQUENCE", "\(event.revision)")
    writer.property("DTSTART;VALUE=DATE", day(event.due))
    writer.property("DTEND;VALUE=DATE", day(event.due.adding(days: 1)))
    writer.text("SUMMARY", text.summary)
    writer.text("DESCRIPTION", text.description.joined(separator: "\n"))
    writer.text("CATEGORIES", text.role)
    writer.property("STATUS", DueCalendarFile.status(situation))
    writer.property("TRANSP", "TRANSPARENT")
    writer.property("X-TENGGAT-STATUS", situation.assessment.status.rawValue)
    for reminder in event.reminders {
      writer.property("BEGIN", "VALARM")
      writer.property("ACTION", "DISPLAY")
      writer.text("DESCRIPTION", text.alarm(reminder))
      writer.property("TRIGGER", trigger(days: event.due.days(to: reminder.day)))
      writer.property("END", "VALARM")
    }
    writer.property("END", "VEVENT")
  }

  /// What a calendar knows of a status: what is exempt is off, what waits for another document is not
  /// sure.
  private static func status(_ situation: Situation) -> String {
    switch situation.assessment.status {
    case .exempt: "CANCELLED"
    case .waiting where situation.gate != nil: "TENTATIVE"
    case .onTime, .late, .submitted, .overdue, .dueSoon, .waiting: "CONFIRMED"
    }
  }

  /// The moment of making in UTC: `20260401T000000Z`.
  private var stamp: String {
    made.inUTC.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A day as a value: `20260331`.
  private func day(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

  /// The time from the beginning of the due day to an alarm in the morning of another one: `-P6DT16H`
  /// for seven days before.
  private func trigger(days: Int) -> String {
    let hours = days * 24 + DueCalendarFile.alarmHour
    let (whole, rest) = abs(hours).quotientAndRemainder(dividingBy: 24)
    return (hours < 0 ? "-" : "") + "P" + (whole > 0 ? "\(whole)D" : "")
      + (rest > 0 ? "T\(rest)H" : "")
  }
}
