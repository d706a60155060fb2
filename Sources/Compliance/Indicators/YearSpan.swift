public import CivilCalendar

/// The part of a year that a value speaks of.
public enum YearSpan: Hashable, Sendable {
  /// All of the year (setahun).
  case year(Int)
  /// One quarter.
  case quarter(Quarter)
  /// From January to the end of a quarter (s.d. triwulan).
  case through(Quarter)

  /// Whether a quarter lies in the span.
  public func contains(_ quarter: Quarter) -> Bool {
    switch self {
    case .year(let year): quarter.year == year
    case .quarter(let only): quarter == only
    case .through(let last): quarter.year == last.year && quarter <= last
    }
  }

  /// The last day.
  public var lastDay: CivilDate {
    switch self {
    case .year(let year): Month.december.lastDay(of: year)
    case .quarter(let quarter), .through(let quarter): quarter.lastDay
    }
  }

  /// Whether all of the year lies in the span, so that also what has no quarter is in it.
  var isWholeYear: Bool {
    switch self {
    case .year: true
    case .quarter: false
    case .through(let quarter): quarter.number == 4
    }
  }

  /// The periods that make the span, the longest first.
  var periods: [Period] {
    func period(_ length: Period.Length, _ year: Int, _ ordinal: Int = 1) -> [Period] {
      Period(length, year: year, ordinal: ordinal).map { [$0] } ?? []
    }
    switch self {
    case .year(let year): return period(.year, year)
    case .quarter(let quarter): return period(.quarter, quarter.year, quarter.number)
    case .through(let quarter):
      let year = quarter.year
      return switch quarter.number {
      case 1: period(.quarter, year, 1)
      case 2: period(.semester, year, 1)
      case 3: period(.semester, year, 1) + period(.quarter, year, 3)
      default: period(.year, year)
      }
    }
  }
}
