/// A day of the week, counted from Monday as in ISO 8601.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The weekday a number of days (any integer) after a Monday.
  init(daysAfterMonday days: Int) {
    let remainder = days % 7
    self = Weekday(rawValue: (remainder < 0 ? remainder + 7 : remainder) + 1) ?? .monday
  }

  /// The Indonesian name: `Senin` through `Minggu`.
  public var indonesian: String {
    switch self {
    case .monday: "Senin"
    case .tuesday: "Selasa"
    case .wednesday: "Rabu"
    case .thursday: "Kamis"
    case .friday: "Jumat"
    case .saturday: "Sabtu"
    case .sunday: "Minggu"
    }
  }

  /// Orders weekdays from Monday to Sunday.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}
