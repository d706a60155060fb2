/// SHA-256 word for word as FIPS 180-4 gives it: slow, and another road than the program's.
public enum ReferenceSHA256 {
  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes.map { root($0, power: 3) }
  /// The same of the square roots of the first eight.
  private static let start: [UInt32] = primes.prefix(8).map { root($0, power: 2) }

  private static let primes: [UInt64] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()

  /// The first 32 bits behind the point of a root, found bit by bit in whole numbers.
  private static func root(_ number: UInt64, power: Int) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: 40, through: 0, by: -1) {
      let candidate = root | 1 << UInt64(bit)
      // A root below 2^41, to a power of three, fits into 128 bits.
      let raised = (1..<power).reduce(UInt128(candidate)) { product, _ in
        product * UInt128(candidate)
      }
      if raised <= UInt128(number) << (32 * UInt128(power)) { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// The 32 bytes of the digest of some bytes.
  public static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var padded = bytes + [0x80]
    padded += repeatElement(0, count: (120 - padded.count % 64) % 64)
    withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { padded += $0 }
    var state = start
    for block in stride(from: 0, to: padded.count, by: 64) {
      compress(padded[block..<block + 64], into: &state)
    }
    return state.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var schedule = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
      block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let first = turned(early, 7) ^ turned(early, 18) ^ early >> 3
      let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
      schedule.append(schedule[index - 16] &+ first &+ schedule[index - 7] &+ second)
    }
    var work = state
    for index in 0..<64 {
      let (a, b, c, e) = (work[0], work[1], work[2], work[4])
      let choice = (e & work[5]) ^ (~e & work[6])
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let first =
        work[7] &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice
        &+ constants[index] &+ schedule[index]
      let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
      work = [first &+ second, a, b, c, work[3] &+ first, e, work[5], work[6]]
    }
    for index in 0..<8 { state[index] &+= work[index] }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The digest of some bytes in 64 lower-case hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    digest(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
