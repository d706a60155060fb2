import DurableFiles
import Glibc

/// The fields of rows as the program writes them: printable ASCII without a quote.
///
/// They are found eight bytes at a time, in one look that also tells whether the row is plain; any other
/// row goes through `CSVReader`, byte by byte. With it, and with fields read where they lie, 864,714 rows
/// are read and proved in 0.8 s of a processor instead of 1.65 s (29 November 2026).
enum PlainRow {
  /// Where the line that begins at an offset ends; `nil` where it has no line end.
  static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, CInt(UInt8(ascii: "\n")), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
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
      let word =
        rest >= 8
        ? raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        : lastWord(of: bytes, at: index, rest)
      // Each has a high bit where a byte is what it must not be, as far as all bytes are ASCII; where one is not, its
      // own high bit tells.
      let controls = ~(word &+ every(0x60))
      let deletes = word &+ every(0x01)
      let quotes = ~((word ^ every(UInt8(ascii: "\""))) &+ every(0x7F))
      guard (controls | deletes | quotes | word) & high == 0 else { return false }
      var commas = ~((word ^ every(UInt8(ascii: ","))) &+ every(0x7F)) & high
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

  /// The last bytes of a row; those behind it are taken for letters.
  private static func lastWord(
    of bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ count: Int
  ) -> UInt64 {
    var word = every(UInt8(ascii: "a"))
    for place in 0..<count {
      let shift = UInt64(place * 8)
      word = word & ~(0xFF << shift) | UInt64(bytes[index + place]) << shift
    }
    return word
  }

  /// The high bit of each byte.
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Eight times the same byte.
  private static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
