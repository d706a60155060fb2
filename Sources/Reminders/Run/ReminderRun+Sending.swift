internal import CivilCalendar
internal import Compliance
public import ComplianceModel
public import DurableFiles

/// What a run does: claims, sends, answers, and ends.
extension ReminderRun {
  /// Runs.
  ///
  /// - Parameters:
  ///   - outbox: Where the run is written down.
  ///   - patience: How long to wait for another run, which mostly leaves nothing to send, before sending
  ///     beside it.
  ///   - tell: Says a sentence at once: that a message which may have ended an earlier run comes now.
  ///   - send: Hands a message to its channel.
  /// - Returns: What came of it.
  /// - Throws: `FileFailure` where the outbox cannot be read, locked or written; what was sent until
  ///   then is written down.
  public func run(
    _ outbox: Outbox, waiting patience: Duration = .seconds(10),
    telling tell: (String) -> Void = { _ in },
    sending send: (ChannelSettings, ReminderMessage) async -> DeliveryFailure?
  ) async throws(FileFailure) -> Report {
    var book = book(of: outbox)
    guard try begin(&book, outbox, patience) else {
      return Report(
        outcome: .quiet, isCounted: isQuiet(on: day), sent: 0, failures: [], doubts: [],
        refusals: [])
    }
    var tally = Tally()
    let frame = frame(book.state)
    let plan = plan(book)
    for digest in plan.digests {
      try await deliver(digest, plan, frame, &book, &tally, telling: tell, sending: send)
    }
    try noteCutOff(&book, &tally)
    // What failed just now is told as well, where somebody looks after the machine.
    let isTold = try await deliver(&book, &tally, telling: tell, sending: send) { book, tally in
      machineMessage(book, frame, tally, avoiding: Set(plan.last.map(OutboxState.Route.init)))
    }
    for digest in plan.last {
      try await deliver(digest, plan, frame, &book, &tally, telling: tell, sending: send)
    }
    if !isTold, !plan.last.isEmpty {
      try await deliver(&book, &tally, telling: tell, sending: send) { book, tally in
        machineMessage(book, frame, tally, avoiding: [])
      }
    }
    return try end(&book, tally)
  }

  /// What a run would report that finds all told and written down today.
  ///
  /// Cron starts a run every hour, and most have nothing to do. That shows without a lock: what another run is sending
  /// stands in the outbox as a claim, and what is left to it then is decided under the lock (``run(_:waiting:telling:sending:)``).
  ///
  /// - Parameter outbox: Where runs are written down.
  /// - Returns: The report; `nil` where there may be something to do.
  /// - Throws: `FileFailure` where the outbox cannot be read.
  public func reportWhenDone(_ outbox: Outbox) throws(FileFailure) -> Report? {
    var book = book(of: outbox)
    let outcome: OutboxRow.Outcome = isQuiet(on: day) ? .quiet : .good
    guard try book.look(), book.state.openClaims.isEmpty, book.state.hasEnded(outcome, on: day)
    else { return nil }
    if outcome == .good {
      let plan = plan(book)
      guard !isQuietHour, plan.digests.isEmpty, plan.last.isEmpty,
        machineMessage(book, frame(book.state), Tally(), avoiding: []) == nil
      else { return nil }
    }
    return Report(
      outcome: outcome, isCounted: true, sent: 0, failures: [], doubts: [], refusals: [])
  }

  /// The outbox as the run sees it, which was not read yet.
  private func book(of outbox: Outbox) -> OutboxBook {
    OutboxBook(outbox, at: now, for: openDueDates.union([day.monday]))
  }

  /// Looks at the outbox and takes a place among the runs that send.
  ///
  /// - Returns: Whether anything is sent at this time.
  private func begin(
    _ book: inout OutboxBook, _ outbox: Outbox, _ patience: Duration
  ) throws(FileFailure) -> Bool {
    var file = try book.lock()
    // Places are taken under the lock, so that of two runs that begin together one sees the other.
    if try outbox.hasTurns {
      _ = consume file
      try outbox.awaitTurns(patience)
      file = try book.lock()
    }
    guard !isQuiet(on: day) else {
      try writeEnd(.quiet, &book, &file)
      return false
    }
    guard !isQuietHour else { return false }
    try book.takeTurn(file)
    return true
  }

  /// What is to be sent, in which order.
  struct Plan {
    /// What goes first: over channels that work, then over those that failed, so that a server which
    /// does not answer keeps nobody else waiting.
    let digests: [Digest]
    /// What goes last: over the routes of messages that may have ended an earlier run.
    let last: [Digest]
    /// How often the outbox had been read.
    let readings: Int
  }

  private func plan(_ book: borrowing OutboxBook) -> Plan {
    let failing = Set(book.state.troubles.keys.map(\.channel))
    let cutOff = Set(book.cutOff.map(\.route))
    let digests = digests(on: day, book.state)
    let usual = digests.filter { !cutOff.contains(OutboxState.Route($0)) }
    return Plan(
      digests: usual.filter { !failing.contains($0.channel.name) }
        + usual.filter { failing.contains($0.channel.name) },
      last: digests.filter { cutOff.contains(OutboxState.Route($0)) }, readings: book.readings)
  }

