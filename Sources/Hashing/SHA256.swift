internal import CNettle

/// The hash function SHA-256 (FIPS 180-4), by nettle, which uses the processor's own instructions for it.
///
/// ```swift
/// print(SHA256.digest(of: Array("abc".utf8)))
/// // ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
/// ```
public struct SHA256 {
  private var context = sha256_ctx()

  /// Creates the hash of no bytes.
  public init() { nettle_sha256_init(&context) }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// Adds bytes to what is hashed.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Ends the hash.
  ///
  /// - Returns: The digest of all bytes that were added.
  public mutating func finalize() -> Digest {
    Digest { nettle_sha256_digest(&context, Digest.byteCount, $0) }
  }

  /// The digest of some bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes[...])
    return hash.finalize()
  }

  /// The keyed digest HMAC-SHA-256 (RFC 2104) of some bytes.
  public static func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> Digest {
    var context = hmac_sha256_ctx()
    nettle_hmac_sha256_set_key(&context, key.count, key)
    nettle_hmac_sha256_update(&context, bytes.count, bytes)
    return Digest { nettle_hmac_sha256_digest(&context, Digest.byteCount, $0) }
  }
}

extension SHA256 {
  /// The 32 bytes of a digest.
  public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The bytes of a digest: 32.
    public static let byteCount = 32

    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    fileprivate init(_ fill: (UnsafeMutablePointer<UInt8>?) -> Void) {
      withUnsafeMutableBytes(of: &words) { bytes in
        fill(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
    }

    /// Lends the bytes.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      Swift.withUnsafeBytes(of: words, body)
    }

    /// The digest in 64 lower-case hexadecimal digits.
    public var description: String {
      String(decoding: Hexadecimal.encode(self), as: UTF8.self)
    }

    /// Whether two digests are the same.
    public static func == (lhs: Digest, rhs: Digest) -> Bool { lhs.words == rhs.words }

    /// Adds some bytes of the digest, which are as good as random.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
  }
}
