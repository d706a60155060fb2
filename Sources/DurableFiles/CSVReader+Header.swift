/// What tables that other programs saved have in front and between their fields.
extension CSVReader {
  /// The mark (U+FEFF in UTF-8) that some programs put before the first byte.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes of a file begin as UTF-16 does, which no reader of ours takes.
  public static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Reads a header with each separator that spreadsheets write: comma, semicolon and tab.
  ///
  /// - Parameters:
  ///   - read: Reads the header with a separator.
  ///   - sense: How much of a header makes sense.
  /// - Returns: The reading that makes the most sense; of equal ones the first.
  public static func bestReading<Reading>(
    _ read: (UInt8) -> Reading, by sense: (Reading) -> Int
  ) -> Reading {
    var best = read(UInt8(ascii: ","))
    for separator in [UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let other = read(separator)
      if sense(other) > sense(best) { best = other }
    }
    return best
  }
}
