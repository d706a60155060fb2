public import CivilCalendar
public import ComplianceModel

/// The days by which the steps of a report have to be done, counted back from its due date.
public struct WorkPlan: Hashable, Sendable {
  /// A step with its day.
  public struct Step: Hashable, Sendable {
    /// The step.
    public let step: WorkSteps.Step
    /// The day by which it is done.
    public let day: CivilDate
    /// Whether that day is past.
    public let isPast: Bool
  }

  /// The steps in the order in which they are done.
  public let steps: [Step]

  /// Counts the steps back.
  ///
  /// They are counted from the last working day on or before the due date: on a day off nobody takes
  /// anything in. A step of 0 working days is that day itself.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - due: The due date in force.
  ///   - workingDays: The working days of the office.
  ///   - day: The day of judging; a step of that day is not past.
  /// - Throws: `CalendarNotCovered` where the count enters a year whose holidays are not known.
  public init(
    _ steps: WorkSteps, dueOn due: CivilDate, in workingDays: WorkingDayCalendar,
    asOf day: CivilDate
  ) throws(CalendarNotCovered) {
    let last = try workingDays.workingDay(onOrBefore: due)
    var planned: [Step] = []
    for step in steps.steps {
      let own = try workingDays.date(-step.workingDays, workingDaysAfter: last)
      planned.append(Step(step: step, day: own, isPast: own < day))
    }
    self.steps = planned
  }
}
