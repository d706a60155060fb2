public import CivilCalendar
public import Compliance
public import ComplianceModel
public import DurableFiles

/// One run of the reminders: looks what is due, and sends what was not sent before.
///
/// Every message is planned and claimed in the outbox before it is handed to its channel, and answered
/// there afterwards. A run that is killed in between leaves a claim without an answer: the next run
/// sends the message again under the same name, marked, or lists it where the office wants nothing
/// twice. The lock of the outbox is held from the first look to the last answer, so that of two runs
/// one waits.
public struct ReminderRun: Sendable {
  /// What is owed in one kecamatan.
  public struct Office: Sendable {
    /// What is settled before the ledger is looked at.
    public let definitions: Definitions
    /// The open obligations, as they stand today.
    public let assessments: [Assessment]
    /// The ledgers that were read, `63.05.12/2026`.
    let books: [String]

    /// Creates an office.
    public init(_ definitions: Definitions, _ assessments: [Assessment], books: [String] = []) {
      self.definitions = definitions
      self.assessments = assessments
      self.books = books
    }
  }

  /// What came of a run.
  public struct Report: Sendable {
    /// How it ended.
    public let outcome: OutboxRow.Outcome
    /// Whether it counts as a run: one in a quiet hour does not, since another has to do its work.
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

