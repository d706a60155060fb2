extension Int {
  /// Reads a whole number as people write it: digits without a zero in front, and a minus where it is negative.
  ///
  /// `012`, `+1`, `1_000`, `1e3` and `0x1F` are no numbers: some programs read them as others than the writer
  /// meant.
  public init?(plain text: some StringProtocol) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard
      digits.count == text.utf8.count
        || digits.count == text.utf8.count - 1 && digits.first != UInt8(ascii: "0"),
      (1...18).contains(digits.count), digits.first != UInt8(ascii: "0") || digits.count == 1,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    self.init(text)
  }
}
