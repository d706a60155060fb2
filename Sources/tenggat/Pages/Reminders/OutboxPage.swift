internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Wording

/// What the outbox tells of messages, runs and snoozes, in order.
struct OutboxPage {
  /// One message with what became of it.
  private struct Message {
    let id: String
    let person: String
    let channel: String
    var claimed: ClockReading
    var state: State
    var attempts = 1
    var reason = ""
  }

  /// What became of a message.
  private enum State: String {
    case sent = "terkirim"
    case failed = "gagal"
    case unknown = "tidak diketahui"
  }

  private var messages: [Message] = []
  private let isFiltered: Bool
  /// What was asked for, in words.
  private let asked: [String]
  private let isOfOnePerson: Bool
  private let state: OutboxState
  private let snoozes: [(instant: ClockReading, OutboxRow.Snooze)]

  init(_ rows: [OutboxRow], since: CivilDate?, person: String?) {
    state = OutboxState(rows)
    var places: [String: Int] = [:]
    var messages: [Message] = []
    for row in rows {
      switch row.event {
      case .claimed(let id, let person, let channel, _):
        if let place = places[id] {
          messages[place].claimed = row.instant
          messages[place].state = .unknown
          messages[place].attempts += 1
        } else {
          places[id] = messages.count
          messages.append(
            Message(
              id: id, person: person, channel: channel, claimed: row.instant, state: .unknown))
        }
      case .sent(let id, _, _):
        if let place = places[id] {
          messages[place].state = .sent
          messages[place].reason = ""
        }
      case .failed(let id, _, _, let reason):
        if let place = places[id] {
          messages[place].state = .failed
          messages[place].reason = reason
        }
      case .unsure(let id, _, _, let reason):
        if let place = places[id] { messages[place].reason = reason }
      case .planned, .askedToWait, .held, .ran, .snoozed: break
      }
    }
    isFiltered = !messages.isEmpty
    asked =
      [
        person.map { "kepada \(OutboxPage.name(of: $0))" },
        since.map { "sejak \($0.indonesian)" },
      ].compactMap(\.self)
    isOfOnePerson = person != nil
    self.messages = messages.filter { message in
      (since.map { $0 <= message.claimed.date } ?? true)
        && (person.map { OutboxPage.isMeant($0, by: message.person) } ?? true)
    }
    snoozes = rows.compactMap { row in
      guard case .snoozed(let snooze) = row.event, since.map({ $0 <= row.instant.date }) ?? true
      else { return nil }
      return (row.instant, snooze)
    }
  }

  /// Whether a word means somebody: a role means those who hold it in any kecamatan.
  private static func isMeant(_ word: String, by person: String) -> Bool {
    let word = word.lowercased()
    return person.lowercased() == word
      || Recipient.parts(of: person).role.lowercased() == word
  }

  /// Somebody as they are printed: `Camat`, `Camat 63.05.12`, `63.05.12.2001`.
  private static func name(of person: String) -> String {
    guard RegionCode(person) == nil else { return person }
    let (role, unit) = Recipient.parts(of: person)
    return [Words.role(role), unit?.description].compactMap(\.self).joined(separator: " ")
  }

  // MARK: - For people

  func print(to session: inout Session) {
    let last = state.lastGoodRun.map { Words.day($0.date) } ?? "belum pernah"
    let heading = (["Pengingat"] + asked).joined(separator: " · ")
    session.console.line("\(heading) · jalan terakhir yang baik: \(last)", .strong)
    if messages.isEmpty {
      session.console.line(
        isFiltered
          ? "Tidak ada yang cocok: \(asked.joined(separator: ", "))." : "Belum ada yang dikirim.")
    } else {
      var table = Table([
        .init("Tanggal", right: true), .init("Kepada"), .init("Saluran"),
        .init("Kewajiban", right: true), .init("Keadaan"), .init("Keterangan", .wrapped),
      ])
      for message in messages {
        let style: Style = message.state == .sent ? .good : .bad
        table.add([
          .init(.day(message.claimed.date), session.console),
          .init(OutboxPage.name(of: message.person)),
          .init(message.channel), .init("\(state.keys(of: message.id).stages.count)"),
          .init(message.state.rawValue, style), .init(note(message)),
        ])
      }
      session.console.table(table)
    }
    if isOfOnePerson, !snoozes.isEmpty {
      session.console.line("Penundaan, bagi semua yang diingatkan:", .faint)
    }
    for (instant, snooze) in snoozes {
      session.console.line(
        "Ditunda \(instant.date.indonesian): \(snooze.report) \(snooze.period.indonesian) "
          + "\(snooze.unit) sampai \(snooze.until.indonesian) (\(snooze.person)): \(snooze.reason)",
        .faint)
    }
  }

  private func note(_ message: Message) -> String {
    let attempts = message.attempts > 1 ? ["percobaan ke-\(message.attempts)"] : []
    let unknown =
      message.state == .unknown && message.reason.isEmpty ? ["terputus sebelum dijawab"] : []
    return (attempts + unknown + [message.reason].filter { !$0.isEmpty }).joined(separator: "; ")
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "jalan_terakhir": JSONValue(state.lastRun),
      "jalan_baik_terakhir": JSONValue(state.lastGoodRun),
      "pesan": .array(
        messages.map { message in
          [
            "id": .string(message.id),
            "pada": .string(message.claimed.description),
            "orang": .string(message.person),
            "saluran": .string(message.channel),
            "keadaan": .string(message.state.rawValue),
            "percobaan": .integer(message.attempts),
            "keterangan": .string(message.reason),
            "kewajiban": .array(state.keys(of: message.id).subjects.map(OutboxPage.json)),
          ]
        }),
      "ditunda": .array(
        snoozes.map { instant, snooze in
          [
            "pada": .string(instant.description),
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
