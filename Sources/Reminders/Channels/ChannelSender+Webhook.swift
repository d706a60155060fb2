internal import ComplianceModel
internal import PlainText

extension ChannelSender {
  /// Posts a message to a webhook and reads from its answer whether it was taken.
  ///
  /// - Throws: ``DeliveryFailure``.
  func post(
    _ message: ReminderMessage, _ kind: ChannelSettings.Kind
  ) async throws(DeliveryFailure) {
    guard
      case .webhook(
        let source, let key, let headers, let template, let timeoutSeconds, let service,
        let accepted) = kind
    else { return }
    var fields: [(name: String, value: String)] = []
    for (name, secret) in headers.sorted(by: { $0.key < $1.key }) {
      fields.append((name, try value(of: secret)))
    }
    guard let url = WebURL(try value(of: source)) else {
      throw DeliveryFailure(reason: ChannelSentence.webhookURLIsNone)
    }
    let call = WebhookCall(
      url: url,
      key: try key.map { (key) throws(DeliveryFailure) in try value(of: key) },
      headers: fields,
      body: try WebhookBody.text(message, template: template), timeoutSeconds: timeoutSeconds)
    let own = services.filter { $0.name == service }
    let known = own.isEmpty ? services : own
    let struck =
      url.secretParts + [call.key, message.address?.singleLine].compactMap(\.self)
      + fields.flatMap { [$0.value] + $0.value.split(separator: " ").map(String.init) }
    let reading = WebhookAnswer.Reading(
      accepted: accepted ?? own.first?.accepted, refusals: known.flatMap(\.refusals),
      secrets: secrets.adding(struck))
    if let failure = try await call.send(message, by: courier).failure(reading) { throw failure }
  }
}
