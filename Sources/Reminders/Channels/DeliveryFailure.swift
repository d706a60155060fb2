/// Why a message was not sent, as far as the channel knows.
public struct DeliveryFailure: Error, Hashable, Sendable {
  /// The reason for people, in Indonesian, one line, without any secret.
  public let reason: String
  /// Seconds for which the other side asks to be left alone, 0 through 86 400; `nil` where it does
  /// not say.
  public let retryAfterSeconds: Int?
  /// Whether the message may have arrived all the same, as after a timeout.
  public let isOutcomeUnknown: Bool

  /// Whether the other side is slow or wants rest, so that other messages over the channel had better
  /// wait for the next run.
  public let stopsChannel: Bool

  /// Whether it would fail again until a person mends something, so that it is not tried again before
  /// the next day.
  public let needsPerson: Bool

  /// Creates a failure.
  public init(
    reason: String, retryAfterSeconds: Int? = nil, isOutcomeUnknown: Bool = false,
    stopsChannel: Bool = false, needsPerson: Bool = false
  ) {
    self.reason = reason
    self.retryAfterSeconds = retryAfterSeconds
    self.isOutcomeUnknown = isOutcomeUnknown
    self.stopsChannel = stopsChannel
    self.needsPerson = needsPerson
  }
}
