extension ChannelSettings {
  /// The channel of an office that names none: standard output, which cron mails.
  public static let terminal = ChannelSettings(name: "stdout", kind: .standardOutput)
}

/// How an office reminds its people, from `pengingat` in its file.
public struct ReminderSettings: Hashable, Sendable {
  /// Somebody above the one who owes a report, told from a stage on.
  public struct Escalation: Hashable, Sendable {
    /// The role.
    public let role: String
    /// The first stage, in days after the due date.
    public let from: Int

    /// Creates an escalation.
    public init(role: String, from: Int) {
      self.role = role
      self.from = from
    }
  }

  /// Hours of the day in which nothing is sent; they may run over midnight.
  public struct QuietHours: Hashable, Sendable {
    /// The first quiet minute of the day, 0 through 1439.
    public let from: Int
    /// The first minute that is not quiet any more, 0 through 1439.
    public let to: Int

    /// Creates quiet hours.
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }

    /// Whether a minute of the day is quiet.
    public func contains(minute: Int) -> Bool {
      from <= to ? (from..<to).contains(minute) : minute >= from || minute < to
    }
  }

  /// The stages in days from the due date, in order: -7 is H-7, 0 the due day, 1 is H+1.
  public let stages: [Int]
  /// The stages of single reports, by their codes as the office writes them.
  public let stagesByReport: [String: [Int]]
  /// Whether stages are counted in working days; else in calendar days.
  public let countsWorkingDays: Bool
  /// Whether days off are quiet.
  public let isQuietOnDaysOff: Bool
  /// The quiet hours; `nil` for none.
  public let quietHours: QuietHours?
  /// Who else is told of what is late.
  public let escalations: [Escalation]
  /// Whether the first working day of a week brings a summary.
  public let isWeekly: Bool
  /// The role that looks after the machine, and is told of failures; `nil` for whoever reads
  /// standard output.
  public let caretaker: String?
  /// Whether a message whose delivery is not known is listed rather than sent again.
  public let isAtMostOnce: Bool
  /// The channels, at least one.
  public let channels: [ChannelSettings]
  /// A file that is touched after each good run, relative to the workspace.
  public let heartbeatFile: String?
  /// An address that is asked for after each good run.
  public let heartbeatURL: SecretSource?
  /// The addresses of desa, by channel.
  public let villageContacts: [RegionCode: [String: String]]
  /// What is written to a desa that stays late, step by step.
  public let warningSteps: [String]

  /// The stages of an office that sets none.
  public static let usualStages = [-30, -14, -7, -3, -1, 0, 1, 7, 14]

  /// Who else is told of what is late in an office that sets nothing.
  public static let usualEscalations = [
    Escalation(role: "sekcam", from: 1), Escalation(role: "camat", from: 7),
  ]

  /// What is written to a desa that stays late in an office that sets nothing.
  public static let usualWarningSteps = ["Surat Imbauan", "Surat Teguran"]

  /// Creates settings; what is left out is as usual.
  public init(
    stages: [Int] = usualStages, stagesByReport: [String: [Int]] = [:],
    countsWorkingDays: Bool = false, isQuietOnDaysOff: Bool = true, quietHours: QuietHours? = nil,
    escalations: [Escalation] = usualEscalations, isWeekly: Bool = true,
    caretaker: String? = nil, isAtMostOnce: Bool = false,
    channels: [ChannelSettings] = [ChannelSettings.terminal], heartbeatFile: String? = nil,
    heartbeatURL: SecretSource? = nil, villageContacts: [RegionCode: [String: String]] = [:],
    warningSteps: [String] = usualWarningSteps
  ) {
    self.stages = stages.sorted()
    self.stagesByReport = stagesByReport.mapValues { $0.sorted() }
    self.countsWorkingDays = countsWorkingDays
    self.isQuietOnDaysOff = isQuietOnDaysOff
    self.quietHours = quietHours
    self.escalations = escalations
    self.isWeekly = isWeekly
    self.caretaker = caretaker
    self.isAtMostOnce = isAtMostOnce
    self.channels = channels
    self.heartbeatFile = heartbeatFile
    self.heartbeatURL = heartbeatURL
    self.villageContacts = villageContacts
    self.warningSteps = warningSteps
  }

  /// Where the secrets of all channels and of the heartbeat lie.
  public var secrets: [SecretSource] {
    channels.flatMap(\.secrets) + [heartbeatURL].compactMap(\.self)
  }

  /// The environment variables that hold a secret, in order.
  public var secretVariables: [String] { Set(secrets.compactMap(\.variable)).sorted() }

  /// The stages of a report, in order.
  public func stages(of code: String) -> [Int] {
    stagesByReport.first { $0.key.lowercased() == code.lowercased() }?.value ?? stages
  }

  /// The most calendar days that the day of a stage may lie before a due date.
  ///
  /// Days off move it: a due date in a long feast, and a stage that falls into another one, each lie
  /// up to two weeks before; working days take up to twice as many calendar days.
  public var longestLead: Int {
    let first = ([stages] + stagesByReport.values).compactMap(\.first).min() ?? 0
    guard first <= 0 else { return 0 }
    return (countsWorkingDays ? -2 * first : -first) + 28
  }

  /// The last stage of any report, in days from its due date.
  public var lastStage: Int {
    ([stages] + stagesByReport.values).compactMap(\.last).max() ?? 0
  }

  /// A stage as people write it: `H-7`, `H`, `H+1`.
  public static func text(of stage: Int) -> String {
    stage == 0 ? "H" : stage < 0 ? "H-\(-stage)" : "H+\(stage)"
  }

  /// Reads a stage: `H-7`, `H`, `H+1`, up to a year before and after; `nil` for anything else.
  public static func stage(_ text: some StringProtocol) -> Int? {
    guard let letter = text.first, letter == "H" || letter == "h" else { return nil }
    let rest = text.dropFirst()
    guard let sign = rest.first else { return 0 }
    guard sign == "+" || sign == "-", let days = Int(rest.dropFirst()), (1...366).contains(days),
      rest.dropFirst().first != "+"
    else { return nil }
    return sign == "-" ? -days : days
  }
}
