public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import Workspace

/// The dated obligations of a duty year or quarter as a calendar keeps them: the answer behind
/// `ekspor ics`.
public struct DueCalendar: Sendable {
  /// One obligation with a due date.
  public struct Event: Sendable {
    /// The due date in force.
    public let due: CivilDate
    /// The obligation as it stands, and why it is due on that day.
    public let explanation: ObligationExplanation
    /// How often what the calendar says of it has changed, as far as the office's records tell.
    public let revision: Int
    /// The stages at which people are still reminded of it; none for what is in, exempt or gated.
    public let reminders: [Reminder]
  }

  /// A stage before or after a due date.
  public struct Reminder: Hashable, Sendable {
    /// Days from the due date: -7 is H-7.
    public let stage: Int
    /// The day on which the stage falls.
    public let day: CivilDate
  }

  /// What was asked for.
  public let question: Obligations.Question
  /// The code of the role that was asked for; `nil` for all.
  public let role: String?
  /// The obligations, one kecamatan after the other, by unit, report and period.
  public let events: [Event]
  /// The dates that wait for holidays and are in no calendar.
  public let uncomputed: UncomputedDates

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, holidays or ledgers that cannot be
  ///   read.
  public init(_ question: Obligations.Question, in workspace: Workspace) throws {
    var events: [Event] = []
    let obligations = try Obligations(question, in: workspace) { facts, desk, definitions in
      let revisions = Revisions(desk, definitions)
      let settings = definitions.office.reminders
      let stages = StageDays(
        definitions.workingDays, countsWorkingDays: settings.countsWorkingDays)
      for situation in facts.map(\.situation) {
        guard let due = situation.due,
          let explanation = try ObligationExplanation(
            .init(situation.id, asOf: question.day), at: desk)
        else { continue }
        let reminders =
          situation.assessment.isOpen
          ? settings.stages(of: situation.code).map {
            Reminder(stage: $0, day: stages.day(of: $0, due: due))
          }.filter { $0.day >= question.day } : []
        events.append(
          Event(
            due: due, explanation: explanation, revision: revisions.count(of: situation),
            // Two stages of a feast fall on the same working day.
            reminders: reminders.groups(by: \.day).compactMap(\.members.last)))
      }
    }
    self.question = question
    self.role = obligations.role
    self.events = events
    uncomputed = obligations.uncomputed
  }
}
