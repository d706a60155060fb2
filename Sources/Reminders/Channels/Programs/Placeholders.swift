internal import PlainText

/// What stands for parts of a message in the words that an office writes for a channel.
enum Placeholders {
  /// A part of a message.
  enum Part: CaseIterable {
    case text, summary, address, subject, person, id
  }

  /// The text with the parts of a message in the places that stand for them.
  ///
  /// What is put in is not looked at again: a subject that holds `{id}` keeps it.
  ///
  /// - Parameters:
  ///   - template: The words.
  ///   - names: What stands for which part.
  ///   - message: The message.
  /// - Returns: The text.
  /// - Throws: ``DeliveryFailure`` where the address is wanted and there is none.
  static func fill(
    _ template: String, _ names: [(name: String, part: Part)], _ message: ReminderMessage
  ) throws(DeliveryFailure) -> String {
    var filled = ""
    var rest = template[...]
    next: while let character = rest.first {
      for (name, part) in names where rest.hasPrefix(name) {
        filled += try value(of: part, message)
        rest.removeFirst(name.count)
        continue next
      }
      filled.append(character)
      rest.removeFirst()
    }
    return filled
  }

  private static func value(
    of part: Part, _ message: ReminderMessage
  ) throws(DeliveryFailure) -> String {
    switch part {
    case .text: return message.text.printableLines
    case .summary: return message.summary
    case .subject: return message.subject.singleLine
    case .person: return message.person.singleLine
    case .id: return message.id
    case .address:
      guard let address = message.address?.singleLine, !address.isEmpty else {
        throw DeliveryFailure(reason: ChannelSentence.noAddress(message.person))
      }
      return address
    }
  }
}
