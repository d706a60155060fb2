internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Workspace

/// Who would get what on the next days, if nothing were handed in until then.
struct ReminderForecastPage {
  private let days: [ReminderRun.Forecast]
  private let snoozes: [OutboxRow.Snooze]
  private let unitName: (RegionCode) -> String

  /// Looks ahead; nothing is sent or written.
  init(_ desk: ReminderDesk, days count: Int) throws {
    let rows = try desk.outbox.read().rows
    days = desk.reminders.forecast(days: count, after: rows)
    snoozes = OutboxState(rows).snoozes(on: desk.now.date)
    let kecamatan = desk.workspace.kecamatan
    unitName = { unit in
      kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? unit.description
    }
  }

  // MARK: - For people

  func print(to session: inout Session) {
    session.console.line("Yang akan dikirim, bila tidak ada yang diserahkan lagi", .strong)
    for day in days {
      session.console.line()
      session.console.line(Words.day(day.date), .strong)
      if day.isQuiet {
        session.console.line("  hari tenang", .faint)
      } else if day.digests.isEmpty {
        session.console.line("  tidak ada", .faint)
      }
      for digest in day.digests {
        session.console.line("  \(digest.recipient.name) · \(digest.channel.name)")
        for (stage, text) in lines(digest) { session.console.line("    \(stage): \(text)") }
      }
    }
    guard !snoozes.isEmpty else { return }
    session.console.line()
    session.console.line("Ditunda", .strong)
    for snooze in snoozes {
      session.console.line(
        "  \(snooze.report) \(snooze.period.indonesian) \(unitName(snooze.unit)) sampai "
          + "\(snooze.until.indonesian): \(snooze.reason)")
    }
  }

  /// The obligations of a digest with their stages, those of one report and stage together.
  private func lines(_ digest: Digest) -> [(String, String)] {
    var order: [String] = []
    var units: [String: (stage: String, what: String, units: [RegionCode], due: CivilDate)] = [:]
    for stage in digest.keys.stages {
      let text = ReminderSettings.text(of: stage.stage)
      let name = "\(text) \(stage.report) \(stage.period) \(stage.due)"
      if units[name] == nil {
        order.append(name)
        units[name] = (text, "\(stage.report) \(stage.period.indonesian)", [], stage.due)
      }
      units[name]?.units.append(stage.unit)
    }
    let lines = order.compactMap { name -> (String, String)? in
      guard let group = units[name] else { return nil }
      let desa = group.units.filter(\.isDesa).map(unitName)
      let who = desa.isEmpty ? "" : ", \(desa.joined(separator: ", "))"
      return (group.stage, "\(group.what)\(who), tenggat \(group.due.indonesian)")
    }
    return lines + (digest.week.isEmpty ? [] : [("mingguan", "ringkasan minggu ini")])
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "hari": .array(
        days.map { day in
          [
            "tanggal": .string(day.date.description),
            "tenang": .boolean(day.isQuiet),
            "pesan": .array(
              day.digests.map { digest in
                [
                  "orang": .string(digest.recipient.id),
                  "nama": .string(digest.recipient.name),
                  "saluran": .string(digest.channel.name),
                  "kewajiban": .array(digest.keys.subjects.map(OutboxPage.json)),
                ]
              }),
          ]
        })
    ]
  }
}
