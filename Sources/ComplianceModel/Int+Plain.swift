extension Int {
  /// Reads a whole number as people write it: digits without a zero in front, and a minus where it is negative.
  ///
  /// `012`, `+1`, `1_000`, `1e3` and `0x1F` are no numbers: some programs read them as others than the writer
  /// meant.
  public init?(plain text: some StringProtocol) {
    let value =
      text.utf8.withContiguousStorageIfAvailable { Int.plain($0) }
      ?? Array(text.utf8).withUnsafeBufferPointer { Int.plain($0) }
    guard let value else { return nil }
    self = value
  }

  private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative ? 1 : 0)
    guard (1...18).contains(digits.count),
      digits.first != UInt8(ascii: "0") || digits.count == 1 && !isNegative,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -magnitude : magnitude
  }
}
