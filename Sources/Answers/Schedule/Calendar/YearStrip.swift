public import CivilCalendar
public import Compliance
public import Workspace

/// A year by its months: how many obligations are due in each, and how they stand.
public struct YearStrip: Sendable {
  /// A month.
  public struct Part: Sendable {
    /// The month.
    public let month: YearMonth
    /// How many are due in it, by their status; a status that none has is left out.
    public let counts: [Status: Int]

    /// How many are due in it.
    public var total: Int { counts.values.reduce(0, +) }
  }

  /// The months, January first.
  public let months: [Part]

  /// Counts what is due in the months of a year.
  ///
  /// - Parameters:
  ///   - year: The civil year of the due dates in force.
  ///   - question: Which units, role and day are meant; its scope is not looked at.
  ///   - workspace: The workspace, with the units of the day of judging.
  /// - Throws: As ``Schedule``.
  public init(_ year: Int, like question: Schedule.Question, in workspace: Workspace) throws {
    let schedule = try Schedule(
      Schedule.Question(
        .dueIn(year), of: question.units, asOf: question.day,
        knownThrough: question.knownThrough, includesSettled: true, role: question.role),
      in: workspace)
    let byMonth = Dictionary(grouping: schedule.situations.filter(schedule.isOwn)) {
      $0.due?.yearMonth
    }
    months = Month.allCases.map { month in
      let month = YearMonth(year: year, month: month)
      let statuses = (byMonth[month] ?? []).map { ($0.assessment.status, 1) }
      return Part(month: month, counts: Dictionary(statuses, uniquingKeysWith: +))
    }
  }
}
