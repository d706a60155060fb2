/// Bytes that stand in a document as they are, which most values are.
enum XMLPlainText {
  /// Whether bytes are printable ASCII without a sign that means something in a text or an attribute, eight at a time.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let words = raw.count & ~7
    var odd: UInt64 = 0
    for offset in stride(from: 0, to: words, by: 8) {
      odd |= marks(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    // A byte that is repeated eight times is looked at as often.
    for byte in raw[words...] { odd |= marks(every(byte)) }
    return odd & high == 0
  }

  /// The high bit of each byte that is not plain; of others behind one perhaps too.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let low = (word | high) &- every(0x20)
    // Below a blank the high bit is lost; beyond ASCII it was there before.
    return ~low | word | equal(word, UInt8(ascii: "<")) | equal(word, UInt8(ascii: ">"))
      | equal(word, UInt8(ascii: "&")) | equal(word, UInt8(ascii: "\"")) | equal(word, 0x7F)
  }

  /// The high bit of each byte of ASCII that is another.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    ~((word ^ every(byte)) &+ every(0x7F))
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Eight times the same byte.
  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
