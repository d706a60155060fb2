public import CivilCalendar

/// The obligations that a question is about, by their due dates.
public enum DutyScope: Hashable, Sendable {
  /// Due at most so many days after the day of judging, back to the first watched duty year.
  case window(days: Int)
  /// All of a duty quarter.
  case quarter(Quarter)
  /// All of a duty year.
  case year(Int)

  /// The first day of the duty year or quarter; `nil` for a window, which reaches back as far as anything
  /// is watched.
  public var firstDay: CivilDate? {
    switch self {
    case .window: nil
    case .quarter(let quarter): quarter.firstDay
    case .year(let year): Period(.year, year: year)?.firstDay
    }
  }

  /// The duty quarter; `nil` where the scope is not one.
  public var quarter: Quarter? { if case .quarter(let quarter) = self { quarter } else { nil } }
}
