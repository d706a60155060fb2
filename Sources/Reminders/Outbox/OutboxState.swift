public import CivilCalendar

/// What the rows of an outbox add up to.
public struct OutboxState: Sendable {
  /// A way to reach somebody.
  public struct Route: Hashable, Sendable {
    /// A role, or the code of a desa.
    public let person: String
    /// The name of the channel.
    public let channel: String

    /// Creates a route.
    public init(person: String, channel: String) {
      self.person = person
      self.channel = channel
    }
  }

  /// A message that was claimed and of which nobody knows whether it went out.
  public struct OpenClaim: Hashable, Sendable {
    /// The message.
    public let message: String
    /// Whom it was for, and how.
    public let route: Route
    /// When it was last claimed.
    public let instant: ClockReading
    /// The place of the run that claimed it (`OutboxTurn`).
    let turn: Int?
    /// What the last attempt told, until it is answered.
    fileprivate(set) var attempt: [ReminderKey]
    /// What attempts told of which nobody will know any more: a failure of a later one does not
    /// settle them.
    fileprivate(set) var doubt: Set<ReminderKey>
    /// Whether the last attempt was cut off before anything was written down about it, and no good run
    /// came after it.
    public fileprivate(set) var isCutOff = true

    /// What may have arrived.
    public var keys: Set<ReminderKey> { doubt.union(attempt) }
  }

  /// One failure.
  public struct Failure: Hashable, Sendable {
    /// Whom the message was for, and how.
    public let route: Route
    /// When it failed.
    public let instant: ClockReading
    /// Why.
    public let reason: String
    /// Whether the message may have arrived all the same.
    public let isUnknown: Bool
  }

  /// Failures in a row over one route.
  public struct Trouble: Hashable, Sendable {
    /// How many attempts failed since the last success.
    public let attempts: Int
    /// When the last one failed.
    public let last: ClockReading
    /// Why the last one failed.
    public let reason: String
    /// Whether the last message may have arrived all the same.
    public let isUnknown: Bool
    /// Whether a person has to mend something before the next one can arrive.
    public fileprivate(set) var needsPerson = false
  }

  /// The keys that were sent.
  public private(set) var delivered: Set<ReminderKey> = []
  /// The claims without an answer, each until its message is known to have gone out, in order.
  public private(set) var openClaims: [OpenClaim] = []
  /// The routes that fail.
  public private(set) var troubles: [Route: Trouble] = [:]
  /// The last run of any outcome.
  public private(set) var lastRun: ClockReading?
  /// How the last run ended.
  public private(set) var lastOutcome: OutboxRow.Outcome?
  /// The last run that was good or fell into a quiet time.
  public private(set) var lastGoodRun: ClockReading?
  /// The day of the last run that was not quiet.
  public private(set) var lastLook: CivilDate?
  /// What runs on days that are still to come told, or may have: their clock was wrong, or this one is.
  public var toldAhead: Set<ReminderKey> { Set(plansAhead.values.joined()) }
  /// Whether anything was ever sent.
  public var hasSent: Bool { !toldDays.isEmpty }

  private var plans: [String: Plan] = [:]
  private var plansAhead: [String: [ReminderKey]] = [:]
  private var routeByMessage: [String: Route] = [:]
  private var toldDays: [Route: Set<CivilDate>] = [:]
  private var sentMessages: Set<String> = []
  private var waits: [String: (since: ClockReading, seconds: Int, route: Route)] = [:]
  /// The last day that a run can have written; later ones come from a clock that is wrong.
  private let horizon: CivilDate?
  private(set) var snoozes: [OutboxRow.Snooze] = []
  private var failures: [Failure] = []
  /// How many failures were told of, and how many each message tells of.
  private var toldFailures = 0
  private var failuresByMessage: [String: Int] = [:]

  /// What a message is to tell with its next attempt, or told with its last.
  private struct Plan {
    private(set) var instant: ClockReading
    private(set) var keys: [ReminderKey] = []
    var isClaimed = false

    init(instant: ClockReading) { self.instant = instant }

    /// Adds a key.
    ///
    /// What was planned before and not tried then is planned anew, or is not to be told any more.
    mutating func add(_ key: ReminderKey, at instant: ClockReading) {
      if isClaimed || self.instant != instant { self = Plan(instant: instant) }
      keys.append(key)
    }
  }

  /// The days that a clock may lie ahead of the next run's and still be believed.
  static let believedDaysAhead = 1

  /// Adds up rows in their order.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - today: The day of looking. What was written on a later day but the next says nothing about
  ///     runs and failures, and what was told then is in doubt; `nil` where all rows are believed.
  public init(_ rows: some Sequence<OutboxRow> = [], asOf today: CivilDate? = nil) {
    horizon = today?.adding(days: OutboxState.believedDaysAhead)
    // Most rows plan a key that is told in the end.
    delivered.reserveCapacity(rows.underestimatedCount)
    for row in rows { apply(row) }
  }

  /// Adds a row.
  public mutating func apply(_ row: OutboxRow) {
    if let horizon, row.instant.date > horizon {
      applyAhead(row)
    } else {
      applyBelieved(row)
    }
  }

  /// Takes from a row of a day to come the names that are used up, and what may have been told.
  private mutating func applyAhead(_ row: OutboxRow) {
    switch row.event {
    case .planned(let message, let key):
      plansAhead[message, default: []].append(key)
      sentMessages.insert(message)
    case .failed(let message, _, _, _): plansAhead[message] = nil
    case .snoozed(let snooze): snoozes.append(snooze)
    case .claimed, .sent, .unsure, .askedToWait, .held, .ran: break
    }
  }

