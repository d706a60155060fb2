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
    let digest = digest(after: previous, row: row)
    return stated.withUnsafeBufferPointer { Hexadecimal.isEncoding($0, of: digest) }
  }

  /// Whether the `rantai` of a row in memory is the right one.
  ///
  /// - Parameters:
  ///   - stated: The `rantai` that the row has.
  ///   - previous: That of the row before.
  ///   - row: The row's raw bytes up to but not including its last comma.
  ///   - bytes: The bytes in which the row lies.
  /// - Returns: Whether it is.
  static func holds(
    _ stated: Range<Int>, after previous: PreviousChain, row: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let given: ArraySlice<UInt8>
    switch previous {
    case .inPlace(let chain) where chain.upperBound + 1 == row.lowerBound:
      // The `rantai` before it, its line end and the row lie one behind the other as they are hashed.
      let chained = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(bytes)[chain.lowerBound..<row.upperBound])
      return Hexadecimal.isEncoding(
        UnsafeBufferPointer(rebasing: bytes[stated]), of: digest(chained))
    case .inPlace(let chain): given = ArraySlice(bytes[chain])
    case .given(let chain): given = chain
    }
    return holds(ArraySlice(bytes[stated]), after: given, row: ArraySlice(bytes[row]))
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

/// The `rantai` that a row is chained to.
enum PreviousChain {
  /// It is given.
  case given(ArraySlice<UInt8>)
  /// It lies in the bytes that are read, in front of a line end.
  case inPlace(Range<Int>)
}
