import ComplianceModel
import Crypto

/// The hash chain of a ledger: each row's `rantai` seals the row and everything before it.
enum Chain {
  /// Characters of a `rantai`.
  static let length = 64

  /// What stands before the first row: SHA-256 of `tenggat-buku-1 <kode> <tahun>`, in hexadecimal.
  static func seed(_ kecamatan: RegionCode, _ year: Int) -> [UInt8] {
    var hash = SHA256()
    update(&hash, Array("tenggat-buku-1 \(kecamatan) \(year)".utf8)[...])
    return Hexadecimal.encode(hash.finalize())
  }

  /// The `rantai` of a row.
  ///
  /// - Parameters:
  ///   - previous: The `rantai` of the row before, or the seed.
  ///   - row: The row's raw bytes up to but not including its last comma.
  /// - Returns: 64 lower-case hexadecimal digits.
  static func link(after previous: ArraySlice<UInt8>, row: ArraySlice<UInt8>) -> [UInt8] {
    Hexadecimal.encode(digest(after: previous, row: row))
  }

  /// Whether a row's `rantai` is the right one.
  static func holds(
    _ stated: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, row: ArraySlice<UInt8>
  ) -> Bool {
    Hexadecimal.isEncoding(stated, of: digest(after: previous, row: row))
  }

  private static func digest(
    after previous: ArraySlice<UInt8>, row: ArraySlice<UInt8>
  ) -> SHA256.Digest {
    var hash = SHA256()
    update(&hash, previous)
    withUnsafeBytes(of: UInt8(ascii: "\n")) { hash.update(bufferPointer: $0) }
    update(&hash, row)
    return hash.finalize()
  }

  /// The hash of the bytes of a row behind the `rantai` and the line end before it.
  static func digest(_ chained: UnsafeRawBufferPointer) -> SHA256.Digest {
    var hash = SHA256()
    hash.update(bufferPointer: chained)
    return hash.finalize()
  }

  private static func update(_ hash: inout SHA256, _ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }
}

/// Lower-case hexadecimal digits of a digest.
enum Hexadecimal {
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Two digits a byte.
  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return digits
  }

  /// Writes the digits of a digest into bytes from a place on.
  static func write(
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

  /// The eight digits of four bytes, all reckoned at once; the lowest byte is the first.
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
  static func isEncoding(_ digits: ArraySlice<UInt8>, of digest: SHA256.Digest) -> Bool {
    guard digits.count == 2 * SHA256.Digest.byteCount else { return false }
    return digest.withUnsafeBytes { bytes in
      var index = digits.startIndex
      for byte in bytes {
        guard digits[index] == digit(byte >> 4), digits[index + 1] == digit(byte & 15) else {
          return false
        }
        index += 2
      }
      return true
    }
  }

  /// Whether text is a SHA-256 in lower-case hexadecimal.
  static func isSHA256(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 64
      && digits.allSatisfy {
        ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
          || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f"))
      }
  }
}
