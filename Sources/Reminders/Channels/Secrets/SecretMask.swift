internal import PlainText

/// Strikes secrets out of a text that somebody else wrote, also where they are encoded or cut off.
struct SecretMask: Sendable {
  /// What is struck out, as bytes, the longest first.
  private let secrets: [Secret]

  /// A secret, as it may stand in a text.
  fileprivate struct Secret: Sendable {
    let bytes: [UInt8]
    /// Whether a part of it from its beginning is struck out too; not of an address or a path, whose
    /// beginning is no secret, nor of several words.
    let isKnownByBeginning: Bool
  }

  /// Values that are shorter say nothing, and stand in many words.
  static let shortest = 4
  /// So much of the beginning of a secret is a part of it wherever it stands.
  fileprivate static let shortestBeginning = 8

  /// What stands in the place of a secret.
  private static let mark = "***"

  /// Takes the values to strike out.
  init(_ values: [String]) {
    let own = Set(values).filter { $0.utf8.count >= SecretMask.shortest }
    let encoded = Set(own.flatMap(SecretMask.base64)).subtracting(own)
    secrets = own.union(encoded).map { value in
      Secret(
        bytes: Array(value.utf8),
        isKnownByBeginning: !value.contains("://") && !value.contains(" ") && value.first != "/")
    }.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// A text without the secrets.
  ///
  /// - Parameter text: The text, before it is cut: what is left of a secret that was cut off at its end
  ///   is struck out from four characters on.
  /// - Returns: The text with `***` in the places of secrets.
  func masked(_ text: String) -> String {
    guard !secrets.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = secrets.lazy.map { $0.length(in: bytes[index...]) }.max() ?? 0
      if length > 0 {
        kept += SecretMask.mark.utf8
        index += length
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// What is sure to stand in the base64 of any text that holds a value, in both alphabets (RFC 4648, 4
  /// and 5): the value may begin at any of three places in a group.
  private static func base64(_ value: String) -> [String] {
    (0..<3).flatMap { before -> [String] in
      let bytes = [UInt8](repeating: 0, count: before) + Array(value.utf8)
      let digits = Base64.encode(bytes).prefix(bytes.count * 8 / 6)
      let sure = String(digits.dropFirst((before * 8 + 5) / 6))
      guard sure.utf8.count >= shortestBeginning else { return [] }
      return [
        sure, sure.replacing("+", with: "-").replacing("/", with: "_"),
      ]
    }
  }
}

extension SecretMask.Secret {
  /// How much of a text is this secret, from the text's beginning; 0 where it is not.
  fileprivate func length(in text: ArraySlice<UInt8>) -> Int {
    var place = text.startIndex
    var count = 0
    for byte in bytes {
      guard let next = SecretMask.step(over: byte, in: text[place...]) else { break }
      place += next
      count += 1
    }
    let isWhole = count == bytes.count
    let isBeginning = isKnownByBeginning && count >= SecretMask.shortestBeginning
    let isCutOff = place == text.endIndex && count >= SecretMask.shortest
    return isWhole || isBeginning || isCutOff ? place - text.startIndex : 0
  }
}

extension SecretMask {
  /// How many bytes of a text stand for a byte at its beginning: as it is, percent-encoded (RFC 3986 2.1,
  /// with `+` for a blank as forms have it), or behind a backslash; `nil` where it stands for another.
  fileprivate static func step(over byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    if first == byte || (first == UInt8(ascii: "+") && byte == UInt8(ascii: " ")) { return 1 }
    if first == UInt8(ascii: "%"), text.count >= 3 {
      let digits = String(decoding: text.dropFirst().prefix(2), as: UTF8.self)
      return UInt8(digits, radix: 16) == byte ? 3 : nil
    }
    return first == UInt8(ascii: "\\") && text.dropFirst().first == byte ? 2 : nil
  }
}
