public import CivilCalendar

/// The due date that a letter sets for one period of a report: the rule of that period alone.
///
/// It goes before every version of the rule, of whatever calendar, and before a desa's own date in one.
/// All other periods keep their rule.
public struct SetDate: Hashable, Sendable {
  /// The covered period.
  public let period: Period
  /// The due date.
  public let date: CivilDate
  /// The unit that it is for, or the region whose units it is for; `nil` for all that owe the report.
  public let unit: RegionCode?
  /// The letter.
  public let letter: String
  /// Where it is written.
  public let place: SourcePlace

  /// Creates a date.
  public init(
    period: Period, date: CivilDate, unit: RegionCode?, letter: String, place: SourcePlace
  ) {
    self.period = period
    self.date = date
    self.unit = unit
    self.letter = letter
    self.place = place
  }

  /// The date as a version of a rule, whose source is the letter.
  ///
  /// - Parameter meaning: Which date of a document the law speaks of; no letter changes that.
  /// - Returns: The version, which is in effect for its period alone.
  public func rule(_ meaning: DateMeaning) -> DeadlineRule {
    DeadlineRule(
      shape: .setByLetter(date), ordinals: [period.ordinal], unitDates: [:], roll: .stay,
      meaning: meaning, validity: .always, source: LegalSource(title: letter), confidence: .local,
      place: place)
  }
}

extension DeadlineRule {
  /// The date that a letter set, where the rule is one of a single period; `nil` for any other.
  public var setDate: CivilDate? {
    if case .setByLetter(let date) = shape { date } else { nil }
  }
}
