/// What the answer of a webhook looks like where the message was taken.
public enum AcceptedAnswer: Hashable, Sendable {
  /// Any answer with a status of 200 through 299, whatever it holds, also nothing; but no web page,
  /// which is that of a proxy or of a network's log-in.
  case anything
  /// JSON for which all of these hold.
  case holding([AnswerCondition])
}

/// One thing that has to hold for the JSON of an answer.
public struct AnswerCondition: Hashable, Sendable {
  /// What a value may be.
  public enum Expected: Hashable, Sendable {
    /// Anything but nothing: `null`, an empty text, list or object, and a missing key are nothing.
    case present
    /// Nothing, as above.
    case absent
    /// A text, a number or a truth value that is written so, in capitals or not.
    case text(String)
  }

  /// The keys that lead to the value, the outermost first; a list on the way is looked through.
  public let path: [String]
  /// What the value may be; one of them is enough.
  public let expected: [Expected]

  /// Creates a condition.
  public init(path: [String], expected: [Expected]) {
    self.path = path
    self.expected = expected
  }
}

/// How a known service answers a webhook: data, from `Calendars/saluran/layanan.yaml`.
public struct WebhookService: Hashable, Sendable {
  /// A reason for which the service takes no message.
  public struct Refusal: Hashable, Sendable {
    /// What holds for the answer; nothing need hold where it is empty.
    public let conditions: [AnswerCondition]
    /// What the service's own reason has in it, in capitals or not; `nil` where any will do.
    public let reason: String?
    /// What to do, in which `{a.b}` stands for a value of the answer; `nil` where nobody can do
    /// anything but wait.
    public let advice: String?
    /// Whether it passes by itself, so that the message is soon tried again.
    public let isPassing: Bool

    /// Creates a reason.
    public init(
      conditions: [AnswerCondition], reason: String?, advice: String?, isPassing: Bool
    ) {
      self.conditions = conditions
      self.reason = reason
      self.advice = advice
      self.isPassing = isPassing
    }
  }

  /// The name by which a channel names it (`layanan`).
  public let name: String
  /// What its answer looks like where the message was taken.
  public let accepted: AcceptedAnswer
  /// The known reasons for which it takes none, in the order in which they are looked at.
  public let refusals: [Refusal]

  /// Creates a service.
  public init(name: String, accepted: AcceptedAnswer, refusals: [Refusal]) {
    self.name = name
    self.accepted = accepted
    self.refusals = refusals
  }
}