  private mutating func applyBelieved(_ row: OutboxRow) {
    switch row.event {
    case .planned(let message, let key):
      if key.subject == .failures { failuresByMessage[message] = failures.count }
      plans[message, default: Plan(instant: row.instant)].add(key, at: row.instant)
    case .claimed(let message, let person, let channel, let turn):
      let route = Route(person: person, channel: channel)
      routeByMessage[message] = route
      let plan = plans[message]?.instant == row.instant ? keys(of: message) : []
      plans[message]?.isClaimed = true
      openClaims.append(
        OpenClaim(
          message: message, route: route, instant: row.instant, turn: turn, attempt: plan,
          doubt: removeClaim(message)?.keys ?? []))
    case .sent(let message, let person, let channel):
      let route = Route(person: person, channel: channel)
      settle(message, hasArrived: true)
      troubles[route] = nil
      toldDays[route, default: []].insert(row.instant.date)
      sentMessages.insert(message)
      toldFailures = max(toldFailures, failuresByMessage[message] ?? 0)
    case .failed(let message, let person, let channel, let reason),
      .unsure(let message, let person, let channel, let reason):
      let route = Route(person: person, channel: channel)
      let isUnknown = if case .unsure = row.event { true } else { false }
      if !isUnknown {
        settle(message, hasArrived: false)
      } else if let index = openClaims.lastIndex(where: { $0.message == message }) {
        openClaims[index].isCutOff = false
      }
      troubles[route] = Trouble(
        attempts: (troubles[route]?.attempts ?? 0) + 1, last: row.instant, reason: reason,
        isUnknown: isUnknown)
      failures.append(
        Failure(route: route, instant: row.instant, reason: reason, isUnknown: isUnknown))
    case .askedToWait(let person, let channel, let seconds):
      waits[channel] = (row.instant, seconds, Route(person: person, channel: channel))
    case .held(let person, let channel):
      troubles[Route(person: person, channel: channel)]?.needsPerson = true
    case .ran(let outcome):
      lastRun = row.instant
      lastOutcome = outcome
      if outcome != .failed { lastGoodRun = row.instant }
      // All that is still to be told was told.
      if outcome == .good { openClaims.indices.forEach { openClaims[$0].isCutOff = false } }
      if outcome != .quiet { lastLook = row.instant.date }
    case .snoozed(let snooze): snoozes.append(snooze)
    }
  }

  /// Takes digests as sent on a day, for a look ahead.
  mutating func suppose(_ digests: [Digest], sentOn day: CivilDate) {
    for digest in digests {
      delivered.formUnion(digest.keys)
      toldDays[Route(digest), default: []].insert(day)
    }
    lastLook = max(lastLook ?? day, day)
  }

  private mutating func removeClaim(_ message: String) -> OpenClaim? {
    openClaims.lastIndex { $0.message == message }.map { openClaims.remove(at: $0) }
  }

  /// Takes the answer to the last attempt of a message; what earlier ones told stays in doubt.
  private mutating func settle(_ message: String, hasArrived: Bool) {
    guard var claim = removeClaim(message) else {
      // Its claim cannot be read any more.
      if hasArrived { delivered.formUnion(keys(of: message)) }
      return
    }
    if hasArrived {
      delivered.formUnion(claim.attempt)
      claim.doubt.subtract(claim.attempt)
    }
    claim.attempt = []
    claim.isCutOff = false
    if !claim.doubt.isEmpty { openClaims.append(claim) }
  }

  /// The keys that a message was last planned with.
  public func keys(of message: String) -> [ReminderKey] { plans[message]?.keys ?? [] }

  /// Whether the last run was on a day and ended so.
  func hasEnded(_ outcome: OutboxRow.Outcome, on day: CivilDate) -> Bool {
    lastOutcome == outcome && lastRun?.date == day
  }

  /// Whether somebody was told something over a route on a day: one digest a day.
  public func wasTold(_ route: Route, on day: CivilDate) -> Bool {
    toldDays[route]?.contains(day) ?? false
  }

  /// Whether a name may be given to a message for a route: one that failed may be tried again under
  /// its name, one that arrived, or may have, keeps its name for itself.
  public func isFree(_ message: String, for route: Route) -> Bool {
    !sentMessages.contains(message) && !openClaims.contains { $0.message == message }
      && routeByMessage[message].map { $0 == route } ?? true
  }

  /// The last message without an answer that told some of this.
  public func openMessage(telling keys: [ReminderKey]) -> String? {
    openClaims.last { !$0.keys.isDisjoint(with: keys) }?.message
  }

  /// The failures that whoever looks after the machine was not told of, in order.
  public var untoldFailures: some Sequence<Failure> { failures[toldFailures...] }

  /// Why a route has to wait: fifteen minutes after the first failure, twice as long after each
  /// further one, six hours at most; where a person has to mend something, for the rest of the day; and
  /// every route of a channel as long as its other side asks for.
  ///
  /// - Returns: The failure that is waited out; `nil` where the route may be tried.
  public func pause(_ route: Route, at instant: ClockReading) -> Trouble? {
    // A clock that went back is no reason to wait for ever.
    func isWithin(_ seconds: Int, of start: ClockReading) -> Bool {
      (0..<seconds).contains(instant.unixSeconds - start.unixSeconds)
    }
    if let trouble = troubles[route] {
      let minutes = min(15 << min(trouble.attempts - 1, 5), 360)
      if isWithin(minutes * 60, of: trouble.last) { return trouble }
      if trouble.needsPerson, trouble.last.date == instant.date { return trouble }
    }
    guard let wait = waits[route.channel], isWithin(wait.seconds, of: wait.since) else {
      return nil
    }
    return troubles[wait.route]
  }
}
