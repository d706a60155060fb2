internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Wording

/// What the outbox tells of messages, runs and snoozes, in order.
struct OutboxPage {
  private let listing: OutboxListing
  /// What was asked for, in words.
  private let asked: [String]
  private let isOfOnePerson: Bool

  init(_ rows: [OutboxRow], since: CivilDate?, person: String?) {
    listing = OutboxListing(rows, since: since, person: person)
    asked =
      [
        person.map { "kepada \(OutboxPage.name(of: $0))" },
        since.map { "sejak \($0.indonesian)" },
      ].compactMap(\.self)
    isOfOnePerson = person != nil
  }

  private static func name(of person: String) -> String {
    OutboxListing.name(of: person) { Words.role($0) }
  }

  // MARK: - For people

  func print(to session: inout Session) {
    let last = listing.lastGoodRun.map { Words.day($0.date) } ?? "belum pernah"
    let heading = (["Pengingat"] + asked).joined(separator: " · ")
    session.console.line("\(heading) · jalan terakhir yang baik: \(last)", .strong)
    if listing.messages.isEmpty {
      session.console.line(
        listing.hasMessages
          ? "Tidak ada yang cocok: \(asked.joined(separator: ", "))." : "Belum ada yang dikirim.")
    } else {
      var table = Table([
        .init("Tanggal", right: true), .init("Kepada"), .init("Saluran"),
        .init("Kewajiban", right: true), .init("Keadaan"), .init("Keterangan", .wrapped),
      ])
      for message in listing.messages {
        let style: Style = message.state == .sent ? .good : .bad
        table.add([
          .init(.day(message.claimed.date), session.console),
          .init(OutboxPage.name(of: message.person)),
          .init(message.channel), .init("\(message.obligations)"),
          .init(message.state.rawValue, style), .init(message.note),
        ])
      }
      session.console.table(table)
    }
    if isOfOnePerson, !listing.snoozes.isEmpty {
      session.console.line("Penundaan, bagi semua yang diingatkan:", .faint)
    }
    for postponed in listing.snoozes {
      let snooze = postponed.snooze
      session.console.line(
        "Ditunda \(postponed.instant.date.indonesian): \(snooze.report) \(snooze.period.indonesian) "
          + "\(snooze.unit) sampai \(snooze.until.indonesian) (\(snooze.person)): \(snooze.reason)",
        .faint)
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "jalan_terakhir": JSONValue(listing.lastRun),
      "jalan_baik_terakhir": JSONValue(listing.lastGoodRun),
      "pesan": .array(
        listing.messages.map { message in
          [
            "id": .string(message.id),
            "pada": .string(message.claimed.description),
            "orang": .string(message.person),
            "saluran": .string(message.channel),
            "keadaan": .string(message.state.rawValue),
            "percobaan": .integer(message.attempts),
            "keterangan": .string(message.reason),
            "kewajiban": .array(message.subjects.map(OutboxPage.json)),
          ]
        }),
      "ditunda": .array(
        listing.snoozes.map { postponed in
          let snooze = postponed.snooze
          return [
            "pada": .string(postponed.instant.description),
            "unit": .string(snooze.unit.description),
            "laporan": .string(snooze.report),
            "periode": .string(snooze.period.description),
            "sampai": .string(snooze.until.description),
            "petugas": .string(snooze.person),
            "alasan": .string(snooze.reason),
          ]
        }),
    ]
  }

  /// What is told, for programs.
  static func json(_ subject: ReminderKey.Subject) -> JSONValue {
    switch subject {
    case .week(let monday):
      return ["tahap": "mingguan", "minggu": .string(monday.description)]
    case .failures:
      return ["tahap": "mesin"]
    case .stage(let stage):
      return JSONValue(stage, ReminderKey.Stage.columns)
    }
  }
}
