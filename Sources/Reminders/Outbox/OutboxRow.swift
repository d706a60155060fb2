public import CivilCalendar
public import ComplianceModel
internal import DurableFiles

/// One row of the outbox: what was planned, tried, sent, or put off.
public struct OutboxRow: Hashable, Sendable {
  /// What a row says.
  public enum Event: Hashable, Sendable {
    /// A key is planned to go out with a message.
    case planned(message: String, ReminderKey)
    /// A message is about to be handed to its channel, by the run that holds a place
    /// (`OutboxTurn`); `nil` where it is not said.
    case claimed(message: String, person: String, channel: String, turn: Int? = nil)
    /// The channel took it.
    case sent(message: String, person: String, channel: String)
    /// The channel did not take it, and why.
    case failed(message: String, person: String, channel: String, reason: String)
    /// Nobody knows whether the channel took it, and why.
    case unsure(message: String, person: String, channel: String, reason: String)
    /// The other side of a channel asks to be left alone for so many seconds, 0 through 86 400.
    case askedToWait(person: String, channel: String, seconds: Int)
    /// What was told over a route will fail again until a person mends something.
    case held(person: String, channel: String)
    /// A run came to its end.
    case ran(Outcome)
    /// Nothing is told of an obligation before a day, and why.
    case snoozed(Snooze)
  }

  /// How a run ended.
  public enum Outcome: String, CaseIterable, Sendable {
    /// All that was due went out, or nothing was due.
    case good = "baik"
    /// A quiet day or hour: nothing was looked for.
    case quiet = "tenang"
    /// Something was not sent and will be tried again.
    case failed = "gagal"
  }

  /// An obligation that is not told of for a while.
  public struct Snooze: Hashable, Sendable {
    /// The unit.
    public let unit: RegionCode
    /// The code of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// The first day on which it is told of again.
    public let until: CivilDate
    /// Who asked for it.
    public let person: String
    /// Why.
    public let reason: String

    /// Creates a snooze.
    public init(
      unit: RegionCode, report: String, period: Period, until: CivilDate, person: String,
      reason: String
    ) {
      self.unit = unit
      self.report = report
      self.period = period
      self.until = until
      self.person = person
      self.reason = reason
    }
  }

  /// When it was written.
  public let instant: ClockReading
  /// What it says.
  public let event: Event
  /// The ledgers that a run read, `63.05.12/2026` with blanks between them: one that is gone later shows.
  public let books: String

  /// Creates a row.
  public init(at instant: ClockReading, _ event: Event, reading books: String = "") {
    self.instant = instant
    self.event = event
    self.books = books
  }
}

// MARK: - The text

extension OutboxRow {
  /// The columns of an outbox, in order.
  static let columns = [
    "urutan", "pada", "keadaan", "pesan", "orang", "saluran", "unit", "laporan", "periode",
    "tenggat", "putaran", "tahap", "keterangan",
  ]

  /// `keadaan` of a row that plans.
  static let plannedWord = "rencana"
  private static let weekWord = "mingguan"
  private static let failuresWord = "mesin"

  /// The fields behind `urutan`.
  var fields: [String] {
    var fields = [instant.description]
    switch event {
    case .planned(let message, let key):
      fields += [OutboxRow.plannedWord, message, key.person, key.channel]
      switch key.subject {
      case .stage(let stage):
        fields += [
          stage.unit.description, stage.report, stage.period.description, stage.due.description,
          "\(stage.round)", ReminderSettings.text(of: stage.stage), "",
        ]
      case .week(let monday):
        fields += ["", "", "", monday.description, "", OutboxRow.weekWord, ""]
      case .failures: fields += ["", "", "", "", "", OutboxRow.failuresWord, ""]
      }
    case .claimed(let message, let person, let channel, let turn):
      fields +=
        ["klaim", message, person, channel] + OutboxRow.blanks(6) + [turn.map { "\($0)" } ?? ""]
    case .sent(let message, let person, let channel):
      fields += ["kirim", message, person, channel] + OutboxRow.blanks(7)
    case .failed(let message, let person, let channel, let reason):
      fields += ["gagal", message, person, channel] + OutboxRow.blanks(6) + [reason]
    case .unsure(let message, let person, let channel, let reason):
      fields += ["ragu", message, person, channel] + OutboxRow.blanks(6) + [reason]
    case .askedToWait(let person, let channel, let seconds):
      fields += ["tunggu", "", person, channel] + OutboxRow.blanks(6) + ["\(seconds)"]
    case .held(let person, let channel):
      fields += ["tahan", "", person, channel] + OutboxRow.blanks(7)
    case .ran(let outcome):
      fields += ["jalan"] + OutboxRow.blanks(5) + [books] + OutboxRow.blanks(3) + [outcome.rawValue]
    case .snoozed(let snooze):
      fields += [
        "tunda", "", snooze.person, "", snooze.unit.description, snooze.report,
        snooze.period.description, snooze.until.description, "", "", snooze.reason,
      ]
    }
    return fields
  }

