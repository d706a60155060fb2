internal import CivilCalendar
internal import Hashing

/// One POST to a webhook.
struct WebhookCall {
  /// Where to, with whatever secret is in it.
  let url: WebURL
  /// Signs the body.
  let key: String?
  /// Further fields of the request.
  let headers: [(name: String, value: String)]
  /// The JSON.
  let body: String
  /// The seconds of each part of it, as ``WebRequest/seconds`` says.
  let timeoutSeconds: Int

  /// The longest time to connect, in seconds: a dead server is told from a slow one.
  private static let connectSeconds = 10

  /// Sends it, once.
  ///
  /// - Returns: What the server said.
  /// - Throws: ``DeliveryFailure`` where it said nothing.
  func send(
    _ message: ReminderMessage, by courier: WebCourier
  ) async throws(DeliveryFailure) -> WebhookAnswer {
    // RFC 9110 5.5, without what is obsolete there.
    for (name, value) in headers
    where !value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x9 }) {
      throw DeliveryFailure(reason: ChannelSentence.headerIsNone(name))
    }
    switch await courier.send(request(id: message.id)) {
    case .failure(let failure): throw failure.delivery
    case .answer(let answer):
      return WebhookAnswer(
        status: answer.status,
        retryAfterSeconds: WebhookCall.wait(answer, sentAt: message.sentAt.unixSeconds),
        body: WebhookAnswer.Body(answer))
    }
  }

  private func request(id: String) -> WebRequest {
    var fields = [
      WebRequest.Field("Content-Type", "application/json; charset=utf-8"),
      WebRequest.Field("User-Agent", "tenggat"), WebRequest.Field("X-Tenggat-Id", id),
    ]
    for (name, value) in headers {
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      fields.append(WebRequest.Field(name, value))
    }
    let bytes = Array(body.utf8)
    if let key {
      let signature = SHA256.authenticationCode(of: bytes, key: Array(key.utf8))
      fields.append(WebRequest.Field("X-Tenggat-Signature", "sha256=\(signature)"))
    }
    return WebRequest(
      .post, url.text, headers: fields, body: bytes, seconds: timeoutSeconds,
      connectSeconds: min(timeoutSeconds, WebhookCall.connectSeconds))
  }

  /// The seconds for which the header of an answer asks to be left alone.
  private static func wait(_ answer: WebAnswer, sentAt unixSeconds: Int) -> Int? {
    let serverClock = answer.headers["date"].flatMap(RetryAfter.unixSeconds)
    return answer.headers["retry-after"].flatMap {
      RetryAfter.seconds($0, now: serverClock ?? unixSeconds)
    }
  }
}
