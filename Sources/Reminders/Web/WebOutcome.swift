internal import NetworkProgram
public import PlainText

/// What came of a request over the web.
public enum WebOutcome: Hashable, Sendable {
  case answer(WebAnswer)
  case failure(WebFailure)
}

/// What a server answered.
public struct WebAnswer: Hashable, Sendable {
  /// The status, as the server wrote it.
  public let status: Int
  /// The fields of its header that are looked at, under their names in lower case.
  public let headers: [String: String]
  /// What it holds, one byte more than ``longestContent`` where there is more.
  public let content: [UInt8]
  /// Whether it broke off, or took longer than it may.
  public let isBrokenOff: Bool

  /// The most bytes that are read of an answer.
  public static let longestContent = 65_536
  /// The fields of a header that are looked at, in lower case.
  public static let fields = ["content-type", "date", "retry-after"]

  /// Creates an answer.
  public init(status: Int, headers: [String: String], content: [UInt8], isBrokenOff: Bool) {
    self.status = status
    self.headers = headers
    self.content = content
    self.isBrokenOff = isBrokenOff
  }
}

/// Why there was no answer.
public enum WebFailure: String, Hashable, Sendable {
  /// The address is none.
  case badURL
  /// No connection came about.
  case unreachable
  /// No connection came about in its time.
  case unreachableInTime
  /// The request may have gone out, and no answer came in its time.
  case tooSlow
  /// The request may have gone out, and the connection broke.
  case brokeOff
  /// The program that has the network is not there.
  case noProgram
  /// The program that has the network could not be started.
  case programNotStarted
  /// The program that has the network ended before anything could go out: it did not understand the
  /// request, or could not be loaded.
  case programRefused
  /// The program that has the network ended without saying what came of it.
  case programBroke
}

extension WebOutcome {
  /// The outcome as one program hands it to another.
  public var json: JSONValue {
    switch self {
    case .failure(let failure): ["failure": .string(failure.rawValue)]
    case .answer(let answer):
      [
        "status": .integer(answer.status),
        "headers": .object(answer.headers.mapValues { .string($0) }),
        "content": .string(Base64.encode(answer.content)),
        "isBrokenOff": .boolean(answer.isBrokenOff),
      ]
    }
  }

  /// Reads ``json``; `nil` for anything else.
  public init?(_ json: JSONValue) {
    guard case .object(let members) = json else { return nil }
    if case .string(let name)? = members["failure"] {
      guard let failure = WebFailure(rawValue: name) else { return nil }
      self = .failure(failure)
      return
    }
    guard case .integer(let status)? = members["status"],
      case .object(let fields)? = members["headers"],
      case .string(let encoded)? = members["content"], let content = Base64.decode(encoded),
      case .boolean(let isBrokenOff)? = members["isBrokenOff"]
    else { return nil }
    var headers: [String: String] = [:]
    for (name, value) in fields {
      guard case .string(let value) = value else { return nil }
      headers[name] = value
    }
    self = .answer(
      WebAnswer(status: status, headers: headers, content: content, isBrokenOff: isBrokenOff))
  }
}

extension WebFailure {
  /// The failure of a message that was to go this way.
  var delivery: DeliveryFailure {
    switch self {
    case .badURL: DeliveryFailure(reason: ChannelSentence.webhookURLIsNone)
    case .unreachable: DeliveryFailure(reason: ChannelSentence.webhookUnreachable)
    case .unreachableInTime:
      DeliveryFailure(reason: ChannelSentence.webhookUnreachableInTime, stopsChannel: true)
    case .tooSlow:
      DeliveryFailure(
        reason: ChannelSentence.webhookTooSlow, isOutcomeUnknown: true, stopsChannel: true)
    case .brokeOff:
      DeliveryFailure(reason: ChannelSentence.webhookBrokeOff, isOutcomeUnknown: true)
    case .noProgram:
      DeliveryFailure(reason: ChannelSentence.noNetworkProgram, needsPerson: true)
    case .programNotStarted:
      DeliveryFailure(reason: ChannelSentence.programNotStarted(NetworkProgram.name))
    case .programRefused:
      DeliveryFailure(reason: ChannelSentence.networkProgramRefused, needsPerson: true)
    case .programBroke:
      DeliveryFailure(reason: ChannelSentence.networkProgramBroke, isOutcomeUnknown: true)
    }
  }
}
