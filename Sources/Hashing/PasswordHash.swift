internal import CCrypt

/// Hashes of passwords, by scrypt (RFC 7914) in the form of crypt(5): `$7$`, the cost, the salt, the hash.
///
/// One check takes some 32 MB of memory and a twentieth to a tenth of a second, so that guessing costs as much.
/// What was spent stands in the hash: a later version may spend more, and reads the old ones.
public enum PasswordHash {
  /// What crypt(5) is asked for: N = 2^13, r = 32, p = 1.
  private static let cost: UInt = 6
  private static let prefix = "$7$"
  /// The digits of crypt(5).
  private static let digits = Array(
    "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  /// The exponents of N that are taken: more would let a line of a file stop the program for minutes.
  private static let exponents = 13...17
  /// How r = 32 and p = 1 are written.
  private static let blocks = Array("U..../....".utf8)
  /// The characters of a salt of 256 bits, and of a hash.
  private static let length = 43

  /// The hash of a password, under a salt of its own.
  ///
  /// - Parameter password: The password in UTF-8, without a zero byte.
  /// - Returns: The hash, with what is needed to check it.
  /// - Throws: ``Unavailable`` where the system's library cannot make one.
  public static func make(_ password: [UInt8]) throws(Unavailable) -> String {
    // The system's generator is the kernel's, which is fit for secrets.
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<32).map { _ in CChar(bitPattern: generator.next()) }
    var setting = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
    guard
      crypt_gensalt_rn(
        prefix, cost, salt, Int32(salt.count), &setting, Int32(setting.count)) != nil,
      let hash = hash(password, setting.map { UInt8(bitPattern: $0) }), isWellFormed(hash)
    else { throw Unavailable() }
    return hash
  }

  /// Whether a password is the one of a hash; how long that takes tells nothing of either.
  public static func matches(_ password: [UInt8], _ stored: String) -> Bool {
    guard isWellFormed(stored), let made = hash(password, Array(stored.utf8) + [0]) else {
      return false
    }
    return ConstantTime.areEqual(Array(made.utf8), Array(stored.utf8))
  }

  /// Whether a text is a hash that this program makes, or will make when machines are faster.
  public static func isWellFormed(_ stored: String) -> Bool {
    let bytes = Array(stored.utf8)
    let head = prefix.utf8.count
    guard bytes.count == head + 1 + blocks.count + 2 * length + 1, bytes.starts(with: prefix.utf8),
      let exponent = digits.firstIndex(of: bytes[head]), exponents.contains(exponent)
    else { return false }
    let rest = bytes[(head + 1)...]
    let text = rest.dropFirst(blocks.count)
    return rest.starts(with: blocks)
      && text.enumerated().allSatisfy { place, byte in
        place == length ? byte == UInt8(ascii: "$") : digits.contains(byte)
      }
  }

  /// The hash of a password under a setting, which ends with a zero byte.
  private static func hash(_ password: [UInt8], _ setting: [UInt8]) -> String? {
    guard !password.contains(0) else { return nil }
    // The library's own scratch space is 32 KB, too much for a stack.
    let scratch = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    scratch.initialize(to: crypt_data())
    defer {
      scratch.update(repeating: crypt_data(), count: 1)
      scratch.deallocate()
    }
    let phrase = (password + [0]).map { CChar(bitPattern: $0) }
    let setting = setting.map { CChar(bitPattern: $0) }
    let size = Int32(MemoryLayout<crypt_data>.size)
    return crypt_rn(phrase, setting, scratch, size).map { String(cString: $0) }
  }

  /// The system's library has no scrypt.
  public struct Unavailable: Error, Hashable, Sendable {}
}