  private static func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  /// Reads the fields behind `urutan`; `nil` for anything that ``fields`` does not write.
  ///
  /// - Parameters:
  ///   - texts: The fields.
  ///   - memo: What was read before: rows that follow each other share much.
  init?(_ texts: ArraySlice<String>, _ memo: inout Memo) {
    let fields = Array(texts)
    guard fields.count == OutboxRow.columns.count - 1,
      let instant = memo.instant.value(of: fields[0], { ClockReading($0) })
    else { return nil }
    let (message, person, channel) = (fields[2], fields[3], fields[4])
    let note = fields[11]
    let event: Event?
    switch fields[1] {
    case OutboxRow.plannedWord:
      event = OutboxRow.subject(fields, &memo).map {
        .planned(message: message, ReminderKey($0, person: person, channel: channel))
      }
    case "klaim":
      event = .claimed(
        message: message, person: person, channel: channel,
        turn: Int(note).flatMap { OutboxTurn.numbers.contains($0) ? $0 : nil })
    case "kirim": event = .sent(message: message, person: person, channel: channel)
    case "gagal":
      event = .failed(message: message, person: person, channel: channel, reason: note)
    case "ragu":
      event = .unsure(message: message, person: person, channel: channel, reason: note)
    case "tunggu":
      event = Int(note).flatMap { seconds in
        (0...RetryAfter.limit).contains(seconds)
          ? .askedToWait(person: person, channel: channel, seconds: seconds) : nil
      }
    case "tahan": event = .held(person: person, channel: channel)
    case "jalan": event = Outcome(rawValue: note).map { .ran($0) }
    case "tunda":
      guard let unit = RegionCode(fields[5]), let period = Period(fields[7]),
        let until = try? CivilDate(fields[8])
      else { return nil }
      event = .snoozed(
        Snooze(
          unit: unit, report: fields[6], period: period, until: until, person: person,
          reason: note))
    default: event = nil
    }
    guard let event else { return nil }
    if case .ran = event {
      self.init(at: instant, event, reading: fields[7])
    } else {
      self.init(at: instant, event)
    }
  }

  private static func subject(
    _ fields: [String], _ memo: inout Memo
  ) -> ReminderKey.Subject? {
    if fields[10] == failuresWord { return .failures }
    guard let day = memo.due.value(of: fields[8], { try? CivilDate($0) }) else { return nil }
    if fields[10] == weekWord { return .week(day) }
    guard let unit = memo.unit.value(of: fields[5], { RegionCode($0) }),
      let period = memo.period.value(of: fields[7], { Period($0) }),
      let round = Int(fields[9]), let stage = ReminderSettings.stage(fields[10])
    else { return nil }
    return .stage(
      ReminderKey.Stage(
        unit: unit, report: fields[6], period: period, due: day, round: round, stage: stage))
  }

  /// What the last rows said.
  struct Memo {
    fileprivate var instant = Last<ClockReading>()
    fileprivate var due = Last<CivilDate>()
    fileprivate var unit = Last<RegionCode>()
    fileprivate var period = Last<Period>()

    fileprivate struct Last<Value> {
      private var text = ""
      private var value: Value?

      mutating func value(of text: String, _ read: (String) -> Value?) -> Value? {
        if text != self.text { (self.text, value) = (text, read(text)) }
        return value
      }
    }
  }
}
