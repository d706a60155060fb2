public import CivilCalendar
public import Compliance
public import ComplianceModel

/// The compliance of one kecamatan in one duty year or quarter, as its provincial XML tells it.
///
/// It mirrors `Exports/kepatuhan-1.xsd`, which says what each value means. It holds what is printed
/// and decides nothing.
public struct KepatuhanDocument: Hashable, Sendable {
  /// The time in which the listed obligations are due by their rules.
  public enum Duty: Hashable, Sendable {
    /// A whole year, 1900 through 9999.
    case year(Int)
    /// One quarter.
    case quarter(Quarter)
  }

  /// The duty year or quarter.
  public let duty: Duty
  /// The day on which everything was judged.
  public let asOf: CivilDate
  /// When the document was made.
  public let made: ClockReading
  /// The kecamatan and what it lies in.
  public let regions: Regions
  /// What the kecamatan office owes.
  public let reports: [OfficeReport]
  /// What each desa owes.
  public let villages: [Village]
  /// The ADD recommendations that the camat issues.
  public let recommendations: [Recommendation]
  /// The scorecard of the year, up to ``asOf``.
  public let indicators: [Indicator]
  /// The counts over all obligations listed.
  public let summary: Tally
  /// Who signed it; `nil` while nobody has.
  public let endorsement: Endorsement?
  /// The state of each ledger file that was read, by year; at least one.
  public let ledgers: [LedgerMark]

  /// Creates a document.
  public init(
    duty: Duty, asOf: CivilDate, made: ClockReading, regions: Regions, reports: [OfficeReport],
    villages: [Village], recommendations: [Recommendation], indicators: [Indicator],
    summary: Tally, endorsement: Endorsement?, ledgers: [LedgerMark]
  ) {
    self.duty = duty
    self.asOf = asOf
    self.made = made
    self.regions = regions
    self.reports = reports
    self.villages = villages
    self.recommendations = recommendations
    self.indicators = indicators
    self.summary = summary
    self.endorsement = endorsement
    self.ledgers = ledgers
  }
}
