import DurableFiles

/// The fields of rows as the program writes them: printable ASCII without a quote.
///
/// They are found eight bytes at a time, in one look that also tells whether the row is plain; any other
/// row goes through `CSVReader`, byte by byte. With it, and with fields read where they lie, 864,714 rows
/// are read and proved in 0.8 s of a processor instead of 1.65 s (29 November 2026).
enum PlainRow {
  /// Where the line that begins at an offset ends; `nil` where it has no line end.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let found = zeros(word ^ every(UInt8(ascii: "\n")))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }

  /// Finds the fields of a row.
  ///
  /// - Parameters:
  ///   - range: The row without its line end.
  ///   - bytes: The bytes in which it lies.
  ///   - fields: As many places as a row has fields; what is in them is undefined where the row is not
  ///     plain.
  /// - Returns: Whether the row is plain and has as many fields.
  static func split(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>,
    into fields: UnsafeMutableBufferPointer<CSVReader.Field>
  ) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    var fieldStart = index
    var count = 0
    while index < range.upperBound {
      let rest = range.upperBound - index
      var word: UInt64
      if rest >= 8 {
        word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      } else {
        // Bytes behind the row are taken for letters.
        word = every(UInt8(ascii: "a"))
        for place in 0..<rest {
          let shift = UInt64(place * 8)
          word = word & ~(0xFF << shift) | UInt64(bytes[index + place]) << shift
        }
      }
      let quotes = zeros(word ^ every(UInt8(ascii: "\"")))
      let deletes = zeros(word ^ every(0x7F))
      // With the high bit set where a byte is a blank or above; those beyond ASCII have it themselves.
      let printable = (word & every(0x7F)) &+ every(0x60)
      guard (quotes | deletes | word | ~printable) & high == 0 else { return false }
      var commas = zeros(word ^ every(UInt8(ascii: ",")))
      while commas != 0 {
        let comma = index + commas.trailingZeroBitCount / 8
        guard count < fields.count - 1 else { return false }
        fields[count] = CSVReader.Field(range: fieldStart..<comma)
        count += 1
        fieldStart = comma + 1
        commas &= commas - 1
      }
      index += 8
    }
    guard count == fields.count - 1 else { return false }
    fields[count] = CSVReader.Field(range: fieldStart..<range.upperBound)
    return true
  }

  /// The high bit of each byte.
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Eight times the same byte.
  private static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The high bits of the bytes that are zero.
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~high) &+ ~high) | word | ~high)
  }
}
