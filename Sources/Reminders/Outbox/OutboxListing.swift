public import Answers
public import CivilCalendar
public import ComplianceModel

/// What the outbox tells of messages, runs and snoozes, in order: the answer behind `ingatkan riwayat`.
public struct OutboxListing: Sendable {
  /// What became of a message.
  public enum State: String, Sendable {
    /// Its channel took it.
    case sent = "terkirim"
    /// Its channel did not take it.
    case failed = "gagal"
    /// Nobody knows.
    case unknown = "tidak diketahui"
  }

  /// One message with what became of it.
  public struct Message: Sendable {
    /// The message.
    public let id: String
    /// Whom it was for, as the outbox names them.
    public let person: String
    /// The name of the channel.
    public let channel: String
    /// When it was last handed to its channel.
    public fileprivate(set) var claimed: ClockReading
    /// What became of it.
    public fileprivate(set) var state = State.unknown
    /// How many times it was tried.
    public fileprivate(set) var attempts = 1
    /// Why it was not taken; empty where nothing says so.
    public fileprivate(set) var reason = ""
    /// What it tells.
    public fileprivate(set) var subjects: [ReminderKey.Subject] = []

    /// How many obligations it tells of.
    public var obligations: Int {
      subjects.count { if case .stage = $0 { true } else { false } }
    }

    /// What people should know of it beside its state; empty where there is nothing.
    public var note: String {
      let attempts = attempts > 1 ? ["percobaan ke-\(attempts)"] : []
      let unknown = state == .unknown && reason.isEmpty ? ["terputus sebelum dijawab"] : []
      return (attempts + unknown + [reason].filter { !$0.isEmpty }).joined(separator: "; ")
    }
  }

  /// A snooze with the moment at which it was asked for.
  public struct Postponed: Sendable {
    /// When it was asked for.
    public let instant: ClockReading
    /// What is put off.
    public let snooze: OutboxRow.Snooze
  }

  /// The messages that were asked for, in the order in which they were first tried.
  public let messages: [Message]
  /// Whether anything was ever tried, whatever was asked for.
  public let hasMessages: Bool
  /// The snoozes since the day that was asked for.
  public let snoozes: [Postponed]
  /// The last run of any outcome.
  public let lastRun: ClockReading?
  /// The last run that was good or fell into a quiet time.
  public let lastGoodRun: ClockReading?

  /// Lists an outbox.
  ///
  /// - Parameters:
  ///   - rows: The outbox.
  ///   - since: The first day that is meant; `nil` for all.
  ///   - person: Whose messages are meant: a role, in any kecamatan, or the code of a desa; `nil` for all.
  public init(_ rows: [OutboxRow], since: CivilDate? = nil, person: String? = nil) {
    let state = OutboxState(rows)
    var places: [String: Int] = [:]
    var messages: [Message] = []
    func change(_ id: String, _ body: (inout Message) -> Void) {
      if let place = places[id] { body(&messages[place]) }
    }
    for row in rows {
      switch row.event {
      case .claimed(let id, let person, let channel, _):
        if places[id] == nil {
          places[id] = messages.count
          messages.append(
            Message(id: id, person: person, channel: channel, claimed: row.instant))
        } else {
          change(id) {
            $0.claimed = row.instant
            $0.state = .unknown
            $0.attempts += 1
          }
        }
      case .sent(let id, _, _):
        change(id) {
          $0.state = .sent
          $0.reason = ""
        }
      case .failed(let id, _, _, let reason):
        change(id) {
          $0.state = .failed
          $0.reason = reason
        }
      case .unsure(let id, _, _, let reason): change(id) { $0.reason = reason }
      case .planned, .askedToWait, .held, .ran, .snoozed: break
      }
    }
    for place in messages.indices {
      messages[place].subjects = state.keys(of: messages[place].id).subjects
    }
    hasMessages = !messages.isEmpty
    self.messages = messages.filter { message in
      (since.map { $0 <= message.claimed.date } ?? true)
        && (person.map { OutboxListing.isMeant($0, by: message.person) } ?? true)
    }
    snoozes = rows.compactMap { row in
      guard case .snoozed(let snooze) = row.event, since.map({ $0 <= row.instant.date }) ?? true
      else { return nil }
      return Postponed(instant: row.instant, snooze: snooze)
    }
    lastRun = state.lastRun
    lastGoodRun = state.lastGoodRun
  }

  /// Whether a word means somebody: a role means those who hold it in any kecamatan.
  private static func isMeant(_ word: String, by person: String) -> Bool {
    let word = word.lowercased()
    return person.lowercased() == word
      || Recipient.parts(of: person).role.lowercased() == word
  }

  /// Somebody as they are printed: `Camat`, `Camat 63.05.12`, `63.05.12.2001`.
  ///
  /// - Parameters:
  ///   - person: Whom the outbox names.
  ///   - role: The words for a role.
  /// - Returns: The words.
  public static func name(of person: String, role: (String) -> String) -> String {
    guard RegionCode(person) == nil else { return person }
    let (code, unit) = Recipient.parts(of: person)
    return [role(code), unit?.description].compactMap(\.self).joined(separator: " ")
  }

  /// The table of messages.
  ///
  /// - Parameter role: The words for a role.
  /// - Returns: The columns.
  public static func columns(
    role: @escaping @Sendable (String) -> String
  ) -> [Column<Message>] {
    [
      Column(key: "tanggal", heading: "Tanggal") { .day($0.claimed.date) },
      Column(key: "orang", heading: "Kepada") {
        .coded($0.person, label: name(of: $0.person, role: role))
      },
      Column(key: "saluran", heading: "Saluran") { .text($0.channel) },
      Column(key: "kewajiban", heading: "Kewajiban") { .count($0.obligations) },
      Column(key: "keadaan", heading: "Keadaan") { .text($0.state.rawValue) },
      Column(key: "keterangan", heading: "Keterangan") { .text($0.note) },
    ]
  }

  /// The person that a word means among those who were told, or could be: a role, or a desa by its code.
  ///
  /// - Parameters:
  ///   - word: The word, in any spelling.
  ///   - rows: The outbox.
  ///   - office: The settings of the office.
  ///   - unit: The unit that a word names.
  /// - Returns: The role, or the code of the desa.
  /// - Throws: ``NobodyMeant``.
  public static func person(
    _ word: String, _ rows: [OutboxRow], _ office: Office, unit: (String) -> RegionCode?
  ) throws(NobodyMeant) -> String {
    let told = rows.compactMap { row -> String? in
      if case .claimed(_, let person, _, _) = row.event {
        Recipient.parts(of: person).role
      } else {
        nil
      }
    }
    let roles = Set(Office.usualRoles + office.officials.map(\.role) + told).sorted()
    if let role = Office.role(written: word, among: roles) { return role }
    if let unit = unit(word) { return unit.description }
    throw NobodyMeant(word: word, known: roles)
  }

  /// The error for a word that means neither a role nor a desa.
  public struct NobodyMeant: Error, Hashable, Sendable {
    /// The word.
    public let word: String
    /// The roles that are known, in alphabetical order.
    public let known: [String]
  }
}
