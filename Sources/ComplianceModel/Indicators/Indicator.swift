/// A performance indicator (IKU) of an office, as its register prints it and as we read it.
public struct Indicator: Sendable {
  /// What a value of the indicator is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A share of a whole, printed as a percentage.
    case percent = "persen"
    /// A count of things.
    case count = "jumlah"
    /// A score that is not counted, such as a satisfaction index.
    case index = "indeks"
  }

  /// Which values are good ones.
  public enum Direction: String, CaseIterable, Sendable {
    /// The more the better.
    case upward = "naik"
    /// The less the better.
    case downward = "turun"
  }

  /// How the values of a year's parts make the value of the year.
  public enum Combination: String, CaseIterable, Sendable {
    /// A flow, such as complaints: numerators and denominators are added.
    case sum = "jumlah"
    /// A stock, such as assets: the latest part stands for the whole.
    case latest = "terakhir"
  }

  /// What a survey of the public gives the indicator.
  public enum SurveyResult: Hashable, Sendable {
    /// The satisfaction index itself.
    case index
    /// How many services reach a class of the scale, of all services.
    case servicesOfClass(String)
    /// How many services reach an index, in hundredths, of all services.
    case servicesAtLeast(hundredths: Int)
  }

  /// Where its values come from.
  public enum Source: Hashable, Sendable {
    /// The evidence of reports and documents.
    case documents(IndicatorReading, alternatives: [IndicatorReading])
    /// What a person measured.
    case measurement(Combination)
    /// A survey that was reckoned or whose result was typed in.
    case survey(SurveyResult, Combination)
    /// Another indicator, whose number stands here under a second owner.
    case sameAs(Code)
  }

  /// A part of a score that is assessed in parts.
  public struct Component: Hashable, Sendable {
    /// What is assessed.
    public let name: String
    /// The most that it can give, in hundredths of a point.
    public let maximumHundredths: Int

    /// Creates a part.
    public init(name: String, maximumHundredths: Int) {
      self.name = name
      self.maximumHundredths = maximumHundredths
    }
  }

  /// The wording that the office signed, to the letter, with its slips.
  public struct Wording: Hashable, Sendable {
    /// The indicator.
    public let name: String
    /// What is printed beside the name, such as the list of the reports that are meant.
    public let detail: String?
    /// The goal (kinerja utama, tujuan, sasaran) that it measures.
    public let goal: String?
    /// The definition (definisi operasional).
    public let definition: String?
    /// The whole formula, where it is not printed as a fraction.
    public let formula: String?
    /// What is counted.
    public let numerator: String?
    /// Of what.
    public let denominator: String?
    /// Where the data come from.
    public let dataSource: String?

    /// Creates the wording of an indicator.
    public init(
      name: String, detail: String? = nil, goal: String? = nil, definition: String? = nil,
      formula: String? = nil, numerator: String? = nil, denominator: String? = nil,
      dataSource: String? = nil
    ) {
      self.name = name
      self.detail = detail
      self.goal = goal
      self.definition = definition
      self.formula = formula
      self.numerator = numerator
      self.denominator = denominator
      self.dataSource = dataSource
    }
  }

  /// What an office's own file changes in an indicator.
  public struct Change: Hashable, Sendable {
    /// Where the change is written.
    public let place: SourcePlace
    /// The keys that it gives: `target`, `hitung`.
    public let keys: [String]

    /// Creates a change.
    public init(place: SourcePlace, keys: [String]) {
      self.place = place
      self.keys = keys
    }
  }

  /// The code, by which ledger rows name it.
  public let code: Code
  /// The code as the register spells it.
  public let label: String
  /// The role whose card it stands on.
  public let card: Code
  /// The role that answers for it; `nil` where the register leaves the place blank.
  public let role: Code?
  /// What the office signed.
  public let wording: Wording
  /// What a value is.
  public let kind: Kind
  /// The unit of a value: `persen`, `laporan`.
  public let unit: String
  /// Which values are good ones.
  public let direction: Direction
  /// The targets.
  public let target: IndicatorTarget
  /// Where its values come from.
  public let source: Source
  /// The scale that names its values; `nil` for one without predicates.
  public let scale: PredicateScale?
  /// The parts that a score may be given in; empty for one that has none.
  public let components: [Component]
  /// How we read what is printed, where it can be read otherwise.
  public let reading: String?
  /// What is odd in what is printed.
  public let note: String?
  /// Where it stands in its file.
  public let place: SourcePlace
  /// What the office's own file changes; empty where it changes nothing.
  public let changes: [Change]

  /// Creates an indicator.
  public init(
    code: Code, label: String, card: Code, role: Code?, wording: Wording, kind: Kind, unit: String,
    direction: Direction, target: IndicatorTarget, source: Source, scale: PredicateScale?,
    components: [Component], reading: String?, note: String?, place: SourcePlace,
    changes: [Change] = []
  ) {
    self.code = code
    self.label = label
    self.card = card
    self.role = role
    self.wording = wording
    self.kind = kind
    self.unit = unit
    self.direction = direction
    self.target = target
    self.source = source
    self.scale = scale
    self.components = components
    self.reading = reading
    self.note = note
    self.place = place
    self.changes = changes
  }
}

/// The targets of an indicator: one for every year, or one a year.
///
/// They are held in hundredths: 48 reports are 4800, 87,50 per cent are 8750.
public struct IndicatorTarget: Hashable, Sendable {
  private let everyYear: Int?
  private let byYear: [Int: Int]

  /// Creates targets.
  ///
  /// - Parameters:
  ///   - everyYear: The target of the years that have none of their own, in hundredths.
  ///   - byYear: The targets of single years, in hundredths.
  public init(everyYear: Int? = nil, byYear: [Int: Int] = [:]) {
    self.everyYear = everyYear
    self.byYear = byYear
  }

  /// These targets with others on top, year by year.
  public func overlaid(by other: IndicatorTarget) -> IndicatorTarget {
    IndicatorTarget(
      everyYear: other.everyYear ?? everyYear,
      byYear: byYear.merging(other.byYear) { $1 })
  }

  /// All targets, that of every year in front, in hundredths.
  public var all: [Int] {
    [everyYear].compactMap(\.self) + byYear.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A target that is no whole number, as `48.50`; `nil` where there is none.
  public var fraction: String? {
    all.first { $0 % 100 != 0 }.flatMap { Ratio($0, of: 100).decimal() }
  }

  /// The target of a year, in hundredths; `nil` where none is set.
  public func hundredths(of year: Int) -> Int? { byYear[year] ?? everyYear }
}
