public import CivilCalendar

/// A holiday that a kabupaten or an office adds: one day, or a day of every year.
public struct AddedHoliday: Sendable {
  /// When it comes.
  enum Day: Hashable, Sendable {
    case once(CivilDate)
    case everyYear(Month, day: Int)
  }

  let day: Day
  let name: String
  let kind: Holiday.Kind
  let decree: String
  let isEstimate: Bool
  let since: CivilDate?
  let through: CivilDate?

  /// The holiday in a year; `nil` where it does not come in that year or is not in force then.
  public func holiday(in year: Int) -> Holiday? {
    let date: CivilDate? =
      switch day {
      case .once(let date): date.year == year ? date : nil
      case .everyYear(let month, let day):
        try? CivilDate(year: year, month: month.rawValue, day: day)
      }
    guard let date, since.map({ $0 <= date }) ?? true, through.map({ date <= $0 }) ?? true else {
      return nil
    }
    return Holiday(date: date, name: name, kind: kind, decree: decree, isEstimate: isEstimate)
  }
}
