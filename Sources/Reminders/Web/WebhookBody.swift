internal import PlainText

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
    guard let template else { return JSONValue.line(ownForm(message)) }
    let form: JSONValue
    do {
      form = try JSONValue(parsing: template)
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

  /// What the program itself says, the id first.
  private static func ownForm(_ message: ReminderMessage) -> [(key: String, value: JSONValue)] {
    [
      ("id", .string(message.id)),
      ("kepada", .string(message.person.singleLine)),
      ("alamat", message.address.map { .string($0.singleLine) } ?? .null),
      ("perihal", .string(message.subject.singleLine)),
      ("teks", .string(message.text.printableLines)),
      ("ringkas", .string(message.summary)),
      ("mungkin_terkirim_ulang", .boolean(message.isMaybeRepeated)),
    ]
  }
}
