/// Lower-case hexadecimal digits of a digest.
public enum Hexadecimal {
  /// Two digits a byte.
  public static func encode(_ digest: SHA256.Digest) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 2 * SHA256.Digest.byteCount) { digits, count in
      count = 2 * SHA256.Digest.byteCount
      write(digest, to: UnsafeMutableRawBufferPointer(digits), at: 0)
    }
  }

  /// Writes the digits of a digest into bytes from a place on.
  public static func write(
    _ digest: SHA256.Digest, to bytes: UnsafeMutableRawBufferPointer, at place: Int
  ) {
    digest.withUnsafeBytes { digest in
      for index in stride(from: 0, to: digest.count, by: 4) {
        let four = digest.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
        bytes.storeBytes(
          of: digits(of: four).littleEndian, toByteOffset: place + 2 * index, as: UInt64.self)
      }
    }
  }

  /// The eight digits of four bytes, all computed at once; the lowest byte is the first.
  private static func digits(of four: UInt32) -> UInt64 {
    var lanes = UInt64(four)
    lanes = (lanes | lanes << 16) & 0x0000_FFFF_0000_FFFF
    lanes = (lanes | lanes << 8) & 0x00FF_00FF_00FF_00FF
    let halves = (lanes >> 4) & 0x000F_000F_000F_000F | (lanes & 0x000F_000F_000F_000F) << 8
    // A half byte above nine is carried into the high half by six, and marks a letter.
    let letters = (halves + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return halves + 0x3030_3030_3030_3030 + letters * 0x27
  }

  /// Whether digits are the encoding of a digest, without making the encoding.
  public static func isEncoding(
    _ digits: UnsafeBufferPointer<UInt8>, of digest: SHA256.Digest
  ) -> Bool {
    guard digits.count == 2 * SHA256.Digest.byteCount else { return false }
    let digits = UnsafeRawBufferPointer(digits)
    return digest.withUnsafeBytes { digest in
      stride(from: 0, to: digest.count, by: 4).allSatisfy { index in
        let four = digest.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian
        let written = digits.loadUnaligned(fromByteOffset: 2 * index, as: UInt64.self)
        return written == Hexadecimal.digits(of: four).littleEndian
      }
    }
  }

  /// Whether eight bytes are digits from 0 to f, all looked at at once.
  private static func areDigits(_ bytes: UInt64) -> Bool {
    let (high, every): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x0101_0101_0101_0101)
    // The high bit of each byte that is ASCII and has reached a character.
    func reached(_ character: UInt8) -> UInt64 { bytes &+ every &* UInt64(0x80 - character) }
    let numbers = reached(UInt8(ascii: "0")) & ~reached(UInt8(ascii: "9") + 1)
    let letters = reached(UInt8(ascii: "a")) & ~reached(UInt8(ascii: "f") + 1)
    return bytes & high == 0 && (numbers | letters) & high == high
  }

  /// Whether text is a SHA-256 in lower-case hexadecimal.
  public static func isSHA256(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.withUnsafeBufferPointer { isSHA256($0) }
  }

  /// Whether text is a SHA-256 in lower-case hexadecimal.
  public static func isSHA256(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard digits.count == 64 else { return false }
    let digits = UnsafeRawBufferPointer(digits)
    return stride(from: 0, to: digits.count, by: 8).allSatisfy {
      areDigits(digits.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
    }
  }
}
