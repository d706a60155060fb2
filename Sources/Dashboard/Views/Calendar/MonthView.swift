internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording

/// A month as a calendar sheet; where there is little room, as a list of its days.
struct MonthView: Sendable {
  /// What is due on a day.
  struct Duty: Sendable {
    /// The report and its period: `LPPD 2025`.
    let text: String
    let link: String
    /// Who owes it, and how it stands.
    let details: String
    /// How it is set off.
    let style: String
  }

  /// A day.
  struct Day: Sendable {
    /// The day of the month.
    let number: Int
    let weekday: String
    /// The name of the holiday; `nil` for a day that is none.
    let holiday: String?
    /// The names of its styles, each after a blank.
    let styles: String
    let duties: [Duty]
  }

  /// A week.
  struct Week: Sendable {
    let days: [Day]
  }

  /// The month: `Maret 2026`.
  let name: String
  let weekdays: [String]
  let weeks: [Week]
  /// The month before, and the one after: where they are shown.
  let before: String
  let after: String

  /// Shows a month.
  ///
  /// - Parameters:
  ///   - agenda: The month.
  ///   - today: The day of judging, which is set off.
  ///   - paths: The addresses of obligations.
  ///   - address: The address of another month.
  init(
    _ agenda: MonthAgenda, asOf today: CivilDate, _ paths: PagePath,
    address: (YearMonth) -> String
  ) {
    name = agenda.month.indonesian
    weekdays = Weekday.allCases.map(\.indonesian)
    before = address(agenda.month.adding(months: -1))
    after = address(agenda.month.adding(months: 1))
    weeks = agenda.weeks.map { week in
      Week(
        days: week.map { day in
          var styles = ""
          if !day.isOfMonth { styles += " outside" }
          if day.closure != nil { styles += " closed" }
          if day.date == today { styles += " today" }
          var holiday: String?
          if case .holidays? = day.closure { holiday = day.closure.map(Words.closure) }
          if holiday == nil, day.due.isEmpty, day.date != today { styles += " bare" }
          return Day(
            number: day.date.parts.day, weekday: day.date.weekday.indonesian, holiday: holiday,
            styles: styles, duties: day.due.map { Duty($0, agenda.schedule, paths) })
        })
    }
  }
}

extension MonthView.Duty {
  fileprivate init(_ group: SituationGroup, _ schedule: Schedule, _ paths: PagePath) {
    let first = group.first
    text = "\(first.code) \(first.period.indonesian)"
    link = paths.group(group)
    let units = group.units(
      on: schedule.question.day, onlyKecamatan: schedule.isOfOnlyKecamatan)
    details = "\(units): \(Words.state(first.state))"
    style = Words.style(first.assessment.status).rawValue
  }
}