  private var isQuietHour: Bool {
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
      planner(office).reminders(for: office.assessments, on: day)
    }
    return DigestMaker(settings, on: day).digests(
      reminders, week: week.filter { !state.isSnoozed($0.stage, on: day) }
    ) { key in
      if state.delivered.contains(key) || listed.contains(key) { return true }
      return switch key.subject {
      case .stage(let stage): state.isSnoozed(stage, on: day)
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
    offices.flatMap { office in planner(office).open(office.assessments, on: day) }
  }

  // MARK: - Sending

  /// Runs.
  ///
  /// - Parameters:
  ///   - outbox: Where the run is written down.
  ///   - send: Hands a message to its channel.
  /// - Returns: What came of it.
  /// - Throws: `FileFailure` where the outbox cannot be read, locked or written; what was sent until
  ///   then is written down.
  public func run(
    _ outbox: Outbox,
    sending send: (ChannelSettings, ReminderMessage) async -> DeliveryFailure?
  ) async throws(FileFailure) -> Report {
    var file = try outbox.lock(year: day.year, for: openDueDates.union([day.monday]))
    var state = OutboxState(try outbox.read(with: file), asOf: day)
    guard !isQuiet(on: day) else {
      try end(.quiet, state, &file)
      return Report(
        outcome: .quiet, isCounted: true, sent: 0, failures: [], doubts: [], refusals: [])
    }
    guard !isQuietHour else {
      return Report(
        outcome: .quiet, isCounted: false, sent: 0, failures: [], doubts: [], refusals: [])
    }
    var tally = Tally()
    let frame = frame(state)
    let failing = Set(state.troubles.keys.map(\.channel))
    let digests = digests(on: day, state)
    // What works goes first: a server that does not answer keeps nobody else waiting.
    for digest in digests.filter({ !failing.contains($0.channel.name) })
      + digests.filter({ failing.contains($0.channel.name) })
    {
      let route = OutboxState.Route(digest)
      guard !state.wasTold(route, on: day) else { continue }
      if let trouble = tally.stopped[route.channel] ?? pause(route, state) {
        let sentence = ReminderSentence.failure(trouble.failure(of: route))
        if trouble.needsPerson {
          tally.refusals.append(sentence)
        } else {
          tally.failures.append(sentence)
        }
        continue
      }
      try await deliver(message(digest, state, frame), &state, &file, &tally, sending: send)
    }
    try noteCutOff(&state, &file, &tally)
    // What failed just now is told as well, where somebody looks after the machine.
    if let own = machineMessage(state, frame, tally) {
      try await deliver(own, &state, &file, &tally, sending: send)
    }
    let hasFailed = !tally.failures.isEmpty || !tally.refusals.isEmpty
    let outcome: OutboxRow.Outcome = hasFailed ? .failed : .good
    try end(outcome, state, &file)
    return Report(
      outcome: outcome, isCounted: true, sent: tally.sent, failures: tally.failures,
      doubts: tally.doubts, refusals: tally.refusals)
  }

  /// Why a route has to wait; `nil` where it may be tried.
  func pause(_ route: OutboxState.Route, _ state: OutboxState) -> OutboxState.Trouble? {
    isImpatient ? nil : state.pause(route, at: now)
  }

  /// The due dates of what is open: what was planned for others matters no more.
  private var openDueDates: Set<CivilDate> {
    Set(offices.flatMap(\.assessments).filter(\.isOpen).compactMap(\.due))
  }

  /// What has come of a run so far.
  struct Tally {
    var sent = 0
    var failures: [String] = []
    var doubts: [String] = []
    var refusals: [String] = []
    /// The channels that are not tried any more in this run, with what stopped them.
    var stopped: [String: OutboxState.Trouble] = [:]
  }

  /// Where nothing may come twice, writes down what an earlier run was cut off from, so that it is told
  /// once that it is in doubt.
  private func noteCutOff(
    _ state: inout OutboxState, _ file: inout LockedOutbox, _ tally: inout Tally
  ) throws(FileFailure) {
    guard settings.isAtMostOnce else { return }
    for claim in state.openClaims where claim.isCutOff {
      try write(
        [
          .unsure(
            message: claim.message, person: claim.route.person, channel: claim.route.channel,
            reason: ReminderSentence.cutOff)
        ], &state, &file)
      tally.doubts.append(
        ReminderSentence.failure(
          OutboxState.Failure(
            route: claim.route, instant: claim.instant, reason: ReminderSentence.cutOff,
            isUnknown: true)))
    }
  }

  /// Sends a message between its claim and its answer.
  private func deliver(
    _ message: Outgoing, _ state: inout OutboxState, _ file: inout LockedOutbox,
    _ tally: inout Tally,
    sending send: (ChannelSettings, ReminderMessage) async -> DeliveryFailure?
  ) async throws(FileFailure) {
    try write(opening(message), &state, &file)
    let failure = await send(message.channel, message.text)
    try write([answer(message, failure)] + wait(message.route, failure), &state, &file)
    guard let failure else {
      tally.sent += 1
      return
    }
    let sentence = ReminderSentence.failure(
      OutboxState.Failure(
        route: message.route, instant: now, reason: failure.reason,
        isUnknown: failure.isOutcomeUnknown))
    if failure.isOutcomeUnknown, settings.isAtMostOnce {
      tally.doubts.append(sentence)
    } else if failure.needsPerson {
      tally.refusals.append(sentence)
    } else {
      tally.failures.append(sentence)
    }
    if failure.stopsChannel {
      tally.stopped[message.route.channel] = state.troubles[message.route]
    }
  }

  // MARK: - Writing down

  /// What is written down before a message is sent.
  private func opening(_ message: Outgoing) -> [OutboxRow.Event] {
    let (id, route) = (message.text.id, message.route)
    return message.keys.map { .planned(message: id, $0) }
      + [.claimed(message: id, person: route.person, channel: route.channel)]
  }

  private func answer(_ message: Outgoing, _ failure: DeliveryFailure?) -> OutboxRow.Event {
    let (id, route) = (message.text.id, message.route)
    guard let failure else {
      return .sent(message: id, person: route.person, channel: route.channel)
    }
    return failure.isOutcomeUnknown
      ? .unsure(
        message: id, person: route.person, channel: route.channel, reason: failure.reason)
      : .failed(
        message: id, person: route.person, channel: route.channel, reason: failure.reason)
  }

  /// What a failure asks for: to be left alone, or a person.
  private func wait(
    _ route: OutboxState.Route, _ failure: DeliveryFailure?
  ) -> [OutboxRow.Event] {
    let wait = failure?.retryAfterSeconds.map {
      OutboxRow.Event.askedToWait(person: route.person, channel: route.channel, seconds: $0)
    }
    let hold: OutboxRow.Event? =
      failure?.needsPerson ?? false
      ? .held(person: route.person, channel: route.channel) : nil
    return [wait, hold].compactMap(\.self)
  }

  private func write(
    _ events: [OutboxRow.Event], _ state: inout OutboxState, _ file: inout LockedOutbox
  ) throws(FileFailure) {
    let rows = events.map { OutboxRow(at: now, $0) }
    try file.append(rows)
    for row in rows { state.apply(row) }
  }

  /// The most ledgers that a row names.
  private static let mostBooks = 64

  /// Writes down that the run ended, once a day for each outcome.
  private func end(
    _ outcome: OutboxRow.Outcome, _ state: OutboxState, _ file: inout LockedOutbox
  ) throws(FileFailure) {
    guard state.lastOutcome != outcome || state.lastRun?.date != day else { return }
    let books = offices.flatMap(\.books).prefix(ReminderRun.mostBooks)
    try file.append([OutboxRow(at: now, .ran(outcome), reading: books.joined(separator: " "))])
  }
}

extension OutboxState.Route {
  /// The route of a key.
  init(_ key: ReminderKey) { self.init(person: key.person, channel: key.channel) }

  /// The route of a digest.
  init(_ digest: Digest) {
    self.init(person: digest.recipient.id, channel: digest.channel.name)
  }
}

extension OutboxState.Trouble {
  /// The last failure, as one of a route.
  fileprivate func failure(of route: OutboxState.Route) -> OutboxState.Failure {
    OutboxState.Failure(route: route, instant: last, reason: reason, isUnknown: isUnknown)
  }
}
