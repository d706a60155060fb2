/// A month of one year, written `2026-09`.
public struct YearMonth: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// The month of that year.
  public let month: Month

  /// Creates the month of a year.
  public init(year: Int, month: Month) {
    self.year = year
    self.month = month
  }

  /// The month a number of months later, or earlier when `months` is negative.
  public func adding(months: Int) -> YearMonth {
    let count = year * 12 + month.rawValue - 1 + months
    return YearMonth(year: count / 12, month: Month(clamping: count % 12 + 1))
  }

  /// The number of days, 28 through 31.
  public var length: Int { CivilDate.length(ofMonth: month.rawValue, inYear: year) }

  /// The first day.
  public var firstDay: CivilDate { CivilDate(unchecked: year, month.rawValue, 1) }

  /// The last day: 28, 29, 30 or 31.
  public var lastDay: CivilDate { CivilDate(unchecked: year, month.rawValue, length) }

  /// A day of the month, from 1; past the end of the month it is the last day.
  public func day(clamping day: Int) -> CivilDate {
    CivilDate(unchecked: year, month.rawValue, min(max(day, 1), length))
  }

  /// The quarter that the month lies in.
  public var quarter: Quarter { Quarter(year: year, clamping: (month.rawValue + 2) / 3) }

  /// Orders months from the earliest to the latest.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.year, lhs.month.rawValue) < (rhs.year, rhs.month.rawValue)
  }
}

/// A quarter (triwulan) of one year, written `2026-TW3`.
///
/// The fiscal year of Indonesian government is the calendar year, so TW I is January to March.
///
/// ```swift
/// let quarter = try CivilDate("2026-03-31").quarter
/// quarter  // 2026-TW1
/// quarter.lastDay  // 2026-03-31
/// ```
public struct Quarter: Hashable, Comparable, Sendable {
  /// The calendar year.
  public let year: Int
  /// 1 through 4.
  public let number: Int

  /// Creates a quarter; `nil` where the number is not 1 through 4.
  public init?(year: Int, number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// The quarter with this number; numbers outside 1...4 give the nearest one.
  init(year: Int, clamping number: Int) {
    self.year = year
    self.number = min(max(number, 1), 4)
  }

  /// The quarters of a year, in order.
  public static func all(of year: Int) -> [Quarter] {
    (1...4).map { Quarter(year: year, clamping: $0) }
  }

  /// The first month: January, April, July or October.
  public var firstMonth: YearMonth {
    YearMonth(year: year, month: Month(clamping: number * 3 - 2))
  }

  /// The first day.
  public var firstDay: CivilDate { firstMonth.firstDay }

  /// The last day.
  public var lastDay: CivilDate { firstMonth.adding(months: 2).lastDay }

  /// The quarter as it is printed for people: `TW III`.
  public var indonesian: String { "TW \(["I", "II", "III", "IV"][number - 1])" }

  /// The quarter as it is printed for people where the year does not stand beside it: `TW III 2026`.
  public var indonesianWithYear: String { "\(indonesian) \(year)" }

  /// Orders quarters from the earliest to the latest.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.year, lhs.number) < (rhs.year, rhs.number)
  }
}

extension Quarter: CustomStringConvertible {
  /// The quarter as in files and options: `2026-TW3`.
  public var description: String { "\(year)-TW\(number)" }
}

extension YearMonth: CustomStringConvertible {
  /// The month as in files and options: `2026-09`.
  public var description: String { "\(year)-\(twoDigits(month.rawValue))" }
}
