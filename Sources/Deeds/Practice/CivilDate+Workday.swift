internal import CivilCalendar

extension CivilDate {
  /// The day itself, or the Monday after a weekend.
  var workday: CivilDate {
    switch weekday {
    case .saturday: adding(days: 2)
    case .sunday: adding(days: 1)
    default: self
    }
  }

  /// The day itself, or the Friday before a weekend.
  var workdayBefore: CivilDate {
    switch weekday {
    case .saturday: adding(days: -1)
    case .sunday: adding(days: -2)
    default: self
    }
  }
}
