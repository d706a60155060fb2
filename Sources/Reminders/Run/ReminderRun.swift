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
    /// The definitions, with the holidays that stages need.
    public let definitions: Definitions
    /// The open obligations, as they stand today.
    public let assessments: [Assessment]

    /// Creates an office.
    public init(_ definitions: Definitions, _ assessments: [Assessment]) {
      self.definitions = definitions
      self.assessments = assessments
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
  }

  private let offices: [Office]
  private let settings: ReminderSettings
  private let now: ClockReading
  private let roleName: @Sendable (String) -> String

  private var day: CivilDate { now.date }

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - offices: The kecamatan of one workspace, at least one.
  ///   - settings: How the office reminds.
  ///   - now: The time of the run, in the office's zone; its day is today.
  ///   - roleName: The name of a role for people.
  public init(
    _ offices: [Office], _ settings: ReminderSettings, at now: ClockReading,
    roleName: @escaping @Sendable (String) -> String
  ) {
    self.offices = offices
    self.settings = settings
    self.now = now
    self.roleName = roleName
  }

  // MARK: - Planning

  private var calendar: WorkingDayCalendar {
    offices.first?.definitions.workingDays
      ?? WorkingDayCalendar(coveredYears: [], holidays: [], weeks: [])
  }

  private var isQuietHour: Bool {
    settings.quietHours?.contains(minute: now.secondOfDay / 60) ?? false
  }

  /// Whether nothing is sent on a day, whatever the hour.
  private func isQuiet(on day: CivilDate) -> Bool {
    settings.isQuietOnDaysOff && !isWorked(day)
  }

  /// Whether a day is worked; where the year has no list of holidays, any day of the week but the
  /// weekend.
  private func isWorked(_ day: CivilDate) -> Bool {
    (try? calendar.isWorkingDay(day)) ?? (day.weekday < .saturday)
  }

  /// What goes out on a day.
  public struct Forecast: Sendable {
    /// The day.
    public let date: CivilDate
    /// Whether nothing is sent that day.
    public let isQuiet: Bool
    /// The digests in the order of sending.
    public let digests: [Digest]
  }

  /// What goes out today and on the days after, if nothing is handed in and every message arrives.
  ///
  /// - Parameters:
  ///   - days: How many days, today among them.
  ///   - rows: The outbox.
  /// - Returns: One entry a day.
  public func forecast(days: Int, after rows: [OutboxRow]) -> [Forecast] {
    var state = OutboxState(rows, asOf: day)
    return (0..<days).map { offset in
      let date = day.adding(days: offset)
      guard !isQuiet(on: date) else { return Forecast(date: date, isQuiet: true, digests: []) }
      let digests = digests(on: date, state).filter {
        !state.wasTold(OutboxState.Route($0), on: date)
      }
      state.suppose(digests, sentOn: date)
      return Forecast(date: date, isQuiet: false, digests: digests)
    }
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
    return DigestMaker(settings, calendar, on: day).digests(
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

  private func planner(_ office: Office) -> ReminderPlanner {
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
      return Report(outcome: .quiet, isCounted: true, sent: 0, failures: [], doubts: [])
    }
    guard !isQuietHour else {
      return Report(outcome: .quiet, isCounted: false, sent: 0, failures: [], doubts: [])
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
      if let trouble = tally.stopped[route.channel] ?? state.pause(route, at: now) {
        tally.failures.append(ReminderSentence.failure(trouble.failure(of: route)))
        continue
      }
      try await deliver(message(digest, state, frame), &state, &file, &tally, sending: send)
    }
    try noteCutOff(&state, &file, &tally)
    // What failed just now is told as well, where somebody looks after the machine.
    if let own = machineMessage(state, frame, tally) {
      try await deliver(own, &state, &file, &tally, sending: send)
    }
    let outcome: OutboxRow.Outcome = tally.failures.isEmpty ? .good : .failed
    try end(outcome, state, &file)
    return Report(
      outcome: outcome, isCounted: true, sent: tally.sent, failures: tally.failures,
      doubts: tally.doubts)
  }

  /// The due dates of what is open: what was planned for others matters no more.
  private var openDueDates: Set<CivilDate> {
    Set(offices.flatMap(\.assessments).filter(ReminderPlanner.isOpen).compactMap(\.due))
  }

  /// What has come of a run so far.
  private struct Tally {
    var sent = 0
    var failures: [String] = []
    var doubts: [String] = []
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
    } else {
      tally.failures.append(sentence)
    }
    if failure.stopsChannel {
      tally.stopped[message.route.channel] = state.troubles[message.route]
    }
  }

  /// A message with what has to be written down about it.
  private struct Outgoing {
    let channel: ChannelSettings
    let route: OutboxState.Route
    let keys: [ReminderKey]
    let text: ReminderMessage
  }

  private func frame(_ state: OutboxState) -> DigestText.Frame {
    let names = offices.map { office in
      office.definitions.kecamatan.displayName(of: office.definitions.kecamatan.code)
    }
    let kecamatan = offices.map(\.definitions.kecamatan)
    let roleName = roleName
    return DigestText.Frame(
      office: names.count == 1 ? names[0] : "\(names.count) kecamatan",
      isShared: names.count > 1, day: day, isFirst: !state.hasSent, lastRun: missedRun(state),
      unitName: { unit in
        kecamatan.first { $0.code == unit.kecamatan }?.name(of: unit) ?? unit.description
      }, roleName: roleName)
  }

  /// The day of the last run, where a working day went by since without one.
  private func missedRun(_ state: OutboxState) -> CivilDate? {
    state.lastRun.map(\.date).flatMap { last in
      LastRun.missedDays(since: last, before: day, calendar) > 0 ? last : nil
    }
  }

  /// A digest as it goes out.
  private func message(
    _ digest: Digest, _ state: OutboxState, _ frame: DigestText.Frame
  ) -> Outgoing {
    let machine = machineLines(digest.recipient, digest.channel, state)
    return outgoing(
      digest.keys, digest.recipient, digest.channel, isAboutMachine: !machine.isEmpty, state
    ) { DigestText(digest, in: frame, maybeRepeated: $0, machine: machine) }
  }

  private func outgoing(
    _ keys: [ReminderKey], _ recipient: Recipient, _ channel: ChannelSettings,
    isAboutMachine: Bool, _ state: OutboxState, text: (_ isMaybeRepeated: Bool) -> DigestText
  ) -> Outgoing {
    let route = OutboxState.Route(person: recipient.id, channel: channel.name)
    let machine = ReminderKey(.failures, person: route.person, channel: route.channel)
    let keys = keys + (isAboutMachine ? [machine] : [])
    let (id, isRepeated) = name(of: keys, route, state)
    return Outgoing(
      channel: channel, route: route, keys: keys,
      text: message(id, recipient, channel, text(isRepeated), isRepeated))
  }

  /// The name of a message: that of a claim without an answer where it told the same, so that both
  /// are known for one.
  private func name(
    of keys: [ReminderKey], _ route: OutboxState.Route, _ state: OutboxState
  ) -> (id: String, isMaybeRepeated: Bool) {
    // That failures may be told of twice is no reason to doubt a message that says more.
    let own = keys.filter { $0.subject != .failures }
    if !settings.isAtMostOnce, let open = state.openMessage(telling: own.isEmpty ? keys : own) {
      return (open, true)
    }
    let isToldAhead = !state.toldAhead.isDisjoint(with: own)
    let base = "\(day).\(route.person).\(route.channel)".filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-")
    }
    var id = base
    var number = 2
    while !state.isFree(id, for: route) {
      id = "\(base).\(number)"
      number += 1
    }
    return (id, isToldAhead)
  }

  private func message(
    _ id: String, _ recipient: Recipient, _ channel: ChannelSettings, _ text: DigestText,
    _ isMaybeRepeated: Bool
  ) -> ReminderMessage {
    ReminderMessage(
      id: id, person: recipient.name, address: recipient.contacts[channel.name],
      subject: text.subject, text: text.text, isMaybeRepeated: isMaybeRepeated, sentAt: now)
  }

  // MARK: - Failures

  /// The failures that whoever looks after the machine was not told of yet; those of the message's
  /// own route are settled when it arrives.
  private func machineLines(
    _ recipient: Recipient, _ channel: ChannelSettings, _ state: OutboxState
  ) -> [String] {
    let isCaretaker =
      caretaker.map { $0.id == recipient.id } ?? (channel.kind == .standardOutput)
    guard isCaretaker else { return [] }
    let own = OutboxState.Route(person: recipient.id, channel: channel.name)
    var order: [OutboxState.Route] = []
    var last: [OutboxState.Route: OutboxState.Failure] = [:]
    for failure in state.untoldFailures where failure.route != own {
      if last.updateValue(failure, forKey: failure.route) == nil { order.append(failure.route) }
    }
    return order.compactMap { last[$0] }.map(ReminderSentence.note)
  }

  /// A message about failures alone, where the one who looks after the machine has nothing else to
  /// be told; over a channel that works, if there is one.
  private func machineMessage(
    _ state: OutboxState, _ frame: DigestText.Frame, _ tally: Tally
  ) -> Outgoing? {
    guard let recipient = caretaker else { return nil }
    func route(_ channel: ChannelSettings) -> OutboxState.Route {
      OutboxState.Route(person: recipient.id, channel: channel.name)
    }
    let channels = DigestMaker(settings, calendar, on: day).channels(of: recipient)
    guard !channels.contains(where: { state.wasTold(route($0), on: day) }) else { return nil }
    let ready = channels.filter {
      tally.stopped[$0.name] == nil && state.pause(route($0), at: now) == nil
    }
    guard let channel = ready.first(where: { state.troubles[route($0)] == nil }) ?? ready.first
    else { return nil }
    let lines = machineLines(recipient, channel, state)
    guard !lines.isEmpty else { return nil }
    return outgoing([], recipient, channel, isAboutMachine: true, state) {
      DigestText(machine: lines, to: recipient, over: channel, in: frame, maybeRepeated: $0)
    }
  }

  /// Who looks after the machine; `nil` where that is whoever reads standard output.
  private var caretaker: Recipient? {
    guard let role = settings.caretaker, let office = offices.first else { return nil }
    return planner(office).recipient(role, on: day)
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

  /// What the other side asks for after a failure.
  private func wait(
    _ route: OutboxState.Route, _ failure: DeliveryFailure?
  ) -> [OutboxRow.Event] {
    guard let seconds = failure?.retryAfterSeconds else { return [] }
    return [.askedToWait(person: route.person, channel: route.channel, seconds: seconds)]
  }

  private func write(
    _ events: [OutboxRow.Event], _ state: inout OutboxState, _ file: inout LockedOutbox
  ) throws(FileFailure) {
    let rows = events.map { OutboxRow(at: now, $0) }
    try file.append(rows)
    for row in rows { state.apply(row) }
  }

  /// Writes down that the run ended, once a day for each outcome.
  private func end(
    _ outcome: OutboxRow.Outcome, _ state: OutboxState, _ file: inout LockedOutbox
  ) throws(FileFailure) {
    guard state.lastOutcome != outcome || state.lastRun?.date != day else { return }
    try file.append([OutboxRow(at: now, .ran(outcome))])
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
