public import CivilCalendar

/// The indicators that an office signed together: one register of IKU.
public struct IndicatorRegister: Sendable {
  /// The indicators of one officer, as the office prints them on a card.
  public struct Card: Hashable, Sendable {
    /// The role.
    public let role: Code
    /// The title as the office prints it.
    public let title: String

    /// Creates a card.
    public init(role: Code, title: String) {
      self.role = role
      self.title = title
    }
  }

  /// The name of its file: `tapin-hatungun-2021`.
  public let name: String
  /// Its title.
  public let title: String
  /// The region whose office signed it.
  public let region: RegionCode
  /// The document.
  public let source: LegalSource
  /// When it is in force by its own words; open at the end where it prints none.
  public let validity: Validity
  /// The register whose place it takes; `nil` where it stands beside others.
  public let replaces: String?
  /// What is odd in the document as a whole.
  public let note: String?
  /// The cards, in the order of printing.
  public let cards: [Card]
  /// The indicators, in the order of printing.
  public let indicators: [Indicator]

  /// Creates a register.
  public init(
    name: String, title: String, region: RegionCode, source: LegalSource, validity: Validity,
    replaces: String?, note: String?, cards: [Card], indicators: [Indicator]
  ) {
    self.name = name
    self.title = title
    self.region = region
    self.source = source
    self.validity = validity
    self.replaces = replaces
    self.note = note
    self.cards = cards
    self.indicators = indicators
  }

  /// The indicator with a code; `nil` where the register has none.
  public func indicator(_ code: Code) -> Indicator? { indicators.first { $0.code == code } }

  /// The title of the card of a role, as the office prints it; `nil` where the role has no card.
  public func title(of role: Code) -> String? { cards.first { $0.role == role }?.title }

  /// The indicator whose number an indicator shows: itself, unless it stands here under a second owner.
  public func original(of indicator: Indicator) -> Indicator {
    guard case .sameAs(let code) = indicator.source else { return indicator }
    return self.indicator(code) ?? indicator
  }

  /// The target of an indicator in a year, in hundredths: its own, else that of the indicator whose
  /// number it shows; `nil` where neither has one.
  public func target(of indicator: Indicator, in year: Int) -> Int? {
    indicator.target.hundredths(of: year) ?? original(of: indicator).target.hundredths(of: year)
  }

  /// When a register is in force beside others: until it ends by its own words, or another one takes
  /// its place.
  ///
  /// - Parameter others: The registers of the same office; the register itself may be among them.
  /// - Returns: `nil` where another one takes its place before it begins.
  public func validity(among others: [IndicatorRegister]) -> Validity? {
    let successors = others.filter { $0.replaces == name && $0.name != name }
    // One without a beginning was always in its place.
    guard successors.allSatisfy({ $0.validity.since != nil }) else { return nil }
    let ends = successors.compactMap { $0.validity.since?.adding(days: -1) }
    guard let through = (ends + [validity.through].compactMap(\.self)).min() else {
      return validity
    }
    if let since = validity.since, through < since { return nil }
    return Validity(since: validity.since, through: through)
  }

  /// The first day on which none of an office's registers is in force, counted from a day on.
  ///
  /// - Parameters:
  ///   - registers: All registers of the office.
  ///   - day: The day to begin with.
  /// - Returns: That day itself where none is in force on it; `nil` where one stays in force.
  public static func firstDay(
    without registers: [IndicatorRegister], from day: CivilDate
  ) -> CivilDate? {
    let validities = registers.compactMap { $0.validity(among: registers) }
    var day = day
    while true {
      let holding = validities.filter { $0.contains(day) }
      let ends = holding.compactMap(\.through)
      guard ends.count == holding.count else { return nil }
      guard let last = ends.max() else { return day }
      day = last.adding(days: 1)
    }
  }
}
