public import CivilCalendar
internal import ComplianceModel

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
    /// What the last attempt told, until it is answered.
    fileprivate(set) var attempt: Set<ReminderKey>
    /// What attempts told of which nobody will know any more: a failure of a later one does not
    /// settle them.
    fileprivate(set) var doubt: Set<ReminderKey>

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
  }

  /// Failures in a row over one route.
  public struct Trouble: Hashable, Sendable {
    /// How many attempts failed since the last success.
    public let attempts: Int
    /// When the last one failed.
    public let last: ClockReading
    /// Why the last one failed.
    public let reason: String
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
  /// Whether anything was ever sent.
  public var hasSent: Bool { !sentMessages.isEmpty }

  private var plans: [String: Plan] = [:]
  private var routeByMessage: [String: Route] = [:]
  private var toldDays: [Route: Set<CivilDate>] = [:]
  private var sentMessages: Set<String> = []
  private var waits: [Route: (since: ClockReading, seconds: Int)] = [:]
  private var snoozes: [OutboxRow.Snooze] = []
  private var failures: [Failure] = []
  /// How many failures were told of, and how many each message tells of.
  private var toldFailures = 0
  private var failuresByMessage: [String: Int] = [:]

  /// What a message is to tell with its next attempt, or told with its last.
  private struct Plan {
    let instant: ClockReading
    var keys: [ReminderKey] = []
    var isClaimed = false
  }

  /// Begins with nothing.
  public init() {}

  /// Adds up rows in their order.
  public init(_ rows: some Sequence<OutboxRow>) {
    for row in rows { apply(row) }
  }

  /// Adds a row.
  public mutating func apply(_ row: OutboxRow) {
    switch row.event {
    case .planned(let message, let key):
      if key.subject == .failures { failuresByMessage[message] = failures.count }
      // What was planned before and not tried then is planned anew, or is not to be told any more.
      let known = plans[message]
      if known.map({ $0.isClaimed || $0.instant != row.instant }) ?? true {
        plans[message] = Plan(instant: row.instant)
      }
      plans[message]?.keys.append(key)
    case .claimed(let message, let person, let channel):
      let route = Route(person: person, channel: channel)
      routeByMessage[message] = route
      let plan = plans[message]?.instant == row.instant ? keys(of: message) : []
      plans[message]?.isClaimed = true
      openClaims.append(
        OpenClaim(
          message: message, route: route, instant: row.instant, attempt: Set(plan),
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
      if case .failed = row.event { settle(message, hasArrived: false) }
      troubles[route] = Trouble(
        attempts: (troubles[route]?.attempts ?? 0) + 1, last: row.instant, reason: reason)
      failures.append(Failure(route: route, instant: row.instant, reason: reason))
    case .askedToWait(let person, let channel, let seconds):
      waits[Route(person: person, channel: channel)] = (row.instant, seconds)
    case .ran(let outcome):
      lastRun = row.instant
      lastOutcome = outcome
      if outcome != .failed { lastGoodRun = row.instant }
      if outcome != .quiet { lastLook = row.instant.date }
    case .snoozed(let snooze): snoozes.append(snooze)
    }
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
    if !claim.doubt.isEmpty { openClaims.append(claim) }
  }

  /// The keys that a message was last planned with.
  public func keys(of message: String) -> [ReminderKey] { plans[message]?.keys ?? [] }

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

  /// Whether an obligation is put off on a day: the last word counts.
  public func isSnoozed(_ stage: ReminderKey.Stage, on day: CivilDate) -> Bool {
    let last = snoozes.last {
      $0.unit == stage.unit && $0.report == stage.report && $0.period == stage.period
    }
    return last.map { day < $0.until } ?? false
  }

  /// The failures that whoever looks after the machine was not told of, in order.
  public var untoldFailures: some Sequence<Failure> { failures[toldFailures...] }

  /// Whether a route that failed has to wait: fifteen minutes after the first failure, twice as long
  /// after each further one, six hours at most, and as long as the other side asks for.
  public func mustWait(_ route: Route, at instant: ClockReading) -> Bool {
    guard let trouble = troubles[route] else { return false }
    // A clock that went back is no reason to wait for ever.
    func isWithin(_ seconds: Int, of start: ClockReading) -> Bool {
      (0..<seconds).contains(instant.unixSeconds - start.unixSeconds)
    }
    let minutes = min(15 << min(trouble.attempts - 1, 5), 360)
    return isWithin(minutes * 60, of: trouble.last)
      || waits[route].map { isWithin($0.seconds, of: $0.since) } ?? false
  }
}
