import Crypto

extension LedgerStore {
  /// The SHA-256 of a file (FIPS 180-4), as `sha256` of a row holds it.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: 64 lower-case hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return String(decoding: Hexadecimal.encode(hash.finalize()), as: UTF8.self)
  }
}
