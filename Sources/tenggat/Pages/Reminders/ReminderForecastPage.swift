internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Wording

/// Who would get what on the next days, if nothing were submitted until then.
struct ReminderForecastPage {
  let forecast: ReminderForecast

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line("Yang akan dikirim, bila tidak ada yang disampaikan lagi", .strong)
    for day in forecast.days {
      session.console.line()
      session.console.line(Words.day(day.date), .strong)
      if day.isQuiet {
        session.console.line("  hari tenang", .faint)
      } else if day.digests.isEmpty {
        session.console.line("  tidak ada", .faint)
      }
      for digest in day.digests {
        session.console.line("  \(digest.recipient.name) · \(digest.channel.name)")
        for line in forecast.lines(of: digest) {
          session.console.line("    \(forecast.text(of: line))")
        }
        if !digest.week.isEmpty { session.console.line("    \(ReminderForecast.weekText)") }
      }
    }
    guard !forecast.snoozes.isEmpty else { return }
    session.console.line()
    session.console.line("Ditunda", .strong)
    for snooze in forecast.snoozes {
      session.console.line(
        "  \(snooze.report) \(snooze.period.indonesian) \(forecast.name(of: snooze.unit)) sampai "
          + "\(snooze.until.indonesian): \(snooze.reason)")
    }
  }

  // MARK: - JSON

  var json: JSONValue { ["hari": .array(forecast.days.map(json))] }

  private func json(_ day: ReminderForecast.Day) -> JSONValue {
    JSONValue(day, ReminderForecast.dayColumns)
      .adding("pesan", .array(day.digests.map(json)))
  }

  private func json(_ digest: Digest) -> JSONValue {
    JSONValue(digest, ReminderForecast.digestColumns)
      .adding("kewajiban", .array(digest.keys.subjects.map(OutboxPage.json)))
  }
}
