public import CivilCalendar
public import Compliance
public import ComplianceModel

/// One run of the reminders: looks what is due, and sends what was not sent before.
///
/// Every message is planned and claimed in the outbox before it is handed to its channel, and answered
/// there afterwards. A run that is killed in between leaves a claim without an answer: the next run
/// sends the message again under the same name, marked and after all others, since it may be what ended
/// the run; or lists it where the office wants nothing twice. The outbox is locked for each claim and
/// each answer and not in between: another run leaves out what this one is sending (`OutboxTurn`).
public struct ReminderRun: Sendable {
  /// What is owed in one kecamatan.
  public struct Office: Sendable {
    /// What is settled before the ledger is looked at.
    public let definitions: Definitions
    /// The open obligations, as they stand today.
    public let assessments: [Assessment]
    /// Today by the kecamatan's own clock.
    let today: CivilDate
    /// The ledgers that were read, `63.05.12/2026`.
    let books: [String]

    /// Creates an office.
    ///
    /// - Parameters:
    ///   - definitions: What is settled before the ledger is looked at.
    ///   - assessments: The open obligations, as they stand today.
    ///   - today: Today by the kecamatan's own clock, which is another day than the run's where the sun is
    ///     some hours further.
    ///   - books: The ledgers that were read, `63.05.12/2026`.
    public init(
      _ definitions: Definitions, _ assessments: [Assessment], today: CivilDate,
      books: [String] = []
    ) {
      self.definitions = definitions
      self.assessments = assessments
      self.today = today
      self.books = books
    }
  }

  /// What came of a run.
  public struct Report: Sendable {
    /// How it ended.
    public let outcome: OutboxRow.Outcome
    /// Whether it counts as a run: one in a quiet hour does not, since another has to do its work, nor
    /// does one that leaves a message to another run.
    public let isCounted: Bool
    /// How many messages were sent.
    public let sent: Int
    /// What failed and will be tried again, in sentences.
    public let failures: [String]
    /// What may not have arrived and is not sent again, since nothing may come twice, in sentences.
    public let doubts: [String]
    /// What failed and is not tried again today, since a person has to mend something, in sentences.
    public let refusals: [String]
  }

  let offices: [Office]
  let settings: ReminderSettings
  let now: ClockReading
  let roleName: @Sendable (String) -> String

  var day: CivilDate { now.date }

  /// What lies in the drop folder and waits for a person, in sentences.
  let waiting: [String]
  /// Whether what failed is tried at once, whatever it has to wait for.
  let isImpatient: Bool

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - offices: The kecamatan of one workspace, at least one.
  ///   - settings: How the office reminds.
  ///   - now: The time of the run, in the office's zone; its day is today.
  ///   - waiting: What lies in the drop folder and waits for a person, in sentences: told once a day to
  ///     whoever looks after the machine.
  ///   - isImpatient: Whether what failed is tried at once, whatever it has to wait for.
  ///   - roleName: The name of a role for people.
  public init(
    _ offices: [Office], _ settings: ReminderSettings, at now: ClockReading,
    waiting: [String] = [], impatient isImpatient: Bool = false,
    roleName: @escaping @Sendable (String) -> String
  ) {
    self.offices = offices
    self.settings = settings
    self.now = now
    self.waiting = waiting
    self.isImpatient = isImpatient
    self.roleName = roleName
  }

  // MARK: - Planning

  var calendar: WorkingDayCalendar {
    offices.first?.definitions.workingDays
      ?? WorkingDayCalendar(coveredYears: [], holidays: [], weeks: [])
  }

  var isQuietHour: Bool {
    settings.quietHours?.contains(minute: now.secondOfDay / 60) ?? false
  }

  /// Whether nothing is sent on a day, whatever the hour.
  func isQuiet(on day: CivilDate) -> Bool {
    settings.isQuietOnDaysOff && !isWorked(day)
  }

  /// Whether a day is worked; where the year has no list of holidays, any day of the week but the
  /// weekend.
  private func isWorked(_ day: CivilDate) -> Bool {
    (try? calendar.isWorkingDay(day)) ?? (day.weekday < .saturday)
  }

  /// What is left to be told on a day.
  func digests(on day: CivilDate, _ state: OutboxState) -> [Digest] {
    let listed =
      settings.isAtMostOnce
      ? state.toldAhead.union(state.openClaims.flatMap(\.keys)) : []
    let week = settings.isWeekly && isWorked(day) ? openOnes(day) : []
    let reminders = offices.flatMap { office in
      planner(office).reminders(for: office.assessments, on: self.day(in: office, when: day))
    }
    // Of a stage it is told nothing today where it is snoozed on the day of its own unit.
    let snoozed = Set(
      (reminders + week).filter { state.isSnoozed($0.stage, on: $0.day) }.map(\.stage))
    return DigestMaker(settings, on: day).digests(
      reminders, week: week.filter { !snoozed.contains($0.stage) }
    ) { key in
      if state.delivered.contains(key) || listed.contains(key) { return true }
      return switch key.subject {
      case .stage(let stage): snoozed.contains(stage)
      case .week: !isWeekDue(on: day, over: OutboxState.Route(key), state)
      case .failures: false
      }
    }
  }

  /// Whether the summary of the week belongs into a message: on the first working day, and after it
  /// where no run looked that day, or where the message did not get through.
  private func isWeekDue(
    on day: CivilDate, over route: OutboxState.Route, _ state: OutboxState
  ) -> Bool {
    guard let first = firstWorkingDay(of: day), first < day else { return true }
    return state.troubles[route] != nil || state.lastLook.map { $0 < first } ?? true
  }

  func planner(_ office: Office) -> ReminderPlanner {
    ReminderPlanner(office.definitions, roleName: roleName)
  }

  /// The first day on which the office works in the week of a day; `nil` where it works on none.
  private func firstWorkingDay(of day: CivilDate) -> CivilDate? {
    (0..<7).lazy.map { day.monday.adding(days: $0) }.first(where: isWorked)
  }

  /// All that is open, for the summary of the week.
  private func openOnes(_ day: CivilDate) -> [Reminder] {
    offices.flatMap { office in
      planner(office).open(office.assessments, on: self.day(in: office, when: day))
    }
  }

  /// The day that a kecamatan's own clock shows when the office's shows one.
  private func day(in office: Office, when day: CivilDate) -> CivilDate {
    day.adding(days: now.date.days(to: office.today))
  }
}