  /// Sends a digest, unless it has to wait.
  private func deliver(
    _ digest: Digest, _ plan: Plan, _ frame: DigestText.Frame, _ book: inout OutboxBook,
    _ tally: inout Tally, telling tell: (String) -> Void,
    sending send: (ChannelSettings, ReminderMessage) async -> DeliveryFailure?
  ) async throws(FileFailure) {
    let route = OutboxState.Route(digest)
    guard !book.state.wasTold(route, on: day) else { return }
    if let trouble = tally.stopped[route.channel] ?? pause(route, book.state) {
      let sentence = ReminderSentence.failure(trouble.failure(of: route))
      if trouble.needsPerson {
        tally.refusals.append(sentence)
      } else {
        tally.failures.append(sentence)
      }
      return
    }
    try await deliver(&book, &tally, telling: tell, sending: send) { book, _ in
      guard !book.state.wasTold(route, on: day) else { return nil }
      // Another run may have told some of it meanwhile.
      let left =
        book.readings == plan.readings
        ? digest : digests(on: day, book.state).first { OutboxState.Route($0) == route }
      return left.map { message($0, book.state, frame) }
    }
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
  private func noteCutOff(_ book: inout OutboxBook, _ tally: inout Tally) throws(FileFailure) {
    guard settings.isAtMostOnce else { return }
    var file = try book.lock()
    for claim in book.cutOff {
      try book.write(
        [
          .unsure(
            message: claim.message, person: claim.route.person, channel: claim.route.channel,
            reason: ReminderSentence.cutOff)
        ], to: &file)
      tally.doubts.append(ReminderSentence.failure(OutboxState.Failure(cutOff: claim)))
    }
  }

  /// Sends a message between its claim and its answer; the outbox is not locked meanwhile.
  ///
  /// - Returns: Whether there was a message that nobody else is sending.
  @discardableResult
  private func deliver(
    _ book: inout OutboxBook, _ tally: inout Tally, telling tell: (String) -> Void,
    sending send: (ChannelSettings, ReminderMessage) async -> DeliveryFailure?,
    _ make: (borrowing OutboxBook, Tally) -> Outgoing?
  ) async throws(FileFailure) -> Bool {
    guard let message = try claim(&book, tally, telling: tell, make) else { return false }
    let failure = await send(message.channel, message.text)
    var file = try book.lock()
    try book.write([answer(message, failure)] + wait(message.route, failure), to: &file)
    guard let failure else {
      tally.sent += 1
      return true
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
      tally.stopped[message.route.channel] = book.state.troubles[message.route]
    }
    return true
  }

  /// Writes down that a message is about to be sent.
  ///
  /// - Returns: The message; `nil` where there is none, or another run is sending over its route.
  private func claim(
    _ book: inout OutboxBook, _ tally: Tally, telling tell: (String) -> Void,
    _ make: (borrowing OutboxBook, Tally) -> Outgoing?
  ) throws(FileFailure) -> Outgoing? {
    var file = try book.lock()
    guard let message = make(book, tally), !book.busy.contains(message.route) else { return nil }
    for claim in book.cutOff where claim.route == message.route {
      tell(ReminderSentence.failure(OutboxState.Failure(cutOff: claim)))
    }
    try book.write(opening(message, by: book.turnNumber), to: &file)
    return message
  }

  // MARK: - Writing down

  /// What is written down before a message is sent.
  private func opening(_ message: Outgoing, by turn: Int?) -> [OutboxRow.Event] {
    let (id, route) = (message.text.id, message.route)
    return message.keys.map { .planned(message: id, $0) }
      + [.claimed(message: id, person: route.person, channel: route.channel, turn: turn)]
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

  /// Ends the run and writes that down, unless another run still sends: that one tells of both.
  private func end(_ book: inout OutboxBook, _ tally: Tally) throws(FileFailure) -> Report {
    var file = try book.lock()
    let isShared = !book.busy.isEmpty
    let hasFailed = !tally.failures.isEmpty || !tally.refusals.isEmpty
    let outcome: OutboxRow.Outcome = hasFailed ? .failed : .good
    if !isShared { try writeEnd(outcome, &book, &file) }
    return Report(
      outcome: outcome, isCounted: !isShared, sent: tally.sent, failures: tally.failures,
      doubts: tally.doubts, refusals: tally.refusals)
  }

  /// The most ledgers that a row names.
  private static let mostBooks = 64

  /// Writes down that the run ended, once a day for each outcome.
  private func writeEnd(
    _ outcome: OutboxRow.Outcome, _ book: inout OutboxBook, _ file: inout LockedOutbox
  ) throws(FileFailure) {
    guard !book.state.hasEnded(outcome, on: day) else { return }
    let books = offices.flatMap(\.books).prefix(ReminderRun.mostBooks)
    try book.write([.ran(outcome)], to: &file, reading: books.joined(separator: " "))
  }
}
