public import CivilCalendar

/// A report or document that an office or a desa owes.
///
/// A class, though it never changes: it is handed from question to question, and to copy what it holds, one
/// reference after the other, cost more than to judge by it.
public final class Report: Sendable {
  /// Who owes a report.
  public enum Level: String, CaseIterable, Sendable {
    /// The kecamatan office.
    case office = "kecamatan"
    /// Each desa.
    case village = "desa"
    /// The camat, once for each desa: a recommendation is issued, not handed in.
    case recommendation = "rekomendasi"
  }

  /// Whether a report tells of the past or plans the future.
  public enum Nature: String, CaseIterable, Sendable {
    /// It looks back, so that it cannot be dated before its period begins.
    case account = "pelaporan"
    /// It plans, or authorises, what is to come.
    case plan = "perencanaan"
  }

  /// The code.
  public let code: Code
  /// The full name.
  public let name: String
  /// Other names of the field, read at this report's level.
  public let aliases: [String]
  /// Words and phrases that the name of its file may have besides, without another meaning.
  public let fileWords: [String]
  /// Who owes it.
  public let level: Level
  /// Whether it tells of the past or plans the future.
  public let nature: Nature
  /// How long its periods are.
  public let length: Period.Length
  /// Years from the duty year to the covered period's year: -1 for LPPD, 1 for Renja.
  public let yearOffset: Int
  /// The role that answers for it.
  public let responsible: Code
  /// Whom it goes to, for explanations.
  public let recipient: String?
  /// What people should know about it, for explanations.
  public let note: String?
  /// Whether a calendar of the kabupaten or of the office lists it.
  public let isOwed: Bool
  /// The units that owe it; `nil` for all of the level.
  public let units: Set<RegionCode>?
  /// Versions of the rule, the layer that wins first.
  public let layers: [[DeadlineRule]]
  /// Dates that letters set for single periods, which go before every rule; of two that hold for a
  /// unit the first wins.
  public let setDates: [SetDate]
  /// Dates of others that are shown beside, never as this unit's deadline.
  public let background: [BackgroundDate]
  /// What must be in before the report can be asked for.
  public let gates: [Gate]
  /// The event of which each occurrence makes one obligation; `nil` for a report a period.
  public let perEvent: Code?
  /// How long the document stays in force; `nil` for one that is made anew each period.
  public let term: TermInForce?
  /// Which submission decides on-time; `nil` where the office's setting holds.
  public let deciding: DecidingSubmission?
  /// Days before the due date from which it is `segera`; `nil` where the office's setting holds.
  public let leadDays: Int?
  /// The ordinals of a year's periods that the report has: 1 alone for a report of S1.
  public let ordinals: Set<Int>

  /// Creates a report.
  public init(
    code: Code, name: String, aliases: [String], fileWords: [String] = [], level: Level,
    nature: Nature, length: Period.Length, yearOffset: Int, responsible: Code, recipient: String?,
    note: String?,
    isOwed: Bool, units: Set<RegionCode>?, layers: [[DeadlineRule]], setDates: [SetDate] = [],
    background: [BackgroundDate],
    gates: [Gate], perEvent: Code?, term: TermInForce?, deciding: DecidingSubmission?,
    leadDays: Int?
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.fileWords = fileWords
    self.level = level
    self.nature = nature
    self.length = length
    self.yearOffset = yearOffset
    self.responsible = responsible
    self.recipient = recipient
    self.note = note
    self.isOwed = isOwed
    self.units = units
    self.layers = layers
    self.setDates = setDates
    self.background = background
    self.gates = gates
    self.perEvent = perEvent
    self.term = term
    self.deciding = deciding
    self.leadDays = leadDays
    ordinals = Report.ordinals(of: length, layers)
  }

  /// The report with the dates that letters set for it, the one that wins first.
  public func with(setDates: [SetDate]) -> Report {
    Report(
      code: code, name: name, aliases: aliases, fileWords: fileWords, level: level, nature: nature,
      length: length, yearOffset: yearOffset, responsible: responsible, recipient: recipient,
      note: note, isOwed: isOwed, units: units, layers: layers, setDates: setDates,
      background: background, gates: gates, perEvent: perEvent, term: term, deciding: deciding,
      leadDays: leadDays)
  }

  /// Whether the report is counted and never late: no rule gives a date.
  public var isCountOnly: Bool {
    layers.joined().allSatisfy { if case .countOnly = $0.shape { true } else { false } }
  }

  private static func ordinals(of length: Period.Length, _ layers: [[DeadlineRule]]) -> Set<Int> {
    let all = Set(1...length.perYear)
    let named = layers.joined().compactMap(\.ordinals)
    guard named.count == layers.joined().count, !named.isEmpty else { return all }
    return all.intersection(named.joined())
  }

  /// Whether a unit owes the report, by its level and by the calendar's list of units.
  public func isOwed(by unit: RegionCode) -> Bool {
    let fitsLevel = level == .office ? unit.level == .kecamatan : unit.isDesa
    return isOwed && fitsLevel && (units.map { $0.contains { $0.contains(unit) } } ?? true)
  }
}
