public import CivilCalendar
internal import Compliance

/// How much is due in each of the next weeks.
public struct WeeklyLoad: Sendable {
  /// A week from Monday to Sunday.
  public struct Week: Sendable {
    /// Its Monday.
    public let monday: CivilDate
    /// How many open obligations are due in it, late ones of the days before today too.
    public let due: Int
    /// How many of its days are worked; `nil` where its year has no holidays.
    public let workingDays: Int?
  }

  /// The weeks that are looked at.
  public static let weekCount = 13

  /// The weeks in order, that of the day of judging first.
  public let weeks: [Week]

  /// Counts what is due by weeks.
  ///
  /// - Parameters:
  ///   - schedule: What is open; it has to reach over all weeks.
  ///   - workingDays: The working days of the office.
  public init(_ schedule: Schedule, in workingDays: WorkingDayCalendar) {
    let monday = WeeklyLoad.monday(of: schedule.question.day)
    let counts = Dictionary(
      schedule.situations.compactMap { $0.due.map { (WeeklyLoad.monday(of: $0), 1) } },
      uniquingKeysWith: +)
    weeks = (0..<WeeklyLoad.weekCount).map { place in
      let first = monday.adding(days: 7 * place)
      return Week(
        monday: first, due: counts[first] ?? 0,
        workingDays: try? workingDays.workingDays(
          after: first.adding(days: -1), through: first.adding(days: 6)))
    }
  }

  /// The days ahead over which a schedule has to reach, whatever the weekday of the day of judging.
  public static let days = 7 * weekCount

  private static func monday(of date: CivilDate) -> CivilDate {
    date.adding(days: 1 - date.weekday.rawValue)
  }

  /// The table of the weeks.
  public static let columns: [Column<Week>] = [
    Column(key: "minggu", heading: "Minggu mulai") { .day($0.monday) },
    Column(key: "jatuh_tempo", heading: "Jatuh tempo") { .count($0.due) },
    Column(key: "hari_kerja", heading: "Hari kerja") { Cell($0.workingDays) },
  ]
}
