/// What a webhook is told, as JSON.
enum WebhookBody {
  /// The body for a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - template: The office's own form; `nil` for the program's.
  /// - Returns: The JSON, without a line break.
  /// - Throws: ``DeliveryFailure`` where the template is no JSON, or wants an address and there is
  ///   none.
  static func text(
    _ message: ReminderMessage, template: String?
  ) throws(DeliveryFailure) -> String {
    guard let template else { return ownForm(message).description }
    let form: JSONText
    do {
      form = try JSONText(parsing: template)
    } catch {
      throw DeliveryFailure(reason: ChannelSentence.templateIsNotJSON)
    }
    return try form.mapStrings { (text) throws(DeliveryFailure) in
      try Placeholders.fill(text, names, message)
    }.description
  }

  static let names: [(name: String, part: Placeholders.Part)] = [
    ("@TEKS@", .text), ("@RINGKAS@", .summary), ("@ALAMAT@", .address), ("@PERIHAL@", .subject),
    ("@KEPADA@", .person), ("@ID@", .id),
  ]

  private static func ownForm(_ message: ReminderMessage) -> JSONText {
    .object([
      .init(name: "id", value: .string(message.id)),
      .init(name: "kepada", value: .string(message.person.singleLine)),
      .init(name: "alamat", value: message.address.map { .string($0.singleLine) } ?? .null),
      .init(name: "perihal", value: .string(message.subject.singleLine)),
      .init(name: "teks", value: .string(message.text.printableLines)),
      .init(name: "ringkas", value: .string(message.summary)),
      .init(name: "mungkin_terkirim_ulang", value: .bool(message.isMaybeRepeated)),
    ])
  }
}
