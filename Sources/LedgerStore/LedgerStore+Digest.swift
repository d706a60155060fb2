import Hashing

extension LedgerStore {
  /// The SHA-256 of a file (FIPS 180-4), as `sha256` of a row holds it.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: 64 lower-case hexadecimal digits.
  public static func sha256(of bytes: [UInt8]) -> String {
    SHA256.digest(of: bytes).description
  }
}
