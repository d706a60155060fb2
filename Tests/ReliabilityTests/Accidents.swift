import TestSupport

/// What happens to files by accident and by malice.
struct Accidents {
  private var random: SplitMix64
  /// What the grammar of the files cares about.
  private let tokens: [[UInt8]]

  init(_ name: String, tokens: [String]) {
    random = Torture.generator(name)
    self.tokens =
      tokens.map { Array($0.utf8) } + [
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x00], [0xEF, 0xBB, 0xBF],
        Array("99999999999999999999999999".utf8), Array("-1".utf8),
        Array(repeating: UInt8(ascii: "x"), count: 300), Array("\r\n".utf8), Array("\u{2028}".utf8),
      ]
  }

  /// Bytes after one to four accidents; sometimes with a piece of another file of the kind.
  mutating func happen(to original: [UInt8], near other: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 5:
        let start = Int.random(in: 0..<other.count, using: &random)
        let piece = other[start..<min(other.count, start + 60)]
        bytes.replaceSubrange(place..<end, with: piece)
      default: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  /// A number below a limit.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
