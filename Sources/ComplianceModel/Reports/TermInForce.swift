public import CivilCalendar

/// How long a document stays in force: the term of office of the kades who made it.
public struct TermInForce: Hashable, Sendable {
  /// A longer term for those whose usual one had not ended on a day.
  public struct Extension: Hashable, Sendable {
    /// Years of the longer term.
    public let years: Int
    /// The day on which the usual term must not have ended.
    public let usualTermRunsOn: CivilDate
    /// The law.
    public let source: LegalSource
    /// How far it may be relied on.
    public let confidence: Confidence

    /// Creates an extension.
    public init(
      years: Int, usualTermRunsOn: CivilDate, source: LegalSource, confidence: Confidence
    ) {
      self.years = years
      self.usualTermRunsOn = usualTermRunsOn
      self.source = source
      self.confidence = confidence
    }
  }

  /// A longer term that a decision may give to those whose usual one ended just before the law.
  public struct Decision: Hashable, Sendable {
    /// The event that records the decision, a fact of one desa dated on its day.
    public let event: Code
    /// Years of the longer term, from the beginning of the usual one.
    public let years: Int
    /// The days on one of which the usual term must have ended.
    public let usualEnds: ClosedRange<CivilDate>
    /// The law.
    public let source: LegalSource
    /// How far it may be relied on.
    public let confidence: Confidence

    /// Creates what a decision may do.
    public init(
      event: Code, years: Int, usualEnds: ClosedRange<CivilDate>, source: LegalSource,
      confidence: Confidence
    ) {
      self.event = event
      self.years = years
      self.usualEnds = usualEnds
      self.source = source
      self.confidence = confidence
    }

    /// Whether it can have been made on a day: the law that allows it is later than the terms that it
    /// speaks of.
    public func isPossible(on day: CivilDate) -> Bool { day > usualEnds.upperBound }
  }

  /// Years of the usual term.
  public let years: Int
  /// The longer term, where a law brought one.
  public let longer: Extension?
  /// The longer term that a decision may give, where a law allows one.
  public let decision: Decision?

  /// Creates a term.
  public init(years: Int, longer: Extension?, decision: Decision? = nil) {
    self.years = years
    self.longer = longer
    self.decision = decision
  }

  /// The last day of the usual term that begins on a day.
  public func usualEnd(of start: CivilDate) -> CivilDate { start.adding(months: 12 * years) }

  /// The last day of a term that begins on a day, where nobody decided otherwise.
  public func end(of start: CivilDate) -> CivilDate {
    let usual = usualEnd(of: start)
    guard let longer, usual >= longer.usualTermRunsOn else { return usual }
    return start.adding(months: 12 * longer.years)
  }
}
