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
        for line in forecast.lines(of: digest) { session.console.line("    \(text(of: line))") }
        if !digest.week.isEmpty { session.console.line("    mingguan: ringkasan minggu ini") }
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

  /// `H-3: LPPDesa 2024, Desa Tarungin, Desa Burakai, tenggat 31 Maret 2025`.
  private func text(of line: ReminderForecast.Line) -> String {
    let villages = line.units.filter(\.isDesa).map(forecast.name)
    let parts =
      ["\(line.report) \(line.period.indonesian)"] + villages
      + ["tenggat \(line.due.indonesian)"]
    return "\(ReminderSettings.text(of: line.stage)): \(parts.joined(separator: ", "))"
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
