/// A part of a date as people write it.
enum WrittenDatePart: Equatable {
  case number(Int, digits: Int)
  /// Letters, in lower case and without apostrophes: `jumat` for `Jum'at`.
  case word(String)
  /// One of `/`, `.`, `-` and `,`.
  case mark(UInt8)

  var isMark: Bool {
    if case .mark = self { true } else { false }
  }

  /// The longest text that is taken for a date, in bytes, so that a cell of prose is soon passed over.
  private static let longest = 60

  /// Takes a text apart; `nil` where something in it belongs to no date.
  static func parts(of bytes: ArraySlice<UInt8>) -> [WrittenDatePart]? {
    guard bytes.count <= longest else { return nil }
    var parts: [WrittenDatePart] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let rest = bytes[index...]
      let blank = blankLength(rest)
      if blank > 0 {
        index += blank
        continue
      }
      let byte = bytes[index]
      let digits = rest.prefix { isDigit($0) }
      if !digits.isEmpty {
        guard digits.count <= 8 else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        parts.append(.number(value, digits: digits.count))
        index = digits.endIndex
      } else if isLetter(byte) {
        var letters: [UInt8] = []
        while index < bytes.endIndex {
          let apostrophe = apostropheLength(bytes[index...])
          guard apostrophe > 0 || isLetter(bytes[index]) else { break }
          if apostrophe == 0 { letters.append(bytes[index] | 0x20) }
          index += max(apostrophe, 1)
        }
        parts.append(.word(String(decoding: letters, as: UTF8.self)))
      } else if "/.-,".utf8.contains(byte) {
        parts.append(.mark(byte))
        index += 1
      } else {
        return nil
      }
    }
    return parts
  }

  /// How many bytes of a blank stand in front: a space, a tab, or a blank that does not break a line
  /// or is narrow (U+00A0, U+2000 through U+200A, U+202F), as spreadsheets and web pages leave them.
  static func blankLength(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first {
    case 0x20, 0x09: 1
    case 0xC2: bytes.dropFirst().first == 0xA0 ? 2 : 0
    case 0xE2:
      switch Array(bytes.dropFirst().prefix(2)) {
      case let tail where tail.count == 2 && tail[0] == 0x80:
        (0x80...0x8A).contains(tail[1]) || tail[1] == 0xAF ? 3 : 0
      default: 0
      }
    default: 0
    }
  }

  /// How many bytes of an apostrophe stand in front: `'` or U+2019.
  private static func apostropheLength(_ bytes: ArraySlice<UInt8>) -> Int {
    if bytes.first == UInt8(ascii: "'") { return 1 }
    return bytes.starts(with: [0xE2, 0x80, 0x99]) ? 3 : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
