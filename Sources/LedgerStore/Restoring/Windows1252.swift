/// The character set in which Windows programs save text that is not Unicode.
enum Windows1252 {
  /// The characters of 80 to 9F; where none is defined Windows takes the control character of that number.
  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Text of this character set in UTF-8.
  static func utf8(from bytes: ArraySlice<UInt8>) -> [UInt8] {
    let units = bytes.map { byte in
      (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Text in this character set; `nil` where a character is not in it.
  static func bytes(from text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
        bytes.append(UInt8(scalar.value))
      } else if let index = high.firstIndex(where: { UInt32($0) == scalar.value }) {
        bytes.append(UInt8(index + 0x80))
      } else {
        return nil
      }
    }
    return bytes
  }
}
