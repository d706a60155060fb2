/// At most sixteen bytes as two numbers, so that words are compared without a loop and held without a reference.
struct ShortWord: Equatable {
  private let low, high: UInt64
  private let count: Int

  /// Creates a word; `nil` for a longer one.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    var words: (low: UInt64, high: UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
    (low, high) = words
    count = bytes.count
  }
}
