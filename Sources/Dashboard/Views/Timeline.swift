internal import Answers
internal import CivilCalendar
internal import Wording

/// The days ahead as a picture: a column a day, closed days shaded, a mark for what is due.
struct Timeline: Sendable {
  /// A day on which the office is closed.
  struct Closed: Sendable {
    let x: Int
    /// The day and why it is closed.
    let title: String
  }

  /// A day on which something is due.
  struct Due: Sendable {
    let x: Int
    let centre: Int
    /// The top of its bar.
    let y: Int
    let height: Int
    /// How many obligations are due.
    let count: Int
    /// The day and what is due on it.
    let title: String
  }

  /// The first of a month, where its name stands.
  struct Month: Sendable {
    let x: Int
    let name: String
  }

  /// The days that are shown.
  static let days = 90
  private static let dayWidth = 10
  private static let top = 14
  private static let floor = 74
  private static let highest = 52

  let width = Timeline.days * Timeline.dayWidth
  let dayWidth = Timeline.dayWidth
  let top = Timeline.top
  let floor = Timeline.floor
  /// The height of a shaded day.
  let depth = Timeline.floor - Timeline.top
  let closed: [Closed]
  let due: [Due]
  let months: [Month]
  /// What the picture shows, for who hears it.
  let summary: String

  /// Draws the days after a day.
  ///
  /// - Parameters:
  ///   - situations: What is due; what is due on other days is left out.
  ///   - day: The day of judging, the first that is shown.
  ///   - closures: Why a day is not worked; `nil` for a working day, and where that is not known.
  init(
    _ situations: [Situation], asOf day: CivilDate, closures: (CivilDate) -> String?
  ) {
    let dates = (0..<Timeline.days).map { day.adding(days: $0) }
    let byDay = Dictionary(grouping: situations.filter { $0.due != nil }) { $0.due ?? day }
    let most = dates.map { byDay[$0]?.count ?? 0 }.max() ?? 0
    closed = dates.enumerated().compactMap { place, date in
      closures(date).map {
        Closed(x: place * Timeline.dayWidth, title: "\(Words.day(date)): \($0)")
      }
    }
    due = dates.enumerated().compactMap { place, date in
      guard let own = byDay[date] else { return nil }
      let names = SituationGroup.groups(own).map {
        $0.first.code + ($0.members.count > 1 ? " (\($0.members.count))" : "")
      }
      let height = max(6, own.count * Timeline.highest / max(most, 1))
      return Due(
        x: place * Timeline.dayWidth + 1, centre: place * Timeline.dayWidth + Timeline.dayWidth / 2,
        y: Timeline.floor - height, height: height, count: own.count,
        title: "\(Words.day(date)): \(names.joined(separator: ", "))")
    }
    months = dates.enumerated().compactMap { place, date in
      guard date.parts.day == 1 || place == 0 else { return nil }
      // The name of a month that is nearly over would run into the next one.
      guard date.parts.day < 25 else { return nil }
      return Month(x: place * Timeline.dayWidth, name: date.yearMonth.month.indonesian)
    }
    let count = due.reduce(0) { $0 + $1.count }
    summary = "\(count) kewajiban jatuh tempo dalam \(Timeline.days) hari, pada \(due.count) hari"
  }
}
