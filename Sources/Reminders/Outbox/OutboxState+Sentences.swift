internal import CivilCalendar
internal import ComplianceModel

extension OutboxState.Route {
  /// The route of a key.
  init(_ key: ReminderKey) { self.init(person: key.person, channel: key.channel) }

  /// The route of a digest.
  init(_ digest: Digest) {
    self.init(person: digest.recipient.id, channel: digest.channel.name)
  }
}

extension OutboxState.Failure {
  /// What failed, when and why, in Indonesian.
  public var sentence: String { ReminderSentence.failure(self) }

  /// What is known of a message whose run ended before it was answered.
  init(cutOff claim: OutboxState.OpenClaim) { self.init(cutOff: claim.route, at: claim.instant) }

  /// What is known of a message over a route whose run ended before it was answered.
  init(cutOff route: OutboxState.Route, at instant: ClockReading) {
    self.init(
      route: route, instant: instant, reason: ReminderSentence.cutOff, isUnknown: true)
  }
}

extension OutboxState.Trouble {
  /// The last failure, as one of a route.
  func failure(of route: OutboxState.Route) -> OutboxState.Failure {
    OutboxState.Failure(route: route, instant: last, reason: reason, isUnknown: isUnknown)
  }
}
