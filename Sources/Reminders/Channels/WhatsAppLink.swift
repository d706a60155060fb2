internal import PlainText

/// A link that opens a chat with a text in it, for a person to press.
enum WhatsAppLink {
  /// The link to a chat.
  ///
  /// - Parameters:
  ///   - number: A telephone number: `0812...`, `62812...` or `+62 812-...`.
  ///   - text: The message.
  /// - Returns: The link; `nil` where the number is none.
  static func url(_ number: String, text: String) -> String? {
    digits(number).map { "https://wa.me/\($0)?text=\(text.percentEncoded())" }
  }

  /// A number as digits with the code of the country (E.164); `nil` where it is none.
  ///
  /// A number without a code is one of Indonesia's, and `+62 0812` is what people write.
  static func digits(_ number: String) -> String? {
    let written = number.singleLine
    var digits = ""
    for character in written {
      switch character {
      case "0"..."9": digits.append(character)
      case "+" where digits.isEmpty: break
      case " ", "-", ".", "(", ")": break
      default: return nil
      }
    }
    if digits.hasPrefix("00") {
      digits.removeFirst(2)
    } else if digits.hasPrefix("0") {
      digits = "62" + digits.dropFirst()
    } else if !written.hasPrefix("+"), !digits.hasPrefix("62") {
      return nil
    }
    if digits.hasPrefix("620") { digits = "62" + digits.dropFirst(3) }
    guard (9...15).contains(digits.count), !digits.hasPrefix("0") else { return nil }
    return digits
  }
}
