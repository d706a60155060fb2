internal import ComplianceModel
internal import PlainText

/// What a server said to a webhook: whether the message was taken is read from the content, since a
/// gateway says `{"ok": false}` and a hotspot its log-in page with a status of 200.
struct WebhookAnswer {
  /// The status, as the server wrote it.
  let status: Int
  /// The seconds for which its header asks to be left alone.
  let retryAfterSeconds: Int?
  /// What it holds.
  let body: Body

  /// What an answer holds.
  enum Body: Hashable {
    case json(JSONValue)
    /// A web page, which no service gives: that of a proxy or of a network's log-in.
    case page
    case text(String)
    case empty
    /// More than is read.
    case tooLong
    /// It broke off.
    case brokenOff

    /// Reads what an answer holds.
    init(_ answer: WebAnswer) {
      let type = answer.headers["content-type"]?.lowercased() ?? ""
      self =
        answer.isBrokenOff ? .brokenOff : Body(answer.content, isHTML: type.contains("html"))
    }

    /// Reads the bytes of an answer.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, one more than ``WebAnswer/longestContent`` where there are more.
    ///   - isHTML: Whether the server calls it a web page; some call JSON so.
    init(_ bytes: [UInt8], isHTML: Bool) {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
      let text = String(decoding: content, as: UTF8.self)
      let start = String(text.prefix(1024)).singleLine.lowercased()
      if start.isEmpty, bytes.count <= WebAnswer.longestContent {
        self = .empty
      } else if start.contains("<!doctype html") || start.contains("<html")
        || (isHTML && start.hasPrefix("<"))
      {
        // JSON that speaks of a page is JSON.
        self = (try? JSONValue(parsing: text)).map { .json($0) } ?? .page
      } else if bytes.count > WebAnswer.longestContent {
        self = .tooLong
      } else {
        self = (try? JSONValue(parsing: text)).map { .json($0) } ?? .text(text)
      }
    }
  }
}

extension WebhookAnswer {
  /// How a channel reads answers.
  struct Reading {
    /// What an accepted one looks like; `nil` for any JSON that denies nothing.
    let accepted: AcceptedAnswer?
    /// Known reasons for a refusal, in the order in which they are looked at.
    let refusals: [WebhookService.Refusal]
    /// Strikes secrets and addresses out of what a server says.
    let secrets: SecretVariables
  }

  /// The most characters that are kept of a server's reason.
  static let longestReason = 300

  /// Why the message was not taken; `nil` where it was.
  func failure(_ reading: Reading) -> DeliveryFailure? {
    switch status {
    case 200..<300: return failureOfSuccess(reading)
    case 300..<400: return DeliveryFailure(reason: ChannelSentence.webhookRedirects(status))
    case 429, 503: return refusal(reading, needsPerson: false, stopsChannel: true)
    // A gateway that gave up waiting does not know whether the server behind it went on.
    case 504: return refusal(reading, needsPerson: false, isOutcomeUnknown: true)
    // A page with such a status is a proxy's, and passes.
    case 400..<500 where body != .page && ![408, 421, 423, 425].contains(status):
      return refusal(reading, needsPerson: true)
    default: return refusal(reading, needsPerson: false)
    }
  }

  private func failureOfSuccess(_ reading: Reading) -> DeliveryFailure? {
    switch (body, reading.accepted) {
    case (.page, _): return DeliveryFailure(reason: ChannelSentence.webhookAnswersPage(status))
    case (_, .anything): return nil
    case (.json(let json), .holding(let conditions)):
      return conditions.allSatisfy(json.satisfies) ? nil : refusal(reading, needsPerson: true)
    case (.json(let json), nil):
      return json.denies ? refusal(reading, needsPerson: !isPassing(json)) : nil
    case (.empty, _): return unreadable(ChannelSentence.webhookAnswersNothing(status))
    case (.text(let text), _):
      return unreadable(ChannelSentence.webhookAnswersText(status, shortened(text, reading)))
    case (.tooLong, _): return unreadable(ChannelSentence.webhookAnswersTooMuch(status))
    case (.brokenOff, _):
      return DeliveryFailure(
        reason: ChannelSentence.webhookBrokeOffInAnswer(status), isOutcomeUnknown: true)
    }
  }

  /// An answer that may mean anything, until a person says what it means.
  private func unreadable(_ reason: String) -> DeliveryFailure {
    DeliveryFailure(reason: reason, isOutcomeUnknown: true, needsPerson: true)
  }

  /// Whether the JSON of a success names a status with which a server asks for patience.
  private func isPassing(_ json: JSONValue) -> Bool {
    ["error_code", "status", "statusCode", "status_code", "code"].contains { name in
      json.word(at: [name]).flatMap { Int($0) }.map {
        $0 == 429 || (500...599).contains($0)
      } ?? false
    }
  }

  private func refusal(
    _ reading: Reading, needsPerson: Bool, isOutcomeUnknown: Bool = false,
    stopsChannel: Bool = false
  ) -> DeliveryFailure {
    let json: JSONValue? = if case .json(let json) = body { json } else { nil }
    let said: String? = if case .text(let text) = body { text } else { json?.reason }
    let known = reading.refusals.first { matches($0, json, said ?? "") }
    let advice =
      known?.advice.map { filled($0, json, reading) }
      ?? (known == nil ? ChannelSentence.advice(status) : nil)
    let parts = [said.map { shortened($0, reading) }, advice].compactMap(\.self)
    let head =
      (200..<300).contains(status)
      ? ChannelSentence.webhookRefuses(status, hasReason: said != nil)
      : ChannelSentence.webhookAnswers(status)
    let asked = json?.word(at: ["parameters", "retry_after"]).flatMap { Int($0) }
    return DeliveryFailure(
      reason: parts.isEmpty ? head : "\(head): \(parts.joined(separator: "; "))",
      retryAfterSeconds: retryAfterSeconds ?? asked.map { min(max($0, 0), RetryAfter.limit) },
      isOutcomeUnknown: isOutcomeUnknown, stopsChannel: stopsChannel,
      needsPerson: known.map { !$0.isPassing } ?? needsPerson)
  }

  private func matches(
    _ refusal: WebhookService.Refusal, _ json: JSONValue?, _ said: String
  ) -> Bool {
    let isSaid = refusal.reason.map { said.lowercased().contains($0.lowercased()) } ?? true
    return isSaid
      && refusal.conditions.allSatisfy { (json ?? .null).satisfies($0) }
  }

  /// The advice with values of the answer in their places.
  private func filled(_ advice: String, _ json: JSONValue?, _ reading: Reading) -> String {
    var rest = advice[...]
    var filled = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let path = rest[rest.index(after: open)..<close].split(separator: ".").map(String.init)
      let value =
        (json?.word(at: path)?.singleLine).map {
          reading.secrets.masked($0).prefix(WebhookAnswer.longestValue)
        } ?? "?"
      filled += "\(rest[..<open])\(value)"
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// The most characters of a value in an advice.
  private static let longestValue = 40

  /// What a server says, in one line, without secrets and not too long.
  private func shortened(_ text: String, _ reading: Reading) -> String {
    let clean = reading.secrets.masked(text.singleLine)
    guard clean.count > WebhookAnswer.longestReason else { return clean }
    return clean.prefix(WebhookAnswer.longestReason - 1) + "…"
  }
}
