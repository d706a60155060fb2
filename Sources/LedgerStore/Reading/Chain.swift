import ComplianceModel
import Hashing

/// The hash chain of a ledger: each row's `rantai` seals the row and everything before it.
enum Chain {
  /// Characters of a `rantai`.
  static let length = 64

  /// What stands before the first row: SHA-256 of `tenggat-buku-1 <kode> <tahun>`, in hexadecimal.
  static func seed(_ kecamatan: RegionCode, _ year: Int) -> [UInt8] {
    Hexadecimal.encode(SHA256.digest(of: Array("tenggat-buku-1 \(kecamatan) \(year)".utf8)))
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
    hash.update(previous)
    withUnsafeBytes(of: UInt8(ascii: "\n")) { hash.update($0) }
    hash.update(row)
    return hash.finalize()
  }

  /// The hash of the bytes of a row behind the `rantai` and the line end before it.
  static func digest(_ chained: UnsafeRawBufferPointer) -> SHA256.Digest {
    var hash = SHA256()
    hash.update(chained)
    return hash.finalize()
  }
}
