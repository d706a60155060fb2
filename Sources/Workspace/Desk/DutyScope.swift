public import CivilCalendar

/// The obligations that a question is about, by their due dates.
public enum DutyScope: Hashable, Sendable {
  /// Due at most so many days after the day of judging, back to the first watched duty year.
  case window(days: Int)
  /// All of a duty quarter.
  case quarter(Quarter)
  /// All of a duty year.
  case year(Int)
  /// Due in a civil year by the date in force, whatever year its rule had it due in.
  case dueIn(Int)
  /// Due in a month by the date in force.
  case month(YearMonth)

  /// The first day of the duty year or quarter; `nil` for a window, which reaches back as far as anything
  /// is watched.
  public var firstDay: CivilDate? {
    switch self {
    case .window: nil
    case .quarter(let quarter): quarter.firstDay
    case .year(let year), .dueIn(let year): Period(.year, year: year)?.firstDay
    case .month(let month): month.firstDay
    }
  }

  /// The duty quarter, or that of the month; `nil` where the scope is neither.
  public var quarter: Quarter? {
    switch self {
    case .quarter(let quarter): quarter
    case .month(let month): month.quarter
    case .window, .year, .dueIn: nil
    }
  }
}
