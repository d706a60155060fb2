/// Bytes in letters, digits, `+` and `/`, with `=` at the end (RFC 4648, 4).
public enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Encodes bytes, four characters for three bytes, without a line break.
  public static func encode(_ bytes: [UInt8]) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let group = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
      for position in 0..<4 {
        encoded.append(
          position > three.count
            ? UInt8(ascii: "=") : digits[group >> (18 - 6 * position) & 0x3F])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The bytes that a text encodes; `nil` where it is no base64 with its `=`.
  public static func decode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard characters.count.isMultiple(of: 4) else { return nil }
    let padding = characters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(characters.count / 4 * 3)
    for start in stride(from: 0, to: characters.count, by: 4) {
      var group = 0
      for index in start..<start + 4 {
        // What stands for no bytes is cut off below.
        let isPadding = index >= characters.count - padding
        guard let value = isPadding ? 0 : value(of: characters[index]) else { return nil }
        group = group << 6 | value
      }
      decoded += [UInt8(group >> 16), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
    }
    decoded.removeLast(padding)
    return decoded
  }

  private static func value(of character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
