public import CivilCalendar
public import ComplianceModel

/// The scorecards that a question looks at: of which year and offices, and as they stand when.
public struct ScorecardScope: Sendable {
  /// The duty year.
  public let year: Int
  /// The kecamatan that are meant.
  public let kecamatan: [Kecamatan]
  /// The day of judging.
  public let day: CivilDate
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?

  /// Looks at the scorecards of a year.
  public init(
    year: Int, of kecamatan: [Kecamatan], asOf day: CivilDate, knownThrough: CivilDate? = nil
  ) {
    self.year = year
    self.kecamatan = kecamatan
    self.day = day
    self.knownThrough = knownThrough
  }

  /// The quarter that has come in the year, the last one where the year is over; `nil` before it began.
  public var quarter: Quarter? { begun.last }

  /// The quarters of the year that have begun, in order.
  public var begun: [Quarter] { Quarter.all(of: year).filter { $0.firstDay <= day } }
}
